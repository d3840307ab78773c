# SPDX-License-Identifier: GPL-3.0-or-later
# Packages from npm, exactly those of index/web/front/package-lock.json, and the files of the search
# site as a source file. npm is asked once for each lock file; later builds need no network.

set(GUIDANG_NODE_MODULES "" CACHE PATH
    "A node_modules folder made from the lock file elsewhere; then npm is not needed")

set(GUIDANG_FRONT_LOCK "${PROJECT_SOURCE_DIR}/index/web/front")
set(GUIDANG_FRONT_BUILD "${PROJECT_BINARY_DIR}/front")
if(GUIDANG_NODE_MODULES)
  set(modules "${GUIDANG_NODE_MODULES}")
else()
  set(modules "${GUIDANG_FRONT_BUILD}/node_modules")
endif()
set(GUIDANG_FRONT_MODULES "${modules}" CACHE INTERNAL "Where the packages are, for the tests too")

add_custom_command(
  OUTPUT "${GUIDANG_FRONT_BUILD}/packages.stamp"
  COMMAND ${CMAKE_COMMAND}
    -D "LOCK=${GUIDANG_FRONT_LOCK}" -D "BUILD=${GUIDANG_FRONT_BUILD}"
    -D "MODULES=${GUIDANG_NODE_MODULES}" -D "FOR_TESTS=${GUIDANG_TESTS}"
    -P "${PROJECT_SOURCE_DIR}/cmake/InstallFrontPackages.cmake"
  DEPENDS "${GUIDANG_FRONT_LOCK}/package.json" "${GUIDANG_FRONT_LOCK}/package-lock.json"
          "${PROJECT_SOURCE_DIR}/cmake/InstallFrontPackages.cmake"
  COMMENT "Fetching the packages of the search site"
  VERBATIM)
add_custom_target(guidang_front_packages DEPENDS "${GUIDANG_FRONT_BUILD}/packages.stamp")

# guidang_front_assets(target FILES file... PACKAGES name=file...)
# FILES are below templates/web and keep their names; PACKAGES are package=file inside it=name.
function(guidang_front_assets TARGET)
  cmake_parse_arguments(A "" "" "FILES;PACKAGES" ${ARGN})
  set(sources ${A_FILES})
  list(TRANSFORM sources PREPEND "${PROJECT_SOURCE_DIR}/templates/web/")
  set(made "${GUIDANG_FRONT_BUILD}/assets_data.cpp")
  add_custom_command(
    OUTPUT "${made}"
    COMMAND ${CMAKE_COMMAND}
      -D "OUT=${made}" -D "MODULES=${GUIDANG_FRONT_MODULES}"
      -D "FILES=${sources}" -D "PACKAGES=${A_PACKAGES}"
      -P "${PROJECT_SOURCE_DIR}/cmake/EmbedAssets.cmake"
    DEPENDS ${sources} "${GUIDANG_FRONT_BUILD}/packages.stamp"
            "${PROJECT_SOURCE_DIR}/cmake/EmbedAssets.cmake"
    COMMENT "Building the files of the search site in"
    VERBATIM)
  target_sources(${TARGET} PRIVATE "${made}")
endfunction()

# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the bytes of the site's files as a source file: what index/web/assets.h declares.
# FILES: paths · PACKAGES: package=file in it=name on the site · MODULES: node_modules · OUT
cmake_minimum_required(VERSION 3.25)

function(type_of NAME OUT_TYPE)
  if(NAME MATCHES "\\.css$")
    set(type "text/css; charset=utf-8")
  elseif(NAME MATCHES "\\.js$")
    set(type "text/javascript; charset=utf-8")
  elseif(NAME MATCHES "\\.svg$")
    set(type "image/svg+xml")
  elseif(NAME MATCHES "\\.txt$")
    set(type "text/plain; charset=utf-8")
  else()
    message(FATAL_ERROR "no media type for ${NAME}")
  endif()
  set(${OUT_TYPE} "${type}" PARENT_SCOPE)
endfunction()

set(names "")
foreach(path IN LISTS FILES)
  cmake_path(GET path FILENAME name)
  list(APPEND names "${name}")
  set(path_of_${name} "${path}")
endforeach()

# The licence of each package goes where the package goes.
set(licences "guidang 归档: GPL-3.0-or-later\n")
foreach(entry IN LISTS PACKAGES)
  string(REPLACE "=" ";" parts "${entry}")
  list(GET parts 0 package)
  list(GET parts 1 file)
  list(GET parts 2 name)
  list(APPEND names "${name}")
  set(path_of_${name} "${MODULES}/${package}/${file}")
  file(READ "${MODULES}/${package}/package.json" description)
  string(JSON version GET "${description}" version)
  string(JSON licence GET "${description}" license)
  file(GLOB licence_files LIST_DIRECTORIES false
       "${MODULES}/${package}/LICEN[CS]E*" "${MODULES}/${package}/licen[cs]e*")
  if(NOT licence_files)
    message(FATAL_ERROR "${package} brings no licence")
  endif()
  list(GET licence_files 0 licence_file)
  file(READ "${licence_file}" text)
  string(APPEND licences "\n${package} ${version} (${name}): ${licence}\n\n${text}")
endforeach()
cmake_path(GET OUT PARENT_PATH folder)
file(WRITE "${folder}/licences.txt" "${licences}")
list(APPEND names licences.txt)
set(path_of_licences.txt "${folder}/licences.txt")
list(SORT names)

set(arrays "")
set(rows "")
set(digests "")
set(number 0)
foreach(name IN LISTS names)
  file(READ "${path_of_${name}}" hex HEX)
  file(SHA256 "${path_of_${name}}" digest)
  string(APPEND digests "${name} ${digest}\n")
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  # An escape would take in hexadecimal digits behind it, so each byte is a literal of its own.
  string(REGEX REPLACE "(................................)" "\\1|" lines "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1\"\"" bytes "${lines}")
  string(REPLACE "|" "\"\n    \"" bytes "${bytes}")
  type_of("${name}" type)
  string(APPEND arrays "constexpr char k${number}[] =\n    \"${bytes}\";\n")
  string(APPEND rows "    Asset{\"${name}\", \"${type}\", {k${number}, ${size}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(SHA256 version "${digests}")
string(SUBSTRING "${version}" 0 16 version)

file(WRITE "${OUT}" "// Made by cmake/EmbedAssets.cmake. SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include \"index/web/assets.h\"

namespace guidang::web {
namespace {

${arrays}
constexpr std::array kAssets{
${rows}};

}  // namespace

std::span<const Asset> all_assets() { return kAssets; }

std::string_view assets_version() { return \"${version}\"; }

}  // namespace guidang::web
")

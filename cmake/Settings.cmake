# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries the language level, the warnings and the sanitizers.

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(guidang_options INTERFACE)
target_compile_features(guidang_options INTERFACE cxx_std_20)
target_include_directories(guidang_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(guidang_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual
  # std::stable_sort of libstdc++ 12 uses what it deprecates itself, and clang says so; GCC tells of ours.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
  $<$<BOOL:${GUIDANG_WERROR}>:-Werror>)

if(GUIDANG_SANITIZE)
  target_compile_options(guidang_options INTERFACE
    -fsanitize=${GUIDANG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(guidang_options INTERFACE -fsanitize=${GUIDANG_SANITIZE})
endif()

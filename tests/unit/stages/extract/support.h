// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "pipeline/files/fd.h"

namespace guidang::extract {

/// A file that exists in memory only.
inline files::Fd memory_file(std::string_view bytes) {
  files::Fd fd{::memfd_create("sample", MFD_CLOEXEC)};
  files::write_all(fd.get(), bytes, "sample");
  return fd;
}

inline files::Fd sample_file(std::string_view name) {
  const std::string path =
      std::string{GUIDANG_SOURCE_DIR "/tests/unit/stages/extract/data/"} + std::string{name};
  files::Fd fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!fd) throw std::runtime_error("no sample " + path);
  return fd;
}

}  // namespace guidang::extract

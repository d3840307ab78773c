// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <new>

#include "pipeline/failure.h"

namespace guidang::extract {

MappedFile::MappedFile(int fd) {
  struct stat about{};
  if (::fstat(fd, &about) != 0 || about.st_size <= 0) return;
  const auto size = static_cast<std::size_t>(about.st_size);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (data == MAP_FAILED) {
    if (errno == ENOMEM) throw std::bad_alloc();
    throw Failure("文件无法映射到内存 / the file cannot be mapped into memory");
  }
  data_ = static_cast<const char*>(data);
  size_ = size;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace guidang::extract {

/// The bytes of a file without a copy of them: documents of scans are as large as the memory a
/// helper may have.
class MappedFile {
 public:
  /// Empty when the file is empty. Throws Failure when it cannot be mapped.
  explicit MappedFile(int fd);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::string_view bytes() const noexcept { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace guidang::extract

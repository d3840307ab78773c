// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/zip.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace files = guidang::files;
  constexpr files::ZipLimits kLimits{.entries = 50,
                                     .entry_bytes = 1U << 20U,
                                     .total_bytes = 4U << 20U,
                                     .ratio = 200,
                                     .ratio_from_bytes = 1U << 16U};
  auto opened = files::ZipReader::open(std::string{guidang::fuzz::as_text(data, size)}, kLimits);
  if (const auto* error = std::get_if<files::ZipError>(&opened)) {
    guidang::fuzz::require(!error->message().empty());
    return 0;
  }
  auto& zip = std::get<files::ZipReader>(opened);
  for (const files::ZipEntry& entry : zip.entries()) {
    guidang::fuzz::require(files::check_entry_name(entry.name.text) == files::NameFlaw::none);
    const auto read = zip.read(entry);
    if (const auto* bytes = std::get_if<std::string>(&read))
      guidang::fuzz::require(bytes->size() == entry.size);
  }
  return 0;
}

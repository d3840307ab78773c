// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/sniff_compound.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>

#include "stages/extract/readers/compound_file.h"

namespace guidang::extract {
namespace {

/// A stream that stands at the root of one kind of document.
struct Landmark {
  std::string_view stream{};
  Format format = Format::ole2;
};
/// The first that is there decides: an encrypted package holds nothing else, and what a document
/// embeds lies deeper.
constexpr std::array kLandmarks{
    Landmark{"EncryptedPackage", Format::encrypted_office},
    Landmark{"WordDocument", Format::doc},
    Landmark{"Workbook", Format::xls},
    Landmark{"Book", Format::xls},
    Landmark{"PowerPoint Document", Format::ppt},
    Landmark{"__properties_version1.0", Format::msg},
};

std::string utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

Format by_streams(const CompoundFile& file) {
  for (const Landmark& mark : kLandmarks) {
    if (file.find(mark.stream) != nullptr) return mark.format;
  }
  return Format::ole2;
}

/// By the names that still stand in its bytes: a damaged DOC is to fail as a DOC.
Format by_remains(int fd) {
  constexpr std::size_t kBlock = 1 << 20;
  constexpr std::size_t kOverlap = 128;  // an entry of the directory
  std::array<std::string, kLandmarks.size()> names;
  std::ranges::transform(kLandmarks, names.begin(), [](const Landmark& mark) {
    // An entry's name ends with NUL; it begins at a multiple of 128.
    return utf16(mark.stream) + std::string(2, '\0');
  });
  std::size_t best = kLandmarks.size();
  std::string block(kBlock + kOverlap, '\0');
  for (off_t at = 0;; at += static_cast<off_t>(kBlock)) {
    const ssize_t got = ::pread(fd, block.data(), block.size(), at);
    if (got <= 0) break;
    const std::string_view bytes{block.data(), static_cast<std::size_t>(got)};
    for (std::size_t i = 0; i < best; ++i) {
      for (std::size_t p = bytes.find(names[i]); p < bytes.size();
           p = bytes.find(names[i], p + 1)) {
        if (p % kOverlap == 0) best = i;
        if (best == i) break;
      }
    }
  }
  return best < kLandmarks.size() ? kLandmarks[best].format : Format::ole2;
}

}  // namespace

Format sniff_compound(int fd, const Limits& limits) {
  const auto opened = CompoundFile::open(fd, limits);
  const auto* file = std::get_if<CompoundFile>(&opened);
  // libgsf leaves out streams whose sectors are not all there: a file cut off looks empty.
  const bool whole = file != nullptr && !file->entries().empty();
  return whole ? by_streams(*file) : by_remains(fd);
}

}  // namespace guidang::extract

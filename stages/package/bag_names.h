// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guidang::bag {

/// A path that a bag writes down, made ready for looking it up.
struct BagName {
  std::string path{};    ///< relative, with `/`; bytes as on disk
  std::string plain{};   ///< as it was written, without decoding; where writers did not encode
  bool unusual = false;  ///< had `./` before it, which RFC 8493 does not give
};

/// Decodes %0A, %0D and %25 (RFC 8493 2.1.3). Nothing when the name leaves the bag: absolute, `~`,
/// a drive, `..`, an empty part, or a NUL.
[[nodiscard]] std::optional<BagName> read_name(std::string_view written);

/// CR, LF and % as %0D, %0A and %25.
[[nodiscard]] std::string write_name(std::string_view path);

/// A line of a manifest: digest, blanks, name.
struct ManifestLine {
  std::string digest{};  ///< lower case
  std::string_view name{};
  bool starred = false;  ///< `*` before the name, as md5sum writes for binary files
};

/// Nothing when the line has not two parts, or the first is not `digits` hexadecimal ones
/// (0: any number).
[[nodiscard]] std::optional<ManifestLine> read_manifest_line(std::string_view line,
                                                             std::size_t digits);

/// A line of fetch.txt: URL, length or `-`, name.
struct FetchLine {
  std::string_view url{};
  std::string_view length{};
  std::string_view name{};
};
[[nodiscard]] std::optional<FetchLine> read_fetch_line(std::string_view line);

}  // namespace guidang::bag

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidang::bag {

/// Lines are longer only in files that are no text: names have at most 4095 bytes.
inline constexpr std::size_t kLongestLine = 1U << 16;

/// What bagit.txt says.
struct Declaration {
  int major = 0;
  int minor = 0;
  std::string encoding{};  ///< as written

  [[nodiscard]] bool at_least_one() const { return major >= 1; }
  [[nodiscard]] std::string version() const {
    return std::to_string(major) + "." + std::to_string(minor);
  }
};

/// Why a tag file cannot be read: what was found and what was expected.
struct TagFlaw {
  std::size_t line = 0;  ///< 1-based; 0 when the whole is meant
  std::string found{};
  std::string expected{};
};

/// Reads bagit.txt: strictly for 1.0, with the freedom that earlier drafts left for older ones.
[[nodiscard]] std::optional<TagFlaw> read_declaration(std::string_view bytes, Declaration& out);

/// True for an encoding in which lines can be read here.
[[nodiscard]] bool knows_encoding(std::string_view encoding);

/// Calls `visit` with each line in UTF-8 and its number from 1, without its end (LF, CR LF or CR);
/// UTF-8 files of any size a block at a time. Bytes that are not UTF-8 are given as they are. Gives
/// what prevented reading to the end.
[[nodiscard]] std::optional<TagFlaw> for_each_line(
    int fd, std::string_view encoding,
    const std::function<void(std::size_t, std::string_view)>& visit);

/// One element of bag-info.txt, folded lines joined by a blank.
struct InfoField {
  std::string label{};
  std::string value{};
  std::size_t line = 0;
};

/// The elements, and the numbers of lines that are none.
struct Info {
  std::vector<InfoField> fields{};
  std::vector<std::size_t> strays{};
};

/// Collects lines of bag-info.txt.
class InfoReader {
 public:
  void line(std::size_t number, std::string_view text);
  [[nodiscard]] const Info& info() const { return info_; }

 private:
  Info info_{};
};

/// ASCII case does not count.
[[nodiscard]] bool same_label(std::string_view one, std::string_view other);

}  // namespace guidang::bag

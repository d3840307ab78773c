// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/profile/element.h"

namespace guidang {

/// What an archival code (档号) is made of. A part that the pattern does not name stays as it is
/// here, so that parsing gives back what was formatted.
struct CodeParts {
  std::string fonds{};       ///< 全宗号
  std::string category{};    ///< 档案门类代码 such as WS; further levels after a dot: SW·JB
  std::string directory{};   ///< 案卷目录号
  std::string project{};     ///< 项目号
  int year = 0;              ///< 1000–2999
  std::string period{};      ///< Y, D30, D10
  std::string organ{};       ///< 机构(问题), code or name
  std::uint32_t volume = 0;  ///< 案卷号
  std::uint32_t number = 0;  ///< 件号; 0 in the code of a volume

  bool operator==(const CodeParts&) const = default;
};

/// The form of an office's archival codes, as a template that writes and reads them:
/// `{fonds}-WS·{year}-{period}[-{organ}]-{number:4}`, by volume
/// `{fonds}-{directory}-{volume:4}-{number:3}`. Names: those of CodeParts, running numbers with
/// their least width; `[…]` around one name is left out when that part is empty. The number stands
/// last, the number of a volume right before it; all before the first of them is the series. Values
/// hold letters, digits and Han, never a separator (but for the dots of a category), which makes
/// reading unambiguous. Immutable; threads may share it.
class CodePattern {
 public:
  static constexpr std::uint32_t kLargest = 999'999'999;

  /// Throws Failure with status usage, naming what is wrong with the template.
  explicit CodePattern(std::string_view pattern);
  /// From the profile's `number` section: `pattern`.
  [[nodiscard]] static CodePattern read(const profile::Element& number_section);

  /// True when volumes (案卷) have numbers of their own and items are numbered within them.
  [[nodiscard]] bool volumes() const { return volume_width_ != 0; }

  /// The code up to the first running number: of the volumes, else of the items. Throws Failure
  /// with status usage when a part that the pattern needs is empty or has characters that no code
  /// may have.
  [[nodiscard]] std::string series(const CodeParts& parts) const;
  /// A code of the series: of a volume when there are volumes, else of an item. The number is
  /// 1…kLargest, else std::logic_error.
  [[nodiscard]] std::string code(std::string_view series, std::uint32_t number) const;
  /// The code of an item of a volume, whose code is the series of its items. std::logic_error for
  /// other numbers than 1…kLargest and for patterns without volumes.
  [[nodiscard]] std::string item_code(std::string_view volume_code, std::uint32_t number) const;
  /// The code of an item with all its parts.
  [[nodiscard]] std::string format(const CodeParts& parts) const;

  /// The parts of an item's code. Reads the forms of DA/T 22-2015 and DA/T 13-2022 alike: between
  /// parts a hyphen may stand for a middle dot and the other way round, and look-alikes for either
  /// (U+2022, U+30FB, U+FF65; U+2010–2013, U+2212, U+FF0D).
  [[nodiscard]] std::optional<CodeParts> parse(std::string_view code) const;
  /// As `parse`, of a volume's code; nothing for patterns without volumes.
  [[nodiscard]] std::optional<CodeParts> parse_volume(std::string_view code) const;

  [[nodiscard]] bool names(std::string_view part) const;
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  /// In the order of `kNames`.
  enum class Part : std::uint8_t {
    literal,
    fonds,
    category,
    directory,
    project,
    year,
    period,
    organ,
    volume,
    number
  };
  struct Piece {
    Part part = Part::literal;
    std::string literal{};  ///< of a literal
    bool optional = false;
    bool operator==(const Piece&) const = default;
  };
  /// What is left to read: pieces up to `end`.
  struct Reading {
    std::size_t end = 0;
    CodeParts parts{};
  };
  static Part part_of(std::string_view name);
  static bool running(Part part) { return part == Part::volume || part == Part::number; }
  static std::string value_of(const CodeParts& parts, Part part);
  void add_field(std::string_view field, bool optional);
  void check() const;
  void check_ends() const;
  void check_neighbours(std::size_t index) const;
  [[nodiscard]] bool has_group() const;
  /// Index of the first running number.
  [[nodiscard]] std::size_t first_running() const;
  [[nodiscard]] std::string checked_value(const CodeParts& parts, Part part) const;
  [[nodiscard]] std::optional<CodeParts> parse_upto(std::string_view code, std::size_t end) const;
  bool read_from(std::size_t piece, std::u32string_view rest, Reading& reading) const;
  bool read_category(std::size_t piece, std::u32string_view rest, Reading& reading) const;
  bool read_value(const Piece& piece, std::u32string_view value, CodeParts& parts) const;

  std::string text_;
  std::vector<Piece> pieces_;
  std::size_t volume_width_ = 0;  ///< 0: no volumes
  std::size_t width_ = 0;
};

/// The first number of every new series, from the profile's `number` section: `start`, 1 when
/// absent. Throws the profile's Failure.
[[nodiscard]] std::uint32_t start_number(const profile::Element& number_section);

}  // namespace guidang

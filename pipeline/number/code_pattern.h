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
  std::string fonds{};     ///< 全宗号
  std::string category{};  ///< 档案门类代码, such as WS
  int year = 0;            ///< 1000–2999
  std::string period{};    ///< Y, D30, D10
  std::string organ{};     ///< 机构(问题), code or name
  std::uint32_t number = 0;

  bool operator==(const CodeParts&) const = default;
};

/// The form of an office's archival codes, as a template that writes and reads them:
/// `{fonds}-WS·{year}-{period}[-{organ}]-{number:4}`. Names: fonds, category, year, period, organ,
/// number with its least width; `[…]` around one name is left out when that part is empty. The
/// number stands last; all before it is the series. Values hold letters, digits and Han, never a
/// separator, which makes reading unambiguous. Immutable; threads may share it.
class CodePattern {
 public:
  static constexpr std::uint32_t kLargest = 999'999'999;

  /// Throws Failure with status usage, naming what is wrong with the template.
  explicit CodePattern(std::string_view pattern);
  /// From the profile's `number` section: `pattern`.
  [[nodiscard]] static CodePattern read(const profile::Element& number_section);

  /// The code up to the running number. Throws Failure with status usage when a part that the
  /// pattern needs is empty or has characters that no code may have.
  [[nodiscard]] std::string series(const CodeParts& parts) const;
  /// A code of the series. The number is 1…kLargest, else std::logic_error.
  [[nodiscard]] std::string code(std::string_view series, std::uint32_t number) const;
  [[nodiscard]] std::string format(const CodeParts& parts) const {
    return code(series(parts), parts.number);
  }
  /// The parts of a code. Reads the forms of DA/T 22-2015 and DA/T 13-2022 alike: between parts a
  /// hyphen may stand for a middle dot and the other way round, and look-alikes for either
  /// (U+2022, U+30FB, U+FF65; U+2010–2013, U+2212, U+FF0D).
  [[nodiscard]] std::optional<CodeParts> parse(std::string_view code) const;

  [[nodiscard]] bool names(std::string_view part) const;
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  enum class Part : std::uint8_t { literal, fonds, category, year, period, organ, number };
  struct Piece {
    Part part = Part::literal;
    std::string literal{};  ///< of a literal
    bool optional = false;
    bool operator==(const Piece&) const = default;
  };
  static Part part_of(std::string_view name);
  void add_field(std::string_view field, bool optional);
  void check() const;
  bool read_from(std::size_t piece, std::u32string_view rest, CodeParts& parts) const;

  std::string text_;
  std::vector<Piece> pieces_;
  std::size_t width_ = 0;
};

/// The first number of every new series, from the profile's `number` section: `start`, 1 when
/// absent. Throws the profile's Failure.
[[nodiscard]] std::uint32_t start_number(const profile::Element& number_section);

}  // namespace guidang

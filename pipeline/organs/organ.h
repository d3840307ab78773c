// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/calendar/date.h"
#include "pipeline/organs/standing.h"

/// The authority file of organisations (机构表): who is who, under which name when, and who stands
/// above whom. Plain values here; `authority.h` answers from them.
namespace guidang::organs {

/// The system that an organ belongs to (系统).
enum class Line : std::uint8_t {
  unknown,
  party,       ///< 党
  government,  ///< 政
  congress,    ///< 人大
  cppcc,       ///< 政协
  military,    ///< 军
  mass,        ///< 群团
  judicial,    ///< 司法
  enterprise   ///< 企事业
};

/// Level of the area that an organ works for (层级). Lower ones have greater values.
enum class Level : std::uint8_t {
  unknown,
  centre,
  province,
  prefecture,
  county,
  township,
  village
};

/// As the file writes them: "party", "county"; "" for unknown.
[[nodiscard]] std::string_view to_text(Line line);
[[nodiscard]] std::string_view to_text(Level level);
/// As people write them: 党, 县; "" for unknown.
[[nodiscard]] std::string_view to_chinese(Line line);
[[nodiscard]] std::string_view to_chinese(Level level);
/// Reads what either of the above gives, and common other words (党委, 县级). None for others.
[[nodiscard]] std::optional<Line> line_from(std::string_view word);
[[nodiscard]] std::optional<Level> level_from(std::string_view word);
[[nodiscard]] std::optional<Standing> standing_from(std::string_view word);

/// A full name and the days on which it was valid, both ends included.
struct Name {
  std::string text{};
  std::optional<Date> from{};  ///< none: since ever
  std::optional<Date> to{};    ///< none: until now

  [[nodiscard]] bool valid_on(Date day) const {
    return (!from || *from <= day) && (!to || day <= *to);
  }
};

struct Organ {
  std::string id{};
  std::vector<Name> names{};           ///< 全称, the earliest first; at least one
  std::vector<std::string> shorts{};   ///< 规范化简称: good in documents as they stand
  std::vector<std::string> aliases{};  ///< other ways of writing it, which are normalised
  std::vector<std::string> codes{};    ///< 机关代字: 国办发, 国办函
  std::string parent{};                ///< id of the organ that it is under (隶属)
  std::string office_of{};             ///< id of the organ whose 办公厅(室) it is
  std::string area{};                  ///< name of its 行政区划, where the names do not tell
  Level level = Level::unknown;
  Line line = Line::unknown;
  Standing standing = Standing::unknown;  ///< said outright; else it follows from the above
  std::string place{};                    ///< "organisations.xml:12"
};

/// Something in a table that cannot be used: data for `organs check`, or part of a Failure.
struct Flaw {
  std::string place{};  ///< "organisations.xml:12" or "机构.csv:7"
  std::string what{};   ///< Chinese / English
  std::string found{};
  std::string expected{};
  std::string advice{};  ///< what to do, Chinese / English

  /// All in one line.
  [[nodiscard]] std::string text() const;
};

/// Names that share a form: `standing` for all that match and are not in the table.
struct Shape {
  std::string id{};
  std::string pattern{};
  Standing standing = Standing::unknown;
  std::string place{};
};

/// One file or section as read. Later layers are laid over earlier ones.
struct Layer {
  std::string source{};   ///< what people call it
  std::string include{};  ///< path below the data root of a table to lie underneath; "" for none
  bool complete = false;  ///< an office's own file: an organ that is not in it is worth a word
  std::vector<Organ> organs{};
  std::vector<Shape> shapes{};
  std::vector<Flaw> flaws{};
};

/// Bounds on a table.
inline constexpr std::size_t kMostOrgans = 500'000;
inline constexpr std::size_t kLongestWord = 600;  ///< bytes of a name, alias, code or id
inline constexpr std::size_t kMostWords = 200;    ///< names, aliases or codes of one organ
inline constexpr std::uint64_t kLargestFile = 256ULL << 20;

}  // namespace guidang::organs

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guidang::text {

/// The levels of the law on guarding state secrets (保守国家秘密法), in rising order.
enum class SecrecyLevel {
  none,
  secret,         ///< 秘密
  highly_secret,  ///< 机密
  top_secret      ///< 绝密
};

/// 秘密, 机密, 绝密; empty for none.
[[nodiscard]] std::string_view to_text(SecrecyLevel level);

/// "none", "secret", "highly_secret", "top_secret": for JSON and profiles.
[[nodiscard]] std::string_view to_id(SecrecyLevel level);
[[nodiscard]] std::optional<SecrecyLevel> secrecy_level_of_id(std::string_view id);

/// A mark: level and, when given, for how long.
struct SecrecyMark {
  SecrecyLevel level = SecrecyLevel::none;
  std::string term;  ///< 10年, 6个月, 长期, 启用前, 2030年1月1日; empty when none is given
  bool has_term = false;

  /// 机密★1年, or 机密.
  [[nodiscard]] std::string to_text() const;
  bool operator==(const SecrecyMark&) const = default;
};

/// A mark and its place in the text.
struct FoundMark {
  SecrecyMark mark;
  std::size_t line = 0;  ///< 1-based, blank lines counted
};

// A mark is read in all its disguises: blanks and zero-width characters between the characters,
// full-width forms, 機密 絕密 祕密 ㊙, ★ ☆ ✭ * · or nothing before the term, 级 or 件 behind the
// level.

/// The mark that a line or a field *is*: alone, bracketed, behind a label (密级：机密), or beside a
/// copy number (份号), an urgency or a document number. nullopt when any other word is there:
/// 保密规定, 秘密等级 and 国家秘密 are no marks. The highest, when a line has several.
[[nodiscard]] std::optional<SecrecyMark> parse_secrecy_mark(std::string_view line_or_field);

/// The mark in a document's head. Its place is the first kHeadLines lines that are not blank, of
/// each the first 8 KiB. There it counts:
/// - while the body has not begun: a line that is a mark (parse_secrecy_mark), upright on two
///   lines too; the first or last part of a line where a gap (a tab, two blanks, U+3000 or
///   |) parts it from the rest; the first word of a line; a level in brackets at either end of a
///   line; level, star and term anywhere in a line, unless quoted;
/// - in all kHeadLines: a line that is a mark with a term, and a label with a level (密级：机密)
///   anywhere in a line.
/// The body begins behind the first line with a full stop (。) or a salutation (各…：).
/// A form that offers all levels to choose from holds a mark only where one is ticked.
/// Of several marks the highest is given.
[[nodiscard]] std::optional<FoundMark> find_head_mark(std::string_view text);
inline constexpr std::size_t kHeadLines = 40;

/// The mark in a file or folder name, or a path (`/` or `\`): a part between delimiters (ends,
/// blanks, digits, brackets, `_ - . + ★` …), never inside a title (保守国家秘密法, 《…》, “…”).
[[nodiscard]] std::optional<SecrecyMark> find_name_mark(std::string_view name);

/// 内部, 内部资料, 内部文件, 内部使用, 工作秘密, 注意保存, 不得外传 …: handled with care, but no
/// state secret and no level. True only when the line or field is such a word.
[[nodiscard]] bool is_control_mark(std::string_view line_or_field);

}  // namespace guidang::text

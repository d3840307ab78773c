// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/number/code_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "pipeline/failure.h"
#include "pipeline/text/utf8.h"

namespace guidang {
namespace {

constexpr char32_t kDot = U'\u00B7';
constexpr std::size_t kLongestValue = 40;
constexpr std::size_t kLongestCode = 400;
constexpr std::array<std::string_view, 10> kNames{
    "", "fonds", "category", "directory", "project", "year", "period", "organ", "volume", "number"};

/// Look-alikes to the two signs that standards use.
char32_t plain(char32_t c) {
  if (c == U'\u2022' || c == U'\u30FB' || c == U'\uFF65') return kDot;
  if ((c >= U'\u2010' && c <= U'\u2013') || c == U'\u2212' || c == U'\uFF0D') return U'-';
  return c;
}

std::u32string plain_points(std::string_view text) {
  std::u32string points;
  for (std::size_t pos = 0; pos < text.size();) points.push_back(plain(text::next(text, pos)));
  return points;
}

std::string to_utf8(std::u32string_view points) {
  std::string text;
  for (const char32_t c : points) text::append(text, c);
  return text;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_value(char32_t c) {
  return is_digit(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || text::is_han(c);
}

bool is_separator(char32_t c) { return c == kDot || c == U'-'; }

/// DA/T 22-2015 parts year, period and organ by hyphens, DA/T 13-2022 by dots.
bool same_sign(char32_t written, char32_t wanted) {
  return written == wanted || (is_separator(written) && is_separator(wanted));
}

bool starts_with(std::u32string_view text, std::u32string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(),
                    [](char32_t wanted, char32_t written) { return same_sign(written, wanted); });
}

Failure flaw(std::string_view pattern, std::string_view found) {
  return Failure(
      fmt::format("档号模板“{}”：{} / archival code pattern '{}': {}", pattern,
                  found.substr(0, found.find('|')), pattern, found.substr(found.find('|') + 1)),
      "例如 / for example: {fonds}-WS·{year}-{period}-{number:4}", ExitStatus::usage);
}

std::uint32_t to_number(std::u32string_view digits) {
  std::uint32_t number = 0;
  for (const char32_t c : digits) number = number * 10 + static_cast<std::uint32_t>(c - U'0');
  return number;
}

bool all_digits(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// 0 when it is not written as this program writes it.
std::uint32_t running_number(std::u32string_view digits, std::size_t width) {
  const bool padded = digits.size() > width && digits.front() == U'0';
  if (digits.size() < width || digits.size() > 9 || padded || !all_digits(digits)) return 0;
  return to_number(digits);
}

std::size_t value_length(std::u32string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_value) -
                                  text.begin());
}

}  // namespace

CodePattern::Part CodePattern::part_of(std::string_view name) {
  const auto* it = std::find(kNames.begin() + 1, kNames.end(), name);
  return it == kNames.end() ? Part::literal : static_cast<Part>(it - kNames.begin());
}

CodePattern CodePattern::read(const profile::Element& number_section) {
  const std::string& pattern = number_section.required("pattern");
  try {
    return CodePattern(pattern);
  } catch (const Failure& failure) {
    throw Failure(number_section.place() + ": " + failure.what(), failure.advice(),
                  ExitStatus::usage);
  }
}

CodePattern::CodePattern(std::string_view pattern) : text_(pattern) {
  std::u32string literal;
  bool optional = false;
  const auto end_literal = [&] {
    if (!literal.empty()) pieces_.push_back({Part::literal, to_utf8(literal), optional});
    literal.clear();
  };
  std::size_t pos = 0;
  while (pos < pattern.size()) {
    const std::size_t at = pos;
    const char32_t c = plain(text::next(pattern, pos));
    if (c == U'{') {
      const std::size_t close = pattern.find('}', at);
      if (close == std::string_view::npos) throw flaw(text_, "缺少 } |a } is missing");
      end_literal();
      add_field(pattern.substr(at + 1, close - at - 1), optional);
      pos = close + 1;
    } else if (c == U'[' || c == U']') {
      if ((c == U'[') == optional) throw flaw(text_, "[ ] 不成对|[ and ] do not pair");
      end_literal();
      optional = c == U'[';
    } else if (c == U'}' || c < U' ' || text::is_blank(c) || c == text::kReplacement) {
      throw flaw(text_, "有不能用的字符|a character that no code may have");
    } else {
      literal.push_back(c);
    }
  }
  if (optional) throw flaw(text_, "缺少 ] |a ] is missing");
  end_literal();
  check();
}

void CodePattern::add_field(std::string_view field, bool optional) {
  const std::size_t colon = field.find(':');
  const Part part = part_of(field.substr(0, colon));
  if (part == Part::literal) throw flaw(text_, "有不认识的名称|a name that is not known");
  if (running(part) != (colon != std::string_view::npos)) {
    throw flaw(
        text_,
        "件号和案卷号（只有它们）要写位数，如 {number:4}|running numbers, and only they, have "
        "a width: {number:4}");
  }
  if (running(part)) {
    const std::string_view width = field.substr(colon + 1);
    if (width.size() != 1 || width[0] < '1' || width[0] > '9') {
      throw flaw(text_, "件号、案卷号位数应为 1 至 9|the width of a number is 1 to 9");
    }
    (part == Part::volume ? volume_width_ : width_) = static_cast<std::size_t>(width[0] - '0');
  }
  pieces_.push_back({part, {}, optional});
}

bool CodePattern::has_group() const {
  return std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& p) { return p.optional; });
}

std::size_t CodePattern::first_running() const {
  return static_cast<std::size_t>(
      std::find_if(pieces_.begin(), pieces_.end(), [](const Piece& p) { return running(p.part); }) -
      pieces_.begin());
}

void CodePattern::check_ends() const {
  if (width_ == 0 || pieces_.back().part != Part::number || pieces_.back().optional) {
    throw flaw(text_, "件号应在最后|the number stands last");
  }
  if (!volumes()) return;
  const std::size_t size = pieces_.size();
  const bool before = size > 2 && pieces_[size - 3].part == Part::volume &&
                      pieces_[size - 2].part == Part::literal && !pieces_[size - 3].optional;
  if (!before) {
    throw flaw(text_,
               "案卷号应在件号之前，以分隔符相连|the number of the volume stands before that of "
               "the item, a sign between them");
  }
}

void CodePattern::check_neighbours(std::size_t index) const {
  if (index == 0) return;
  const Piece& piece = pieces_[index];
  const Piece& before = pieces_[index - 1];
  const bool bare_field =
      piece.part != Part::literal &&
      (before.part != Part::literal || is_value(plain_points(before.literal).back()));
  const bool grown_on = piece.part == Part::literal && before.part != Part::literal &&
                        is_value(plain_points(piece.literal).front());
  if (bare_field || grown_on) {
    throw flaw(text_, "各部分之间应有分隔符|parts are separated by signs");
  }
}

void CodePattern::check() const {
  check_ends();
  std::array<int, kNames.size()> uses{};
  std::size_t groups = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.part != Part::literal && ++uses[static_cast<std::size_t>(piece.part)] > 1) {
      throw flaw(text_, "同一名称出现两次|a name stands twice");
    }
    check_neighbours(i);
    if (!piece.optional || (i > 0 && pieces_[i - 1].optional)) continue;
    ++groups;
    const bool one_field = piece.part == Part::literal && pieces_[i + 1].optional &&
                           pieces_[i + 1].part != Part::literal && !pieces_[i + 2].optional;
    if (groups > 1 || !one_field || pieces_[i + 1].part == Part::year) {
      throw flaw(text_,
                 "[ ] 只能用一次，内为分隔符和一个名称（年度除外）|[ ] is used once, around a sign "
                 "and one name that is not the year");
    }
  }
}

bool CodePattern::names(std::string_view part) const {
  const Part wanted = part_of(part);
  return wanted != Part::literal && std::any_of(pieces_.begin(), pieces_.end(),
                                                [&](const Piece& p) { return p.part == wanted; });
}

std::string CodePattern::value_of(const CodeParts& parts, Part part) {
  switch (part) {
    case Part::fonds:
      return parts.fonds;
    case Part::category:
      return parts.category;
    case Part::directory:
      return parts.directory;
    case Part::project:
      return parts.project;
    case Part::period:
      return parts.period;
    case Part::organ:
      return parts.organ;
    default:
      return parts.year >= 1000 && parts.year <= 2999 ? std::to_string(parts.year) : "";
  }
}

std::string CodePattern::checked_value(const CodeParts& parts, Part part) const {
  const std::string value = value_of(parts, part);
  const std::u32string points = plain_points(value);
  bool fits = !points.empty() && points.size() <= kLongestValue;
  bool after_value = false;
  for (const char32_t c : points) {
    // With a part that may be left out, nobody could tell a level from it.
    const bool level = c == kDot && part == Part::category && after_value && !has_group();
    fits = fits && (is_value(c) || level);
    after_value = is_value(c);
  }
  if (!fits || !after_value) {
    const std::string_view name = kNames[static_cast<std::size_t>(part)];
    throw Failure(fmt::format("档号的 {} 不能是“{}” / '{}' cannot be the {} of an archival code",
                              name, value, value, name),
                  "只能用字母、数字和汉字 / letters, digits and Han only", ExitStatus::usage);
  }
  return to_utf8(points);
}

std::string CodePattern::series(const CodeParts& parts) const {
  std::string series;
  const std::size_t end = first_running();
  for (std::size_t i = 0; i < end; ++i) {
    const Piece& piece = pieces_[i];
    const bool literal = piece.part == Part::literal;
    const Part named = literal && piece.optional ? pieces_[i + 1].part : piece.part;
    if (piece.optional && value_of(parts, named).empty()) continue;
    series += literal ? piece.literal : checked_value(parts, piece.part);
  }
  return series;
}

std::string CodePattern::code(std::string_view series, std::uint32_t number) const {
  if (number == 0 || number > kLargest) throw std::logic_error("a running number is 1 to 9 digits");
  return fmt::format("{}{:0{}}", series, number, volumes() ? volume_width_ : width_);
}

std::string CodePattern::item_code(std::string_view volume_code, std::uint32_t number) const {
  if (!volumes()) throw std::logic_error("the pattern has no volumes");
  if (number == 0 || number > kLargest) throw std::logic_error("a running number is 1 to 9 digits");
  return fmt::format("{}{}{:0{}}", volume_code, pieces_[pieces_.size() - 2].literal, number,
                     width_);
}

std::string CodePattern::format(const CodeParts& parts) const {
  if (!volumes()) return code(series(parts), parts.number);
  return item_code(code(series(parts), parts.volume), parts.number);
}

std::optional<CodeParts> CodePattern::parse(std::string_view code) const {
  return parse_upto(code, pieces_.size());
}

std::optional<CodeParts> CodePattern::parse_volume(std::string_view code) const {
  if (!volumes()) return std::nullopt;
  return parse_upto(code, first_running() + 1);
}

std::optional<CodeParts> CodePattern::parse_upto(std::string_view code, std::size_t end) const {
  code = text::trim(code);
  if (code.size() > kLongestCode) return std::nullopt;
  Reading reading{.end = end};
  if (!read_from(0, plain_points(code), reading)) return std::nullopt;
  return reading.parts;
}

bool CodePattern::read_from(std::size_t index, std::u32string_view rest, Reading& reading) const {
  if (index == reading.end) return rest.empty();
  const Piece& piece = pieces_[index];
  if (piece.part == Part::literal) {
    const std::u32string literal = plain_points(piece.literal);
    if (starts_with(rest, literal)) {
      Reading with = reading;
      if (read_from(index + 1, rest.substr(literal.size()), with)) {
        reading = std::move(with);
        return true;
      }
    }
    return piece.optional && read_from(index + 2, rest, reading);
  }
  if (piece.part == Part::category && !has_group()) return read_category(index, rest, reading);
  const std::size_t length = value_length(rest);
  return read_value(piece, rest.substr(0, length), reading.parts) &&
         read_from(index + 1, rest.substr(length), reading);
}

/// All that follows has a fixed number of signs, so that one number of levels fits at most.
bool CodePattern::read_category(std::size_t index, std::u32string_view rest,
                                Reading& reading) const {
  std::size_t length = 0;
  for (;;) {
    const std::size_t level = value_length(rest.substr(length));
    if (level == 0) return false;
    length += level;
    Reading with = reading;
    if (read_value(pieces_[index], rest.substr(0, length), with.parts) &&
        read_from(index + 1, rest.substr(length), with)) {
      reading = std::move(with);
      return true;
    }
    if (length == rest.size() || rest[length] != kDot) return false;
    ++length;
  }
}

bool CodePattern::read_value(const Piece& piece, std::u32string_view value,
                             CodeParts& parts) const {
  if (value.empty() || value.size() > kLongestValue) return false;
  switch (piece.part) {
    case Part::year:
      parts.year = value.size() == 4 && all_digits(value) ? static_cast<int>(to_number(value)) : 0;
      return parts.year >= 1000 && parts.year <= 2999;
    case Part::volume:
      parts.volume = running_number(value, volume_width_);
      return parts.volume != 0;
    case Part::number:
      parts.number = running_number(value, width_);
      return parts.number != 0;
    case Part::fonds:
      parts.fonds = to_utf8(value);
      break;
    case Part::category:
      parts.category = to_utf8(value);
      break;
    case Part::directory:
      parts.directory = to_utf8(value);
      break;
    case Part::project:
      parts.project = to_utf8(value);
      break;
    case Part::period:
      parts.period = to_utf8(value);
      break;
    default:
      parts.organ = to_utf8(value);
      break;
  }
  return true;
}

std::uint32_t start_number(const profile::Element& number_section) {
  constexpr long long kHighestStart = 1'000'000;
  const long long start = number_section.number("start", 1);
  if (start < 1 || start > kHighestStart) {
    throw number_section.flaw(fmt::format("start=\"{}\"", start), "1 – 1000000");
  }
  return static_cast<std::uint32_t>(start);
}

}  // namespace guidang

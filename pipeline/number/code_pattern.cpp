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
constexpr std::array<std::string_view, 7> kNames{"",       "fonds", "category", "year",
                                                 "period", "organ", "number"};

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
  if ((part == Part::number) != (colon != std::string_view::npos)) {
    throw flaw(text_,
               "件号（只有件号）要写位数，如 {number:4}|the number, and only it, has a width: "
               "{number:4}");
  }
  if (part == Part::number) {
    const std::string_view width = field.substr(colon + 1);
    if (width.size() != 1 || width[0] < '1' || width[0] > '9') {
      throw flaw(text_, "件号位数应为 1 至 9|the width of the number is 1 to 9");
    }
    width_ = static_cast<std::size_t>(width[0] - '0');
  }
  pieces_.push_back({part, {}, optional});
}

void CodePattern::check() const {
  if (width_ == 0 || pieces_.back().part != Part::number || pieces_.back().optional) {
    throw flaw(text_, "件号应在最后|the number stands last");
  }
  std::array<int, kNames.size()> uses{};
  std::size_t groups = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.part != Part::literal && ++uses[static_cast<std::size_t>(piece.part)] > 1) {
      throw flaw(text_, "同一名称出现两次|a name stands twice");
    }
    const bool bare_field = i > 0 && piece.part != Part::literal &&
                            (pieces_[i - 1].part != Part::literal ||
                             is_value(plain_points(pieces_[i - 1].literal).back()));
    const bool grown_on = i > 0 && piece.part == Part::literal &&
                          pieces_[i - 1].part != Part::literal &&
                          is_value(plain_points(piece.literal).front());
    if (bare_field || grown_on) {
      throw flaw(text_, "各部分之间应有分隔符|parts are separated by signs");
    }
    if (piece.optional && (i == 0 || !pieces_[i - 1].optional)) {
      ++groups;
      const bool one_field = piece.part == Part::literal && pieces_[i + 1].optional &&
                             pieces_[i + 1].part != Part::literal && !pieces_[i + 2].optional;
      if (groups > 1 || !one_field || pieces_[i + 1].part == Part::year) {
        throw flaw(text_,
                   "[ ] 只能用一次，内为分隔符和一个名称（年度除外）|[ ] is used once, around a "
                   "sign and one name that is not the year");
      }
    }
  }
}

bool CodePattern::names(std::string_view part) const {
  const Part wanted = part_of(part);
  return wanted != Part::literal && std::any_of(pieces_.begin(), pieces_.end(),
                                                [&](const Piece& p) { return p.part == wanted; });
}

std::string CodePattern::series(const CodeParts& parts) const {
  const auto value_of = [&](Part part) -> std::string {
    switch (part) {
      case Part::fonds:
        return parts.fonds;
      case Part::category:
        return parts.category;
      case Part::period:
        return parts.period;
      case Part::organ:
        return parts.organ;
      default:
        return parts.year >= 1000 && parts.year <= 2999 ? std::to_string(parts.year) : "";
    }
  };
  std::string series;
  for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const bool literal = piece.part == Part::literal;
    const Part named = literal && piece.optional ? pieces_[i + 1].part : piece.part;
    if (piece.optional && value_of(named).empty()) continue;
    if (literal) {
      series += piece.literal;
      continue;
    }
    const std::string value = value_of(piece.part);
    const std::u32string points = plain_points(value);
    if (points.empty() || points.size() > kLongestValue ||
        !std::all_of(points.begin(), points.end(), is_value)) {
      const std::string_view name = kNames[static_cast<std::size_t>(piece.part)];
      throw Failure(fmt::format("档号的 {} 不能是“{}” / '{}' cannot be the {} of an archival code",
                                name, value, value, name),
                    "只能用字母、数字和汉字 / letters, digits and Han only", ExitStatus::usage);
    }
    series += value;
  }
  return series;
}

std::string CodePattern::code(std::string_view series, std::uint32_t number) const {
  if (number == 0 || number > kLargest) throw std::logic_error("a running number is 1 to 9 digits");
  return fmt::format("{}{:0{}}", series, number, width_);
}

std::optional<CodeParts> CodePattern::parse(std::string_view code) const {
  code = text::trim(code);
  if (code.size() > kLongestCode) return std::nullopt;
  CodeParts parts;
  if (!read_from(0, plain_points(code), parts)) return std::nullopt;
  return parts;
}

bool CodePattern::read_from(std::size_t index, std::u32string_view rest, CodeParts& parts) const {
  if (index == pieces_.size()) return rest.empty();
  const Piece& piece = pieces_[index];
  if (piece.part == Part::literal) {
    const std::u32string literal = plain_points(piece.literal);
    if (starts_with(rest, literal)) {
      CodeParts with = parts;
      if (read_from(index + 1, rest.substr(literal.size()), with)) {
        parts = std::move(with);
        return true;
      }
    }
    return piece.optional && read_from(index + 2, rest, parts);
  }
  const auto* const end = std::find_if_not(rest.begin(), rest.end(), is_value);
  const std::u32string_view value = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  if (value.empty() || value.size() > kLongestValue) return false;
  switch (piece.part) {
    case Part::year:
      if (value.size() != 4 || !std::all_of(value.begin(), value.end(), is_digit)) return false;
      parts.year = static_cast<int>(to_number(value));
      if (parts.year < 1000 || parts.year > 2999) return false;
      break;
    case Part::number:
      if (value.size() < width_ || value.size() > 9 ||
          (value.size() > width_ && value.front() == U'0') ||
          !std::all_of(value.begin(), value.end(), is_digit)) {
        return false;
      }
      parts.number = to_number(value);
      if (parts.number == 0) return false;
      break;
    case Part::fonds:
      parts.fonds = to_utf8(value);
      break;
    case Part::category:
      parts.category = to_utf8(value);
      break;
    case Part::period:
      parts.period = to_utf8(value);
      break;
    default:
      parts.organ = to_utf8(value);
      break;
  }
  return read_from(index + 1, rest.substr(value.size()), parts);
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

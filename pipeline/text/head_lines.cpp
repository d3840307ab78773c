// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/head_lines.h"

#include <algorithm>

#include "pipeline/text/cursor.h"
#include "pipeline/text/mark_form.h"
#include "pipeline/text/secrecy_mark.h"

namespace guidang::text {
namespace {

/// Marks of a body: a sentence that ends, or the salutation to those addressed.
bool begins_body(const std::u32string& form) {
  constexpr std::size_t kShortestSentence = 10;
  const bool sentence =
      form.size() >= kShortestSentence && form.find(U'。') != std::u32string::npos;
  const bool salutation = form.starts_with(U'各') && form.ends_with(U':');
  return sentence || salutation;
}

/// The next line, without the need to split a text of megabytes for its first lines.
std::string_view take_line(std::string_view text, std::size_t& pos) {
  const std::size_t start = pos;
  while (pos < text.size()) {
    const std::size_t end = pos;
    const char32_t c = next(text, pos);
    if (c == U'\r' && pos < text.size() && text[pos] == '\n') ++pos;
    if ((c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029) {
      return text.substr(start, end - start);
    }
  }
  return text.substr(start);
}

/// Cuts a line at its gaps.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  Cursor at(line);
  while (!at.at_end()) {
    const std::size_t gap = at.pos();
    int blanks = 0;
    bool wide = false;
    while (is_blank(at.peek()) || at.peek() == U'|' || at.peek() == U'｜') {
      const char32_t c = at.next();
      wide = wide || c == U'\t' || c == U'　' || c == U'|' || c == U'｜';
      ++blanks;
    }
    if (wide || blanks >= 2) {
      if (gap > begin) parts.push_back(line.substr(begin, gap - begin));
      begin = at.pos();
    }
    at.next();
  }
  if (begin < line.size()) parts.push_back(line.substr(begin));
  return parts;
}

}  // namespace

std::vector<HeadLine> head_lines(std::string_view text) {
  std::vector<HeadLine> result;
  bool in_body = false;
  std::size_t number = 0;
  // Blank lines are bounded too, for texts of nothing else.
  constexpr std::size_t kMostLines = 4000;
  for (std::size_t pos = 0; pos < text.size() && result.size() < kHeadLines;) {
    const std::string_view line = take_line(text, pos);
    if (++number > kMostLines) break;
    std::u32string form = mark_form(line);
    if (form.empty()) continue;
    const bool begins = begins_body(form);
    result.push_back({number, line, std::move(form), in_body});
    in_body = in_body || begins;
  }
  return result;
}

std::vector<std::u32string> outer_parts(std::string_view line) {
  std::vector<std::u32string> forms;
  for (const std::string_view part : parts_of(line.substr(0, kLongestHeadLine))) {
    std::u32string form = mark_form(part);
    if (!form.empty()) forms.push_back(std::move(form));
  }
  std::vector<std::u32string> result;
  if (forms.size() < 2) return result;
  // A neighbour of one character tells a title set wide (机 密 文 件), not a mark.
  constexpr std::size_t kMostJoined = 6;
  const auto join = [&](auto begin, auto end) {
    std::u32string joined;
    std::size_t count = 0;
    for (auto part = begin; part != end && count < kMostJoined; ++part) {
      joined += *part;
      ++count;
      const auto behind = std::next(part);
      if (behind == end) break;
      if (count == 1 || behind->size() > 1) result.push_back(joined);
    }
  };
  join(forms.begin(), forms.end());
  const std::u32string last = forms.back();
  result.push_back(last);
  if (forms.size() >= 3 && last.size() < 8 && forms[forms.size() - 2].size() == 1 &&
      forms[forms.size() - 3].size() > 1) {
    result.push_back(forms[forms.size() - 2] + last);
  }
  return result;
}

}  // namespace guidang::text

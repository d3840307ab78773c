// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/title_block.h"

#include <algorithm>
#include <array>

#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// Words that no title begins with: a line that does goes on with the one above.
constexpr auto kGoesOn =
    std::to_array<std::string_view>({"的", "》", "及", "和", "与", "暨", "、", "等", "工作的"});

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) break;
  }
  return text.empty() ? U'\0' : text::next(text, at);
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : text::next(text, at);
}

bool is_latin(char32_t c) { return c > U' ' && c < 0x250; }

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    if (!text::is_blank(text::next(text, pos))) continue;
    if (at > start) words.push_back(text.substr(start, at - start));
    start = pos;
  }
  if (start < text.size()) words.push_back(text.substr(start));
  return words;
}

// How many of the lines make the title. A title over several lines ends in a kind of document;
// where none does, the first line alone is the title, with what its open brackets need.
std::size_t lines_of_title(std::span<const Line> lines, std::span<const std::size_t> run) {
  constexpr std::size_t kMostLines = 8;
  constexpr std::size_t kLongest = 600;      // bytes
  constexpr std::size_t kLongestLine = 180;  // bytes of any line but the first
  if (const std::size_t count = title_by_look(lines, run); count > 0) return count;
  std::string flat;
  std::size_t closed = 0;
  for (std::size_t n = 0; n < run.size() && n < kMostLines; ++n) {
    const Line& line = lines[run[n]];
    if (n > 0 && (line.flat.size() > kLongestLine || flat.size() > kLongest)) break;
    // A page may print the title twice.
    if (n > 0 && closed > 0 && flat.starts_with(line.flat)) break;
    flat += line.flat;
    if (closed == 0 && balanced(flat)) closed = n + 1;
    const bool goes_on = n + 1 < run.size() && starting(lines[run[n + 1]].flat, kGoesOn) != 0;
    if (!goes_on && is_complete_title(flat)) return n + 1;
  }
  return std::max<std::size_t>(closed, 1);
}

// Plain lines from `n` on with nothing but furniture between them.
std::span<const std::size_t> run_from(std::span<const Line> lines,
                                      std::span<const std::size_t> plain, std::size_t n) {
  std::size_t end = n + 1;
  for (; end < plain.size(); ++end) {
    const auto from = lines.begin() + static_cast<std::ptrdiff_t>(plain[end - 1]) + 1;
    const auto to = lines.begin() + static_cast<std::ptrdiff_t>(plain[end]);
    if (!std::all_of(from, to, [](const Line& between) { return between.furniture; })) break;
  }
  return plain.subspan(n, end - n);
}

}  // namespace

bool is_complete_title(std::string_view flat) {
  return balanced(flat) && type_of_title(flat).has_value();
}

std::string join_title(std::span<const std::string_view> parts) {
  // No title is longer; what runs on is not gone through word by word.
  constexpr std::size_t kMostCharacters = 2500;
  std::string title;
  for (const std::string_view part : parts) {
    for (const std::string_view word : words_of(text::prefix(text::trim(part), kMostCharacters))) {
      const bool latin = is_latin(last_of(title)) && is_latin(first_of(word));
      // A joint document parts its organs by a blank: the only blank a Chinese title has.
      const bool organs = !title.empty() && !contains(title, "关于") &&
                          is_organ(flatten(word.substr(0, word.find("关于")))) &&
                          is_organ(flatten(title.substr(title.rfind(' ') + 1)));
      if (!title.empty() && (latin || organs)) title += ' ';
      title += word;
    }
  }
  return title;
}

void collect_titles(std::span<const Line> lines, std::span<const std::size_t> plain, Zones& zones) {
  const std::size_t number = zones.numbers.empty() ? lines.size() : zones.numbers.front().line;
  for (std::size_t n = 0; n < plain.size();) {
    const std::span<const std::size_t> run = run_from(lines, plain, n);
    const bool organs_only =
        std::all_of(run.begin(), run.end(), [&](std::size_t i) { return is_organ(lines[i].flat); });
    if (organs_only && run.front() < number && number < lines.size()) {
      zones.masthead.insert(zones.masthead.end(), run.begin(), run.end());
      n += run.size();
      continue;
    }
    const std::size_t count = lines_of_title(lines, run);
    std::vector<std::string_view> parts;
    std::string flat;
    for (const std::size_t i : run.first(count)) {
      parts.push_back(lines[i].text);
      flat += lines[i].flat;
    }
    TitleBlock block;
    block.first = run.front();
    block.last = run[count - 1];
    block.after_number = block.first > number;
    block.text = join_title(parts);
    block.complete = is_complete_title(flat);
    zones.titles.push_back(std::move(block));
    n += count;
  }
}

}  // namespace guidang::describe

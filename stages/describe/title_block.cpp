// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/title_block.h"

#include <algorithm>
#include <array>

#include "pipeline/text/document_number.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// Words that no title begins with: a line that does goes on with the one above.
constexpr auto kGoesOn =
    std::to_array<std::string_view>({"的", "》", "及", "和", "与", "暨", "、", "等", "工作的"});

// Words that titles end in without being a kind of document.
constexpr auto kTitleEnds = std::to_array<std::string_view>(
    {"措施", "安排", "倡议书",   "公开信", "解读",   "说明",   "声明", "答复",   "须知",
     "指南", "法典", "宪法",     "清单",   "建议",   "指引",   "提示", "修正案", "政策",
     "举措", "情况", "答记者问", "概况",   "意见书", "说明书", "材料", "贺信",   "慰问信",
     "讲稿", "议程", "名录",     "表",     "十条",   "总则",   "汇报", "提案"});

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

// Whether a line of the head goes on with the title above it.
bool goes_on(std::string_view flat) {
  constexpr auto kVersions = std::to_array<std::string_view>(
      {"试行", "暂行", "草案", "稿", "修订", "修正", "年版", "摘要", "节选"});
  constexpr std::size_t kLongestVersion = 45;
  if (starting(flat, kGoesOn) != 0 || flat == "政策解读" || flat == "解读") return true;
  return flat.starts_with('(') && flat.ends_with(')') && flat.size() < kLongestVersion &&
         contains_any(flat, kVersions);
}

// …的通知…的通知: printed twice without anything between.
std::string_view once(std::string_view title) {
  const std::size_t half = title.size() / 2;
  constexpr std::size_t kShortest = 24;
  const bool twice =
      title.size() % 2 == 0 && half >= kShortest && title.substr(0, half) == title.substr(half);
  return twice ? title.substr(0, half) : title;
}

bool is_closed_title(std::string_view flat, bool several) {
  while (flat.ends_with(')')) {
    const std::size_t at = flat.rfind('(');
    if (at == std::string_view::npos || at == 0) break;
    flat = flat.substr(0, at);
  }
  constexpr auto kQuotes = std::to_array<std::string_view>({"》", "”"});
  const std::string_view name = flat.substr(0, flat.size() - ending(flat, kQuotes));
  if (is_complete_title(flat)) return true;
  // Only what begins like a title is held together by its end.
  if (several && !contains(name, "关于")) return false;
  // 关于印发…若干措施 still wants its 的通知.
  constexpr auto kWants = std::to_array<std::string_view>({"印发", "转发", "批转", "下发"});
  return balanced(flat) && ending(name, kTitleEnds) != 0 && !contains_any(name, kWants);
}

// What is glued to the front of a title and is none of it: rules of the page, the number (also the
// end of one that a line end cut).
std::string_view without_lead(std::string_view title) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"—", "─", "━", "－", "-", "_", "=", "*", "#", "·", "•", "★"});
  while (starting(title, kMarks) != 0) title.remove_prefix(starting(title, kMarks));
  constexpr std::size_t kLongestLead = 120;
  std::size_t length = 0;
  if (contains(title.substr(0, kLongestLead), "号")) {
    const auto numbers = text::find_document_numbers(text::prefix(title, kLongestLead / 3));
    if (!numbers.empty() && numbers.front().offset == 0 && !numbers.front().suggested) {
      length = numbers.front().length;
    } else {
      while (length < 5 && length < title.size() && title[length] >= '0' && title[length] <= '9') {
        ++length;
      }
      constexpr std::string_view kNumber = "号";
      // 发〔〕号: a number that lost its digits.
      constexpr std::string_view kEmpty = "〔〕号";
      const std::size_t empty = title.find(kEmpty);
      if (empty < 36) length = empty + kEmpty.size() - kNumber.size();
      const bool cut = length > 0 && title.substr(length).starts_with(kNumber);
      length = cut ? length + kNumber.size() : 0;
    }
  }
  const std::string_view rest = title.substr(length);
  const bool begins = contains(rest, "关于") || is_complete_title(flatten(rest));
  return length > 0 && begins ? text::trim(rest) : title;
}

// How many of the lines make the title. A title over several lines ends in a kind of document;
// where none does, the first lines that end as titles do, or the first line alone with what its
// open brackets need.
std::size_t lines_of_title(std::span<const Line> lines, std::span<const std::size_t> run) {
  constexpr std::size_t kMostLines = 8;
  constexpr std::size_t kLongest = 600;      // bytes
  constexpr std::size_t kLongestLine = 180;  // bytes of any line but the first
  if (const std::size_t count = title_by_look(lines, run); count > 0) return count;
  std::string flat;
  std::size_t balance = 0;
  for (std::size_t n = 0; n < run.size() && n < kMostLines; ++n) {
    const Line& line = lines[run[n]];
    if (n > 0 && (line.flat.size() > kLongestLine || flat.size() > kLongest)) break;
    // A page may print the title twice.
    if (n > 0 && balance > 0 && flat.starts_with(line.flat)) break;
    flat += line.flat;
    if (balance == 0 && balanced(flat)) balance = n + 1;
    if (n + 1 < run.size() && goes_on(lines[run[n + 1]].flat)) continue;
    if (is_closed_title(flat, n > 0)) return n + 1;
  }
  return std::max<std::size_t>(balance, 1);
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
      constexpr std::size_t kShortestButton = 12;
      if (!title.empty() && word.size() >= kShortestButton && is_furniture(flatten(word))) continue;
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
    block.name = once(without_lead(block.text));
    block.complete = is_complete_title(flat);
    block.closed = block.complete || is_closed_title(flat, block.first != block.last);
    zones.titles.push_back(std::move(block));
    n += count;
  }
}

}  // namespace guidang::describe

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

constexpr std::array<std::string_view, 12> kGoesOn{"的",   "关于", "》", "》的", "及",   "和",
                                                   "与",   "暨",   "有关", "等",   "工作的", "、"};

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

// Whether the line goes on with the title above it.
bool goes_on(const std::string& above, const Line& line, bool first_is_organ) {
  if (!balanced(above)) return true;
  if (starting(line.flat, kGoesOn) != 0) {
    // 关于… below a complete title is the title of the next text.
    return !line.flat.starts_with("关于") || first_is_organ;
  }
  if (is_complete_title(above)) return false;
  // A page that lost its line ends: the next word belongs here only when it ends the title.
  if (line.piece) return first_is_organ || is_complete_title(above + line.flat);
  return true;
}

}  // namespace

bool is_complete_title(std::string_view flat) {
  return balanced(flat) && type_of_title(flat).has_value();
}

std::string join_title(std::span<const std::string_view> parts) {
  std::string title;
  for (const std::string_view part : parts) {
    for (const std::string_view word : words_of(text::trim(part))) {
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
  std::size_t n = 0;
  while (n < plain.size()) {
    TitleBlock block;
    block.first = block.last = plain[n];
    std::vector<std::string_view> parts{lines[plain[n]].text};
    std::string flat = lines[plain[n]].flat;
    bool organs_only = is_organ(flat);
    for (++n; n < plain.size(); ++n) {
      const Line& line = lines[plain[n]];
      // Furniture between two lines of a title does no harm; an element of its own ends it.
      const bool apart = std::any_of(
          lines.begin() + static_cast<std::ptrdiff_t>(block.last) + 1,
          lines.begin() + static_cast<std::ptrdiff_t>(plain[n]),
          [](const Line& between) { return !between.furniture; });
      if (apart || flat.size() > kFlatBytes || !goes_on(flat, line, organs_only)) break;
      organs_only = organs_only && is_organ(line.flat);
      flat += line.flat;
      parts.push_back(line.text);
      block.last = plain[n];
    }
    block.after_number = block.first > number;
    if (organs_only && block.first < number && number < lines.size()) {
      for (std::size_t i = block.first; i <= block.last; ++i) zones.masthead.push_back(i);
      continue;
    }
    block.text = join_title(parts);
    block.complete = is_complete_title(flat);
    zones.titles.push_back(std::move(block));
  }
}

}  // namespace guidang::describe

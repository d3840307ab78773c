// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/oddities.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostParts = 500;
constexpr std::size_t kShownParts = 20;
constexpr std::size_t kShownName = 30;  // characters

struct Part {
  std::string place{};
  std::string name{};
};

constexpr auto kHanDigits =
    std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});

// Bytes of a Chinese or Arabic number below a thousand.
std::size_t number_length(std::string_view text) {
  constexpr std::size_t kMost = 4;
  std::size_t at = 0;
  for (std::size_t count = 0; count < kMost && at < text.size(); ++count) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const std::size_t length = digit ? 1 : starting(text.substr(at), kHanDigits);
    if (length == 0) break;
    at += length;
  }
  return at;
}

// 第一篇：甲制度, 篇二 乙制度: bytes of the word; 0 when the text does not begin so.
std::size_t chapter_word(std::string_view text) {
  constexpr std::string_view kPiece = "篇";
  constexpr std::string_view kOrdinal = "第";
  if (text.starts_with(kOrdinal)) {
    const std::size_t number = number_length(text.substr(kOrdinal.size()));
    const std::string_view rest = text.substr(kOrdinal.size() + number);
    return number != 0 && rest.starts_with(kPiece) ? kOrdinal.size() + number + kPiece.size() : 0;
  }
  if (!text.starts_with(kPiece)) return 0;
  const std::size_t number = number_length(text.substr(kPiece.size()));
  return number == 0 ? 0 : kPiece.size() + number;
}

// Parts that are counted in so many words, at a line's start or behind a blank in a line without
// ends.
std::vector<Part> counted_parts(const Reading& reading) {
  constexpr auto kAfter = std::to_array<std::string_view>({":", "：", " ", "　", "\t"});
  std::vector<Part> parts;
  for (const Line& line : reading.lines) {
    if (line.furniture) continue;
    bool boundary = true;
    for (std::size_t pos = 0; pos < line.text.size() && parts.size() < kMostParts;) {
      const std::size_t at = pos;
      const char32_t c = text::next(line.text, pos);
      if (boundary && (c == U'第' || c == U'篇')) {
        const std::size_t word = chapter_word(line.text.substr(at));
        const std::string_view rest = line.text.substr(at + word);
        if (word != 0 && (rest.empty() || starting(rest, kAfter) != 0)) {
          parts.push_back(
              {line.place(), std::string{text::prefix(line.text.substr(at), kShownName)}});
        }
      }
      boundary = text::is_blank(c);
    }
  }
  return parts;
}

bool is_complete_line_title(std::string_view flat) {
  return balanced(flat) && type_of_title(flat).has_value();
}

// Ends in one of the fifteen kinds: a document about a collection is none.
bool is_statutory(std::string_view flat) {
  const auto type = text::document_type_of_title(flat);
  return type && text::info(type->type).group == text::TypeGroup::statutory;
}

bool begins_sheet(const Line& line) {
  return is_masthead(line.flat) && line.flat.ends_with("文件");
}

// Heads of documents, one below another: number or masthead with a title near, each but the last
// closed by a date of its own. A document and the one that it forwards are no collection.
std::vector<Part> headed_parts(const Reading& reading) {
  constexpr std::size_t kNear = 6;
  constexpr std::size_t kLongestTitle = 300;
  const std::vector<Line>& lines = reading.lines;
  std::vector<Part> parts;
  bool closed = true;
  for (std::size_t i = 0; i < lines.size() && parts.size() < kMostParts; ++i) {
    const Line& line = lines[i];
    if (line.furniture) continue;
    const bool sheet = begins_sheet(line);
    if (!sheet && !own_number(line, reading.settings->codes)) {
      closed = closed || date_line(line).has_value();
      continue;
    }
    if (!closed) continue;
    std::size_t from = i;
    for (std::size_t back = 0; back < 3 && from > 0 && parts.empty(); ++back) --from;
    for (std::size_t n = from; n < lines.size() && n < i + kNear; ++n) {
      const std::string& flat = lines[n].flat;
      if (lines[n].furniture || flat.size() > kLongestTitle || is_body(lines[n])) continue;
      if (!is_complete_line_title(flat)) continue;
      parts.push_back({line.place(), std::string{text::prefix(lines[n].text, kShownName)}});
      closed = false;
      break;
    }
  }
  return parts;
}

bool sends_another(const Reading& reading) {
  constexpr auto kSends = std::to_array<std::string_view>({"印发", "转发", "批转", "发布"});
  return std::any_of(reading.zones.titles.begin(), reading.zones.titles.end(),
                     [&](const TitleBlock& block) { return contains_any(block.text, kSends); });
}

// (最新5篇), 范本5篇: as many texts as pages of samples promise.
bool counts_texts(std::string_view start) {
  constexpr std::string_view kPiece = "篇";
  const std::size_t at = start.find(kPiece);
  if (at == std::string_view::npos || at == 0) return false;
  const char before = start[at - 1];
  return before >= '2' && before <= '9' && !contains(start.substr(0, at), "第");
}

bool names_collection(std::string_view start) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"汇编", "选编", "文件集", "制度全集", "制度大全"});
  std::size_t word = std::string_view::npos;
  for (const std::string_view name : kWords) word = std::min(word, start.find(name));
  if (word == std::string_view::npos) return counts_texts(start);
  // 关于印发《制度汇编》的通知 is one document about a collection.
  const std::string_view before = start.substr(0, word);
  return !contains(before, "《") && !contains(start, "关于") && !contains(before, "。") &&
         !contains(before, ",");
}

// 某某制度汇编: a text that calls itself a collection, in its title or on its first lines.
const Line* named_collection(const Reading& reading) {
  constexpr std::size_t kFirstLines = 6;
  constexpr std::size_t kTitle = 150;  // bytes
  std::size_t seen = 0;
  const std::vector<Line>& lines = reading.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].furniture || lines[i].piece) continue;
    if (++seen > kFirstLines) break;
    // A line that was cut at its blanks is one again: 制度汇 编.
    std::string start = lines[i].flat.substr(0, kTitle);
    for (std::size_t n = i + 1; n < lines.size() && lines[n].piece && start.size() < kTitle; ++n) {
      start += lines[n].flat.substr(0, kTitle);
    }
    if (names_collection(start) && !is_statutory(lines[i].flat)) return &lines[i];
  }
  return nullptr;
}

// 三、学习制度 alone on a line: the heading of a text in a collection.
bool heads_text(const Line& line) {
  constexpr std::size_t kLongest = 100;
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"制度", "规定", "办法", "职责", "守则", "规则", "细则", "程序", "通知", "意见", "方案"});
  constexpr auto kMarks = std::to_array<std::string_view>({"。", ",", ";", ":", "…"});
  if (line.furniture || line.piece || line.flat.size() > kLongest) return false;
  return ending(line.flat, kEnds) != 0 && !contains_any(line.flat, kMarks);
}

Finding finding_of(const std::vector<Part>& parts) {
  Finding finding;
  finding.code = kCollection;
  finding.severity = Severity::hold;  // filed as one, all but the first would be lost
  finding.place = parts.front().place;
  finding.found = std::to_string(parts.size()) + " 份 / documents: ";
  for (std::size_t i = 0; i < parts.size() && i < kShownParts; ++i) {
    if (i > 0) finding.found += "；";
    finding.found += parts[i].place + " " + parts[i].name;
  }
  if (parts.size() > kShownParts) finding.found += "…";
  return finding;
}

}  // namespace

std::vector<Finding> collection_of(const Reading& reading) {
  const std::vector<Part> counted = counted_parts(reading);
  if (counted.size() > 1) return {finding_of(counted)};
  const std::vector<Part> headed = headed_parts(reading);
  if (headed.size() > 2 || (headed.size() == 2 && !sends_another(reading))) {
    return {finding_of(headed)};
  }
  if (const Line* line = named_collection(reading)) {
    std::vector<Part> parts;
    for (const Line& heading : reading.lines) {
      if (&heading <= line || !heads_text(heading) || parts.size() >= kMostParts) continue;
      parts.push_back({heading.place(), std::string{text::prefix(heading.text, kShownName)}});
    }
    Finding finding = parts.size() > 1 ? finding_of(parts) : Finding{};
    finding.code = kCollection;
    finding.severity = Severity::hold;  // filed as one, all but the first would be lost
    finding.place = line->place();
    finding.found = std::string{text::prefix(line->text, kShownName)} +
                    (finding.found.empty() ? "" : "：" + finding.found);
    return {finding};
  }
  return {};
}

}  // namespace guidang::describe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/oddities.h"

#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kShown = 24;  // characters

Finding named(std::string_view code, Severity severity, const Line& line, std::string found) {
  Finding finding;
  finding.code = code;
  finding.severity = severity;
  finding.place = line.place();
  finding.found = std::move(found);
  return finding;
}

const Line* first_line(const Reading& reading) {
  const auto it = std::find_if(reading.lines.begin(), reading.lines.end(),
                               [](const Line& line) { return !line.furniture; });
  return it == reading.lines.end() ? nullptr : &*it;
}

const Line* last_line(const Reading& reading) {
  const auto it = std::find_if(reading.lines.rbegin(), reading.lines.rend(),
                               [](const Line& line) { return !line.furniture; });
  return it == reading.lines.rend() ? nullptr : &*it;
}

std::string tail_of(std::string_view text) {
  constexpr std::size_t kBytes = 72;
  std::size_t start = text.size() > kBytes ? text.size() - kBytes : 0;
  while (start > 0 && start < text.size() &&
         (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
    ++start;
  }
  return std::string{text.substr(start)};
}

// A page may print its own words at the end of the last line: … 扫一扫在手机打开当前页.
std::string_view without_page_words(std::string_view text) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::size_t kLongest = 120;  // bytes
  for (std::size_t n = 0; n < kMostWords; ++n) {
    const std::size_t at = text.find_last_of(" \t");
    if (at == std::string_view::npos || text.size() - at > kLongest ||
        !is_furniture(flatten(text.substr(at)))) {
      break;
    }
    text = text::trim(text.substr(0, at));
  }
  return text;
}

// … 特此通知。 某某局 and 。 来源：某报: a few words behind a full stop and a blank are no
// sentence.
bool signs_off(std::string_view text) {
  constexpr std::size_t kLongest = 25;  // characters
  constexpr std::string_view kStop = "。";
  const std::size_t stop = text.rfind(kStop);
  if (stop == std::string_view::npos) return false;
  const std::string_view tail = text.substr(stop + kStop.size());
  const std::string flat = flatten(tail, kFlatBytes);
  if (is_furniture(flat)) return true;
  return !flat.empty() && text::trim(tail).size() < tail.size() && text::length(flat) <= kLongest &&
         !contains(flat, ",") && enumerator(flat) == 0;
}

// Running text that stops behind a word or a comma.
void report_cut(const Reading& reading, std::vector<Finding>& findings) {
  constexpr std::size_t kSentence = 90;  // bytes: less may be a heading, a cell or a name
  const Line* line = last_line(reading);
  if (line == nullptr || line->flat.size() < kSentence) return;
  const bool running = contains(line->text, "。") || contains(line->flat, ",");
  if (!running || is_imprint(line->flat) || date_line(*line)) return;
  // flat is cut short in long lines: the end is that of the line itself.
  const std::string_view text = without_page_words(line->text);
  if (text.empty()) return;
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
  }
  const char32_t end = text::next(text, at);
  constexpr std::u32string_view kOpenEnds = U"，,、：:（(《“〔";
  if (signs_off(text)) return;
  if (!text::is_han(end) && kOpenEnds.find(end) == std::u32string_view::npos) return;
  findings.push_back(named(kCutOff, Severity::warning, *line, "…" + tail_of(text)));
}

void report_head(const Reading& reading, std::vector<Finding>& findings) {
  const Zones& zones = reading.zones;
  const Line* line = first_line(reading);
  if (line == nullptr || !zones.titles.empty() || !zones.numbers.empty() ||
      !zones.masthead.empty() || zones.salutation || !reading.labels.empty()) {
    return;
  }
  findings.push_back(named(kNoHead, Severity::warning, *line,
                           std::string{text::prefix(line->text, kShown)} + "…"));
}

// Letters of Latin and other scripts far outweigh those of Chinese.
void report_language(const Reading& reading, std::vector<Finding>& findings) {
  constexpr std::size_t kEnough = 40;
  constexpr std::size_t kMostBytes = 1 << 16;
  constexpr std::size_t kWord = 5;  // letters that say as much as one Han character and a half
  std::size_t han = 0;
  std::size_t letters = 0;
  std::size_t bytes = 0;
  for (const Line& line : reading.lines) {
    if (line.furniture) continue;
    if ((bytes += line.flat.size()) > kMostBytes) break;
    for (std::size_t pos = 0; pos < line.flat.size();) {
      const char32_t c = text::next(line.flat, pos);
      if (text::is_han(c)) ++han;
      const bool latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
      // Greek, Cyrillic, Arabic, Tibetan, Mongolian, Kana, Hangul …
      const bool other = c >= 0xC0 && c < 0x2000;
      const bool east = (c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3);
      if (latin || other || east) ++letters;
    }
  }
  const Line* line = first_line(reading);
  if (line == nullptr || han + letters < kEnough || letters < han * kWord) return;
  findings.push_back(named(kNotChinese, Severity::warning, *line,
                           std::string{text::prefix(line->text, kShown)} + "… (" +
                               std::to_string(han) + " 个汉字 / Han characters, " +
                               std::to_string(letters) + " 个其他文字字母 / other letters)"));
}

}  // namespace

void report_oddities(const Reading& reading, std::vector<Finding>& findings) {
  for (Finding& finding : collection_of(reading)) findings.push_back(std::move(finding));
  report_head(reading, findings);
  report_losses(reading, findings);
  report_cut(reading, findings);
  report_language(reading, findings);
}

}  // namespace guidang::describe

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/imprint.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

struct Known {
  std::string_view word{};
  ImprintRow row = ImprintRow::none;
};
constexpr std::array kKnown{
    Known{"主题词:", ImprintRow::keywords},     Known{"主送:", ImprintRow::recipients},
    Known{"主送机关:", ImprintRow::recipients}, Known{"抄送:", ImprintRow::copies},
    Known{"抄送机关:", ImprintRow::copies},     Known{"抄报:", ImprintRow::reports},
    Known{"抄报机关:", ImprintRow::reports},    Known{"报送:", ImprintRow::reports},
    Known{"分送:", ImprintRow::shared},         Known{"发送:", ImprintRow::shared},
    Known{"印发机关:", ImprintRow::office},     Known{"印发单位:", ImprintRow::office},
    Known{"印发日期:", ImprintRow::day},        Known{"印发时间:", ImprintRow::day},
    Known{"印数:", ImprintRow::count},          Known{"共印", ImprintRow::count},
    Known{"(共印", ImprintRow::count}};

// A document of its own begins: the 版记 that follows is not the first one's.
bool begins_document(const Line& line) {
  return is_masthead(line.flat) && line.flat.ends_with("文件");
}

bool is_print_line(const Line& line) { return print_line(line).has_value(); }

}  // namespace

ImprintLabel imprint_label(std::string_view flat) {
  for (const Known& known : kKnown) {
    if (!flat.starts_with(known.word)) continue;
    if (known.row == ImprintRow::count && printed_copies(flat).empty()) return {};
    return {known.row, known.word.size()};
  }
  return {};
}

std::optional<PrintLine> print_line(const Line& line) {
  constexpr std::size_t kLongest = 240;
  constexpr auto kPrinted = std::to_array<std::string_view>({"印发", "印制", "印刷", "印"});
  if (line.flat.size() > kLongest || !contains(line.flat, "印") || contains(line.flat, "。")) {
    return std::nullopt;
  }
  const text::Dates dates = text::find_dates(line.text);
  for (const text::FoundDate& date : dates.found) {
    const std::string behind = flatten(line.text.substr(date.offset + date.length));
    const std::size_t length = starting(behind, kPrinted);
    if (length == 0) continue;
    const std::string_view rest = std::string_view{behind}.substr(length);
    if (!rest.empty() && printed_copies(rest).empty() && rest.front() != '(') continue;
    std::string_view office = text::trim(line.text.substr(0, date.offset));
    if (!office.empty() && (contains(office, "，") || contains(office, "《"))) continue;
    return PrintLine{office, date};
  }
  return std::nullopt;
}

std::string printed_copies(std::string_view flat) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"共印", "印数:", "(共", "份数:", "共打印"});
  for (const std::string_view word : kWords) {
    const std::size_t at = flat.find(word);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = flat.substr(at + word.size());
    std::size_t digits = 0;
    while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
    if (digits == 0 || digits > 6 || !rest.substr(digits).starts_with("份")) continue;
    return std::string{rest.substr(0, digits)};
  }
  return {};
}

ImprintZone imprint_zone(const Reading& reading) {
  constexpr std::size_t kMostLines = 60;
  const std::vector<Line>& lines = reading.lines;
  const Zones& zones = reading.zones;
  std::size_t i = zones.body;
  // What an embedded signature closes is a part of a collection: nothing says whose the 版记 is.
  if (zones.sign_off.date && !zones.sign_off.embedded) i = *zones.sign_off.date + 1;
  for (; i < lines.size(); ++i) {
    if (lines[i].furniture) continue;
    if (i > zones.body && begins_document(lines[i])) break;
    const ImprintRow row = imprint_label(lines[i].flat).row;
    if (row == ImprintRow::none && !is_print_line(lines[i])) continue;
    // 主送 and 份数 alone may be fields of a form in an annex.
    if (row == ImprintRow::recipients || row == ImprintRow::count) {
      const std::size_t end = std::min(lines.size(), i + 8);
      const bool with_others = std::any_of(
          lines.begin() + static_cast<std::ptrdiff_t>(i) + 1,
          lines.begin() + static_cast<std::ptrdiff_t>(end), [](const Line& line) {
            return imprint_label(line.flat).row == ImprintRow::copies || is_print_line(line);
          });
      const bool after_print = i > 0 && is_print_line(lines[i - 1]);
      if (!with_others && !after_print) continue;
    }
    ImprintZone zone{i, i};
    bool printed = false;
    for (; zone.last < lines.size() && zone.last < i + kMostLines; ++zone.last) {
      const Line& line = lines[zone.last];
      if (line.furniture) continue;
      if (is_annex_heading(line.flat) || begins_document(line)) break;
      if (printed && printed_copies(line.flat).empty()) break;
      printed = printed || is_print_line(line);
    }
    return zone;
  }
  return {lines.size(), lines.size()};
}

}  // namespace guidang::describe

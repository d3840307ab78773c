// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// In brackets behind the date, but about the sheet and not about the document.
constexpr auto kSheet =
    std::to_array<std::string_view>({"印章", "盖章", "公章", "代章", "章", "印", "此处盖章", "签名",
                                     "签字", "签章", "此页无正文", "本页无正文", "以下无正文"});

// Words with which a 附注 begins wherever it stands.
constexpr auto kOpening = std::to_array<std::string_view>(
    {"此件", "本件", "此文", "联系人", "联系电话", "发至", "此通知", "公开方式", "信息公开"});

struct Way {
  std::string_view word{};
  std::string_view value{};
};
// The longer word first where one holds the other.
constexpr std::array kWays{Way{"依申请公开", "依申请公开"}, Way{"不予公开", "不予公开"},
                           Way{"不宜公开", "不予公开"},     Way{"不公开", "不予公开"},
                           Way{"删减后公开", "删减后公开"}, Way{"主动公开", "主动公开"},
                           Way{"公开发布", "公开发布"},     Way{"公开发表", "公开发布"},
                           Way{"公开发行", "公开发布"},     Way{"公开发至", ""},
                           Way{"内部公开", "内部公开"}};

std::string_view way_of(std::string_view flat) {
  for (const Way& way : kWays) {
    if (contains(flat, way.word)) return way.value;
  }
  return {};
}

bool opens(std::string_view flat) { return flat.starts_with('('); }
bool closes(std::string_view flat) { return flat.ends_with(')'); }

bool is_sheet_note(std::string_view inner) {
  return std::find(kSheet.begin(), kSheet.end(), inner) != kSheet.end();
}

class Annotations {
 public:
  explicit Annotations(const Reading& reading) : reading_(reading) {}

  void read(Candidates& out) {
    const Zones& zones = reading_.zones;
    const bool signed_off = zones.sign_off.date.has_value() && !zones.sign_off.embedded;
    std::size_t i = signed_off ? *zones.sign_off.date + 1 : zones.body;
    // Behind the date until something else begins; else only what says so itself.
    for (std::size_t seen = 0; signed_off && i < reading_.lines.size() && seen < kNear; ++i) {
      const Line& line = reading_.lines[i];
      if (line.furniture) continue;
      if (!opens(line.flat)) break;
      ++seen;
      i = take(i);
    }
    for (; i < end_of_own_text() && values_.empty(); ++i) {
      const Line& line = reading_.lines[i];
      if (line.furniture || !opens(line.flat)) continue;
      if (starting(std::string_view{line.flat}.substr(1), kOpening) == 0) continue;
      i = take(i);
    }
    offer(out);
  }

 private:
  static constexpr std::size_t kNear = 6;
  static constexpr std::size_t kMostLines = 6;
  static constexpr std::size_t kLongest = 900;  // bytes

  [[nodiscard]] std::size_t end_of_own_text() const {
    const Zones& zones = reading_.zones;
    std::size_t end = reading_.lines.size();
    // An annex has notes of its own; a 版记 has none below it but the number of copies.
    if (zones.annex) end = std::min(end, *zones.annex);
    return end;
  }

  // The bracket may close on a later line. The index of its last line.
  std::size_t take(std::size_t i) {
    std::string text;
    std::size_t last = i;
    for (; last < reading_.lines.size() && last < i + kMostLines; ++last) {
      const Line& line = reading_.lines[last];
      if (line.furniture) continue;
      if (text.size() + line.text.size() > kLongest) return i;
      text += line.text;
      if (closes(line.flat)) break;
    }
    if (last == reading_.lines.size() || last == i + kMostLines) return i;
    const std::string_view inner = unwrapped(text);
    const std::string flat = flatten(inner);
    if (flat.empty() || is_sheet_note(flat) || text::parse_date(inner)) return last;
    if (flat.starts_with("共印") || flat.starts_with("下转")) return last;
    values_.emplace_back(inner);
    original_ += text;
    if (place_.empty()) place_ = reading_.lines[i].place();
    if (way_.empty()) {
      way_ = way_of(flat);
      if (!way_.empty()) way_place_ = reading_.lines[i].place();
    }
    return last;
  }

  void offer(Candidates& out) {
    std::string joined;
    for (const std::string& value : values_) joined += (joined.empty() ? "" : "；") + value;
    out.add("annotation", std::move(joined), place_, 0.9, original_);
    out.add("disclosure", std::string{way_}, way_place_, 0.9);
    labelled(out);
  }

  // 公开方式：主动公开, in the head of a sheet or beside the 版记.
  void labelled(Candidates& out) const {
    constexpr auto kLabels =
        std::to_array<std::string_view>({"公开方式:", "公开属性:", "信息公开选项:", "信息公开方式:",
                                         "信息公开形式:", "公开选项:", "公开类别:"});
    constexpr std::size_t kLongestLine = 90;
    for (const Line& line : reading_.lines) {
      if (line.flat.size() > kLongestLine) continue;
      const std::size_t length = starting(line.flat, kLabels);
      if (length == 0) continue;
      const std::string_view way = way_of(std::string_view{line.flat}.substr(length));
      if (way.empty()) continue;
      out.add("disclosure", std::string{way}, line.place(), 0.85);
      return;
    }
  }

  const Reading& reading_;
  std::vector<std::string> values_{};
  std::string original_{};
  std::string place_{};
  std::string_view way_{};
  std::string way_place_{};
};

}  // namespace

void find_annotations(const Reading& reading, Candidates& out) { Annotations(reading).read(out); }

}  // namespace guidang::describe

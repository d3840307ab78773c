// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/organ.h"

#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr auto kEndings = std::to_array<std::string_view>(
    {"政府",   "国务院", "办公厅", "办公室", "委员会", "委",       "部",     "局",     "厅",
     "院",     "署",     "办",     "常委会", "组",     "处",       "科",     "中心",   "公司",
     "集团",   "银行",   "法院",   "检察院", "队",     "学校",     "大学",   "学院",   "机制",
     "指挥部", "党组",   "支部",   "军区",   "司",     "所",       "站",     "社",     "协会",
     "联合会", "总会",   "学会",   "工会",   "商会",   "红十字会", "理事会", "监事会", "董事会",
     "海关",   "监会",   "促进会", "基金会", "政协",   "科协",     "工商联", "文联",   "残联",
     "侨联",   "大会",   "代表会", "主席团", "团委",   "分行",     "总行",   "支行",   "馆",
     "园区",   "街道",   "办事处", "管委会", "中央",   "妇联",     "总工会", "总社",   "人大"});

constexpr auto kNoOrgan = std::to_array<std::string_view>(
    {"会议", "全部", "内部", "干部", "场所", "住所", "上述处", "以下处", "到位处", "车队", "到处",
     "各部", "本部", "外部", "部委办"});

constexpr auto kSealNotes = std::to_array<std::string_view>(
    {"(代章)", "（代章）", "（印章）", "（盖章）", "（公章）", "（章）", "（印）", "(印章)",
     "(盖章)", "(公章)", "(章)", "(印)", "(此处盖章)"});

constexpr auto kSentence = std::to_array<std::string_view>(
    {"。", "-", "_", ";", "?", "!", ":", "《", "》", "【", "“", "”", "%", "=", "|", "…", "+", "/"});

constexpr auto kOffices = std::to_array<std::string_view>(
    {"总理", "主席", "省长", "市长", "县长", "区长",   "部长",   "主任",   "局长",
     "院长", "镇长", "乡长", "行长", "署长", "检察长", "委员长", "审计长", "州长",
     "旗长", "厅长", "盟长", "书记", "会长", "校长",   "司令员", "代省长"});

constexpr std::size_t kLongestOrgan = 150;  // bytes: 50 Han characters
constexpr std::size_t kShortestOrgan = 6;

std::string_view without_seal_note(std::string_view flat) {
  const std::size_t length = ending(flat, kSealNotes);
  return flat.substr(0, flat.size() - length);
}

std::vector<std::string_view> parts_of(std::string_view text, bool at_blanks, bool at_marks) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  int depth = 0;
  const auto take = [&](std::size_t end) {
    const std::string_view part = text::trim(text.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(text, pos);
    if (c == U'(' || c == U'（') ++depth;
    if ((c == U')' || c == U'）') && depth > 0) --depth;
    if (depth > 0) continue;
    const bool mark = c == U'、' || c == U',' || c == U'，' || c == U';' || c == U'；';
    if ((at_marks && mark) || (at_blanks && text::is_blank(c))) {
      take(at);
      start = pos;
    }
  }
  take(text.size());
  return parts;
}

bool all_organs(const std::vector<std::string_view>& parts) {
  return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return !part.starts_with("各") && is_organ(flatten(part));
  });
}

std::vector<std::string> clean_copies(const std::vector<std::string_view>& parts) {
  std::vector<std::string> copies;
  copies.reserve(parts.size());
  for (const std::string_view part : parts) {
    const std::string name = text::remove_blanks(part);
    copies.emplace_back(without_seal_note(name));
  }
  return copies;
}

constexpr std::string_view kState = "中华人民共和国";

std::string key_of(std::string_view organ) {
  std::string key;
  const std::string flat = flatten(organ);
  for (std::size_t pos = 0; pos < flat.size();) {
    if (std::string_view{flat}.substr(pos).starts_with(kState)) {
      pos += kState.size();
      continue;
    }
    const std::size_t at = pos;
    const char32_t c = text::next(flat, pos);
    if (c == U'、' || c == U',' || c == U';') continue;
    key.append(flat, at, pos - at);
  }
  return key;
}

}  // namespace

bool is_organ(std::string_view flat) {
  flat = without_seal_note(flat);
  if (flat.size() < kShortestOrgan || flat.size() > kLongestOrgan) return false;
  if (ending(flat, kEndings) == 0 || ending(flat, kNoOrgan) != 0) return false;
  if (contains_any(flat, kSentence) || enumerator(flat) != 0) return false;
  const char first = flat.front();
  return !(first >= '0' && first <= '9') && !contains(flat, "关于") && !contains(flat, ",");
}

bool is_person(std::string_view flat) {
  constexpr std::size_t kLongest = 75;
  constexpr std::size_t kName = 6;
  constexpr std::size_t kLongestName = 21;
  if (flat.size() > kLongest || contains_any(flat, Words{kSentence}.subspan(0, 4))) return false;
  for (const std::string_view office : kOffices) {
    const std::size_t at = flat.rfind(office);
    if (at == std::string_view::npos) continue;
    std::string_view name = flat.substr(at + office.size());
    if (name.starts_with(':')) name.remove_prefix(1);
    if (name.size() < kName || name.size() > kLongestName) continue;
    if (at == 0 || is_organ(flat.substr(0, at)) || at <= 45) return true;
  }
  return false;
}

std::vector<std::string> split_organs(std::string_view text) {
  const std::vector<std::string_view> parts = parts_of(text, true, true);
  if (parts.size() > 1 && all_organs(parts)) return clean_copies(parts);
  const std::vector<std::string_view> marked = parts_of(text, false, true);
  if (marked.size() > 1 && all_organs(marked)) return clean_copies(marked);
  return clean_copies({text::trim(text)});
}

std::string_view without_state(std::string_view organ) {
  if (!organ.starts_with(kState)) return organ;
  const std::string_view rest = organ.substr(kState.size());
  return is_organ(rest) ? rest : organ;
}

std::string join_organs(const std::vector<std::string>& organs) {
  std::string joined;
  for (const std::string& organ : organs) {
    if (!joined.empty()) joined += ' ';
    joined += organ;
  }
  return joined;
}

bool same_organ(std::string_view a, std::string_view b) {
  const std::string first = key_of(a);
  const std::string second = key_of(b);
  const std::string& longer = first.size() >= second.size() ? first : second;
  const std::string& shorter = first.size() >= second.size() ? second : first;
  return shorter.size() >= kShortestOrgan && longer.ends_with(shorter);
}

}  // namespace guidang::describe

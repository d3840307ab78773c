// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/kinds.h"

#include <algorithm>
#include <array>

#include "pipeline/text/date.h"
#include "pipeline/text/secrecy_mark.h"
#include "pipeline/text/urgency.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr auto kSigner =
    std::to_array<std::string_view>({"签发人", "签发:", "签发人员", "会签人", "会签:"});

constexpr auto kPassed =
    std::to_array<std::string_view>({"通过", "批准", "公布", "发布", "修订", "修正", "颁布", "施行",
                                     "会议上", "实施", "修改", "印发"});

constexpr auto kOpening = std::to_array<std::string_view>(
    {"为", "根据", "按照",   "现将", "现就", "经",   "近日", "近期", "近年来",
     "你", "依据", "自",     "今年", "去年", "日前", "最近", "随着", "由于",
     "在", "当前", "新华社", "本报", "据",   "记者", "从",   "鉴于", "各位代表"});

constexpr auto kContents = std::to_array<std::string_view>({"目录", "前言", "总则", "正文"});

constexpr auto kImprint =
    std::to_array<std::string_view>({"抄送:", "主题词:", "分送:", "抄报:", "发送:", "印发机关:"});

// What may stand beside a number on its line.
bool goes_with_number(std::string_view rest) {
  constexpr auto kParting = std::to_array<std::string_view>({"、", ",", ";", "/"});
  rest.remove_prefix(starting(rest, kParting));
  while (!rest.empty() && (rest.front() == '(' || rest.front() == '[')) rest.remove_prefix(1);
  while (!rest.empty() && (rest.back() == ')' || rest.back() == ']')) rest.remove_suffix(1);
  // Telegrams: 等级 特急·明电 青政办明电〔2023〕4号.
  constexpr auto kGrade = std::to_array<std::string_view>({"等级", "密级", "紧急程度"});
  return rest.empty() || starting(rest, kSigner) != 0 || starting(rest, kGrade) != 0 ||
         text::parse_date(rest) || text::parse_secrecy_mark(rest) || text::parse_urgency(rest) ||
         is_copy_number(rest);
}

std::optional<text::FoundNumber> number_of(std::string_view text, std::string_view flat,
                                           std::span<const std::string> codes) {
  constexpr std::size_t kMostNumbers = 3;
  std::vector<text::FoundNumber> numbers = text::find_document_numbers(text, codes);
  if (numbers.empty() || numbers.size() > kMostNumbers) return std::nullopt;
  std::string rest{flat};
  for (const text::FoundNumber& found : numbers) {
    const std::string own = flatten(found.original);
    const std::size_t at = rest.find(own);
    if (at == std::string::npos) return std::nullopt;
    rest.erase(at, own.size());
  }
  if (!goes_with_number(rest)) return std::nullopt;
  return std::move(numbers.front());
}

// A line that by its form is all number, whose code a known one ends: what stands before the known
// code is no part of the number (内部资料云水发〔2023〕5号).
std::optional<text::FoundNumber> cut_number(const Line& line, std::span<const std::string> codes) {
  if (codes.empty()) return std::nullopt;
  const auto whole = number_of(line.text, line.flat, {});
  if (!whole || whole->suggested) return std::nullopt;
  std::vector<text::FoundNumber> numbers = text::find_document_numbers(line.text, codes);
  if (numbers.size() != 1) return std::nullopt;
  text::DocumentNumber value = whole->value;
  if (!value.code.ends_with(numbers.front().value.code)) return std::nullopt;
  value.code = numbers.front().value.code;
  if (value != numbers.front().value) return std::nullopt;
  return std::move(numbers.front());
}

bool may_hold_number(std::string_view flat) {
  return contains(flat, "号") || contains(flat, "期") || contains(flat, "〕");
}

bool may_hold_date(std::string_view flat) {
  return contains(flat, "年") || contains(flat, "-") || contains(flat, ".") || contains(flat, "/");
}

}  // namespace

std::optional<text::FoundNumber> own_number(const Line& line, std::span<const std::string> codes) {
  constexpr std::size_t kLongest = 160;
  if (line.flat.size() > kLongest || !may_hold_number(line.flat)) return std::nullopt;
  if (auto found = number_of(line.text, line.flat, codes)) return found;
  // Blanks inside the code (国 发 〔2018〕1号) hide it from a reader of running text.
  auto found = number_of(line.flat, line.flat, codes);
  if (found && !found->has(text::NumberFlaw::inner_blank) && line.text != line.flat) {
    found->original = std::string{line.text};
  }
  return found ? found : cut_number(line, codes);
}

std::optional<text::FoundNumber> joined_number(const Line& head, const Line& ordinal) {
  constexpr std::size_t kLongest = 60;
  constexpr auto kSigns = std::to_array<std::string_view>({"号", "号)", "号〕", "号]"});
  const std::string_view flat = ordinal.flat;
  if (flat.size() > kLongest || ending(flat, kSigns) == 0 || !contains(flat, "第")) {
    return std::nullopt;
  }
  for (const std::string_view above : {head.text, std::string_view{head.flat}}) {
    auto number = text::read_document_number(std::string{above}.append(flat));
    if (number && !number->suggested && text::length(number->value.code) > 1) {
      number->original = std::string{above}.append(flat);
      return number;
    }
  }
  return std::nullopt;
}

std::optional<DateLine> date_line(const Line& line) {
  constexpr std::size_t kLongest = 160;
  if (line.flat.size() > kLongest || !may_hold_date(line.flat)) return std::nullopt;
  if (contains(line.flat, "印发")) return std::nullopt;
  const std::string_view inner = unwrapped(line.text);
  text::Dates dates = text::find_dates(inner);
  if (dates.found.size() + dates.bad.size() != 1) return std::nullopt;
  DateLine result;
  std::size_t offset = 0;
  std::size_t length = 0;
  if (dates.found.empty()) {
    offset = dates.bad.front().offset;
    length = dates.bad.front().length;
    result.bad = std::move(dates.bad.front());
  } else {
    offset = dates.found.front().offset;
    length = dates.found.front().length;
    result.date = dates.found.front();
  }
  const std::string after = flatten(inner.substr(offset + length));
  if (!after.empty() && after != "。" && after != "." && after != "(章)" && after != "(印)") {
    return std::nullopt;
  }
  result.before = text::trim(inner.substr(0, offset));
  if (!result.before.empty() && !is_organ(flatten(result.before))) return std::nullopt;
  return result;
}

bool is_note(std::string_view flat) {
  constexpr std::size_t kLongest = 1500;
  if (flat.size() > kLongest || contains(flat, "。") || flat.size() < 15) return false;
  if (!contains(flat, "年") && !contains(flat, "-")) return false;
  // 2017年11月22日国务院令第692号 is issued by being numbered.
  const bool ordered = contains(flat, "令") && contains(flat, "号");
  if (!ordered && !contains_any(flat, kPassed)) return false;
  const bool begins = flat.front() == '(' || flat.starts_with("——") || flat.starts_with("—") ||
                      flat.starts_with("[");
  const bool dated = (flat.front() >= '1' && flat.front() <= '2') || flat.starts_with("一九") ||
                     flat.starts_with("二○") || flat.starts_with("二〇") ||
                     flat.starts_with("二零");
  const bool amends =
      flat.starts_with("根据") && (contains(flat, "修正") || contains(flat, "修订"));
  // 2021年工作要点 is a title: a note goes on with a month.
  return begins || amends || (dated && (contains(flat, "月") || contains(flat, "-")));
}

bool is_dateline(std::string_view flat) {
  constexpr auto kAgencies =
      std::to_array<std::string_view>({"新华社", "本报", "中新社", "中新网", "人民网", "新华网"});
  constexpr std::size_t kLongest = 75;
  const std::string_view start = flat.substr(0, kLongest);
  return starting(flat, kAgencies) != 0 && (contains(start, "电") || contains(start, "讯"));
}

bool is_body(const Line& line) {
  constexpr std::size_t kSentence = 60;    // bytes
  constexpr std::size_t kLongTitle = 450;  // bytes: no title that was meant has 150 characters
  const std::string_view flat = line.flat;
  if (enumerator(flat) != 0) return true;
  for (const std::string_view word : kContents) {
    if (flat == word) return true;
  }
  if (is_dateline(flat)) return true;
  if (contains(flat, "。") && (flat.size() > kSentence || flat.ends_with("。"))) return true;
  if (flat.ends_with("如下:") && flat.size() > kSentence) return true;
  const bool marks = contains(flat, ",") || flat.ends_with(";") || flat.ends_with(":");
  if (starting(flat, kOpening) != 0 && flat.size() > kSentence && marks) return true;
  return marks && flat.size() > kLongTitle / 2 && !contains(flat, "《");
}

bool is_imprint(std::string_view flat) {
  constexpr std::size_t kLongest = 240;
  if (starting(flat, kImprint) != 0) return true;
  if (flat.size() >= kLongest || contains(flat, "。")) return false;
  // …办公室 2003年3月2日印发 (共印80份)
  constexpr std::string_view kPrinted = "日印";
  const std::size_t at = flat.find(kPrinted);
  if (at == std::string_view::npos || !contains(flat.substr(0, at), "年")) return false;
  constexpr auto kBehind = std::to_array<std::string_view>({"发", "制", "刷"});
  std::string_view rest = flat.substr(at + kPrinted.size());
  rest.remove_prefix(starting(rest, kBehind));
  return rest.empty() || rest.front() == '(' || rest.starts_with("共印");
}

bool is_annex_heading(std::string_view flat) {
  constexpr std::string_view kAnnex = "附件";
  constexpr std::size_t kLongest = 24;
  if (flat == "附:" || flat == "附录") return true;
  if (!flat.starts_with(kAnnex) || flat.size() > kLongest) return false;
  flat.remove_prefix(kAnnex.size());
  if (flat.ends_with(':')) flat.remove_suffix(1);
  if (flat.empty() || all_digits(flat)) return true;
  constexpr auto kHan =
      std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});
  return starting(flat, kHan) == flat.size();
}

std::size_t salutation(const Line& line) {
  constexpr std::size_t kLongest = 1800;
  const std::string_view flat = line.flat;
  const std::size_t colon = flat.find(':');
  if (colon == std::string_view::npos || colon < 6 || colon > kLongest) return 0;
  const std::string_view names = flat.substr(0, colon);
  if (contains(names, "。") || contains(names, "如下") || enumerator(names) != 0 ||
      is_annex_heading(names) || is_signer(names) || contains(names, "关于") ||
      contains(names, "现将") || contains(names, "记者")) {
    return 0;
  }
  constexpr auto kAddressed = std::to_array<std::string_view>(
      {"各",   "客户", "用户", "代表",     "同志",   "单位", "机构", "部门",
       "企业", "职工", "人员", "市民",     "群众",   "居民", "政府", "全体",
       "有关", "公司", "院校", "高等学校", "办事处", "地区", "兵团", "军区"});
  // A speech addresses people, a document organs.
  constexpr auto kSpeech =
      std::to_array<std::string_view>({"各位代表", "各位委员", "同志们", "各位同志"});
  if (starting(names, kSpeech) == names.size()) return 0;
  const bool addressed = contains_any(names, kAddressed) || is_organ(names);
  bool list = addressed;
  if (!list) {
    const std::vector<std::string> parts = split_addressees(names);
    list = std::any_of(parts.begin(), parts.end(),
                       [](const std::string& part) { return is_organ(part); });
  }
  if (!list) return 0;
  // Text behind the colon: only what opens a body, or a label such as 主办单位：某局 would do.
  const std::string_view rest = flat.substr(colon + 1);
  if (!rest.empty() && starting(rest, kOpening) == 0) return 0;
  if (rest.empty() && colon > 900 && !contains(names, "、") && !contains(names, ",")) return 0;
  const std::string_view text = line.text;
  std::size_t end = text.find(':');
  constexpr std::string_view kWide = "：";
  const std::size_t wide = text.find(kWide);
  if (wide != std::string_view::npos && (end == std::string_view::npos || wide < end)) {
    return wide + kWide.size();
  }
  return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_masthead(std::string_view flat) {
  constexpr std::size_t kLongest = 135;
  constexpr auto kSheets = std::to_array<std::string_view>({"文件", "令", "命令", "公报"});
  if (flat == "文件" || flat == "中华人民共和国主席令" || flat == "主席令") return true;
  if (flat.size() > kLongest || contains(flat, "关于")) return false;
  const std::size_t length = ending(flat, kSheets);
  return length != 0 && is_organ(flat.substr(0, flat.size() - length));
}

bool is_signer(std::string_view flat) { return starting(flat, kSigner) != 0; }

bool is_copy_number(std::string_view flat) {
  constexpr auto kLabels = std::to_array<std::string_view>({"份号:", "份号", "No.", "NO."});
  flat.remove_prefix(starting(flat, kLabels));
  // Six digits by GB/T 9704-2012, seven by that of 1999.
  return all_digits(flat) && (flat.size() == 6 || flat.size() == 7);
}

bool is_mark(const Line& line) {
  constexpr std::size_t kLongest = 120;
  if (line.flat.size() > kLongest) return false;
  return is_copy_number(line.flat) || text::parse_secrecy_mark(line.text).has_value() ||
         text::parse_urgency(line.text).has_value();
}

}  // namespace guidang::describe

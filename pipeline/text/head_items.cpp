// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/head_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/text/han_number.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

using Form = std::u32string_view;

bool take(Form form, std::size_t& at, Form word) {
  if (!form.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

template <std::size_t N>
bool take_any(Form form, std::size_t& at, const std::array<Form, N>& words) {
  return std::ranges::any_of(words, [&](Form word) { return take(form, at, word); });
}

std::string to_utf8(Form form) {
  std::string result;
  for (const char32_t c : form) append(result, c);
  return result;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// A number of at most six characters, Arabic or Chinese.
std::optional<int> take_number(Form form, std::size_t& at) {
  std::size_t end = at;
  while (end < form.size() && end - at < 6 &&
         (digit_value(form[end]) || Form(U"十百廿卅").find(form[end]) != Form::npos)) {
    ++end;
  }
  if (end == at) return std::nullopt;
  const auto number = parse_han_number(to_utf8(form.substr(at, end - at)));
  if (number) at = end;
  return number;
}

/// 10年, 6个月, 1年6个月, 30天, and 2030年1月1日 when `dates` are allowed.
std::string take_period(Form form, std::size_t& at, bool dates) {
  const std::size_t start = at;
  std::string period;
  constexpr int kFirstYear = 1000;
  for (;;) {
    std::size_t behind = at;
    const auto number = take_number(form, behind);
    if (!number) break;
    if (*number >= kFirstYear && !dates) break;
    if (take(form, behind, U"年")) {
      period += fmt::format("{}年", *number);
    } else if (take(form, behind, U"个月") || take(form, behind, U"月")) {
      const bool date = period.size() > 6;  // behind a year of four digits
      period += fmt::format("{}{}", *number, date ? "月" : "个月");
    } else if (take(form, behind, U"天") || take(form, behind, U"日")) {
      period += fmt::format("{}{}", *number, period.empty() ? "天" : "日");
    } else {
      break;
    }
    at = behind;
    take(form, at, U"零");
  }
  if (period.empty()) at = start;
  return period;
}

std::string take_term(Form form, std::size_t& at, bool starred) {
  std::size_t behind = at;
  constexpr std::array<Form, 4> kLabels = {U"保密期限", U"保密期", U"期限", U"保密"};
  if (take_any(form, behind, kLabels)) {
    while (behind < form.size() && Form(U":为(").find(form[behind]) != Form::npos) ++behind;
  }
  for (const Form word : {Form(U"长期"), Form(U"永久"), Form(U"启用前"), Form(U"公开前"),
                          Form(U"公布前"), Form(U"解密前")}) {
    if (!take(form, behind, word)) continue;
    at = behind;
    return to_utf8(word);
  }
  std::string period = take_period(form, behind, starred);
  if (!period.empty()) {
    if (!take(form, behind, U"前")) take(form, behind, U"止");
    at = behind;
  }
  return period;
}

SecrecyLevel take_level(Form form, std::size_t& at) {
  if (take(form, at, U"绝密")) return SecrecyLevel::top_secret;
  if (take(form, at, U"机密")) return SecrecyLevel::highly_secret;
  if (take(form, at, U"秘密")) return SecrecyLevel::secret;
  return SecrecyLevel::none;
}

/// 凤政办发〔2023〕6号, its code perhaps missing.
bool take_document_number(Form form, std::size_t& at) {
  std::size_t behind = at;
  constexpr std::size_t kLongestCode = 20;
  while (behind < form.size() && behind - at < kLongestCode &&
         (is_han(form[behind]) || (form[behind] >= U'a' && form[behind] <= U'z'))) {
    ++behind;
  }
  if (behind >= form.size() || Form(U"〔[【(").find(form[behind]) == Form::npos) return false;
  ++behind;
  for (int i = 0; i < 4; ++i, ++behind) {
    if (behind >= form.size() || !digit_value(form[behind])) return false;
  }
  if (behind >= form.size() || Form(U"〕]】)").find(form[behind]) == Form::npos) return false;
  ++behind;
  take(form, behind, U"第");
  const std::size_t digits = behind;
  while (behind < form.size() && (is_digit(form[behind]) || form[behind] == U'-')) ++behind;
  if (behind == digits || !take(form, behind, U"号")) return false;
  at = behind;
  return true;
}

/// No.000123, 000123, 第12号, 共20份
bool take_copy_number(Form form, std::size_t& at) {
  std::size_t behind = at;
  constexpr std::array<Form, 4> kBefore = {U"no.", U"no", U"第", U"共"};
  take_any(form, behind, kBefore);
  while (behind < form.size() && is_head_sign(form[behind])) ++behind;
  const std::size_t digits = behind;
  while (behind < form.size() && is_digit(form[behind])) ++behind;
  if (behind == digits) return false;
  constexpr std::array<Form, 2> kBehind = {U"号", U"份"};
  take_any(form, behind, kBehind);
  at = behind;
  return true;
}

constexpr std::array<Form, 20> kLabels = {
    U"密级和保密期限", U"密级及保密期限", U"密级与保密期限", U"秘密等级", U"保密等级",
    U"保密级别",       U"涉密等级",       U"文件密级",       U"密级",     U"保密期限",
    U"紧急程度",       U"急缓程度",       U"缓急程度",       U"缓急",     U"份号",
    U"份数",           U"编号",           U"发文字号",       U"文号",     U"等级"};

constexpr std::array<Form, 9> kUrgency = {U"特提", U"特急", U"加急", U"平急", U"急件",
                                          U"紧急", U"急办", U"限时", U"急"};

}  // namespace

bool is_star(char32_t c) { return Form(U"★☆✭✩✫✮✯⭐⋆*﹡∗✱✳✶✹").find(c) != Form::npos; }

bool is_head_sign(char32_t c) {
  return is_star(c) ||
         Form(U"()[]【】〔〕「」『』{}〈〉<>·•‧・●○■□☐☑☒√✓✔▢▣◻⬜✅◆◇▲△-—–_=~|/\\,、.:;+。")
                 .find(c) != Form::npos;
}

std::optional<MarkReading> read_mark(Form form, std::size_t& at) {
  const SecrecyLevel level = take_level(form, at);
  if (level == SecrecyLevel::none) return std::nullopt;
  MarkReading reading{{level, {}, false}, false};
  constexpr std::array<Form, 5> kBehind = {U"级", U"件", U"文件", U"资料", U"材料"};
  take_any(form, at, kBehind);
  std::size_t behind = at;
  constexpr std::size_t kMostSigns = 5;
  while (behind < form.size() && behind - at < kMostSigns && is_head_sign(form[behind])) {
    reading.starred = reading.starred || is_star(form[behind]);
    ++behind;
  }
  reading.mark.term = take_term(form, behind, reading.starred);
  reading.mark.has_term = !reading.mark.term.empty();
  reading.starred = reading.starred && reading.mark.has_term;
  if (reading.mark.has_term) at = behind;
  return reading;
}

HeadItems read_head_items(Form form) {
  HeadItems items;
  std::size_t at = 0;
  while (at < form.size()) {
    if (is_head_sign(form[at])) {
      // An opening bracket may begin a document number without a code.
      if (!take_document_number(form, at)) ++at;
    } else if (take_any(form, at, kLabels)) {
      // Labels go first: 秘密等级 and 紧急程度 begin like a mark and an urgency.
    } else if (const auto reading = read_mark(form, at)) {
      if (!items.mark || reading->mark.level > items.mark->level) {
        items.mark = reading->mark;
        items.starred = reading->starred;
      }
    } else if (std::size_t word = at; take_any(form, word, kUrgency)) {
      items.urgency = to_utf8(form.substr(at, word - at));
      at = word;
    } else if (!take_copy_number(form, at) && !take_document_number(form, at)) {
      break;
    }
    items.read = at;
  }
  return items;
}

}  // namespace guidang::text

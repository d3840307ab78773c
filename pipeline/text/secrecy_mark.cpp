// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/secrecy_mark.h"

#include <algorithm>
#include <array>

#include "pipeline/text/head_items.h"
#include "pipeline/text/head_lines.h"
#include "pipeline/text/mark_form.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

using Form = std::u32string_view;

constexpr std::array<SecrecyLevel, 4> kLevels = {SecrecyLevel::none, SecrecyLevel::secret,
                                                 SecrecyLevel::highly_secret,
                                                 SecrecyLevel::top_secret};

bool contains(Form set, char32_t c) { return set.find(c) != set.npos; }

bool is_tick(char32_t c) { return contains(U"☑☒√✓✔■●▣✅🗹🗸", c); }
bool is_box(char32_t c) { return is_tick(c) || contains(U"□☐▢◻⬜", c); }

/// Of `密级：□绝密 ☑机密 □秘密` the highest that is ticked; without boxes the only one there is.
std::optional<SecrecyMark> chosen(Form form, std::size_t& at) {
  std::vector<SecrecyMark> offered;
  std::vector<SecrecyMark> ticked;
  bool boxes = false;
  bool box_first = false;
  for (;;) {
    bool tick_before = false;
    while (at < form.size() && (is_head_sign(form[at]) || is_box(form[at]))) {
      tick_before = tick_before || is_tick(form[at]);
      if (is_box(form[at])) {
        boxes = true;
        box_first = box_first || offered.empty();
      }
      ++at;
    }
    // A box behind the level before it belongs to that one when levels come first.
    if (tick_before && !box_first && !offered.empty()) ticked.push_back(offered.back());
    const auto reading = read_mark(form, at);
    if (!reading) break;
    offered.push_back(reading->mark);
    if (tick_before && box_first) ticked.push_back(reading->mark);
  }
  const auto by_level = [](const SecrecyMark& a, const SecrecyMark& b) {
    return a.level < b.level;
  };
  if (!ticked.empty()) return *std::ranges::max_element(ticked, by_level);
  if (boxes || offered.size() != 1) return std::nullopt;
  return offered.front();
}

/// Words that come behind a level in the fields of a form; any other word goes on with a sentence.
bool is_next_label(Form rest) {
  constexpr std::array<Form, 26> kLabels = {
      U"份",   U"紧急", U"急",   U"缓",       U"编号", U"印",   U"发文", U"签发", U"拟稿",
      U"主办", U"承办", U"共",   U"保密期限", U"文号", U"期限", U"来文", U"收文", U"特",
      U"加急", U"平急", U"附件", U"年",       U"主送", U"标题", U"是否", U"公开"};
  return std::ranges::any_of(kLabels, [&](Form label) { return rest.starts_with(label); });
}

/// 密级：机密 anywhere in a line, unless the sentence goes on behind it.
std::optional<SecrecyMark> labelled_mark(Form form) {
  constexpr std::array<Form, 4> kLabels = {U"密级", U"密等级", U"密级别", U"密期限"};
  for (std::size_t start = form.find(U'密'); start != form.npos;
       start = form.find(U'密', start + 1)) {
    std::size_t at = start;
    for (const Form label : kLabels) {
      if (form.substr(start).starts_with(label)) at = start + label.size();
    }
    if (at == start) continue;
    for (const Form more : {Form(U"和保密期限"), Form(U"及保密期限"), Form(U"与保密期限")}) {
      if (form.substr(at).starts_with(more)) at += more.size();
    }
    const auto mark = chosen(form, at);
    if (mark && (at >= form.size() || !is_han(form[at]) || is_next_label(form.substr(at)))) {
      return mark;
    }
  }
  return std::nullopt;
}

/// Levels offered for choice, in boxes or behind a label, are no mark by themselves.
bool offers_choice(Form form) {
  if (std::ranges::any_of(form, is_box)) return true;
  int levels = 0;
  for (const Form level : {Form(U"绝密"), Form(U"机密"), Form(U"秘密")}) {
    levels += form.find(level) != form.npos ? 1 : 0;
  }
  return levels > 1 && form.find(U"密级") != form.npos;
}

/// The form is nothing but what stands in a head, a mark among it.
std::optional<SecrecyMark> whole_mark(Form form) {
  const HeadItems items = read_head_items(form);
  if (items.read != form.size() || !items.mark) return std::nullopt;
  if (!offers_choice(form)) return items.mark;
  if (const auto labelled = labelled_mark(form)) return labelled;
  std::size_t at = form.find_first_of(U"□☐▢◻⬜☑☒√✓✔■●▣✅绝机秘");
  return at == form.npos ? std::nullopt : chosen(form, at);
}

/// 机密★1年 anywhere in a line of the head, unless it is quoted.
std::optional<SecrecyMark> starred_mark(Form form) {
  for (std::size_t at = form.find(U'密'); at != form.npos; at = form.find(U'密', at + 1)) {
    if (at == 0) continue;
    std::size_t start = at - 1;
    const auto reading = read_mark(form, start);
    if (!reading || !reading->starred) continue;
    if (at >= 2 && contains(U"“‘\"'《〈", form[at - 2])) continue;
    return reading->mark;
  }
  return std::nullopt;
}

/// 【机密】关于…的通知, 关于…的通知（秘密）: a level in brackets at either end of a line.
std::optional<SecrecyMark> bracketed_mark(Form form) {
  constexpr Form kOpening = U"(【[〔";
  constexpr Form kClosing = U")】]〕";
  const auto inside = [&](std::size_t at) -> std::optional<SecrecyMark> {
    const auto reading = read_mark(form, at);
    if (!reading || at >= form.size() || !contains(kClosing, form[at])) return std::nullopt;
    return reading->mark;
  };
  if (form.empty()) return std::nullopt;
  if (contains(kOpening, form.front())) {
    if (const auto mark = inside(1)) return mark;
  }
  const std::size_t last = form.find_last_of(kOpening);
  return contains(kClosing, form.back()) && last != form.npos ? inside(last + 1) : std::nullopt;
}

/// `机密 某县人民政府文件`: a gap of the page that became one blank.
std::optional<SecrecyMark> first_word_mark(std::string_view line) {
  line = trim(line.substr(0, kLongestHeadLine));
  std::size_t end = 0;
  for (std::size_t pos = 0; pos < line.size(); end = pos) {
    if (is_blank(next(line, pos))) break;
  }
  constexpr std::size_t kShortestRest = 4;
  if (length(trim(line.substr(end))) < kShortestRest) return std::nullopt;
  return whole_mark(mark_form(line.substr(0, end)));
}

std::optional<SecrecyMark> mark_of_line(const HeadLine& line) {
  if (const auto whole = whole_mark(line.form); whole && (whole->has_term || !line.in_body)) {
    return whole;
  }
  if (const auto labelled = labelled_mark(line.form)) return labelled;
  if (line.in_body) return std::nullopt;
  if (const auto starred = starred_mark(line.form)) return starred;
  if (const auto bracketed = bracketed_mark(line.form)) return bracketed;
  if (const auto first = first_word_mark(line.line)) return first;
  for (const std::u32string& part : outer_parts(line.line)) {
    if (const auto mark = whole_mark(part)) return mark;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_text(SecrecyLevel level) {
  switch (level) {
    case SecrecyLevel::secret:
      return "秘密";
    case SecrecyLevel::highly_secret:
      return "机密";
    case SecrecyLevel::top_secret:
      return "绝密";
    case SecrecyLevel::none:
      break;
  }
  return {};
}

std::string_view to_id(SecrecyLevel level) {
  switch (level) {
    case SecrecyLevel::secret:
      return "secret";
    case SecrecyLevel::highly_secret:
      return "highly_secret";
    case SecrecyLevel::top_secret:
      return "top_secret";
    case SecrecyLevel::none:
      break;
  }
  return "none";
}

std::optional<SecrecyLevel> secrecy_level_of_id(std::string_view id) {
  const auto found = std::ranges::find(kLevels, id, to_id);
  return found == kLevels.end() ? std::nullopt : std::optional(*found);
}

std::string SecrecyMark::to_text() const {
  std::string result(text::to_text(level));
  if (has_term) result.append("★").append(term);
  return result;
}

std::optional<SecrecyMark> parse_secrecy_mark(std::string_view line_or_field) {
  if (line_or_field.size() > kLongestHeadLine) return std::nullopt;
  return whole_mark(mark_form(line_or_field));
}

std::optional<FoundMark> find_head_mark(std::string_view text) {
  std::optional<FoundMark> best;
  const std::vector<HeadLine> head = head_lines(text);
  const auto consider = [&](const std::optional<SecrecyMark>& mark, std::size_t line) {
    if (mark && (!best || mark->level > best->mark.level)) best = FoundMark{*mark, line};
  };
  for (std::size_t i = 0; i < head.size(); ++i) {
    consider(mark_of_line(head[i]), head[i].number);
    // A mark set upright has its characters on two lines.
    if (i == 0 || head[i].in_body || head[i - 1].form.size() != 1) continue;
    consider(whole_mark(head[i - 1].form + head[i].form), head[i - 1].number);
  }
  return best;
}

bool is_control_mark(std::string_view line_or_field) {
  if (line_or_field.size() > kLongestHeadLine) return false;
  const std::u32string form = mark_form(line_or_field);
  const auto sign = [](char32_t c) { return is_head_sign(c); };
  const auto begin = std::ranges::find_if_not(form, sign);
  const auto end = std::find_if_not(form.rbegin(), form.rend(), sign).base();
  if (begin >= end) return false;
  const std::u32string word(begin, end);
  constexpr std::array<Form, 14> kWords = {
      U"内部",     U"内部资料", U"内部文件", U"内部材料", U"内部使用",
      U"内部参考", U"内部事项", U"工作秘密", U"注意保存", U"内部资料注意保存",
      U"不得外传", U"严禁外传", U"请勿外传", U"内部公开"};
  return std::ranges::find(kWords, Form(word)) != kWords.end();
}

}  // namespace guidang::text

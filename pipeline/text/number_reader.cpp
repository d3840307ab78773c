// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/number_reader.h"

#include "pipeline/text/number_code.h"

namespace guidang::text {
namespace {

/// Brackets that hold nothing but years in front of a figure. Round and pointed ones hold other
/// things too.
constexpr std::u32string_view kSquare = U"〔［[【﹝";

/// 补, as in 〔2023〕补6号, 补字第6号.
void take_supplement(Cursor& at, NumberDraft& draft) {
  if (!at.take(U'补')) return;
  draft.value.supplement = true;
  at.take(U'字');
}

/// （补）, behind 号.
void take_supplement_behind(Cursor& at, NumberDraft& draft) {
  for (const std::string_view form : {"（补）", "(补)"}) {
    if (at.take(form)) draft.value.supplement = true;
  }
}

/// 国务院第711号令 is numbered as 国务院令第711号.
void take_kind_behind(Cursor at, NumberDraft& draft) {
  for (const std::string_view kind : {"令", "公告", "通告"}) {
    if (!at.take(kind)) continue;
    draft.end = at.pos();
    if (!draft.value.code.ends_with(kind)) draft.value.code += kind;
    return;
  }
}

/// Who loses the brackets also types 法 for 发, its neighbour in pinyin.
void mend(NumberDraft& draft) {
  std::string& code = draft.value.code;
  constexpr std::size_t kBytes = 3;
  for (const std::string_view wrong : {"办法", "政法", "府法", "党法", "委法"}) {
    if (!code.ends_with(wrong) || length(code) < 3) continue;
    code.replace(code.size() - kBytes, kBytes, "发");
    draft.flaws.insert(NumberFlaw::misspelt_code);
    return;
  }
}

bool is_agency_code(std::string_view code) {
  return length(code) >= 2 && ends_as_agency_code(code);
}

}  // namespace

std::vector<FoundNumber> NumberReader::all() {
  Cursor at(text_);
  while (!at.at_end()) {
    const auto draft = read(at);
    if (draft && draft->begin >= free_from_ && (reading_back_ || reads_back(draft->value))) {
      keep(*draft);
      at = Cursor(text_, draft->end);
    } else {
      at.next();
    }
  }
  return std::move(found_);
}

NumberReader::Result NumberReader::read(const Cursor& at) const {
  const char32_t c = at.peek();
  if (is_opening_bracket(c)) return bracketed(at);
  if (c == U'第') return ordinal(at);
  if (!is_ascii_digit(c) || is_ascii_digit(at.before())) return std::nullopt;
  if (auto draft = stripped(at)) return draft;
  return without_ordinal_word(at);
}

bool NumberReader::reads_back(const DocumentNumber& value) {
  const std::string text = value.to_text();
  NumberReader reader(text, {}, true);
  reader.reading_back_ = true;
  const std::vector<FoundNumber> again = reader.all();
  return again.size() == 1 && again[0].length == text.size() && again[0].value == value &&
         !again[0].suggested;
}

void NumberReader::keep(const NumberDraft& draft) {
  FoundNumber number;
  number.value = draft.value;
  number.offset = draft.begin;
  number.length = draft.end - draft.begin;
  number.original = std::string(text_.substr(draft.begin, number.length));
  number.flaws.assign(draft.flaws.begin(), draft.flaws.end());
  number.suggested = draft.suggested;
  found_.push_back(std::move(number));
  free_from_ = draft.end;
}

/// 〔2023〕6号, from the opening bracket on; the code is looked for behind us.
NumberReader::Result NumberReader::bracketed(const Cursor& open) const {
  NumberDraft draft;
  Cursor at = open;
  const char32_t opening = at.next();
  take_inner_blanks(at, draft);
  if (!take_year(at, draft)) return std::nullopt;
  if (at.take(U'年')) draft.flaws.insert(NumberFlaw::year_word);
  take_inner_blanks(at, draft);
  if (!is_closing_bracket(at.peek())) return half_bracketed(open, at, draft);
  if (opening != U'〔' || at.peek() != U'〕') draft.flaws.insert(NumberFlaw::brackets);
  at.next();
  if (auto front = code_behind(open, at, draft)) return front;
  take_inner_blanks(at, draft);
  const bool split_code = at.take(U'字');
  if (split_code) draft.flaws.insert(NumberFlaw::year_place);
  take_supplement(at, draft);
  if (at.take(U'第')) draft.flaws.insert(NumberFlaw::ordinal_word);
  take_inner_blanks(at, draft);
  if (!take_number(at, draft) || !take_suffix(at, draft)) return std::nullopt;
  take_code_before(open, draft);
  std::string& code = draft.value.code;
  if (split_code && code.empty()) return std::nullopt;
  if (split_code) code += "字";
  if (code.empty() && !is_one_of(opening, kSquare)) return std::nullopt;
  const bool no_century = draft.flaws.contains(NumberFlaw::two_digit_year);
  if (no_century && !ends_as_agency_code(code)) return std::nullopt;
  return draft;
}

/// 〔81〕国办发15号, 〔2006〕民四他字第12号: the year in front; `at` is behind its bracket.
NumberReader::Result NumberReader::code_behind(const Cursor& open, Cursor at,
                                               NumberDraft draft) const {
  at.skip_blanks(kMostBlanks);
  if (at.peek() == U'补') return std::nullopt;
  const std::size_t end = code_end(text_, at.pos());
  if (end == at.pos()) return std::nullopt;
  bool odd = false;
  draft.value.code = plain_code(text_.substr(at.pos(), end - at.pos()), odd);
  if (!is_agency_code(draft.value.code)) return std::nullopt;
  draft.flaws.insert(NumberFlaw::year_place);
  if (odd) draft.flaws.insert(NumberFlaw::odd_characters);
  at = Cursor(text_, end);
  take_inner_blanks(at, draft);
  if (at.take(U'第')) draft.flaws.insert(NumberFlaw::ordinal_word);
  take_inner_blanks(at, draft);
  if (!take_number(at, draft) || !take_suffix(at, draft)) return std::nullopt;
  draft.begin = open.pos();
  return draft;
}

/// 州建房通〔20235号: only half of the bracket is there.
NumberReader::Result NumberReader::half_bracketed(const Cursor& open, Cursor at,
                                                  NumberDraft draft) const {
  draft.suggested = true;
  draft.flaws.insert(NumberFlaw::missing_brackets);
  // 公告（2012年第3号） is whole.
  for (const NumberFlaw flaw : {NumberFlaw::two_digit_year, NumberFlaw::year_word}) {
    if (draft.flaws.contains(flaw)) return std::nullopt;
  }
  if (at.take(U'第')) draft.flaws.insert(NumberFlaw::ordinal_word);
  if (!take_number(at, draft) || !at.take(U'号')) return std::nullopt;
  constexpr int kLargest = 9999;
  if (draft.value.number > kLargest) return std::nullopt;
  draft.end = at.pos();
  take_code_before(open, draft);
  return is_agency_code(draft.value.code) ? Result(draft) : std::nullopt;
}

/// 号, which a field may leave off.
bool NumberReader::take_suffix(Cursor& at, NumberDraft& draft) const {
  draft.end = at.pos();
  const int gap = at.skip_blanks(kMostBlanks);
  if (at.take(U'号') || at.take(U'號')) {
    if (gap > 0) draft.flaws.insert(NumberFlaw::inner_blank);
    take_supplement_behind(at, draft);
    draft.end = at.pos();
    return true;
  }
  draft.flaws.insert(NumberFlaw::missing_suffix);
  draft.suggested = true;
  return whole_field_ && at.at_end();
}

/// Reads the code that ends here into the draft, over blanks of the same line.
void NumberReader::take_code_before(const Cursor& here, NumberDraft& draft) const {
  Cursor at = here;
  const int gap = skip_blanks_before(at);
  const std::size_t start = code_start(text_, at.pos(), draft.value.form, known_codes_);
  draft.begin = here.pos();
  draft.value.code.clear();
  if (start == at.pos()) return;
  if (gap > 0) draft.flaws.insert(NumberFlaw::inner_blank);
  bool odd = false;
  draft.value.code = plain_code(text_.substr(start, at.pos() - start), odd);
  if (odd) draft.flaws.insert(NumberFlaw::odd_characters);
  draft.begin = start;
}

/// 令第711号, 主席令（十三届）第45号, 第711号令, 公告2023年第5号, 简报第5期, from 第 on.
NumberReader::Result NumberReader::ordinal(const Cursor& start) const {
  NumberDraft draft;
  draft.value.form = NumberForm::ordinal;
  Cursor at = start;
  at.next();
  take_inner_blanks(at, draft);
  if (!take_ordinal_number(at, draft)) return std::nullopt;
  take_inner_blanks(at, draft);
  const bool issue = at.take(U'期');
  if (issue)
    draft.value.form = NumberForm::issue;
  else if (!at.take(U'号'))
    return std::nullopt;
  take_ordinal_lead(start, at, draft);
  return accept_ordinal(draft) ? Result(draft) : std::nullopt;
}

/// 令711号, 公告2012年3号, from the figure on.
NumberReader::Result NumberReader::without_ordinal_word(const Cursor& start) const {
  NumberDraft draft;
  draft.value.form = NumberForm::ordinal;
  draft.flaws.insert(NumberFlaw::missing_ordinal);
  Cursor at = start;
  if (!take_ordinal_number(at, draft) || !at.take(U'号')) return std::nullopt;
  take_ordinal_lead(start, at, draft);
  const DocumentNumber& value = draft.value;
  const bool order = value.code.ends_with("令") && length(value.code) >= 2;
  const bool notice = is_ordinal_code(value.code) && (value.year != 0 || whole_field_);
  return order || notice ? Result(draft) : std::nullopt;
}

/// What stands before 第 (at `begin`) or the figure, and behind 号 (at `at`): year, term, code and
/// the brackets around it all.
void NumberReader::take_ordinal_lead(Cursor begin, Cursor at, NumberDraft& draft) const {
  draft.end = at.pos();
  draft.value.year = year_before(begin);
  if (draft.value.year == 0) {
    draft.value.session = session_before(begin);
  } else if (draft.value.form == NumberForm::ordinal) {
    draft.value.form = NumberForm::yearly;
  }
  if (is_opening_bracket(begin.before()) && is_closing_bracket(at.peek())) {
    Cursor outside = begin;
    outside.back();
    NumberDraft inside = draft;
    take_code_before(outside, inside);
    const std::string& code = inside.value.code;
    if (is_ordinal_code(code) || is_serial_code(code)) {
      draft = inside;
      at.next();
      draft.end = at.pos();
      return;
    }
  }
  take_code_before(begin, draft);
  if (draft.value.form != NumberForm::issue) take_kind_behind(at, draft);
}

bool NumberReader::accept_ordinal(NumberDraft& draft) const {
  const DocumentNumber& value = draft.value;
  if (value.form == NumberForm::issue) {
    if (value.session != 0) return false;
    return is_serial_code(value.code) || (value.code.empty() && (value.year != 0 || whole_field_));
  }
  if (is_ordinal_code(value.code)) return true;
  if (value.session != 0) return false;
  if (value.form == NumberForm::yearly && !value.code.empty()) {
    // 国发2014年第27号
    if (!is_agency_code(value.code)) return false;
    draft.value.form = NumberForm::bracketed;
    draft.suggested = true;
    draft.flaws.insert(NumberFlaw::missing_brackets);
    return true;
  }
  if (value.code.empty()) return whole_field_ || value.form == NumberForm::yearly;
  if (!is_agency_code(value.code)) return false;
  draft.flaws.insert(NumberFlaw::missing_year);
  return true;
}

/// 韶政办法201427号, 国发2014第27号, 国发2014〕27号, from the year on. The split is certain, the
/// brackets are not.
NumberReader::Result NumberReader::stripped(const Cursor& start) const {
  NumberDraft draft;
  draft.suggested = true;
  draft.flaws.insert(NumberFlaw::missing_brackets);
  Cursor at = start;
  int year = 0;
  for (int i = 0; i < 4; ++i) {
    if (!is_ascii_digit(at.peek())) return std::nullopt;
    year = year * 10 + static_cast<int>(at.next() - U'0');
  }
  if (year < 1950 || year > 2039) return std::nullopt;
  draft.value.year = year;
  take_inner_blanks(at, draft);
  if (is_closing_bracket(at.peek())) at.next();
  take_inner_blanks(at, draft);
  if (at.take(U'第')) draft.flaws.insert(NumberFlaw::ordinal_word);
  take_inner_blanks(at, draft);
  if (!take_number(at, draft) || draft.value.number > 9999) return std::nullopt;
  take_inner_blanks(at, draft);
  if (!at.take(U'号')) return std::nullopt;
  draft.end = at.pos();
  take_code_before(start, draft);
  if (!is_agency_code(draft.value.code)) return std::nullopt;
  mend(draft);
  return draft;
}

}  // namespace guidang::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/document_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/text/cursor.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/han_number.h"
#include "pipeline/text/number_code.h"

namespace guidang::text {
namespace {

constexpr int kMostBlanks = 4;
constexpr std::u32string_view kOpening = U"〔［[【（(﹝〈<「｛{";
constexpr std::u32string_view kClosing = U"〕］]】）)﹞〉>」｝}";

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != set.npos; }

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// 0–9, ０–９ and letters that are typed for 0.
std::optional<int> figure(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return is_zero(c) && c != U'零' ? std::optional(0) : std::nullopt;
}

bool is_figure(char32_t c) { return is_ascii_digit(c) || (c >= U'０' && c <= U'９'); }

/// A number being put together, with what was odd about it.
struct Draft {
  DocumentNumber value;
  std::set<NumberFlaw> flaws;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool suggested = false;
};

class Reader {
 public:
  Reader(std::string_view text, std::span<const std::string> known_codes, bool whole_field)
      : text_(text), known_codes_(known_codes), whole_field_(whole_field) {}

  std::vector<FoundNumber> all() {
    Cursor at(text_);
    while (!at.at_end()) {
      const auto draft = read(at);
      if (draft && draft->begin >= free_from_) {
        keep(*draft);
        at = Cursor(text_, draft->end);
      } else {
        at.next();
      }
    }
    return std::move(found_);
  }

 private:
  std::optional<Draft> read(const Cursor& at) const {
    const char32_t c = at.peek();
    if (is_one_of(c, kOpening)) return bracketed(at);
    if (c == U'第') return ordinal(at);
    if (is_ascii_digit(c) && !is_ascii_digit(at.before())) return stripped(at);
    return std::nullopt;
  }

  void keep(const Draft& draft) {
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
  std::optional<Draft> bracketed(const Cursor& open) const {
    Draft draft;
    Cursor at = open;
    const char32_t opening = at.next();
    blanks(at, draft);
    const auto year = bracketed_year(at, draft);
    if (!year) return std::nullopt;
    draft.value.year = *year;
    blanks(at, draft);
    const char32_t closing = at.next();
    if (!is_one_of(closing, kClosing)) return std::nullopt;
    if (opening != U'〔' || closing != U'〕') draft.flaws.insert(NumberFlaw::brackets);
    blanks(at, draft);
    if (at.take(U'第')) draft.flaws.insert(NumberFlaw::ordinal_word);
    blanks(at, draft);
    if (!number(at, draft) || !suffix(at, draft)) return std::nullopt;
    code_before(open, draft);
    // Round and pointed brackets hold other things too, so they need the code.
    const bool square = is_one_of(opening, U"〔［[【﹝");
    if (draft.value.code.empty() && !square) return std::nullopt;
    if (draft.flaws.contains(NumberFlaw::two_digit_year) &&
        !ends_as_agency_code(draft.value.code)) {
      return std::nullopt;
    }
    return draft;
  }

  static void blanks(Cursor& at, Draft& draft) {
    if (at.skip_blanks(kMostBlanks) > 0) draft.flaws.insert(NumberFlaw::inner_blank);
  }

  static std::optional<int> bracketed_year(Cursor& at, Draft& draft) {
    int year = 0;
    int digits = 0;
    while (digits < 4) {
      const char32_t c = at.peek();
      const auto digit = digit_value(c);
      if (!digit || c == U'两') break;
      if (!is_ascii_digit(c)) draft.flaws.insert(NumberFlaw::odd_characters);
      year = year * 10 + *digit;
      ++digits;
      at.next();
    }
    if (digits == 2) {
      constexpr int kFirstOfOldCentury = 49;
      draft.flaws.insert(NumberFlaw::two_digit_year);
      draft.suggested = true;
      return year >= kFirstOfOldCentury ? 1900 + year : 2000 + year;
    }
    return digits == 4 && year >= 1800 && year <= 2099 ? std::optional(year) : std::nullopt;
  }

  /// 6, 090, 7-1: one to five digits and perhaps a part.
  static bool number(Cursor& at, Draft& draft) {
    const char32_t first = at.peek();
    const auto value = figures(at, 5, draft);
    if (!value || *value == 0) return false;
    if (figure(first) == 0) draft.flaws.insert(NumberFlaw::leading_zero);
    draft.value.number = *value;
    Cursor part = at;
    if (is_one_of(part.next(), U"-－–‑")) {
      const auto sub = figures(part, 3, draft);
      if (!sub) return false;
      draft.value.sub = *sub;
      at = part;
    }
    return true;
  }

  static std::optional<int> figures(Cursor& at, int most, Draft& draft) {
    int value = 0;
    int count = 0;
    for (; figure(at.peek()); ++count) {
      if (count == most) return std::nullopt;
      const char32_t c = at.next();
      if (!is_ascii_digit(c)) draft.flaws.insert(NumberFlaw::odd_characters);
      value = value * 10 + *figure(c);
    }
    return count > 0 ? std::optional(value) : std::nullopt;
  }

  /// 号, which a field may leave off.
  bool suffix(Cursor& at, Draft& draft) const {
    draft.end = at.pos();
    const int gap = at.skip_blanks(kMostBlanks);
    if (at.take(U'号') || at.take(U'號')) {
      if (gap > 0) draft.flaws.insert(NumberFlaw::inner_blank);
      draft.end = at.pos();
      return true;
    }
    draft.flaws.insert(NumberFlaw::missing_suffix);
    draft.suggested = true;
    return whole_field_ && at.at_end();
  }

  /// Reads the code that ends here into the draft, over blanks of the same line.
  void code_before(const Cursor& here, Draft& draft) const {
    Cursor at = here;
    int gap = 0;
    for (; gap < kMostBlanks && is_blank(at.before()) && at.before() != U'\n'; ++gap) at.back();
    const std::size_t start = code_start(text_, at.pos(), draft.value.form, known_codes_);
    draft.begin = here.pos();
    if (start == at.pos()) return;
    if (gap > 0) draft.flaws.insert(NumberFlaw::inner_blank);
    bool odd = false;
    draft.value.code = plain_code(text_.substr(start, at.pos() - start), odd);
    if (odd) draft.flaws.insert(NumberFlaw::odd_characters);
    draft.begin = start;
  }

  /// 令第711号, 第711号令, 公告2023年第5号, 简报第5期, from 第 on.
  std::optional<Draft> ordinal(const Cursor& start) const {
    Draft draft;
    draft.value.form = NumberForm::ordinal;
    Cursor at = start;
    at.next();
    blanks(at, draft);
    if (!ordinal_number(at, draft)) return std::nullopt;
    blanks(at, draft);
    const bool issue = at.take(U'期');
    if (!issue && !at.take(U'号')) return std::nullopt;
    draft.end = at.pos();
    Cursor begin = start;
    draft.value.year = year_before(begin);
    if (issue)
      draft.value.form = NumberForm::issue;
    else if (draft.value.year != 0)
      draft.value.form = NumberForm::yearly;
    code_before(begin, draft);
    if (!issue) kind_behind(at, draft);
    return accept_ordinal(draft) ? std::optional(draft) : std::nullopt;
  }

  static bool ordinal_number(Cursor& at, Draft& draft) {
    const Cursor start = at;
    int characters = 0;
    bool han = false;
    for (; characters < 8; ++characters) {
      const char32_t c = at.peek();
      if (!digit_value(c) && !is_one_of(c, U"十百千廿卅")) break;
      han = han || !is_figure(c);
      if (c >= U'０' && c <= U'９') draft.flaws.insert(NumberFlaw::odd_characters);
      at.next();
    }
    const auto value = parse_han_number(start.rest().substr(0, at.pos() - start.pos()));
    if (!value || *value == 0) return false;
    if (!han && figure(start.peek()) == 0) draft.flaws.insert(NumberFlaw::leading_zero);
    draft.value.number = *value;
    return true;
  }

  /// The year of `2023年` before `at`, which is moved there; 0 when there is none.
  static int year_before(Cursor& at) {
    Cursor back = at;
    for (int i = 0; i < kMostBlanks && is_blank(back.before()); ++i) back.back();
    if (back.before() != U'年') return 0;
    back.back();
    for (int i = 0; i < kMostBlanks && is_blank(back.before()); ++i) back.back();
    int year = 0;
    int unit = 1;
    for (int i = 0; i < 4; ++i, unit *= 10) {
      const auto digit = digit_value(back.before());
      if (!digit) return 0;
      year += *digit * unit;
      back.back();
    }
    if (year < 1800 || year > 2099 || is_ascii_digit(back.before())) return 0;
    at = back;
    return year;
  }

  /// 国务院第711号令 is numbered as 国务院令第711号.
  static void kind_behind(Cursor at, Draft& draft) {
    for (const std::string_view kind : {"令", "公告", "通告"}) {
      if (!at.take(kind)) continue;
      draft.end = at.pos();
      if (!draft.value.code.ends_with(kind)) draft.value.code += kind;
      return;
    }
  }

  bool accept_ordinal(Draft& draft) const {
    const DocumentNumber& value = draft.value;
    if (length(value.code) > static_cast<std::size_t>(kLongestCode)) return false;
    if (value.form == NumberForm::issue) {
      return is_serial_code(value.code) ||
             (value.code.empty() && (value.year != 0 || whole_field_));
    }
    if (is_ordinal_code(value.code)) return true;
    if (value.form == NumberForm::yearly) return value.code.empty();
    if (value.code.empty()) return whole_field_;
    if (length(value.code) < 2 || !ends_as_agency_code(value.code)) return false;
    draft.flaws.insert(NumberFlaw::missing_year);
    return true;
  }

  /// 韶政办法201427号, 国发2014第27号, from the year on. The split is certain, the brackets are
  /// not.
  std::optional<Draft> stripped(const Cursor& start) const {
    Draft draft;
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
    blanks(at, draft);
    if (at.take(U'第')) draft.flaws.insert(NumberFlaw::ordinal_word);
    blanks(at, draft);
    if (!number(at, draft) || draft.value.number > 9999) return std::nullopt;
    blanks(at, draft);
    if (!at.take(U'号')) return std::nullopt;
    draft.end = at.pos();
    code_before(start, draft);
    std::string& code = draft.value.code;
    if (length(code) < 2 || !ends_as_agency_code(code)) return std::nullopt;
    mend(code);
    return draft;
  }

  /// Who loses the brackets also types 法 for 发, its neighbour in pinyin.
  static void mend(std::string& code) {
    for (const std::string_view wrong : {"办法", "政法", "府法", "党法", "委法"}) {
      if (!code.ends_with(wrong) || length(code) < 3) continue;
      code.replace(code.size() - 3, 3, "发");
      return;
    }
  }

  std::string_view text_;
  std::span<const std::string> known_codes_;
  bool whole_field_ = false;
  std::size_t free_from_ = 0;
  std::vector<FoundNumber> found_;
};

std::string_view without_label(std::string_view field) {
  field = trim(field);
  for (const std::string_view label : {"发文字号", "文号", "字号", "编号"}) {
    if (!field.starts_with(label)) continue;
    const std::string_view rest = trim(field.substr(label.size()));
    for (const std::string_view colon : {"：", ":"}) {
      if (rest.starts_with(colon)) return trim(rest.substr(colon.size()));
    }
  }
  return field;
}

}  // namespace

std::string DocumentNumber::to_text() const {
  const std::string part = sub ? fmt::format("{}-{}", number, *sub) : std::to_string(number);
  switch (form) {
    case NumberForm::ordinal:
      return fmt::format("{}第{}号", code, part);
    case NumberForm::yearly:
      return fmt::format("{}{}年第{}号", code, year, part);
    case NumberForm::issue:
      return year == 0 ? fmt::format("{}第{}期", code, part)
                       : fmt::format("{}{}年第{}期", code, year, part);
    case NumberForm::bracketed:
      break;
  }
  return fmt::format("{}〔{}〕{}号", code, year, part);
}

bool FoundNumber::has(NumberFlaw flaw) const {
  return std::ranges::find(flaws, flaw) != flaws.end();
}

std::vector<FoundNumber> find_document_numbers(std::string_view text,
                                               std::span<const std::string> known_codes) {
  return Reader(text, known_codes, false).all();
}

std::optional<FoundNumber> read_document_number(std::string_view field) {
  constexpr std::size_t kLongestField = 256;
  field = without_label(field);
  if (field.empty() || field.size() > kLongestField) return std::nullopt;
  auto found = Reader(field, {}, true).all();
  if (found.size() != 1 || found[0].offset != 0 || found[0].length != field.size()) {
    return std::nullopt;
  }
  return std::move(found[0]);
}

std::optional<DocumentNumber> parse_document_number(std::string_view field) {
  auto found = read_document_number(field);
  if (!found || found->suggested) return std::nullopt;
  return std::move(found->value);
}

std::string matching_key(std::string_view field) {
  const auto number = parse_document_number(field);
  return fold(number ? number->to_text() : field);
}

}  // namespace guidang::text

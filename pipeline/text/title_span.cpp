// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text/title_span.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang::text {
namespace {

constexpr std::array<std::string_view, 5> kNames{"none", "part", "year", "several", "mixed"};
constexpr std::array<std::string_view, 6> kPart{"上半年", "下半年", "半年度",
                                                "季度",   "月份",   "旬报"};
constexpr std::array<std::string_view, 4> kYear{"年度", "全年", "本年", "上年"};
constexpr std::array<std::string_view, 10> kSeveral{"一五", "二五", "三五",   "四五",   "五五",
                                                    "六五", "七五", "中长期", "近几年", "历年"};
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr int kShortestYear = 1000;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_numeral(char32_t c) {
  return is_digit(c) ||
         std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string::npos;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string result;
  for (std::size_t pos = 0; pos < utf8.size();) result.push_back(next(utf8, pos));
  return result;
}

bool has_any(std::string_view title, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return title.find(word) != std::string_view::npos;
  });
}

/// What stands in the title, gathered number by number.
struct Seen {
  bool part = false;
  bool year = false;
  bool several = false;
  std::optional<int> last{};

  void name(int value) {
    if (value >= kFirstYear && value <= kLastYear) last = std::max(last.value_or(value), value);
  }
};

class Scan {
 public:
  explicit Scan(std::u32string text) : text_(std::move(text)) {}

  Seen run() {
    while (at_ < text_.size()) {
      if (is_digit(text_[at_])) {
        digits();
      } else if (is_numeral(text_[at_])) {
        numerals();
      } else {
        ++at_;
      }
    }
    return seen_;
  }

 private:
  [[nodiscard]] char32_t look(std::size_t where) const {
    return where < text_.size() ? text_[where] : U'\0';
  }
  [[nodiscard]] bool follows(std::size_t where, std::u32string_view word) const {
    return std::u32string_view(text_).substr(std::min(where, text_.size())).starts_with(word);
  }
  [[nodiscard]] std::size_t number_end(std::size_t from) const {
    while (is_digit(look(from))) ++from;
    return from;
  }
  [[nodiscard]] int value(std::size_t from, std::size_t end) const {
    int result = 0;
    for (; from < end && result <= kLastYear; ++from) {
      result = result * 10 + static_cast<int>(text_[from] - U'0');
    }
    return result;
  }

  void digits() {
    const std::size_t begin = at_;
    const std::size_t end = number_end(begin);
    const int number = value(begin, end);
    at_ = end;
    if (number < kShortestYear) {
      // 三年行动 and 3年行动 speak of several years, 5月 of a month; 5月1日 of a day.
      count(end, number > 1);
      return;
    }
    if (number > kLastYear || end - begin != 4) return;
    constexpr std::u32string_view kDashes = U"-—–―~至到－";
    std::size_t next = end + (look(end) == U'年' ? 1U : 0U);
    std::size_t dash = next;
    while (dash < text_.size() && kDashes.find(text_[dash]) != std::u32string_view::npos) ++dash;
    const std::size_t until = number_end(dash);
    if (dash > next && until - dash == 4 && value(dash, until) > number) {
      seen_.several = true;
      seen_.name(value(dash, until));
      at_ = until;
      return;
    }
    if (next == end) return;
    seen_.name(number);
    at_ = next;
    // 2023年上半年 and 2023年5月 are parts of it; those words speak for themselves.
    const bool of_part = follows(next, U"上半年") || follows(next, U"下半年") ||
                         follows(next, U"第") || is_numeral(look(next));
    if (!of_part) seen_.year = true;
  }

  void numerals() {
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (is_numeral(look(end))) ++end;
    at_ = end;
    count(end, !(end == begin + 1 && text_[begin] == U'一'));
  }

  /// After a small number that ends at `end`.
  void count(std::size_t end, bool more_than_one) {
    if (look(end) == U'月' && !follows(end, U"月龄")) {
      std::size_t day = end + 1;
      while (is_numeral(look(day))) ++day;
      const bool of_day = day > end + 1 && (look(day) == U'日' || look(day) == U'号');
      if (of_day) at_ = day;
      seen_.part = seen_.part || !of_day;
    } else if (more_than_one && (follows(end, U"年规划") || follows(end, U"年计划") ||
                                 follows(end, U"年行动") || follows(end, U"年发展"))) {
      seen_.several = true;
    }
  }

  std::u32string text_;
  std::size_t at_ = 0;
  Seen seen_;
};

}  // namespace

TitleSpan title_span(std::string_view title) {
  const std::string folded = fold(title);
  Seen seen = Scan(code_points(folded)).run();
  seen.part = seen.part || has_any(folded, kPart);
  seen.several = seen.several || has_any(folded, kSeveral);
  // A part or several years name the year, too: 2023年度上半年 is a part.
  seen.year = seen.year || has_any(folded, kYear);
  TitleSpan result{.span = Span::none, .last_year = seen.last};
  if (seen.part && seen.several) {
    result.span = Span::mixed;
  } else if (seen.part) {
    result.span = Span::part;
  } else if (seen.several) {
    result.span = Span::several;
  } else if (seen.year) {
    result.span = Span::year;
  }
  return result;
}

std::string_view to_text(Span span) { return kNames.at(static_cast<std::size_t>(span)); }

}  // namespace guidang::text

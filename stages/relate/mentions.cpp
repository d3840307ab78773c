// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/mentions.h"

#include <algorithm>
#include <array>

#include "pipeline/text/document_number.h"
#include "pipeline/text/han_number.h"
#include "pipeline/text/utf8.h"

namespace guidang::relate {
namespace {

constexpr std::size_t kLongestTitle = 360;    // bytes
constexpr std::size_t kLongestBracket = 240;  // bytes
constexpr std::size_t kLongestBetween = 70;   // characters

/// Behind the sign that closes the one at `at`; npos when it stays open.
std::size_t closed(std::string_view text, std::size_t at, std::string_view open,
                   std::string_view close, std::size_t most) {
  std::size_t depth = 0;
  const std::size_t end = std::min(text.size(), at + most);
  for (std::size_t pos = at; pos < end;) {
    const std::string_view rest = text.substr(pos);
    if (rest.starts_with(open)) {
      ++depth;
      pos += open.size();
    } else if (rest.starts_with(close)) {
      pos += close.size();
      if (--depth == 0) return pos;
    } else {
      text::next(text, pos);
    }
  }
  return std::string_view::npos;
}

std::string number_in(std::string_view text) {
  for (const text::FoundNumber& found : text::find_document_numbers(text)) {
    if (!found.suggested && !found.value.code.empty()) return found.value.to_text();
  }
  return {};
}

/// Takes a bracket directly behind the title in: its number and its place.
void take_bracket(std::string_view sentence, Named& named) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (!sentence.substr(named.end).starts_with(open)) continue;
    const std::size_t end = closed(sentence, named.end, open, close, kLongestBracket);
    if (end == std::string_view::npos) return;
    named.number = number_in(sentence.substr(named.end, end - named.end));
    named.end = end;
    return;
  }
}

void find_titles(std::string_view sentence, std::string_view open, std::string_view close,
                 std::vector<Named>& out) {
  for (std::size_t at = sentence.find(open); at != std::string_view::npos;) {
    const std::size_t end = closed(sentence, at, open, close, kLongestTitle);
    if (end == std::string_view::npos) {
      at = sentence.find(open, at + open.size());
      continue;
    }
    const std::size_t begin = at + open.size();
    Named named{.begin = at,
                .end = end,
                .title = std::string(sentence.substr(begin, end - close.size() - begin))};
    const std::string_view before = sentence.substr(0, at);
    if (before.ends_with("本") || before.ends_with("此") || before.ends_with("该")) {
      named.title.clear();
    }
    take_bracket(sentence, named);
    at = sentence.find(open, named.end);
    out.push_back(std::move(named));
  }
}

void find_numbers(std::string_view sentence, std::vector<Named>& out) {
  if (sentence.find("号") == std::string_view::npos) return;
  const std::size_t titles = out.size();
  for (const text::FoundNumber& found : text::find_document_numbers(sentence)) {
    if (found.suggested || found.value.code.empty()) continue;
    const bool inside = std::any_of(
        out.begin(), out.begin() + static_cast<std::ptrdiff_t>(titles), [&](const Named& named) {
          return found.offset >= named.begin && found.offset < named.end;
        });
    if (inside) continue;
    out.push_back({.begin = found.offset,
                   .end = found.offset + found.length,
                   .number = found.value.to_text()});
  }
  std::sort(out.begin(), out.end(),
            [](const Named& a, const Named& b) { return a.begin < b.begin; });
}

void erase_all(std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
    text.erase(at, word.size());
  }
}

/// 自本办法施行之日起, 从2022年1月1日起: by when, not what.
void erase_since(std::string& text) {
  for (const std::string_view from : {"自", "从", "于"}) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) continue;
    std::size_t end = text.find("起", at);
    if (end == std::string::npos) continue;
    end += std::string_view("起").size();
    text.erase(at, end - at);
  }
}

constexpr std::array<std::string_view, 42> kNeutral{
    "同时", "予以", "一律",     "一并", "相应", "全部", "即行",   "立即", "随之", "现行", "正式",
    "决定", "宣布", "现予",     "均予", "文件", "通知", "规范性", "原有", "届时", "业经", "自动",
    "自行", "终止", "不再有效", "亦",   "均",   "即",   "现",     "已予", "也",   "等",   "的",
    "之日", "日",   "月",       "年",   "，",   ",",    "、",     "或",   "并"};

}  // namespace

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::vector<Named> find_named(std::string_view sentence, bool any_brackets) {
  std::vector<Named> named;
  find_titles(sentence, "《", "》", named);
  if (any_brackets && named.empty()) find_titles(sentence, "〈", "〉", named);
  find_numbers(sentence, named);
  std::erase_if(named, [](const Named& one) { return one.title.empty() && one.number.empty(); });
  return named;
}

std::size_t weight_of(std::string_view between) {
  std::string rest(between);
  erase_since(rest);
  for (const std::string_view word : kNeutral) erase_all(rest, word);
  return static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), [](char c) {
    const bool digit = c >= '0' && c <= '9';
    return !digit && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool governs(std::string_view before) {
  return has_any(before, {"根据", "依据", "按照", "依照", "遵照", "参照", "贯彻", "落实", "执行",
                          "违反", "适用", "符合", "鉴于", "经研究", "按《", "有关要求"});
}

bool joins(std::string_view between) {
  if (between.empty()) return true;
  if (governs(between) || text::length(between) > kLongestBetween) return false;
  for (const std::string_view sign : {"、", "和", "及", "与", "以及", "同"}) {
    if (between.starts_with(sign)) return between.find("，") == std::string_view::npos;
  }
  for (const std::string_view sign : {"，", ","}) {
    if (!between.starts_with(sign)) continue;
    const std::string_view rest = between.substr(sign.size());
    if (rest.find("，") != std::string_view::npos) return false;
    return rest.empty() || rest.ends_with("的") || rest.starts_with("以及") || rest == "和" ||
           rest == "及";
  }
  return false;
}

std::vector<int> years_in(std::string_view text) {
  std::vector<int> years;
  std::u32string digits;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = text::next(text, pos);
    if (text::digit_value(c)) {
      digits.push_back(c);
      continue;
    }
    if (digits.size() == 4 && (c == U'年' || c == U'〕' || c == U']' || c == U'］')) {
      int year = 0;
      for (const char32_t digit : digits)
        year = year * 10 + static_cast<int>(*text::digit_value(digit));
      if (year >= 1900 && year <= 2200) years.push_back(year);
    }
    digits.clear();
  }
  return years;
}

}  // namespace guidang::relate

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/clauses.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "pipeline/text/document_number.h"
#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"
#include "stages/relate/mentions.h"
#include "stages/relate/sentences.h"
#include "stages/relate/title.h"

namespace guidang::relate {
namespace {

constexpr std::size_t kMostMentions = 400;
constexpr std::size_t kQuote = 60;        // characters
constexpr std::size_t kMostWeight = 4;    // characters between a name and its verb
constexpr std::size_t kActiveReach = 40;  // characters between a verb and the name behind it
constexpr std::size_t kBeforeVerb = 8;    // characters in which a negation stands
constexpr std::size_t kLongestHeading = 60;
constexpr auto npos = std::string_view::npos;

constexpr std::array<std::string_view, 9> kRepeals{
    "停止执行", "停止施行", "停止适用", "停止使用", "不再执行", "不再施行", "废止", "作废", "失效"};
constexpr std::array<std::string_view, 8> kAmends{"作如下修改", "作出如下修改", "做如下修改",
                                                  "作以下修改", "作出以下修改", "作相应修改",
                                                  "予以修改",   "作部分修改"};

/// The last `count` characters.
std::string_view tail(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  while (begin > 0 && count > 0) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) --count;
  }
  return text.substr(begin);
}

/// Where the text behind `end` goes on with something that ends the statement.
bool statement_ends(std::string_view behind) {
  if (behind.empty()) return true;
  for (const std::string_view sign :
       {"，", "。", "；", "、", ",", ";", "：", ":", "！", "（", "(", "并", "”", "》", "）"}) {
    if (behind.starts_with(sign)) return true;
  }
  return false;
}

/// 不废止, 拟废止, 已废止, 应当废止: said of it, not done to it.
bool is_denied(std::string_view before) {
  return has_any(tail(before, kBeforeVerb),
                 {"不得", "不予", "未", "拟", "建议", "已被", "已经", "已于", "业已", "应当",
                  "应予", "可以", "如果", "是否", "尚", "申请", "负责", "无须", "不应"}) ||
         before.ends_with("已") || before.ends_with("被") || before.ends_with("应") ||
         before.ends_with("不") || before.ends_with("如");
}

/// 建议对《甲》予以废止.
bool is_proposed(std::string_view before) {
  return has_any(before, {"建议", "拟", "申请", "提请", "请求", "恳请", "如果", "是否"});
}

/// Only a part of what is named: …第三条, …中有关收费的规定.
bool is_partial(std::string_view between) {
  const std::size_t comma = between.find("，");
  if (comma != npos && weight_of(between.substr(comma)) > kMostWeight) return false;
  between = between.substr(0, comma);
  const bool list = between.starts_with("等") || between.starts_with("及") ||
                    between.starts_with("和") || between.starts_with("以及");
  if (list && between.find("中") == npos && between.find("第") == npos) return false;
  return has_any(between, {"条", "款", "规定", "部分", "内容", "附件", "中有关", "章", "标准",
                           "附表", "目录"});
}

/// …与本办法不一致的，以本办法为准: where both agree the older one stays.
bool is_where_they_differ(std::string_view between) {
  return has_any(between, {"不一致", "不符", "抵触", "不相同"});
}

/// Reads one sentence.
class SentenceReader {
 public:
  SentenceReader(const Sentence& sentence, bool is_title, std::vector<Mention>& out)
      : sentence_(sentence),
        text_(sentence.text()),
        is_title_(is_title),
        named_(find_named(text_, is_title)),
        out_(out) {}

  [[nodiscard]] bool names_any() const { return !named_.empty(); }

  void read() {
    if (named_.empty() && text_.find("收悉") == npos) return;
    for (const std::string_view verb : kRepeals) each(verb, Verb::replaces);
    for (const std::string_view verb : kAmends) each(verb, Verb::amends);
    if (is_title_) each("修改", Verb::amends);
    read_prevails();
    read_reissue();
    read_received();
  }

  /// An entry of a list whose heading said what becomes of its entries.
  void read_entry(Verb verb) {
    if (!begins_item(text_) && !text_.starts_with("《")) {
      // A row of a table begins with the title itself.
      if (named_.empty() || named_.front().begin == 0) return;
    }
    for (std::size_t i = 0; i < named_.size(); ++i) {
      if (taken_.contains(i) || governs(text_.substr(0, named_[i].begin))) continue;
      const std::string_view behind = text_.substr(named_[i].end);
      const Verb said = behind.starts_with("第") || behind.starts_with("中") ? Verb::amends : verb;
      add(i, said);
    }
    if (!named_.empty()) return;
    // 3.关于做好防汛工作的通知: a title without its brackets.
    const std::size_t about = text_.find("关于");
    if (about == npos || !text::document_type_of_title(text_)) return;
    Mention mention = mention_at(about, verb);
    mention.title = text_.substr(about);
    push(std::move(mention));
  }

 private:
  void each(std::string_view verb, Verb kind) {
    for (std::size_t at = text_.find(verb); at != npos; at = text_.find(verb, at + verb.size())) {
      const bool inside = std::any_of(named_.begin(), named_.end(), [&](const Named& named) {
        return at >= named.begin && at < named.end;
      });
      if (inside) continue;
      const std::size_t end = at + verb.size();
      if (is_denied(text_.substr(0, at))) continue;
      if (statement_ends(text_.substr(end)) && passive(at, kind)) continue;
      if (kind == Verb::replaces || is_title_) active(end, kind);
    }
  }

  /// 《甲》、《乙》同时废止.
  bool passive(std::size_t verb, Verb kind, bool verb_is_prevails = false) {
    std::size_t last = named_.size();
    while (last > 0 && named_[last - 1].end > verb) --last;
    if (last == 0) return false;
    --last;
    const std::string_view between = text_.substr(named_[last].end, verb - named_[last].end);
    const bool partial = is_partial(between) || (verb_is_prevails && is_where_they_differ(between));
    if (!partial && weight_of(between) > kMostWeight) return false;
    if (partial && text::length(between) > kActiveReach) return false;
    std::size_t first = last;
    while (first > 0 && joins(between_of(first - 1, first))) --first;
    const std::string_view before = clause_before(named_[first].begin);
    if (governs(before) || is_proposed(before)) return false;
    for (std::size_t i = first; i <= last; ++i) {
      // 《甲》和《乙》第三条废止: only of the last a part.
      add(i, partial && i == last ? Verb::amends : kind);
    }
    return true;
  }

  /// 废止2001年3月发布的《甲》.
  void active(std::size_t end, Verb kind) {
    const auto first = std::find_if(named_.begin(), named_.end(),
                                    [&](const Named& named) { return named.begin >= end; });
    if (first == named_.end()) return;
    const std::string_view reach = text_.substr(end, first->begin - end);
    if (text::length(reach) > kActiveReach || has_any(reach, {"，", "。", "；", ","})) return;
    if (!reach.empty() && !reach.ends_with("的") && !reach.ends_with("：") &&
        weight_of(reach) > kMostWeight) {
      return;
    }
    if (reach.starts_with("的") || reach.starts_with("后") || reach.starts_with("前")) return;
    auto i = static_cast<std::size_t>(first - named_.begin());
    for (;; ++i) {
      const std::string_view behind = text_.substr(named_[i].end);
      const bool part = behind.starts_with("第") || behind.starts_with("中") ||
                        behind.starts_with("的第") || behind.starts_with("部分");
      add(i, part ? Verb::amends : kind);
      if (i + 1 == named_.size() || !joins(between_of(i, i + 1))) return;
    }
  }

  /// 《甲》与本办法不一致的，以本办法为准 is a part; 原《甲》以本件为准 the whole.
  void read_prevails() {
    const std::size_t at = text_.find("为准");
    if (at == npos) return;
    for (const std::string_view by : {"以本", "以此"}) {
      const std::size_t begin = text_.rfind(by, at);
      if (begin == npos || at - begin > 60) continue;
      passive(begin, Verb::replaces, true);
      return;
    }
  }

  void read_reissue() {
    if (!has_any(text_, {"重新印发", "重新公布", "重新发布", "重新颁布", "修订印发", "修订后印发",
                         "修订后的《", "修改后的《", "修订后的〈", "修改后的〈"})) {
      return;
    }
    for (std::size_t i = 0; i < named_.size(); ++i) {
      if (!taken_.contains(i) && !governs(clause_before(named_[i].begin))) add(i, Verb::reissues);
    }
  }

  /// 你局《关于…的请示》（…号）收悉.
  void read_received() {
    const std::size_t at = text_.find("收悉");
    if (at == npos) return;
    std::size_t last = named_.size();
    while (last > 0 && named_[last - 1].end > at) --last;
    if (last > 0 && text::length(text_.substr(named_[last - 1].end, at - named_[last - 1].end)) <=
                        kBeforeVerb) {
      std::size_t first = last - 1;
      while (first > 0 && joins(between_of(first - 1, first))) --first;
      for (std::size_t i = first; i < last; ++i) add(i, Verb::answers);
      // A number behind a title without brackets: 你局关于…的请示（…号）收悉.
      if (!named_[first].title.empty()) return;
    }
    const std::string_view before = text_.substr(0, last > 0 ? named_[last - 1].begin : at);
    const std::size_t about = before.rfind("关于");
    if (about == npos) return;
    std::string_view title = before.substr(about);
    for (const std::string_view sign : {"（", "("}) {
      if (title.ends_with(sign)) title.remove_suffix(sign.size());
    }
    if (!text::document_type_of_title(title)) return;
    Mention mention = mention_at(about, Verb::answers);
    mention.title = title;
    push(std::move(mention));
  }

  [[nodiscard]] std::string_view between_of(std::size_t i, std::size_t j) const {
    return text_.substr(named_[i].end, named_[j].begin - named_[i].end);
  }

  /// From the last comma or colon to `at`.
  [[nodiscard]] std::string_view clause_before(std::size_t at) const {
    std::string_view before = text_.substr(0, at);
    for (const std::string_view sign : {"，", "：", "。", ","}) {
      if (const std::size_t cut = before.rfind(sign); cut != npos) {
        before.remove_prefix(cut + sign.size());
      }
    }
    return before;
  }

  [[nodiscard]] Mention mention_at(std::size_t at, Verb verb) const {
    Mention mention{.verb = verb};
    mention.place = is_title_ ? "title" : sentence_.place(at);
    mention.quote = text::prefix(text_.substr(at), kQuote);
    return mention;
  }

  void add(std::size_t i, Verb verb) {
    taken_.insert(i);
    const Named& named = named_[i];
    Mention mention = mention_at(named.begin, verb);
    mention.title = named.title;
    mention.number = named.number;
    const std::size_t from = i == 0 ? 0 : named_[i - 1].end;
    std::string_view before = text_.substr(from, named.begin - from);
    if (const std::size_t cut = before.rfind("，"); cut != npos) before.remove_prefix(cut);
    mention.years = years_in(before);
    push(std::move(mention));
  }

  void push(Mention mention) {
    if (out_.size() < kMostMentions) out_.push_back(std::move(mention));
  }

  const Sentence& sentence_;
  std::string_view text_;
  bool is_title_;
  std::vector<Named> named_;
  std::set<std::size_t> taken_;
  std::vector<Mention>& out_;
};

/// In a decision about a list of documents: what the heading above says of its entries.
class ListMode {
 public:
  explicit ListMode(std::string_view title) {
    std::string outer(title);
    for (const Named& named : find_named(title)) {
      outer.erase(std::min(named.begin, outer.size()), named.end - named.begin);
      break;  // one name is usual; offsets of further ones have moved
    }
    on_ = has_any(outer, {"废止", "失效", "停止执行", "清理"});
  }
  [[nodiscard]] bool on() const { return on_; }
  [[nodiscard]] std::optional<Verb> verb() const { return verb_; }

  void see_heading(std::string_view text) {
    if (text::length(text) > kLongestHeading && !text.ends_with("：")) return;
    if (has_any(text, {"继续有效", "保留", "现行有效", "继续施行"})) {
      verb_.reset();
    } else if (has_any(text, {"废止", "失效", "停止执行"})) {
      if (!is_denied(text.substr(0, text.find("废止")))) verb_ = Verb::replaces;
    } else if (has_any(text, {"修改", "修订"})) {
      verb_ = Verb::amends;
    }
  }

 private:
  bool on_ = false;
  std::optional<Verb> verb_;
};

bool worth_reading(const std::vector<std::string>& pages) {
  return std::any_of(pages.begin(), pages.end(), [](const std::string& page) {
    return has_any(
        page, {"废止", "作废", "失效", "停止", "不再", "修改", "重新", "修订", "收悉", "为准"});
  });
}

/// Where numbers are cited, line by line: most texts say no more of other documents.
void read_numbers(const std::vector<std::string>& pages, std::vector<Mention>& out) {
  std::set<std::string> seen;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (pages[page].find("号") == npos) continue;
    const auto lines = text::lines(pages[page]);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].find("号") == npos) continue;
      for (const text::FoundNumber& found : text::find_document_numbers(lines[i])) {
        if (found.suggested || found.value.code.empty()) continue;
        std::string number = found.value.to_text();
        if (out.size() >= kMostMentions || !seen.insert(number).second) continue;
        out.push_back({.number = std::move(number),
                       .place = std::to_string(page + 1) + ":" + std::to_string(i + 1)});
      }
    }
  }
}

}  // namespace

std::vector<Mention> read_clauses(const std::vector<std::string>& pages, std::string_view title) {
  std::vector<Mention> mentions;
  Sentence own;
  own.add(text::remove_blanks(title), 1, 1);
  if (!title.empty()) SentenceReader(own, true, mentions).read();
  if (!passes_on(title) && worth_reading(pages)) {
    ListMode list(title);
    for_each_sentence(pages, [&](const Sentence& sentence) {
      SentenceReader reader(sentence, false, mentions);
      reader.read();
      if (!list.on()) return;
      if (list.verb()) reader.read_entry(*list.verb());
      const bool heads = !reader.names_any() || sentence.text().ends_with("：");
      if (heads) list.see_heading(sentence.text());
    });
  }
  read_numbers(pages, mentions);
  return mentions;
}

}  // namespace guidang::relate

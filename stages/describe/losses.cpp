// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/document_number.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/oddities.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostNamed = 6;  // of each kind

struct Loss {
  std::string_view what{};
  std::string place{};
  std::string around{};
};

struct Pair {
  char32_t open = 0;
  char32_t close = 0;
};
constexpr std::array kPairs{Pair{U'《', U'》'}, Pair{U'（', U'）'}, Pair{U'〔', U'〕'},
                            Pair{U'“', U'”'}, Pair{U'【', U'】'}};

char32_t folded(char32_t c) {
  if (c == U'(') return U'（';
  if (c == U')') return U'）';
  return c;
}

std::string around(std::string_view text, std::size_t at) {
  constexpr std::size_t kBefore = 24;  // bytes
  constexpr std::size_t kShown = 18;   // characters
  std::size_t start = at > kBefore ? at - kBefore : 0;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return std::string{text::prefix(text.substr(start), kShown)};
}

class Losses {
 public:
  explicit Losses(const Reading& reading) : reading_(reading) {}

  void read(std::vector<Finding>& findings) {
    for (const Line& line : reading_.lines) {
      if (line.furniture) continue;
      brackets(line);
      words(line);
      masks(line);
      numbers(line);
    }
    for (const Open& open : open_) name(bracket_, "缺后括号 / bracket never closed", open.loss);
    report(findings);
  }

 private:
  struct Open {
    std::size_t pair = 0;
    std::size_t line = 0;
    Loss loss{};
  };

  void name(std::vector<Loss>& losses, std::string_view what, Loss loss) {
    loss.what = what;
    if (losses.size() < kMostNamed) losses.push_back(std::move(loss));
  }

  // A bracket may close lines below; one that is still open some paragraphs on has lost its other
  // half. 1） and （一） at the start of a line are enumerators.
  void brackets(const Line& line) {
    constexpr std::size_t kMostLines = 3;
    constexpr std::size_t kMostOpen = 64;
    ++count_;
    const auto stale = [&](const Open& open) { return count_ - open.line > kMostLines; };
    for (const Open& open : open_) {
      if (stale(open)) name(bracket_, "缺后括号 / bracket never closed", open.loss);
    }
    std::erase_if(open_, stale);
    char32_t before = 0;
    for (std::size_t pos = 0; pos < line.text.size();) {
      const std::size_t at = pos;
      const char32_t c = folded(text::next(line.text, pos));
      for (std::size_t pair = 0; pair < kPairs.size(); ++pair) {
        if (c == kPairs[pair].open && open_.size() < kMostOpen) {
          open_.push_back({pair, count_, {{}, line.place(), around(line.text, at)}});
        } else if (c == kPairs[pair].close) {
          close(pair, line, at, before);
        }
      }
      before = c;
    }
  }

  void close(std::size_t pair, const Line& line, std::size_t at, char32_t before) {
    const auto it = std::find_if(open_.rbegin(), open_.rend(),
                                 [&](const Open& open) { return open.pair == pair; });
    if (it != open_.rend()) {
      open_.erase(std::next(it).base());
      return;
    }
    const bool counts = (before >= U'0' && before <= U'9') || (before >= U'a' && before <= U'z') ||
                        (before >= U'A' && before <= U'Z') || is_han_number(before);
    if (kPairs[pair].close == U'）' && counts) return;
    // A closing quotation mark alone is mostly one that was set the wrong way round.
    if (kPairs[pair].close == U'”') return;
    name(bracket_, "缺前括号 / bracket never opened", {{}, line.place(), around(line.text, at)});
  }

  static bool is_han_number(char32_t c) {
    constexpr std::u32string_view kDigits = U"一二三四五六七八九十①②③④⑤⑥⑦⑧⑨";
    return kDigits.find(c) != std::u32string_view::npos;
  }

  // 年4月 without a year before it, 文件、 、信件 without the word between, 第条, U+FFFD.
  void words(const Line& line) {
    char32_t before = U'\n';
    char32_t last_mark = 0;
    for (std::size_t pos = 0; pos < line.text.size();) {
      const std::size_t at = pos;
      const char32_t c = text::next(line.text, pos);
      if (c == text::kReplacement) lose("无法识别的字符 / unreadable character", line, at);
      if (c == U'年' && !text::is_han(before) && !is_digit(before) && !is_circle(before) &&
          month_follows(line.text.substr(pos))) {
        lose("缺年份 / year missing", line, at);
      }
      if (c == U'、' && last_mark == U'、') lose("顿号之间缺词 / word missing", line, at);
      if (!text::is_blank(c)) last_mark = c;
      before = c;
    }
  }

  // xx县, ××局, XXXX单位 in the head: a name that somebody took out.
  void masks(const Line& line) {
    constexpr std::size_t kFirstLines = 8;
    constexpr std::size_t kStart = 150;  // bytes
    if (count_ > kFirstLines) return;
    constexpr std::u32string_view kMasks = U"xX×＊*";
    std::size_t run = 0;
    for (std::size_t pos = 0; pos < line.text.size() && pos < kStart;) {
      const std::size_t at = pos;
      const char32_t c = text::next(line.text, pos);
      if (run > 1 && text::is_han(c)) return lose("名称隐去 / name taken out", line, at);
      run = kMasks.find(c) == std::u32string_view::npos ? 0 : run + 1;
    }
  }

  static bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') || (c >= U'A' && c <= U'z');
  }
  // ○ and its like stand for zeros.
  static bool is_circle(char32_t c) { return c == U'○' || c == U'Ｏ' || c == U'×' || c == U'*'; }

  static bool month_follows(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    return digits != 0 && digits < 3 && text.substr(digits).starts_with("月");
  }

  void lose(std::string_view what, const Line& line, std::size_t at) {
    name(word_, what, {{}, line.place(), around(line.text, at)});
  }

  // 韶政办法201427号: the brackets of a number that the text cites. Its own is DSC-105.
  void numbers(const Line& line) {
    constexpr std::size_t kLongest = 20000;
    if (number_.size() >= kMostNamed || line.text.size() > kLongest || !contains(line.text, "号")) {
      return;
    }
    for (const HeadNumber& own : reading_.zones.numbers) {
      if (reading_.lines[own.line].place() == line.place()) return;
    }
    for (const text::FoundNumber& number :
         text::find_document_numbers(line.text, reading_.settings->codes)) {
      if (!number.has(text::NumberFlaw::missing_brackets) || number.value.code.empty()) continue;
      name(number_, "文号缺括号 / number without its brackets",
           {{}, line.place(), number.original});
    }
  }

  void report(std::vector<Finding>& findings) const {
    std::vector<Loss> all;
    for (const std::vector<Loss>* kind : {&word_, &number_, &bracket_}) {
      all.insert(all.end(), kind->begin(), kind->end());
    }
    if (all.empty()) return;
    Finding finding;
    finding.code = kLost;
    finding.severity = Severity::note;
    finding.place = all.front().place;
    for (const Loss& loss : all) {
      if (!finding.found.empty()) finding.found += "；";
      finding.found += loss.place + " " + std::string{loss.what} + ": " + loss.around;
    }
    findings.push_back(std::move(finding));
  }

  const Reading& reading_;
  std::vector<Open> open_{};
  std::vector<Loss> word_{};
  std::vector<Loss> number_{};
  std::vector<Loss> bracket_{};
  std::size_t count_ = 0;
};

// 1、… / 2、… at the start of lines that go on in the middle of a sentence: a reader's page
// numbers.
void report_page_numbers(const Reading& reading, std::vector<Finding>& findings) {
  constexpr std::size_t kLeast = 3;
  constexpr std::size_t kSentence = 150;  // bytes of a line of running text
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"。", "；", ";", "：", ":", "！", "？", ".", "”", "）", ")"});
  std::size_t count = 0;
  std::size_t broken = 0;
  std::string first;
  std::string last;
  const Line* before = nullptr;
  for (const Line& line : reading.lines) {
    if (line.furniture) continue;
    const std::string mark = std::to_string(count + 1) + "、";
    if (line.flat.starts_with(mark)) {
      ++count;
      if (before != nullptr && before->flat.size() > kSentence &&
          ending(before->flat, kEnds) == 0) {
        ++broken;
      }
      if (first.empty()) first = line.place();
      last = line.place();
    }
    before = &line;
  }
  if (count < kLeast || broken * 2 < count) return;
  Finding finding;
  finding.code = kPageNumbers;
  finding.severity = Severity::note;
  finding.place = first;
  finding.found = "1–" + std::to_string(count) + ": " + first + " … " + last;
  findings.push_back(std::move(finding));
}

}  // namespace

void report_losses(const Reading& reading, std::vector<Finding>& findings) {
  Losses(reading).read(findings);
  report_page_numbers(reading, findings);
}

}  // namespace guidang::describe

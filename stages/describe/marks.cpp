// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/secrecy_mark.h"
#include "pipeline/text/urgency.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/person_names.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// The place of the marks: lines above the title and the title, or all of the head where no title
// was found. Further down the same words are of the text and mark nothing.
std::size_t marks_end(const Zones& zones) {
  std::size_t end = zones.body;
  for (const TitleBlock& block : zones.titles) {
    if (block.complete) end = std::min(end, block.last + 1);
  }
  if (!zones.numbers.empty() && zones.numbers.front().line < zones.body) {
    end = std::max(end, zones.numbers.front().line + 1);
  }
  return std::min(end, zones.body);
}

// The lines as they are: marks hide in gaps between blanks.
struct HeadText {
  std::string text{};
  std::vector<std::size_t> lines{};  ///< index of the line that each one of the text is
};

HeadText head_of(const Reading& reading) {
  HeadText head;
  const std::size_t end = marks_end(reading.zones);
  for (std::size_t i = 0; i < end && head.lines.size() < text::kHeadLines; ++i) {
    const Line& line = reading.lines[i];
    if (line.furniture || head.text.size() > kFlatBytes) continue;
    head.text += line.text.substr(0, kFlatBytes);
    head.text += '\n';
    head.lines.push_back(i);
  }
  return head;
}

// 等级　特急·明电: telegrams name their urgency in a form above the text.
std::optional<text::Urgency> telegram_urgency(std::string_view flat) {
  constexpr std::string_view kLevel = "等级";
  constexpr auto kWords = std::to_array<std::string_view>({"特提", "特急", "加急", "平急"});
  const std::size_t at = flat.find(kLevel);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = flat.substr(at + kLevel.size());
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const std::size_t length = starting(rest, kWords);
  return length == 0 ? std::nullopt : text::parse_urgency(rest.substr(0, length));
}

void find_urgency(const Reading& reading, const HeadText& head, Candidates& out) {
  if (const auto urgency = text::find_head_urgency(head.text)) {
    for (const std::size_t i : head.lines) {
      const Line& line = reading.lines[i];
      if (!contains(line.text, urgency->original) && !contains(line.flat, urgency->term)) continue;
      out.add("urgency", urgency->term, line.place(), 0.9, urgency->original);
      return;
    }
  }
  for (const std::size_t i : head.lines) {
    const Line& line = reading.lines[i];
    if (const auto urgency = telegram_urgency(line.flat)) {
      out.add("urgency", urgency->term, line.place(), 0.85, urgency->original);
      return;
    }
  }
}

// 000123 alone, or as the first word of a line of marks: 000123　机密★10年.
void find_copy_number(const Reading& reading, Candidates& out) {
  constexpr auto kLabels = std::to_array<std::string_view>({"份号:", "份号", "No.", "NO.", "№"});
  // Six digits are many things; only the head of a document makes them a 份号.
  const Zones& zones = reading.zones;
  if (zones.masthead.empty() && zones.numbers.empty() && zones.marks.size() < 2) return;
  for (const std::size_t i : zones.marks) {
    const Line& line = reading.lines[i];
    std::string_view rest = line.flat;
    rest.remove_prefix(starting(rest, kLabels));
    std::size_t digits = 0;
    while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
    if (!is_copy_number(rest.substr(0, digits))) continue;
    out.add("copy_number", std::string{rest.substr(0, digits)}, line.place(), 0.85);
    return;
  }
}

struct SignerLabel {
  std::string_view word{};
  std::string_view field{};
};
constexpr std::array kSignerLabels{
    SignerLabel{"签发人", "signer"}, SignerLabel{"会签人", "countersigner"},
    SignerLabel{"签发", "signer"}, SignerLabel{"会签", "countersigner"}};

struct LabelHit {
  std::size_t at = std::string_view::npos;
  std::size_t end = 0;
  std::string_view field{};
};

// The next label with its colon. Blanks between its characters are not looked through.
LabelHit next_label(std::string_view text, std::size_t from) {
  constexpr auto kColon = std::to_array<std::string_view>({":", "："});
  LabelHit best;
  for (const SignerLabel& label : kSignerLabels) {
    const std::size_t at = text.find(label.word, from);
    if (at == std::string_view::npos || at >= best.at) continue;
    const std::string_view behind = text::trim(text.substr(at + label.word.size()));
    const std::size_t colon = starting(behind, kColon);
    if (colon == 0 && !text.substr(at).starts_with("签发人") &&
        !text.substr(at).starts_with("会签人")) {
      continue;
    }
    best = {at, static_cast<std::size_t>(behind.data() - text.data()) + colon, label.field};
  }
  return best;
}

class Signers {
 public:
  explicit Signers(const Reading& reading) : reading_(reading) {}

  void read(Candidates& out) {
    constexpr std::size_t kLongest = 400;
    for (const std::size_t i : reading_.zones.signers) {
      const Line& line = reading_.lines[i];
      if (line.text.size() > kLongest) continue;
      // 签 发 人: blanks inside the word, then none of the names can be told apart by them.
      const bool spread = next_label(line.text, 0).at == std::string_view::npos;
      take(spread ? std::string_view{line.flat} : line.text, line.place());
    }
    for (Candidate* found : {&signer_, &countersigner_}) {
      if (!found->values.empty()) out.list.push_back(std::move(*found));
    }
  }

 private:
  void take(std::string_view text, const std::string& place) {
    LabelHit label = next_label(text, 0);
    if (label.at == std::string_view::npos) return add(last_, text, place);
    while (label.at != std::string_view::npos) {
      const LabelHit next = next_label(text, label.end);
      const std::size_t stop = std::min(next.at, text.size());
      last_ = label.field == "signer" ? &signer_ : &countersigner_;
      add(last_, text.substr(label.end, stop - label.end), place);
      label = next;
    }
  }

  static void add(Candidate* to, std::string_view names, const std::string& place) {
    if (to == nullptr) return;
    for (std::string& name : read_names(names)) to->values.push_back(std::move(name));
    if (to->source.empty() && !to->values.empty()) to->source = place;
  }

  const Reading& reading_;
  Candidate signer_{"signer", {}, {}, 0.9, {}, false, {}};
  Candidate countersigner_{"countersigner", {}, {}, 0.9, {}, false, {}};
  Candidate* last_ = nullptr;
};

}  // namespace

void find_marks(const Reading& reading, Candidates& out) {
  const HeadText head = head_of(reading);
  if (const auto found = text::find_head_mark(head.text); found && found->line > 0) {
    const std::size_t line = std::min(found->line, head.lines.size()) - 1;
    const std::string place = reading.lines[head.lines[line]].place();
    out.add("secrecy", std::string{text::to_text(found->mark.level)}, place, 0.9);
    if (found->mark.has_term) out.add("secrecy_term", found->mark.term, place, 0.9);
  }
  find_urgency(reading, head, out);
  find_copy_number(reading, out);
  Signers(reading).read(out);
}

}  // namespace guidang::describe

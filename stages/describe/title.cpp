// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/text/utf8.h"
#include "stages/describe/confidence.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kShortTitle = 4;   // characters
constexpr std::size_t kLongTitle = 150;  // characters; longer ones are reported
// In characters. A text without line ends is no title: better none than that, and a person looks.
constexpr std::size_t kLongestTitle = 4000;

// 凤凰县政府门户网站-凤凰县人民政府…: what a browser shows above the page.
bool is_page_title(std::string_view flat) {
  constexpr auto kSites =
      std::to_array<std::string_view>({"网站-", "门户-", "网-", "网站_", "网_"});
  return contains_any(flat, kSites);
}

std::size_t han_in(std::string_view flat) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < flat.size();) {
    if (text::is_han(text::next(flat, pos))) ++count;
  }
  return count;
}

bool has_words(std::string_view title) {
  return std::any_of(title.begin(), title.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 0x7F;
  });
}

// A cell, a name, a sentence, a label: whatever stands first in papers that have no title.
bool is_odd(std::string_view flat, std::size_t length) {
  constexpr auto kRunning = std::to_array<std::string_view>({"。", ";", "=", "\"", "{", "\\"});
  constexpr auto kOpen = std::to_array<std::string_view>({",", ":", "、", "...", "(", "《"});
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"地点:", "时间:", "主持", "出席:", "联系人:", "电话:", "记录:", "姓名:", "单位:"});
  return length < kShortTitle || starting(flat, kLabels) != 0 ||
         std::count(flat.begin(), flat.end(), '|') > 1 ||
         std::count(flat.begin(), flat.end(), ',') > 2 || length > kLongTitle ||
         contains_any(flat, kRunning) || ending(flat, kOpen) != 0 || !balanced(flat) ||
         han_in(flat) < kShortTitle || is_page_title(flat) || flat.ends_with("网站") ||
         flat.ends_with("网") || is_organ(flat) || is_person(flat);
}

// Whether running text or a salutation follows the head.
bool has_text(const Reading& reading) {
  const Zones& zones = reading.zones;
  if (zones.body >= reading.lines.size()) return false;
  return zones.salutation || is_body(reading.lines[zones.body]);
}

// Directly above or below what only stands beside a title.
bool is_placed(const TitleBlock& block, const Zones& zones) {
  const auto next_is = [&](std::size_t line) { return line == block.last + 1; };
  return block.after_number || (zones.salutation && next_is(zones.salutation_first)) ||
         std::any_of(zones.notes.begin(), zones.notes.end(), next_is) ||
         std::any_of(zones.numbers.begin(), zones.numbers.end(),
                     [&](const HeadNumber& number) { return next_is(number.line); });
}

// Of the blocks of one head, one after another.
class Trust {
 public:
  explicit Trust(const Reading& reading) : reading_(reading), has_text_(has_text(reading)) {}

  double in(const TitleBlock& block) {
    constexpr double kSurest = 0.97;
    return std::min(by_words(block) + trust_by_look(block, reading_), kSurest);
  }

 private:
  double by_words(const TitleBlock& block) {
    using namespace confidence;
    const std::string flat = flatten(block.name, kFlatBytes);
    if (is_odd(flat, text::length(flat))) return kTitleOdd;
    const bool heads = has_text_ && !std::exchange(below_another_, true);
    const bool placed = is_placed(block, reading_.zones);
    if (block.complete) {
      const bool first = !std::exchange(below_complete_, true);
      return placed ? kTitlePlaced
                    : (heads ? kTitleComplete : (first ? kTitleFirst : kTitleBeside));
    }
    if (heads) return placed || block.closed ? kTitleClosed : kTitleHeading;
    return placed ? kTitleBeside : kTitleLine;
  }

  const Reading& reading_;
  bool has_text_ = false;
  bool below_another_ = false;
  bool below_complete_ = false;
};

struct Offer {
  const TitleBlock* block = nullptr;
  double trust = 0.0;
};

}  // namespace

void find_titles(const Reading& reading, Candidates& out) {
  const Zones& zones = reading.zones;
  std::vector<Offer> offers;
  Trust trust{reading};
  for (const TitleBlock& block : zones.titles) {
    if (text::length(block.name) > kLongestTitle) continue;
    const Offer offer{&block, trust.in(block)};
    const auto same = std::find_if(offers.begin(), offers.end(), [&](const Offer& other) {
      return other.block->name == block.name;
    });
    // A line that a page repeats is no second witness.
    if (same != offers.end()) {
      same->trust = std::max(same->trust, offer.trust);
    } else if (offer.trust > confidence::kTitleOdd || (offers.empty() && has_words(block.name))) {
      // What is hardly a title is offered only when nothing stands above it.
      offers.push_back(offer);
    }
  }
  for (const Offer& offer : offers) {
    out.add("title", offer.block->name, reading.lines[offer.block->first].place(), offer.trust);
  }
  for (const Label& label : reading.labels) {
    if (label.field != "title") continue;
    const std::array parts{label.value};
    out.add("title", join_title(parts), reading.lines[label.line].place(), confidence::kTitleLabel);
  }
  if (!zones.titles.empty()) return;
  // 常务会议纪要 is masthead and title in one.
  for (const std::size_t i : zones.masthead) {
    const Line& line = reading.lines[i];
    if (!type_of_title(line.flat)) continue;
    out.add("title", line.flat, line.place(), confidence::kTitleMasthead);
  }
}

}  // namespace guidang::describe

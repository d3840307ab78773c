// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/zones.h"

#include <algorithm>
#include <array>

#include "stages/describe/labels.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"
#include "stages/describe/sign_off.h"
#include "stages/describe/title_block.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kHeadLines = 80;

// Walks down the head, line by line, and says what each line is by its form and its place.
class Head {
 public:
  Head(std::span<const Line> lines, std::span<const std::string> codes, Zones& zones)
      : lines_(lines), codes_(codes), zones_(zones) {}

  void read() {
    std::size_t i = 0;
    std::size_t seen = 0;
    for (; i < lines_.size() && seen < kHeadLines; ++i) {
      if (lines_[i].furniture) continue;
      ++seen;
      if (!take(i)) break;
    }
    zones_.body = i;
    collect_titles(lines_, plain_, zones_);
  }

 private:
  // False when the head ends before this line.
  bool take(std::size_t i) {
    const Line& line = lines_[i];
    if (in_note_ || is_note(line.flat) || ends_note(i)) return take_note(i);
    if (is_mark(line) && plain_.empty()) return keep(zones_.marks, i);
    if (auto number = number_below_masthead(i)) {
      zones_.numbers.push_back({i, std::move(*number)});
      return true;
    }
    if (auto number = own_number(line, codes_)) {
      if (is_signer_beside(line)) zones_.signers.push_back(i);
      zones_.numbers.push_back({i, std::move(*number)});
      return true;
    }
    if (is_signer(line.flat)) return keep(zones_.signers, i);
    if (goes_on_signing(i)) return keep(zones_.signers, i);
    if (is_label(line.flat)) return true;
    if (is_masthead(line.flat)) return take_masthead(i);
    if (const auto date = date_line(line); date && date->before.empty()) {
      return keep(zones_.dates, i);
    }
    if (take_salutation(i)) return false;
    if (is_body(line)) return take_odd_title(i);
    plain_.push_back(i);
    return true;
  }

  // 国务院令 and below it 第711号 are one number.
  [[nodiscard]] std::optional<text::FoundNumber> number_below_masthead(std::size_t i) const {
    constexpr std::size_t kLongest = 40;
    const std::string& flat = lines_[i].flat;
    if (zones_.masthead.empty() || flat.size() > kLongest || !flat.starts_with("第") ||
        !flat.ends_with("号")) {
      return std::nullopt;
    }
    const std::string& head = lines_[zones_.masthead.back()].flat;
    if (head.ends_with("文件")) return std::nullopt;
    auto number = text::read_document_number(head + flat);
    if (number && number->suggested) return std::nullopt;
    return number;
  }

  bool keep(std::vector<std::size_t>& place, std::size_t i) {
    place.push_back(i);
    return true;
  }

  // 题注 may fill several lines; its bracket closes it.
  bool take_note(std::size_t i) {
    constexpr std::size_t kMostLines = 40;
    if (plain_.empty() && !in_note_) return false;
    const std::string_view flat = lines_[i].flat;
    if (!in_note_ && flat.front() == '(' && !contains(flat, ")")) {
      in_note_ = true;
      note_lines_ = 0;
    } else if (in_note_ && (contains(flat, ")") || ++note_lines_ > kMostLines)) {
      in_note_ = false;
    }
    return keep(zones_.notes, i);
  }

  // 《关于修改 / 第三十一条的决定》第一次修正
  [[nodiscard]] bool ends_note(std::size_t i) const {
    constexpr std::size_t kLongest = 300;
    return !zones_.notes.empty() && zones_.notes.back() + 1 == i &&
           lines_[i].flat.size() < kLongest && contains(lines_[i].flat, "》") &&
           !balanced(lines_[i - 1].flat);
  }

  bool take_masthead(std::size_t i) {
    // Organs above "文件" issue jointly: they belong to the masthead, not to the title.
    while (!plain_.empty() && is_organ(lines_[plain_.back()].flat)) {
      zones_.masthead.insert(zones_.masthead.begin(), plain_.back());
      plain_.pop_back();
    }
    // 令 below a title belongs to a text that is published with it.
    if (!plain_.empty()) {
      plain_.push_back(i);
      return true;
    }
    return keep(zones_.masthead, i);
  }

  [[nodiscard]] static bool begins_with_organ(const Line& line) {
    if (line.flat.starts_with("各")) return true;
    const std::vector<std::string> names = split_addressees(line.text);
    return !names.empty() && (is_organ(names.front()) || contains(names.front(), "各"));
  }

  [[nodiscard]] static bool is_signer_beside(const Line& line) {
    return contains(line.flat, "签发人");
  }

  // Signers of a joint document stand two a line, below one another.
  [[nodiscard]] bool goes_on_signing(std::size_t i) const {
    if (i == 0 || !plain_.empty() || zones_.signers.empty()) return false;
    return zones_.signers.back() + 1 == i && is_names(lines_[i]);
  }

  bool take_salutation(std::size_t i) {
    constexpr std::size_t kMostLines = 6;
    // Addressees may fill several lines before the colon.
    for (std::size_t last = i; last < lines_.size() && last < i + kMostLines; ++last) {
      if (salutation(lines_[last]) != 0) {
        if (last != i && !begins_with_organ(lines_[i])) return false;
        zones_.salutation = true;
        zones_.salutation_first = i;
        zones_.salutation_last = last;
        return true;
      }
      const std::string_view flat = lines_[last].flat;
      if (contains(flat, "。") || enumerator(flat) != 0 || contains(flat, "关于")) return false;
      const bool goes_on = contains(flat, "、") || contains(flat, ",");
      if (!goes_on) return false;
    }
    return false;
  }

  // The first line may be a title however long it is, as long as it is no sentence; a part of a
  // law is headed 第三编 合同.
  bool take_odd_title(std::size_t i) {
    constexpr std::size_t kHeading = 60;
    const std::string_view flat = lines_[i].flat;
    const bool first = plain_.empty() && zones_.masthead.empty() && zones_.numbers.empty();
    const bool heading = flat.starts_with("第") && flat.size() < kHeading;
    if (!first || contains(flat, "。") || flat.ends_with(":")) return false;
    if (enumerator(flat) != 0 && !heading) return false;
    plain_.push_back(i);
    return true;
  }

  std::span<const Line> lines_;
  std::span<const std::string> codes_;
  Zones& zones_;
  std::vector<std::size_t> plain_{};
  bool in_note_ = false;
  std::size_t note_lines_ = 0;
};

}  // namespace

Zones find_zones(std::span<const Line> lines, std::span<const std::string> codes) {
  Zones zones;
  Head(lines, codes, zones).read();
  if (zones.salutation) zones.body = zones.salutation_last + 1;
  find_tail(lines, zones);
  return zones;
}

}  // namespace guidang::describe

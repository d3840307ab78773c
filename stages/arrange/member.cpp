// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/arrange/member.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "pipeline/lists/list_row.h"
#include "pipeline/record_key.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/han_number.h"
#include "stages/arrange/plan.h"

namespace guidang::arrange {
namespace {

std::uint32_t row_number(const std::vector<WordRow>& rows, std::string_view text,
                         std::string_view doctype) {
  const std::size_t row = VolumeSettings::fitting(rows, text, doctype);
  return row == rows.size() ? 0 : static_cast<std::uint32_t>(row + 1);
}

std::string decided(const View& item, std::string_view field) {
  const auto it = item.decisions().find(field);
  return it == item.decisions().end() ? std::string{} : it->second.value;
}

std::string correspondent_of(const View& main, const Description& description) {
  const auto* origin = main.find<Origin>();
  const Direction direction = origin == nullptr ? Direction::unknown : origin->direction;
  if (direction == Direction::received) return std::string(description.value("creator"));
  if (direction == Direction::issued) return std::string(description.value("recipients"));
  return {};
}

/// A feature's value and the key by which its values follow each other; "" when not known.
std::pair<std::string, std::string> value_of(Feature feature, const Member& lead,
                                             const VolumeSettings& settings) {
  const auto plain = [](const std::string& text) { return std::pair(text, text); };
  const auto row = [](const std::vector<WordRow>& rows, std::uint32_t number) {
    if (number == 0) return std::pair<std::string, std::string>{};
    return std::pair(rows[number - 1].id, fmt::format("{:05}", number));
  };
  switch (feature) {
    case Feature::problem:
      return row(settings.matters, lead.matter);
    case Feature::area:
      return row(settings.areas, lead.area);
    case Feature::name:
      return plain(lead.doctype);
    case Feature::author:
      return plain(lead.creator);
    case Feature::correspondent:
      return plain(lead.correspondent);
    case Feature::time:
      break;
  }
  if (lead.date.size() < 7) return {};
  const int month = (lead.date[5] - '0') * 10 + (lead.date[6] - '0');
  return plain(fmt::format("{:02}", (month - 1) / settings.months));
}

}  // namespace

std::string Frame::text() const {
  return fmt::format("{}\x1f{}\x1f{}\x1f{}", series, year, period, line);
}

std::uint64_t Frame::key() const { return record_key(text()); }

std::string Frame::to_text() const {
  return fmt::format("{}年 {}{}{}", year, period, line.empty() ? "" : " ", line);
}

std::uint32_t pages_of(const View& item) {
  constexpr std::uint64_t kMostPages = 10'000'000;
  const std::uint64_t pages = lists::page_count(item).value_or(0);
  return pages > kMostPages ? 0 : static_cast<std::uint32_t>(pages);
}

std::string meeting_of(std::string_view title, std::string_view creator) {
  constexpr std::size_t kLongest = 60;  // bytes: 第十二次 and 县委常委扩大会议
  const std::size_t begin = title.find("第");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = title.substr(begin + std::string_view("第").size());
  const std::size_t times = rest.find("次");
  const std::size_t end = rest.find("会议");
  if (times == std::string_view::npos || end == std::string_view::npos || end < times ||
      end > kLongest) {
    return {};
  }
  const auto number = text::parse_han_number(rest.substr(0, times));
  if (!number) return {};
  return text::fold(fmt::format("{}|{}|{}", creator, *number, rest.substr(times, end - times)));
}

Member member_of(const View& item, const VolumeSettings& settings, const Order& order) {
  static const Description kNothing;
  const View& main = item.main();
  const auto* found = main.find<Description>();
  const Description& description = found == nullptr ? kNothing : *found;
  Member member{.item = item.id(), .order = order.key(item)};
  member.date = description.value("date");
  member.title = description.value("title");
  member.creator = description.value("creator");
  member.doctype = description.value("doctype");
  member.correspondent = correspondent_of(main, description);
  member.matter = row_number(settings.matters, member.title, member.doctype);
  member.area = row_number(settings.areas, member.creator + "\n" + member.title, member.doctype);
  member.weight = static_cast<std::uint32_t>(
      VolumeSettings::fitting(settings.important, member.title, member.doctype));
  member.evidence = std::any_of(
      settings.evidence.begin(), settings.evidence.end(),
      [&](const std::string& word) { return member.title.find(word) != std::string::npos; });
  member.pages = pages_of(item);
  const auto* year = item.find<FilingYear>();
  member.frame.year = year == nullptr ? 0 : year->year.value_or(0);
  member.frame.line = settings.frame_line(description.value("line"));
  member.volume = decided(item, kVolumeDecision);
  member.wanted = order_of(decided(item, kOrderDecision));
  return member;
}

Group group_of(const Member& lead, const VolumeSettings& settings) {
  for (std::size_t i = 0; i < settings.schemes.size(); ++i) {
    Group group{.id = settings.schemes[i].id, .order = fmt::format("{:03}", i)};
    bool known = true;
    for (const Feature feature : settings.schemes[i].features) {
      const auto [value, order] = value_of(feature, lead, settings);
      known = known && !value.empty();
      group.id += "\x1f" + value;
      group.order += kEnd + order;
      group.one_problem = group.one_problem || feature == Feature::problem;
    }
    if (known) return group;
  }
  return {.id = "", .order = "999"};
}

namespace {

/// Strings with their length before them: any bytes come back as they were.
class Packer {
 public:
  void operator()(const std::string& text) { bytes_ += fmt::format("{}:{}", text.size(), text); }
  template <typename T>
  void operator()(T number) {
    bytes_ += fmt::format("{}:", static_cast<std::uint64_t>(number));
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
  void operator()(std::string& text) {
    const auto size = static_cast<std::size_t>(number());
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(std::min(size, bytes_.size()));
  }
  template <typename T>
  void operator()(T& value) {
    value = static_cast<T>(number());
  }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(bytes_.data(), bytes_.data() + bytes_.size(), value);
    if (error != std::errc{} || end == bytes_.data() + bytes_.size()) {
      throw std::logic_error("a packed member is cut short");
    }
    bytes_.remove_prefix(static_cast<std::size_t>(end - bytes_.data()) + 1);
    return value;
  }

  std::string_view bytes_;
};

/// Every field in one order, for both ways.
template <typename M, typename Visit>
void each_field(M& m, Visit& visit) {
  visit(m.item);
  visit(m.frame.series);
  visit(m.frame.year);
  visit(m.frame.period);
  visit(m.frame.line);
  visit(m.order);
  visit(m.date);
  visit(m.title);
  visit(m.creator);
  visit(m.doctype);
  visit(m.correspondent);
  visit(m.matter);
  visit(m.area);
  visit(m.weight);
  visit(m.pages);
  visit(m.evidence);
  visit(m.volume);
  visit(m.wanted);
  visit(m.index);
  visit(m.case_items);
  visit(m.case_pages);
  visit(m.case_weight);
  visit(m.case_order);
  visit(m.case_volume);
  visit(m.kin);
  visit(m.group);
  visit(m.group_order);
  visit(m.natural);
}

}  // namespace

std::string Member::pack() const {
  Packer packer;
  each_field(*this, packer);
  return packer.take();
}

Member Member::unpack(std::string_view bytes) {
  Member member;
  Unpacker unpacker(bytes);
  each_field(member, unpacker);
  return member;
}

}  // namespace guidang::arrange

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_handling.h"

#include <fmt/format.h>

#include "pipeline/calendar/date.h"
#include "pipeline/lists/aid_registers.h"
#include "pipeline/lists/aid_text.h"

namespace guidang::lists {
namespace {

std::string share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return {};
  // In tenths of a percent, rounded: no floating point on paper.
  const std::uint64_t tenths = (part * 2000 + whole) / (2 * whole);
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

std::string or_unknown(const std::string& word) { return word.empty() ? "未判明" : word; }

/// 归档 for a code, whichever it is.
std::string outcome_group(const std::string& outcome) {
  for (const std::string_view other :
       {"待处理", "拟退文", "已退文", "不归档", "已撤回", "待编号"}) {
    if (outcome == other) return outcome;
  }
  return outcome.starts_with("重份") ? "重份" : "归档";
}

}  // namespace

int half_of(const Registration& entry) {
  const bool by_receipt = entry.direction == Direction::received && !entry.received.empty();
  const auto day = parse_iso(by_receipt ? entry.received : entry.date);
  if (!day || static_cast<int>(day->year()) != entry.year()) return 0;
  return static_cast<unsigned>(day->month()) <= 6 ? 1 : 2;
}

void HandlingTally::add(const Registration& entry) {
  if (entry.direction == Direction::issued) {
    ++issued_;
    ++issued_kinds_[or_unknown(entry.doctype)];
    return;
  }
  ++received_;
  registered_ += entry.register_no.empty() ? 0U : 1U;
  handled_ += entry.handling.empty() ? 0U : 1U;
  ++classes_[or_unknown(entry.incoming_class)];
  ++received_kinds_[or_unknown(entry.doctype)];
  ++outcomes_[outcome_group(entry.outcome)];
}

std::vector<HandlingTally::Row> HandlingTally::rows() const {
  std::vector<Row> rows;
  const auto add = [&](std::string group, std::string item, std::uint64_t count,
                       std::uint64_t whole) {
    rows.push_back({std::move(group), std::move(item), count, share(count, whole)});
  };
  const auto add_all = [&](const char* group, const auto& counts, std::uint64_t whole) {
    for (const auto& [item, count] : counts) add(group, item, count, whole);
  };
  add("收文", "总数", received_, 0);
  if (received_ > 0) {
    add("收文", "已登记", registered_, received_);
    add("收文", "有办理情况记录", handled_, received_);
    add("收文", "无办理情况记录", received_ - handled_, received_);
  }
  add_all("收文类别", classes_, received_);
  add_all("收文文种", received_kinds_, received_);
  add_all("收文去向", outcomes_, received_);
  add("发文", "总数", issued_, 0);
  add_all("发文文种", issued_kinds_, issued_);
  return rows;
}

const LineKind kHandled{"handled",
                        [](const View& item, const Office& office, const LineKind::Add& add) {
                          kReceivedEntries.gather(item, office, add);
                          kIssuedEntries.gather(item, office, add);
                        }};

void print_handling_analysis(const PaperYear& year, Binder& binder) {
  constexpr std::array<std::string_view, 3> kHalves{"日期不明", "上半年", "下半年"};
  std::array<HandlingTally, kHalves.size()> tallies;
  year.for_each([&](std::string_view payload) {
    const Registration entry = unpack_registration(payload);
    tallies[static_cast<std::size_t>(half_of(entry))].add(entry);
  });
  forms::Book* book = nullptr;
  for (const std::size_t half : {1U, 2U, 0U}) {
    const HandlingTally& tally = tallies[half];
    if (tally.received() + tally.issued() == 0) continue;
    if (book == nullptr) book = &binder.open();
    forms::Values head = year.head();
    head["list"] = kHalves[half];
    head["count"] = std::to_string(tally.received() + tally.issued());
    book->sheet(head);
    std::uint64_t number = 0;
    for (const HandlingTally::Row& row : tally.rows()) {
      book->row({{"number", std::to_string(++number)},
                 {"half", std::string(kHalves[half])},
                 {"group", row.group},
                 {"item", row.item},
                 {"items", std::to_string(row.count)},
                 {"share", row.share}});
    }
  }
}

}  // namespace guidang::lists

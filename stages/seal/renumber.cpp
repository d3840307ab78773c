// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/renumber.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "pipeline/calendar/date.h"
#include "pipeline/failure.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/sorter.h"
#include "pipeline/register/views.h"
#include "pipeline/text/utf8.h"

namespace guidang {
namespace {

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

const Known& main_of(const Known& known) {
  if (const Item* item = fact_of<Item>(known)) {
    for (const Known& part : known.parts) {
      if (part.id == item->main) return part;
    }
  }
  return known;
}

bool of_year(const Known& known, int year) {
  const auto* filed = fact_of<FilingYear>(known);
  return filed != nullptr && filed->year == year;
}

std::string pack(const Renumbered& row) {
  return nlohmann::json{row.item,  row.series,          row.number, row.before, row.after,
                        row.title, row.document_number, row.date,   row.period}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Renumbered unpack(const std::string& bytes) {
  const nlohmann::json row = nlohmann::json::parse(bytes);
  return {.item = row[0],
          .series = row[1],
          .number = row[2],
          .before = row[3],
          .after = row[4],
          .title = row[5],
          .document_number = row[6],
          .date = row[7],
          .period = row[8]};
}

std::optional<std::uint32_t> place_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number > 0 ? std::optional(number) : std::nullopt;
}

/// What can be ordered: the unsealed items of the year by id, with their series and position.
struct Candidate {
  std::string series{};
  std::uint64_t position = 0;
};

class Planner {
 public:
  Planner(Register& source, int year) : records_(source) {
    records_.for_each_id('i', [&](const RecordId& id) {
      const Known known = records_.load(id);
      const auto* code = fact_of<ArchivalCode>(known);
      if (code != nullptr) by_code_.emplace(code->text, id);
      if (const auto it = known.decisions.find(kFormerCodeDecision); it != known.decisions.end()) {
        for (std::string& former : split_former(it->second.value)) {
          by_former_.emplace(std::move(former), id);
        }
      }
      const auto* placement = fact_of<Placement>(known);
      if (known.sealed || !of_year(known, year) || placement == nullptr || code == nullptr) return;
      candidates_.emplace(id, Candidate{placement->series, placement->position});
    });
  }

  void take(const WantedPlace& row, PlacePlan& plan) {
    const std::string id = find(row.record);
    const auto candidate = candidates_.find(id);
    if (candidate == candidates_.end()) {
      return refuse(row, plan, why_not(id));
    }
    if (const auto [first, fresh] = lines_.emplace(id, row.line); !fresh) {
      return refuse(row, plan,
                    fmt::format("与第 {} 行是同一件 / the same item as line {}", first->second,
                                first->second));
    }
    std::uint32_t place = 0;
    if (!row.place.empty()) {
      const auto number = place_number(row.place);
      if (!number) {
        return refuse(
            row, plan,
            fmt::format("顺序“{}”不是正整数 / '{}' is no whole number ≥ 1", row.place, row.place));
      }
      place = *number;
    }
    wanted_[candidate->second.series].push_back({place, row.line, id});
  }

  void settle(PlacePlan& plan) {
    for (const auto& [id, candidate] : candidates_) {
      if (!wanted_.contains(candidate.series) || lines_.contains(id)) continue;
      plan.errors.push_back(
          {.record = id,
           .message = fmt::format("类别 {} 的这一件没有列出 / this item of series {} is not listed",
                                  candidate.series, candidate.series)});
    }
    for (auto& [series, rows] : wanted_) {
      // Rows without a number follow each other as they stand.
      const bool numbered =
          std::any_of(rows.begin(), rows.end(), [](const Wanted& one) { return one.place != 0; });
      std::stable_sort(rows.begin(), rows.end(),
                       [](const Wanted& a, const Wanted& b) { return a.place < b.place; });
      std::uint32_t rank = 0;
      const Wanted* before = nullptr;
      for (const Wanted& one : rows) {
        if (numbered && (one.place == 0 || (before != nullptr && before->place == one.place))) {
          plan.errors.push_back(
              {.line = one.line,
               .record = one.item,
               .message = one.place == 0
                              ? std::string("同类别的别的件有顺序，这一件没有 / others of its "
                                            "series have a place, this one has none")
                              : fmt::format("顺序与第 {} 行相同 / the same place as line {}",
                                            before->line, before->line)});
        }
        before = &one;
        plan.places[one.item] = ++rank;
      }
    }
  }

 private:
  struct Wanted {
    std::uint32_t place = 0;
    std::size_t line = 0;
    RecordId item{};
  };

  std::string find(const std::string& record) const {
    if (candidates_.contains(record)) return record;
    if (const auto it = by_code_.find(record); it != by_code_.end()) return it->second;
    if (const auto it = by_former_.find(record); it != by_former_.end()) return it->second;
    return record;
  }

  std::string why_not(const std::string& id) {
    const Known known = records_.load(id);
    if (known.sealed) return "已封存，档号不再改动 / sealed: its code does not change any more";
    if (fact_of<Item>(known) == nullptr) {
      return "没有这样的件 / no item has this id or code";
    }
    return "不是本年度已编号的件 / no numbered item of this year";
  }

  static void refuse(const WantedPlace& row, PlacePlan& plan, std::string message) {
    plan.errors.push_back({.line = row.line, .record = row.record, .message = std::move(message)});
  }

  RecordReader records_;
  std::map<RecordId, Candidate> candidates_;
  std::map<std::string, RecordId> by_code_;
  std::map<std::string, RecordId> by_former_;
  std::map<RecordId, std::size_t> lines_;
  std::map<std::string, std::vector<Wanted>> wanted_;
};

}  // namespace

void compare_codes(Register& before, Register& after, int year,
                   const std::function<void(const Renumbered&)>& visit) {
  RecordReader old_records(before);
  RecordReader new_records(after);
  const auto sorter = make_sorter();
  new_records.for_each_id('i', [&](const RecordId& id) {
    const Known known = new_records.load(id);
    const auto* code = fact_of<ArchivalCode>(known);
    if (code == nullptr || known.sealed || !of_year(known, year)) return;
    Renumbered row{.item = id, .series = code->series, .number = code->number, .after = code->text};
    const Known then = old_records.load(id);
    if (const auto* old = fact_of<ArchivalCode>(then)) row.before = old->text;
    if (const auto* description = fact_of<Description>(main_of(known))) {
      row.title = description->value("title");
      row.document_number = description->value("document_number");
      row.date = description->value("date");
    }
    if (const auto* appraisal = fact_of<Appraisal>(known)) row.period = appraisal->period;
    sorter->add(fmt::format("{}\x01{:010}", row.series, row.number), id, pack(row));
  });
  sorter->for_each([&](const SortedRow& row) { visit(unpack(row.payload)); });
}

PlacePlan plan_places(Register& source, int year, const std::vector<WantedPlace>& rows) {
  PlacePlan plan;
  Planner planner(source, year);
  for (const WantedPlace& row : rows) planner.take(row, plan);
  planner.settle(plan);
  std::stable_sort(plan.errors.begin(), plan.errors.end(),
                   [](const PlaceError& a, const PlaceError& b) { return a.line < b.line; });
  if (!plan.errors.empty()) plan.places.clear();
  return plan;
}

void decide_places(Register& target, const std::map<RecordId, std::uint32_t>& places,
                   const std::vector<Renumbered>& changes, const PlaceAuthor& author) {
  if (text::trim(author.by).empty() || text::trim(author.why).empty() || !parse_iso(author.date)) {
    throw Failure("改号要有经办人、日期和原因 / renumbering needs who, when and why",
                  "--by 姓名 --why 原因 / --by NAME --why TEXT", ExitStatus::usage);
  }
  RecordReader records(target);
  Commit commit(target, "renumber", {}, author.at);
  const auto decide = [&](const RecordId& item, std::string_view field, std::string value) {
    const Known known = records.load(item);
    const auto it = known.decisions.find(field);
    if (it != known.decisions.end() && it->second.value == value) return;
    commit.put_decision(
        item, field,
        {.value = std::move(value), .by = author.by, .date = author.date, .why = author.why});
  };
  for (const auto& [item, place] : places) decide(item, kPlaceDecision, std::to_string(place));
  for (const Renumbered& row : changes) {
    if (row.before.empty() || !row.changed()) continue;
    const Known known = records.load(row.item);
    const auto it = known.decisions.find(kFormerCodeDecision);
    decide(row.item, kFormerCodeDecision,
           with_former(it == known.decisions.end() ? std::string_view{} : it->second.value,
                       row.before));
  }
  commit.finish();
}

}  // namespace guidang

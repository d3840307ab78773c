// SPDX-License-Identifier: GPL-3.0-or-later
// A year's numbers in a real register, cut off at every commit and gone on with: the end equals
// the run that nobody cut.
#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <set>

#include "pipeline/files/digest.h"
#include "stages/seal/import_ledger.h"
#include "stages/seal/renumber.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

constexpr std::size_t kItems = 1000;

struct Cut {};

/// All that lasts, one line each.
std::vector<std::string> state_of(Register& source) {
  std::vector<std::string> lines;
  const auto all = [&](const std::string& name, const std::string& sql, int columns) {
    sqlite::Statement rows = source.database().prepare(sql);
    while (rows.step()) {
      std::string line = name;
      for (int i = 0; i < columns; ++i) line += "|" + std::string(rows.text(i));
      lines.push_back(std::move(line));
    }
  };
  all("ledger",
      "SELECT series, number, code, state, item, year, edition, note FROM ledger "
      "ORDER BY series, number",
      8);
  all("counter", "SELECT series, last FROM counter ORDER BY series", 2);
  all("seal", "SELECT year, edition, by_whom, left_held FROM seal ORDER BY year, edition", 4);
  all("pin", "SELECT record, year, edition FROM pin ORDER BY record", 3);
  all("decision", "SELECT record, field, value FROM decision ORDER BY record, field, id", 3);
  all("fact",
      "SELECT c.record, c.kind, f.digest FROM current c JOIN fact f ON f.id = c.fact "
      "ORDER BY c.record, c.kind",
      3);
  return lines;
}

/// A year as it goes: numbers from before, two batches, an order that a person gives, a seal,
/// withdrawals, late papers, a second seal. Each step is one command, called again when it was cut.
class Story {
 public:
  explicit Story(unsigned seed) {
    for (std::size_t i = 0; i < kItems; ++i) {
      documents_.push_back(files::short_id("d", std::to_string(seed * 100'000 + i)));
    }
  }

  /// `hook` is called before each commit. Gives how many there were.
  std::uint64_t tell(const std::function<void(std::uint64_t)>& hook) {
    std::uint64_t commits = 0;
    const auto listen = [&](bool on) {
      if (!on) return office.registry().before_commit({});
      office.registry().before_commit([&](std::uint64_t) { hook(++commits); });
    };
    for (const auto& step : steps()) {
      listen(true);
      for (;;) {
        try {
          step();
          break;
        } catch (const Cut&) {
        }
      }
      listen(false);
      expect_sound();
    }
    return commits;
  }

  fake::Office office;

 private:
  std::vector<std::function<void()>> steps() {
    return {[this] { import(); }, [this] { add(kItems / 2); },
            [this] { run(); },    [this] { add(kItems * 3 / 4); },
            [this] { run(); },    [this] { order(); },
            [this] { run(); },    [this] { seal(1); },
            [this] { bury(); },   [this] { add(kItems); },
            [this] { run(); },    [this] { seal(2); },
            [this] { run(); }};
  }

  std::size_t pick(std::size_t serial, std::size_t salt, std::size_t n) const {
    std::mt19937 one(static_cast<unsigned>(serial * 8 + salt));
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(one);
  }

  /// Small slices, so that a pass has many commits.
  void run() {
    fake::Quiet quiet;
    const PassContext context{.target = office.registry(),
                              .pages = {},
                              .progress = quiet,
                              .stop = {},
                              .run = {},
                              .at = {},
                              .slice = 100};
    run_set_pass(Arrange(office.profile, "J001"), context);
    run_set_pass(
        Number(office.profile, "J001",
               [this](std::string_view series) { return Ledger(office.registry()).last(series); }),
        context);
  }

  void import() {
    if (Ledger(office.registry()).last("J001-WS·2023-Y-") != 0) return;
    const ImportReport report =
        import_ledger(office.registry(), office.profile,
                      "code\nJ001-WS·2023-Y-0007\nJ001-WS·2023-Y-0003\nJ001-WS·2023-D10-0002\n",
                      "2024-01-01", "");
    EXPECT_TRUE(report.errors.empty());
  }

  void add(std::size_t last) {
    static const std::vector<std::string> periods{"永久", "30年", "10年"};
    for (; added_ < last; ++added_) {
      const std::size_t i = added_;
      const std::size_t day = pick(i, 0, 28) + 1;
      office.add(documents_[i],
                 "2023-0" + std::to_string(pick(i, 1, 9) + 1) + "-" + (day < 10 ? "0" : "") +
                     std::to_string(day),
                 periods[pick(i, 2, periods.size())]);
    }
  }

  void order() {
    std::vector<WantedPlace> rows;
    for (const auto& [item, code] : office.codes()) {
      if (code.series != "J001-WS·2023-D30-") continue;
      rows.push_back({.line = rows.size() + 1, .record = item});
    }
    const PlacePlan plan = plan_places(office.registry(), 2023, rows);
    EXPECT_TRUE(plan.errors.empty());
    std::vector<Renumbered> changes;
    for (const auto& [item, place] : plan.places) {
      changes.push_back({.item = item, .before = "old-" + item, .after = "new"});
      if (changes.size() > 20) break;
    }
    decide_places(office.registry(), plan.places, changes,
                  {.by = "甲", .date = "2024-05-01", .why = "按事由"});
  }

  void seal(std::size_t edition) {
    if (Ledger(office.registry()).seals(2023).size() >= edition) return;
    EXPECT_TRUE(office.seal(2023, true).sealed);
    remember();
  }

  void bury() {
    std::size_t count = 0;
    for (const auto& [item, code] : office.codes()) {
      if (code.provisional || ++count % 50 != 0) continue;
      if (!Ledger(office.registry()).of_item(item)) continue;
      bury_item(office.registry(), item, {.by = "甲", .date = "2024-07-01", .why = "应退还"});
    }
  }

  /// Sealed codes, for ever.
  void remember() {
    Ledger(office.registry()).for_each(0, [&](const LedgerRow& row) {
      if (row.state == "used") sealed_.emplace(row.item, row.code);
    });
  }

  void expect_sound() {
    Ledger ledger(office.registry());
    EXPECT_TRUE(ledger.missing().empty());
    EXPECT_EQ(office.registry().broken_link(), 0);
    std::map<std::string, RecordId> now;
    ledger.for_each(0, [&](const LedgerRow& row) { now.emplace(row.code, row.item); });
    for (const auto& [item, code] : sealed_) {
      EXPECT_EQ(now[code], item) << code;
    }
    std::map<std::string, RecordId> codes;
    for (const auto& [item, code] : office.codes()) {
      EXPECT_TRUE(codes.emplace(code.text, item).second) << code.text;
      EXPECT_FALSE(code.provisional && now.contains(code.text)) << code.text;
    }
  }

  std::vector<RecordId> documents_;
  std::size_t added_ = 0;
  std::map<RecordId, std::string> sealed_;
};

std::vector<std::string> uncut(unsigned seed) {
  Story story(seed);
  story.tell([](std::uint64_t) {});
  return state_of(story.office.registry());
}

/// The first try of each lasting commit is cut, the second goes through.
TEST(LedgerLaws, CutAtEveryCommitTheEndIsTheSame) {
  Story story(1);
  std::set<std::int64_t> cut;
  story.tell([&](std::uint64_t) {
    if (cut.insert(story.office.registry().last_commit()).second) throw Cut{};
  });
  EXPECT_GT(cut.size(), kItems);
  EXPECT_EQ(state_of(story.office.registry()), uncut(1));
}

/// Cuts at places that a seed draws, several in a row now and then.
TEST(LedgerLaws, CutAnywhereTheEndIsTheSame) {
  std::mt19937 random(7);
  std::bernoulli_distribution unlucky(0.3);
  Story story(2);
  story.tell([&](std::uint64_t) {
    if (unlucky(random)) throw Cut{};
  });
  EXPECT_EQ(state_of(story.office.registry()), uncut(2));
}

}  // namespace
}  // namespace guidang

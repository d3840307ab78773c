// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of volumes with the register: arrival, seals and what comes late.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "pipeline/files/digest.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

using fake::Office;
using Paper = Office::Paper;

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  std::size_t upto(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n)(random_);
  }
  std::vector<Paper> papers(std::size_t count) {
    static const std::vector<std::string> kPeriods{"永久", "30年"};
    static const std::vector<std::string> kWords{"防汛", "任免", "采购", "绿化"};
    static const std::vector<std::string> kKinds{"通知", "函", "请示"};
    std::vector<Paper> made;
    for (std::size_t n = 0; n < count; ++n) {
      Paper paper{.document = files::short_id("d", std::to_string(serial_++)),
                  .period = kPeriods[upto(1)]};
      paper.fields = {{"title", "关于" + kWords[upto(3)] + "的" + kKinds[upto(2)]},
                      {"doctype", kKinds[upto(2)]},
                      {"creator", upto(1) == 0 ? "县府" : "县委"},
                      {"line", upto(4) == 0 ? "党" : "政"},
                      {"date", "2006-03-1" + std::to_string(upto(8))},
                      {"pages", std::to_string(1 + upto(5))}};
      if (!made.empty() && upto(3) == 0) {
        const Paper& other = made[upto(made.size() - 1)];
        paper.period = other.period;
        paper.fields["line"] = other.fields.at("line");
        paper.ties.push_back({.kind = "replies_to", .other = other.document});
      }
      made.push_back(std::move(paper));
    }
    return made;
  }
  void shuffle(std::vector<Paper>& papers) { std::shuffle(papers.begin(), papers.end(), random_); }

 private:
  std::mt19937 random_;
  std::size_t serial_ = 0;
};

Profile rules(const std::string& late) {
  return fake::volume_office(R"(<volume pages="20" items="5" late=")" + late +
                             R"("/><matter id="flood" words="防汛"/>)");
}

void add(Office& office, const std::vector<Paper>& papers) {
  for (const Paper& paper : papers) office.add(paper);
}

std::map<RecordId, std::string> texts(Office& office, bool lasting_only = false) {
  std::map<RecordId, std::string> all;
  for (const auto& [item, code] : office.codes()) {
    if (!lasting_only || !code.provisional) all.emplace(item, code.text);
  }
  return all;
}

std::map<RecordId, std::string> volumes(Office& office) {
  std::map<RecordId, std::string> all;
  for (const auto& [item, place] : office.placements()) all.emplace(item, place.volume->id);
  return all;
}

/// Codes of volumes and items are unique and without holes, over the ledger and what is
/// provisional.
void expect_whole(Office& office) {
  std::set<std::string> codes;
  std::map<std::string, std::set<std::uint32_t>> numbers;
  std::map<std::string, std::string> volume_codes;
  Ledger(office.registry()).for_each(0, [&](const LedgerRow& row) {
    EXPECT_TRUE(codes.insert(row.code).second) << row.code;
    numbers[row.series].insert(row.number);
    if (is_volume(row)) volume_codes.emplace(row.item, row.code);
  });
  const auto places = office.placements();
  for (const auto& [item, code] : office.codes()) {
    const auto [at, fresh] = volume_codes.try_emplace(places.at(item).volume->id, code.series);
    EXPECT_EQ(at->second, code.series);
    if (!code.provisional) continue;
    EXPECT_TRUE(codes.insert(code.text).second) << code.text;
    EXPECT_TRUE(numbers[code.series].insert(code.number).second) << code.text;
    if (fresh) {
      const std::string& series = places.at(item).volume->series;
      EXPECT_TRUE(
          numbers[series]
              .insert(static_cast<std::uint32_t>(std::stoul(code.series.substr(series.size()))))
              .second)
          << code.series;
    }
  }
  for (const auto& [series, taken] : numbers) {
    EXPECT_EQ(*taken.begin(), 1U) << series;
    EXPECT_EQ(*taken.rbegin(), taken.size()) << series;
  }
  EXPECT_TRUE(Ledger(office.registry()).missing().empty());
}

class SealLaws : public testing::TestWithParam<unsigned> {};

TEST_P(SealLaws, OrderOfArrivalDoesNotMatter) {
  Generator generator(GetParam());
  std::vector<Paper> papers = generator.papers(40);
  Office first(rules("hold"));
  add(first, papers);
  first.run();
  generator.shuffle(papers);
  Office second(rules("hold"));
  const auto middle = papers.begin() + static_cast<std::ptrdiff_t>(generator.upto(papers.size()));
  add(second, {papers.begin(), middle});
  second.run();
  add(second, {middle, papers.end()});
  second.run();
  EXPECT_EQ(texts(first), texts(second));
  EXPECT_EQ(volumes(first), volumes(second));
  expect_whole(second);
}

TEST_P(SealLaws, SealedVolumesNeverMoveWhateverComesLate) {
  for (const char* late : {"hold", "append", "new"}) {
    Generator generator(GetParam());
    Office office(rules(late));
    add(office, generator.papers(25));
    office.run();
    expect_whole(office);
    for (int edition = 1; edition < 4; ++edition) {
      static_cast<void>(office.seal(2006, true));
      expect_whole(office);
      const auto codes = texts(office, true);
      const auto held = volumes(office);
      add(office, generator.papers(8));
      office.run();
      expect_whole(office);
      const auto now = texts(office);
      for (const auto& [item, code] : codes) EXPECT_EQ(now.at(item), code) << late;
      const auto places = volumes(office);
      for (const auto& [item, volume] : held) EXPECT_EQ(places.at(item), volume) << late;
      if (std::string_view(late) == "hold") {
        // The archivist lets every second one open a volume.
        RecordReader records(office.registry());
        std::vector<RecordId> waiting;
        records.for_each_id('i', [&](const RecordId& id) {
          if (!now.contains(id)) waiting.push_back(id);
        });
        for (std::size_t i = 0; i < waiting.size(); i += 2) {
          office.decide(waiting[i], "volume", "new");
        }
        office.add("extra" + std::to_string(edition), "2006-01-01");
        office.run();
        expect_whole(office);
      }
    }
  }
}

TEST_P(SealLaws, RunningAgainChangesNothing) {
  Generator generator(GetParam());
  Office office(rules("hold"));
  add(office, generator.papers(30));
  office.run();
  const std::string head = office.registry().head();
  const auto before = texts(office);
  office.decide("d-nobody", "remarks", "x");  // anything that makes the stage look again
  office.run();
  EXPECT_EQ(texts(office), before);
  EXPECT_NE(office.registry().head(), head);
}

INSTANTIATE_TEST_SUITE_P(Years, SealLaws, testing::Range(1U, 13U));

}  // namespace
}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of volume mode over generated years: the stage as it is, its items in memory.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "stages/arrange/arrange.h"
#include "tests/unit/stages/fake_set.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang {
namespace {

constexpr const char* kRules =
    R"(<volume pages="60" items="12"/><matter id="flood" words="防汛 抗旱"/>)"
    R"(<matter id="staff" words="任免"/><important id="1" words="重大"/>)"
    R"(<group id="p" features="problem"/><group id="n" features="name author"/>)"
    R"(<group id="c" features="correspondent time"/>)";

struct Item {
  RecordId id{};
  RecordId document{};
  std::string year{};
  std::string period{};
  std::string line{};
  std::string date{};
  std::string word{};
  std::vector<Relation> ties{};
};

class Year {
 public:
  Year(unsigned seed, std::size_t count) : random_(seed) {
    static const std::vector<std::string> kPeriods{"永久", "30年", "10年"};
    static const std::vector<std::string> kLines{"党", "政", "人大", ""};
    static const std::vector<std::string> kWords{"防汛", "抗旱", "任免", "重大", "采购", "绿化"};
    static const std::vector<std::string> kKinds{"通知", "函", "请示", "批复", "报告", ""};
    for (std::size_t n = 0; n < count; ++n) {
      Item item{.id = "i" + std::to_string(1'000'000 + n),
                .document = "d" + std::to_string(1'000'000 + n)};
      item.year = upto(20) == 0 ? "2005" : "2006";
      item.period = kPeriods[upto(2)];
      item.line = kLines[upto(3)];
      item.date = item.year + (upto(1) == 0 ? "-03-1" : "-11-0") + std::to_string(upto(8) + 1);
      // Mostly with one of its like, so that ties may hold; now and then with any.
      if (n > 0 && upto(3) == 0) {
        const Item& other = items_[items_.size() - 1 - upto(std::min<std::size_t>(n - 1, 50))];
        if (upto(9) != 0) {
          item.year = other.year;
          item.period = other.period;
          item.line = other.line;
        }
        static const std::vector<std::string> kTies{"replies_to", "forwards"};
        item.ties.push_back({.kind = kTies[upto(1)], .other = other.document});
      }
      View document(item.document, {});
      {
        fake::Document made(document);
        item.word = kWords[upto(5)];
        made.date(item.date).title("关于" + item.word + "一事的" + kKinds[upto(4)]);
        made.with("doctype", {kKinds[upto(5)]}).creator("机关" + std::to_string(upto(3)));
        made.with("line", {item.line}).received();
        if (upto(20) != 0) made.with("pages", {std::to_string(1 + upto(9))});
      }
      if (!item.ties.empty()) document.put(Relations{item.ties});
      View& view = set.item(item.id);
      view.put(guidang::Item{.main = item.document, .parts = {{item.document, Role::main}}});
      view.put(std::vector<View>{document});
      view.put(Checks{});
      view.put(Appraisal{.period = item.period});
      view.put(FilingYear{.year = std::stoi(item.year)});
      if (upto(30) == 0) {
        view.put(std::vector<Finding>{{.code = "X-1", .severity = Severity::hold}});
        held.insert(item.id);
      }
      items_.push_back(std::move(item));
    }
  }

  std::size_t upto(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n)(random_);
  }
  [[nodiscard]] const std::vector<Item>& items() const { return items_; }

  fake::Set set{};
  std::set<RecordId> held{};

 private:
  std::mt19937 random_;
  std::vector<Item> items_;
};

std::string frame(const Item& item) {
  const std::string line = item.line == "党" || item.line.empty() ? item.line : "政";
  return item.year + item.period + line;
}

class StageLaws : public testing::TestWithParam<unsigned> {
 protected:
  void arrange(std::size_t count) {
    year = std::make_unique<Year>(GetParam(), count);
    said = fake::run(Arrange(fake::volume_office(kRules), "J001"), year->set);
    for (const Item& item : year->items()) by_document[item.document] = &item;
    for (const auto& [record, finding] : said.findings) {
      if (finding.severity == Severity::hold) clashing.insert(record);
    }
  }
  const Placement* place(const RecordId& id) { return said.find<Placement>(id); }

  std::unique_ptr<Year> year;
  fake::Said said;
  std::map<RecordId, const Item*> by_document;
  std::set<RecordId> clashing;
};

TEST_P(StageLaws, EachAcceptedItemHasOnePlaceAndNoOther) {
  arrange(10'000);
  std::set<std::pair<std::string, std::uint64_t>> places;
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> sizes;  // count, highest
  for (const Item& item : year->items()) {
    const bool wanted = !year->held.contains(item.id) && !clashing.contains(item.id);
    ASSERT_EQ(place(item.id) != nullptr, wanted) << item.id;
    if (!wanted) continue;
    const Placement& at = *place(item.id);
    ASSERT_TRUE(places.insert({at.volume->id, at.position}).second);
    auto& [count, highest] = sizes[at.volume->id];
    ++count;
    highest = std::max(highest, at.position);
  }
  for (const auto& [id, size] : sizes) ASSERT_EQ(size.first, size.second);
}

TEST_P(StageLaws, NoVolumeMixesYearPeriodOrLine) {
  arrange(10'000);
  std::map<std::string, std::string> frames;
  std::map<std::string, std::pair<std::string, std::uint64_t>> of_volume;
  std::map<std::pair<std::string, std::uint64_t>, std::string> numbers;
  for (const Item& item : year->items()) {
    const Placement* at = place(item.id);
    if (at == nullptr) continue;
    const VolumePlace& volume = *at->volume;
    ASSERT_EQ(frames.try_emplace(volume.id, frame(item)).first->second, frame(item));
    const std::pair spot(volume.series, volume.position);
    ASSERT_EQ(numbers.try_emplace(spot, volume.id).first->second, volume.id);
    ASSERT_EQ(of_volume.try_emplace(volume.id, spot).first->second, spot);
  }
  std::map<std::string, std::uint64_t> highest;
  for (const auto& [spot, id] : numbers) {
    ASSERT_EQ(spot.second, ++highest[spot.first]);  // without holes
  }
}

TEST_P(StageLaws, TiedItemsAreTogetherInTheirOrderOrHeld) {
  arrange(10'000);
  std::size_t together = 0;
  for (const Item& item : year->items()) {
    for (const Relation& tie : item.ties) {
      const Item& other = *by_document.at(tie.other);
      if (year->held.contains(item.id) || year->held.contains(other.id)) continue;
      if (frame(item) != frame(other)) {
        ASSERT_TRUE(clashing.contains(item.id) && clashing.contains(other.id));
      } else if (place(item.id) != nullptr && place(other.id) != nullptr) {
        ASSERT_EQ(place(item.id)->volume->id, place(other.id)->volume->id);
        ASSERT_LT(place(item.id)->position, place(other.id)->position);
        ++together;
      }
    }
  }
  EXPECT_GT(together, 500U);
}

TEST_P(StageLaws, UntiedQuestionsOfOneMatterGoByDate) {
  arrange(3'000);
  std::set<RecordId> tied;
  for (const Item& item : year->items()) {
    for (const Relation& tie : item.ties) {
      tied.insert(item.id);
      tied.insert(by_document.at(tie.other)->id);
    }
  }
  std::map<std::string, std::map<std::uint64_t, const Item*>> volumes;
  for (const Item& item : year->items()) {
    const Placement* at = place(item.id);
    if (at == nullptr || tied.contains(item.id)) continue;
    if (item.word != "防汛" && item.word != "抗旱") continue;
    volumes[at->volume->id].emplace(at->position, &item);
  }
  EXPECT_FALSE(volumes.empty());
  for (const auto& [id, members] : volumes) {
    std::string date;
    for (const auto& [position, item] : members) {
      ASSERT_LE(date, item->date);
      date = item->date;
    }
  }
}

TEST_P(StageLaws, PagesRunThroughUntilOneIsNotKnown) {
  arrange(3'000);
  std::map<std::string, std::map<std::uint64_t, const Placement*>> volumes;
  for (const Item& item : year->items()) {
    const Placement* at = place(item.id);
    if (at != nullptr) volumes[at->volume->id].emplace(at->position, at);
  }
  for (const auto& [id, members] : volumes) {
    std::uint32_t last = 0;
    bool known = true;
    for (const auto& [position, at] : members) {
      known = known && at->first_page != 0;
      ASSERT_EQ(at->first_page, known ? last + 1 : 0);
      ASSERT_EQ(at->last_page == 0, !known);
      last = at->last_page;
    }
  }
}

TEST_P(StageLaws, TheSecondRunSaysTheSame) {
  arrange(3'000);
  for (const auto& [record, finding] : said.findings) {
    View& view = year->set.item(record);
    std::vector<Finding> all(view.findings().begin(), view.findings().end());
    all.push_back(finding);
    view.put(std::move(all));
  }
  const fake::Said again = fake::run(Arrange(fake::volume_office(kRules), "J001"), year->set);
  EXPECT_EQ(again.codes(), said.codes());
  ASSERT_EQ(again.facts.size(), said.facts.size());
  for (const auto& [id, fact] : said.facts) {
    const auto& now = std::get<Placement>(again.facts.at(id));
    const auto& then = std::get<Placement>(fact);
    ASSERT_EQ(now.volume->id, then.volume->id);
    ASSERT_EQ(now.position, then.position);
  }
}

INSTANTIATE_TEST_SUITE_P(Years, StageLaws, testing::Range(1U, 5U));

}  // namespace
}  // namespace guidang

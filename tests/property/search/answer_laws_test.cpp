// SPDX-License-Identifier: GPL-3.0-or-later
// What search counts, orders and streams, against looking through all records.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "index/document.h"
#include "tests/property/search/generated.h"
#include "tests/unit/index/test_index.h"

namespace guidang::index {
namespace {

constexpr std::array kBoth{Access::open, Access::staff};

std::vector<std::string> values_of(const IndexRecord& record, Facet facet) {
  switch (facet) {
    case Facet::year:
      return {year_value(record.year)};
    case Facet::fonds:
      return {record.fonds};
    case Facet::doctype:
      return {record.doctype};
    case Facet::creator: {
      auto creators = creators_of(record.creator);
      if (creators.empty()) creators.emplace_back();
      return creators;
    }
    case Facet::retention:
      return {record.retention};
    case Facet::direction:
      break;
  }
  return {record.direction};
}

bool has_chosen(const IndexRecord& record, const Choice& choice) {
  const auto values = values_of(record, choice.facet);
  return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return std::find(choice.values.begin(), choice.values.end(), value) != choice.values.end();
  });
}

std::vector<Facet> all_facets() {
  std::vector<Facet> facets;
  for (const FacetInfo& info : kFacets) facets.push_back(info.facet);
  return facets;
}

std::vector<Choice> random_choices(Generator& generator, const std::vector<IndexRecord>& records) {
  std::vector<Choice> choices;
  for (const FacetInfo& info : kFacets) {
    if (!generator.once_in(4)) continue;
    Choice choice{info.facet, {}};
    for (std::size_t i = 0; i < 1 + generator.below(2); ++i) {
      choice.values.push_back(
          values_of(records[generator.below(records.size())], info.facet).front());
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

using Counts = std::map<std::string, std::size_t>;

Counts counts_of(const FacetCounts& facet) {
  Counts counts;
  for (const FacetValue& value : facet.values) {
    if (value.count > 0) counts[value.value] = value.count;
  }
  return counts;
}

/// Records in one home, and the home opened.
class Office {
 public:
  Office(const std::filesystem::path& folder, std::vector<IndexRecord> records,
         WriterOptions options = {})
      : records_(std::move(records)) {
    build(folder, records_, options);
    reader_ = std::make_unique<Reader>(folder, kBoth);
  }
  [[nodiscard]] std::vector<const Reader*> readers() const { return {reader_.get()}; }
  [[nodiscard]] const std::vector<IndexRecord>& records() const { return records_; }

 private:
  std::vector<IndexRecord> records_;
  std::unique_ptr<Reader> reader_{};
};

TEST(AnswerLaws, FacetsAndTotalsAreWhatCountingGives) {
  const TestFolder folder;
  Generator generator(5);
  const Office office(folder / "index", generator.records(300));
  for (int i = 0; i < 150; ++i) {
    const Query query = parsed(generator.pick(Generator::kWords));
    SearchOptions options{.limit = 1000, .loosen = false};
    const auto plain = search(office.readers(), query, options);
    std::set<std::string> whole;
    for (const Hit& hit : plain.hits) whole.insert(hit.record);
    options.choices = random_choices(generator, office.records());
    options.facets = all_facets();
    const Results results = search(office.readers(), query, options);
    std::set<std::string> found;
    for (const Hit& hit : results.hits) found.insert(hit.record);
    std::set<std::string> expected;
    std::map<Facet, Counts> counts;
    std::map<Facet, std::size_t> sums;
    for (const IndexRecord& record : office.records()) {
      if (!whole.contains(record.record)) continue;
      const auto all_but = [&](const Facet* facet) {
        return std::all_of(options.choices.begin(), options.choices.end(), [&](const Choice& c) {
          return (facet != nullptr && c.facet == *facet) || has_chosen(record, c);
        });
      };
      if (all_but(nullptr)) expected.insert(record.record);
      for (const FacetInfo& info : kFacets) {
        if (!all_but(&info.facet)) continue;
        ++sums[info.facet];
        for (const std::string& value : values_of(record, info.facet)) ++counts[info.facet][value];
      }
    }
    ASSERT_EQ(found, expected);
    ASSERT_EQ(results.total, expected.size());
    for (const FacetCounts& facet : results.facets) {
      ASSERT_EQ(counts_of(facet), counts[facet.facet]) << info_of(facet.facet).name;
      EXPECT_TRUE(facet.exact);
      if (facet.facet == Facet::creator) continue;
      std::size_t sum = 0;
      for (const FacetValue& value : facet.values) sum += value.count;
      EXPECT_EQ(sum, sums[facet.facet]);
    }
  }
}

TEST(AnswerLaws, WhatWasChosenIsListed) {
  const TestFolder folder;
  Generator generator(6);
  const Office office(folder / "index", generator.records(40));
  const Results results =
      search(office.readers(), parsed("信访"),
             {.choices = {{Facet::doctype, {"没有这种", "通知"}}}, .facets = {Facet::doctype}});
  ASSERT_EQ(results.facets.size(), 1U);
  std::vector<std::string> chosen;
  for (const FacetValue& value : results.facets.front().values) {
    if (value.chosen) chosen.push_back(value.value);
  }
  std::sort(chosen.begin(), chosen.end());
  EXPECT_EQ(chosen, (std::vector<std::string>{"没有这种", "通知"}));
}

TEST(AnswerLaws, BeyondTheBoundCountsAreAtLeast) {
  const TestFolder folder;
  Generator generator(7);
  const Office office(folder / "index", generator.records(200));
  SearchOptions options{.limit = 5, .facets = all_facets(), .exact_up_to = 30};
  const Results some = search(office.readers(), parsed("信访"), options);
  options.exact_up_to = 1000;
  const Results all = search(office.readers(), parsed("信访"), options);
  ASSERT_GT(all.total, 30U);
  EXPECT_EQ(some.total, all.total);
  for (std::size_t i = 0; i < all.facets.size(); ++i) {
    EXPECT_FALSE(some.facets[i].exact);
    const Counts exact = counts_of(all.facets[i]);
    for (const auto& [value, count] : counts_of(some.facets[i])) {
      EXPECT_LE(count, exact.at(value));
    }
  }
}

/// Everything of an answer, for comparing.
std::string line_of(const Hit& hit) {
  return hit.record + "|" + hit.date + "|" + hit.code + "|" + std::to_string(hit.score) + "|" +
         hit.snippet.text + "\n";
}

std::string streamed(const std::vector<const Reader*>& readers, const Query& query, Sort sort) {
  std::string all;
  for_each_hit(readers, query, {.sort = sort}, [&](const Hit& hit) {
    all += line_of(hit);
    return true;
  });
  return all;
}

std::string paged(const std::vector<const Reader*>& readers, const Query& query, Sort sort) {
  std::string all;
  for (std::size_t offset = 0;; offset += 7) {
    const Results page = search(readers, query, {.limit = 7, .offset = offset, .sort = sort});
    for (const Hit& hit : page.hits) all += line_of(hit);
    if (page.hits.size() < 7) return all;
  }
}

constexpr std::array kSorts{Sort::relevance, Sort::newest, Sort::oldest, Sort::code};

TEST(AnswerLaws, PagesAndStreamGiveOneOrderWhateverTheShards) {
  const TestFolder folder;
  Generator generator(8);
  const auto records = generator.records(250);
  const Office one(folder / "one", records, {.jobs = 1});
  auto shuffled = records;
  std::reverse(shuffled.begin(), shuffled.end());
  // Half of it first, then the whole: an index that has grown.
  build(folder / "two", {shuffled.begin(), shuffled.begin() + 120}, {.jobs = 2});
  const Office two(folder / "two", shuffled, {.jobs = 2});
  for (const std::string_view text : {"信访", "政府 OR 防汛", "-法", "年度:2020..2022"}) {
    const Query query = parsed(text);
    for (const Sort sort : kSorts) {
      const std::string stream = streamed(one.readers(), query, sort);
      EXPECT_EQ(stream, paged(one.readers(), query, sort)) << text;
      EXPECT_EQ(stream, streamed(two.readers(), query, sort)) << text;
    }
  }
}

TEST(AnswerLaws, OrdersAreWhatTheySay) {
  const TestFolder folder;
  Generator generator(9);
  const Office office(folder / "index", generator.records(250));
  const auto in_order = [&](Sort sort, const auto& not_after) {
    std::vector<Hit> hits;
    for_each_hit(office.readers(), parsed("信访 OR 政府"), {.sort = sort}, [&](const Hit& hit) {
      hits.push_back(hit);
      return true;
    });
    ASSERT_GT(hits.size(), 50U);
    for (std::size_t i = 1; i < hits.size(); ++i) {
      EXPECT_TRUE(not_after(hits[i - 1], hits[i])) << hits[i - 1].record << " " << hits[i].record;
    }
  };
  const auto by_key = [](const Hit& a, const Hit& b, const std::string& x, const std::string& y) {
    if (x.empty() != y.empty()) return y.empty();
    return x < y || (x == y && a.record < b.record);
  };
  in_order(Sort::oldest, [&](const Hit& a, const Hit& b) { return by_key(a, b, a.date, b.date); });
  in_order(Sort::newest, [&](const Hit& a, const Hit& b) {
    if (a.date.empty() || b.date.empty() || a.date == b.date) return by_key(a, b, a.date, b.date);
    return a.date > b.date;
  });
  in_order(Sort::code, [&](const Hit& a, const Hit& b) {
    return by_key(a, b, code_order(a.code), code_order(b.code));
  });
  in_order(Sort::relevance, [](const Hit& a, const Hit& b) {
    return a.score > b.score || (a.score == b.score && a.record < b.record);
  });
}

TEST(AnswerLaws, EqualRecordsOfTwoHomesStandByHome) {
  const TestFolder folder;
  Generator generator(10);
  const auto records = generator.records(60);
  const Office one(folder / "one", records);
  const Office two(folder / "two", records);
  const std::vector readers{one.readers().front(), two.readers().front()};
  for (const Sort sort : kSorts) {
    std::vector<Hit> hits = search(readers, parsed("信访"), {.limit = 500, .sort = sort}).hits;
    for (std::size_t i = 1; i < hits.size(); ++i) {
      if (hits[i].record != hits[i - 1].record) continue;
      EXPECT_LT(hits[i - 1].home, hits[i].home);
    }
    EXPECT_EQ(hits.size() % 2, 0U);
  }
}

TEST(AnswerLaws, LooseAnswersHaveFacetsOfTheirHits) {
  const TestFolder folder;
  Generator generator(12);
  const Office office(folder / "index", generator.records(150));
  std::size_t loosened = 0;
  for (int i = 0; i < 60; ++i) {
    const Query query = parsed(generator.text(Generator::kWords, 5));
    const SearchOptions options{.limit = 1000, .facets = {Facet::year}};
    const Results results = search(office.readers(), query, options);
    if (!results.loosened) continue;
    ++loosened;
    EXPECT_EQ(results.loose_total, results.hits.size());
    Counts years;
    for (const Hit& hit : results.hits) {
      EXPECT_TRUE(hit.loose);
      ++years[hit.year];
    }
    EXPECT_EQ(counts_of(results.facets.front()), years);
  }
  EXPECT_GT(loosened, 20U);
}

}  // namespace
}  // namespace guidang::index

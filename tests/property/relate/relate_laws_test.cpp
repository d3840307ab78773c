// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of ties over generated offices: whatever comes in, in whatever order and slices.
#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <set>

#include "pipeline/files/digest.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/views.h"
#include "pipeline/runner/set_pass.h"
#include "pipeline/tie_kinds.h"
#include "stages/relate/relate.h"
#include "tests/unit/stages/office.h"

namespace guidang {
namespace {

constexpr unsigned kRounds = 10;
constexpr std::size_t kDocuments = 60;

struct Made {
  ReceivedDocument document{};
  Text text{};
  Description description{};
  std::vector<std::pair<std::string, std::string>> decisions{};
};

/// Documents that cite, answer, pass on, repeal and copy one another at random, with few titles,
/// numbers and days, so that much meets by chance.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::vector<Made> documents() {
    std::vector<Made> all;
    for (std::size_t i = 0; i < kDocuments; ++i) all.push_back(one(i));
    for (Made& made : all) {
      if (upto(7) != 0) continue;
      const auto& kind = kTieKinds[upto(kTieKinds.size() - 1)];
      made.decisions.emplace_back(std::string(kTieDecision) + std::string(kind.name) + ":" +
                                      all[upto(kDocuments - 1)].document.id,
                                  upto(2) == 0 ? "no" : "yes");
    }
    return all;
  }
  void shuffle(std::vector<Made>& made) { std::shuffle(made.begin(), made.end(), random_); }
  std::size_t upto(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n)(random_);
  }
  std::map<std::string, std::vector<std::string>> pages{};

 private:
  std::string number() {
    return "云政〔202" + std::to_string(upto(3)) + "〕" + std::to_string(upto(5) + 1) + "号";
  }
  std::string matter() {
    static const std::vector<std::string> kMatters{"修建新馆", "调整编制", "防汛工作", "档案检查"};
    return kMatters[upto(3)] + (upto(1) == 0 ? "有关事项" : "");
  }
  std::string title() {
    const std::string about = "关于" + matter();
    switch (upto(7)) {
      case 0:
        return about + "的请示";
      case 1:
        return "关于同意" + matter() + "的批复";
      case 2:
        return "转发市政府办" + about + "的通知的通知";
      case 3:
        return "关于重新印发《" + matter() + "管理办法》的通知";
      case 4:
        return matter() + "管理办法";
      case 5:
        return about + "的函";
      default:
        return about + "的通知";
    }
  }
  std::string sentence() {
    switch (upto(6)) {
      case 0:
        return "《" + matter() + "管理办法》（" + number() + "）同时废止。\n";
      case 1:
        return "《" + title() + "》同时废止。\n";
      case 2:
        return "你局《" + title() + "》（" + number() + "）收悉。\n";
      case 3:
        return number() + "第三条停止执行。\n";
      case 4:
        return "根据" + number() + "，通知如下。\n";
      default:
        return "请按期完成。\n";
    }
  }
  Made one(std::size_t i) {
    Made made;
    made.document.id = files::short_id("d", std::to_string(random_()) + std::to_string(i));
    Origin& origin = made.document.origin;
    origin.place = "a/" + std::to_string(i) + (upto(9) == 0 ? "_定稿.txt" : ".txt");
    origin.direction = static_cast<Direction>(upto(2));
    origin.in_ledger = upto(1) == 0;
    std::string body = sentence() + sentence();
    const std::size_t frame = upto(3);
    for (std::size_t n = 0; n < 70; ++n) {
      body += "第" + std::to_string(frame * 1000 + n * 7) + "项由责任单位完成。\n";
    }
    const std::string digest = files::sha256_hex(body);
    pages[digest] = {body};
    made.document.components.list = {{.digest = digest, .name = origin.place}};
    made.text.components = {{.digest = digest, .state = TextState::read, .reader = "txt"}};
    const auto put = [&](const char* name, const std::string& value) {
      made.description.fields[name] = {.values = {value}};
    };
    put("title", title());
    if (upto(2) != 0) put("document_number", number());
    if (upto(3) != 0)
      put("date", "202" + std::to_string(upto(3)) + "-03-0" + std::to_string(upto(3) + 1));
    if (upto(3) != 0) put("creator", upto(1) == 0 ? "县政府" : "市政府");
    if (upto(2) == 0) put("cited_numbers", number());
    return made;
  }

  std::mt19937 random_;
};

/// A register that takes documents in slices and relates after each.
class Home {
 public:
  Home() {
    Register::create(folder_.path() / "register.sqlite");
    registry_ = std::make_unique<Register>(folder_.path() / "register.sqlite",
                                           sqlite::Database::Mode::read_write);
    registry_->database().execute("PRAGMA synchronous=OFF");
  }
  void take(std::span<const Made> some,
            const std::map<std::string, std::vector<std::string>>& pages) {
    Commit commit(*registry_, "test");
    const Author author{"test", 1, ""};
    for (const Made& made : some) {
      commit.put_document(made.document);
      commit.put_fact(made.document.id, author, made.document.components);
      commit.put_fact(made.document.id, author, made.text);
      commit.put_fact(made.document.id, author, made.description);
      for (const auto& [field, value] : made.decisions) {
        commit.put_decision(made.document.id, field, {.value = value, .by = "甲"});
      }
    }
    commit.finish();
    fake::Quiet quiet;
    const PassContext context{
        .target = *registry_,
        .pages = [&](const ComponentText& text) { return pages.at(text.digest); },
        .progress = quiet,
        .stop = {},
        .run = {},
        .at = {}};
    run_set_pass(Relate{}, context);
  }
  /// "d1 kind d2: evidence" of all documents.
  std::set<std::string> ties() {
    std::set<std::string> all;
    each([&](const RecordId& id, const Relation& tie) {
      all.insert(id + " " + tie.kind + " " + tie.other + ": " + tie.evidence);
    });
    return all;
  }
  void each(const std::function<void(const RecordId&, const Relation&)>& visit) {
    RecordReader records(*registry_);
    records.for_each_id('d', [&](const RecordId& id) {
      const Known known = records.load(id);
      const auto& slot = known.facts[static_cast<std::size_t>(FactKind::relations)];
      if (slot == nullptr) return;
      for (const Relation& tie : std::get<Relations>(*slot).list) visit(id, tie);
    });
  }

 private:
  fake::Folder folder_;
  std::unique_ptr<Register> registry_;
};

class RelateLaws : public testing::TestWithParam<unsigned> {};

TEST_P(RelateLaws, TiesAreSymmetricToAnotherAndWithoutCircles) {
  Generator generator(GetParam());
  const std::vector<Made> documents = generator.documents();
  Home home;
  home.take(documents, generator.pages);
  std::set<std::tuple<std::string, std::string, std::string>> ties;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> edges;
  home.each([&](const RecordId& id, const Relation& tie) {
    EXPECT_NE(id, tie.other) << tie.kind;
    EXPECT_TRUE(ties.emplace(tie.kind, id, tie.other).second) << tie.kind << " twice";
    edges[tie.kind][id].push_back(tie.other);
  });
  EXPECT_GT(ties.size(), 50U) << "the office is too quiet to show anything";
  for (const auto& [name, from, to] : ties) {
    const TieKind* kind = find_tie_kind(name);
    ASSERT_NE(kind, nullptr) << name;
    if (kind->inverse.empty()) continue;
    const std::string other(name == kind->name ? kind->inverse : kind->name);
    EXPECT_TRUE(ties.contains({other, to, from})) << name << ' ' << from << ' ' << to;
  }
  for (const char* kind : {"replaces", "replies_to", "resubmits", "amends", "duplicate_of"}) {
    std::map<std::string, int> state;
    const std::function<bool(const std::string&)> circle = [&](const std::string& at) {
      if (state[at] != 0) return state[at] == 1;
      state[at] = 1;
      if (const auto out = edges[kind].find(at); out != edges[kind].end()) {
        for (const std::string& next : out->second) {
          if (circle(next)) return true;
        }
      }
      state[at] = 2;
      return false;
    };
    for (const Made& made : documents) EXPECT_FALSE(circle(made.document.id)) << kind;
  }
  for (const auto& [id, others] : edges["duplicate_of"]) {
    for (const std::string& other : others) {
      EXPECT_FALSE(edges["duplicate_of"].contains(other)) << "what stands is no duplicate";
    }
  }
}

TEST_P(RelateLaws, WhatIsTakenBackIsNotThere) {
  Generator generator(GetParam());
  const std::vector<Made> documents = generator.documents();
  Home home;
  home.take(documents, generator.pages);
  const std::set<std::string> ties = home.ties();
  for (const Made& made : documents) {
    for (const auto& [field, value] : made.decisions) {
      if (value != "no") continue;
      const auto named = parse_tie_field(field);
      const std::string start =
          made.document.id + " " + std::string(named->kind) + " " + std::string(named->other);
      const auto at = ties.lower_bound(start);
      EXPECT_FALSE(at != ties.end() && at->starts_with(start)) << start;
    }
  }
}

TEST_P(RelateLaws, OrderAndSlicesOfArrivalDoNotMatter) {
  Generator generator(GetParam());
  std::vector<Made> documents = generator.documents();
  Home whole;
  whole.take(documents, generator.pages);
  generator.shuffle(documents);
  Home sliced;
  for (std::size_t begin = 0; begin < documents.size();) {
    const std::size_t count = std::min(documents.size() - begin, generator.upto(25) + 1);
    sliced.take(std::span(documents).subspan(begin, count), generator.pages);
    begin += count;
  }
  EXPECT_EQ(whole.ties(), sliced.ties());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RelateLaws, testing::Range(1U, kRounds + 1));

}  // namespace
}  // namespace guidang

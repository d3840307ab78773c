// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "pipeline/register/commit.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/views.h"
#include "pipeline/runner/set_pass.h"
#include "stages/arrange/arrange.h"
#include "stages/itemise/itemise.h"
#include "stages/number/number.h"
#include "stages/seal/seal.h"
#include "tests/unit/stages/test_profile.h"

namespace guidang::fake {

struct Quiet : Progress {
  void begin(std::string_view, std::uint64_t) override {}
  void advance(std::uint64_t) override {}
  void end(std::uint64_t, bool) override {}
};

/// An office with a real register in a folder of its own: items as the earlier stages leave them,
/// then arranged, numbered and sealed by the real stages.
class Office {
 public:
  explicit Office(Profile rules = office()) : profile(std::move(rules)) {
    Register::create(folder_.path() / "register.sqlite");
    registry_ = std::make_unique<Register>(folder_.path() / "register.sqlite",
                                           sqlite::Database::Mode::read_write);
    // What a power cut would take is of no interest here.
    registry_->database().execute("PRAGMA synchronous=OFF");
  }

  Register& registry() { return *registry_; }

  /// An item of one document; gives the item's id. Without a date it has no year and is held.
  RecordId add(const RecordId& document, const std::string& date,
               const std::string& period = "永久", const std::string& number = "") {
    const RecordId item = item_id(document);
    const Author author{"test", 1, ""};
    Commit commit(*registry_, "test");
    commit.put_document({.id = document, .origin = {.place = "收文/" + document}});
    Description description;
    if (!date.empty()) description.fields["date"] = {.values = {date}};
    if (!number.empty()) description.fields["document_number"] = {.values = {number}};
    commit.put_fact(document, author, description);
    commit.put_fact(item, author, Item{.main = document, .parts = {{document, Role::main}}});
    commit.put_fact(item, author, Checks{});
    commit.put_fact(item, author, Appraisal{.period = period});
    if (!date.empty()) {
      commit.put_fact(item, author, FilingYear{.year = std::stoi(date.substr(0, 4))});
    }
    commit.finish();
    return item;
  }

  /// An item of one document with these description fields and ties. `year` 0: as the date says.
  struct Paper {
    RecordId document{};
    std::map<std::string, std::string> fields{};
    std::string period = "永久";
    std::vector<Relation> ties{};
    int year = 0;
    Direction direction = Direction::received;
  };
  RecordId add(const Paper& paper) {
    const RecordId item = item_id(paper.document);
    const Author author{"test", 1, ""};
    Commit commit(*registry_, "test");
    commit.put_document(
        {.id = paper.document,
         .origin = {.place = "收文/" + paper.document, .direction = paper.direction}});
    Description description;
    for (const auto& [name, value] : paper.fields) {
      description.fields[name] = {.values = {value}};
    }
    commit.put_fact(paper.document, author, description);
    if (!paper.ties.empty()) commit.put_fact(paper.document, author, Relations{paper.ties});
    commit.put_fact(item, author,
                    Item{.main = paper.document, .parts = {{paper.document, Role::main}}});
    commit.put_fact(item, author, Checks{});
    commit.put_fact(item, author, Appraisal{.period = paper.period});
    const auto date = paper.fields.find("date");
    const int year = paper.year != 0              ? paper.year
                     : date == paper.fields.end() ? 0
                                                  : std::stoi(date->second.substr(0, 4));
    if (year != 0) commit.put_fact(item, author, FilingYear{.year = year});
    commit.finish();
    return item;
  }

  /// Placements by item.
  std::map<RecordId, Placement> placements() {
    std::map<RecordId, Placement> all;
    RecordReader records(*registry_);
    records.for_each_id('i', [&](const RecordId& id) {
      const Known known = records.load(id);
      const auto& slot = known.facts[static_cast<std::size_t>(FactKind::placement)];
      if (slot != nullptr) all.emplace(id, std::get<Placement>(*slot));
    });
    return all;
  }
  /// Open findings about an item, as codes.
  std::vector<std::string> findings(const RecordId& item) {
    std::vector<std::string> codes;
    for (const Finding& one : RecordReader(*registry_).load(item).findings) {
      codes.push_back(one.code);
    }
    return codes;
  }

  void decide(const RecordId& record, const std::string& field, const std::string& value) {
    Commit commit(*registry_, "decision");
    commit.put_decision(record, field, {.value = value, .by = "甲", .date = "2024-01-01"});
    commit.finish();
  }

  void run() {
    Quiet quiet;
    const PassContext context{
        .target = *registry_, .pages = {}, .progress = quiet, .stop = {}, .run = {}, .at = {}};
    run_set_pass(Arrange(profile, "J001", arrange::Plan::load(*registry_)), context);
    run_set_pass(
        Number(profile, "J001",
               [this](std::string_view series) { return Ledger(*registry_).last(series); }),
        context);
  }

  SealReport seal(int year, bool leave_held = false) {
    return seal_year(*registry_, profile, year,
                     {.by = "甲",
                      .checked_by = "乙",
                      .date = "2024-06-30",
                      .leave_held = leave_held,
                      .why = leave_held ? "待补日期" : ""});
  }

  /// Codes by item, provisional and lasting.
  std::map<RecordId, ArchivalCode> codes() {
    std::map<RecordId, ArchivalCode> all;
    RecordReader records(*registry_);
    records.for_each_id('i', [&](const RecordId& id) {
      const Known known = records.load(id);
      const auto& slot = known.facts[static_cast<std::size_t>(FactKind::code)];
      if (slot != nullptr) all.emplace(id, std::get<ArchivalCode>(*slot));
    });
    return all;
  }
  std::string code(const RecordId& item) {
    const auto all = codes();
    const auto it = all.find(item);
    return it == all.end() ? "" : it->second.text + (it->second.provisional ? " ?" : "");
  }

  Profile profile;

 private:
  Folder folder_;
  std::unique_ptr<Register> registry_;
};

}  // namespace guidang::fake

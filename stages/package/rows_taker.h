// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/home/home.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/views.h"
#include "stages/package/rebuild.h"

namespace guidang::bag {

/// Takes the rows of one bundle's 登记簿.jsonl into a register, all in one commit. Originals must
/// be in the home before. Throws Failure when the home has a record or a number already, nlohmann's
/// exceptions when a row lacks something; without `finish` nothing happened.
class RowsTaker {
 public:
  /// `what` is the commit's; year and counts go to `report`, whose year is given.
  RowsTaker(Home& home, std::string_view what, RebuildReport& report);

  void take(const nlohmann::json& row);
  void finish();

 private:
  struct Written {
    Author author{};
    std::string stage{};
    Fact fact{};
  };

  void require_original(const std::string& digest);
  void open_record(const nlohmann::json& row);
  void add_fact(const nlohmann::json& row);
  void pin(const nlohmann::json& row);
  void close_record();
  void put_ledger(const nlohmann::json& row);
  void put_seal(const nlohmann::json& row);
  void put_decision(const nlohmann::json& row);

  Home& home_;
  RebuildReport& report_;
  RecordReader records_;
  Commit commit_;
  sqlite::Statement taken_;
  RecordId record_{};  ///< the one that rows are collected of
  bool document_ = false;
  std::vector<Written> facts_{};
  std::map<std::pair<std::string, std::string>, std::vector<Finding>>
      findings_{};  ///< by subject and stage
};

}  // namespace guidang::bag

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/files/data_root.h"
#include "pipeline/lists/paper.h"
#include "pipeline/profile/profile.h"

namespace guidang::test {

/// A document of an item, made by hand.
class Doc {
 public:
  explicit Doc(RecordId id, Direction direction = Direction::received) : id_(std::move(id)) {
    origin_.direction = direction;
    origin_.in_ledger = true;
    origin_.ledger_seen = true;
  }
  Doc& with(const std::string& name, std::vector<std::string> values,
            const std::string& source = "1:1") {
    description_.fields[name] =
        Field{.values = std::move(values), .source = source, .confidence = 1};
    return *this;
  }
  Doc& with(const std::string& name, const std::string& value, const std::string& source = "1:1") {
    return with(name, std::vector<std::string>{value}, source);
  }
  Doc& unregistered() { return origin_.in_ledger = false, *this; }
  Doc& incoming() {
    return origin_.purpose = Purpose::incoming, origin_.direction = Direction::unknown, *this;
  }
  Doc& copy_of(const RecordId& other) {
    relations_.list.push_back({.kind = "duplicate_of", .other = other});
    return *this;
  }
  Doc& role(Role role) { return role_ = role, *this; }

  [[nodiscard]] const RecordId& id() const { return id_; }
  [[nodiscard]] Role role() const { return role_; }
  [[nodiscard]] View view() const {
    View view(id_, {});
    view.put(origin_);
    view.put(description_);
    view.put(relations_);
    return view;
  }

 private:
  RecordId id_;
  Role role_ = Role::main;
  Origin origin_{};
  Description description_{};
  Relations relations_{};
};

/// An item of documents, accepted and numbered unless something else is said of it.
class ItemOf {
 public:
  explicit ItemOf(Doc main) { docs_.push_back(std::move(main)); }
  ItemOf& part(Doc doc) { return docs_.push_back(std::move(doc)), *this; }
  ItemOf& year(int year) { return year_ = year, *this; }
  ItemOf& code(const std::string& series, std::uint32_t number, bool provisional = false) {
    std::string digits = std::to_string(number);
    code_ = ArchivalCode{series + std::string(4 - digits.size(), '0') + digits, series, number,
                         provisional};
    return *this;
  }
  ItemOf& not_filed() { return appraisal_.filed = false, code_ = {}, *this; }
  ItemOf& opening(const std::string& opening, const std::string& control = "") {
    appraisal_.opening = opening;
    appraisal_.control = control;
    return *this;
  }
  ItemOf& finds(Finding finding) { return findings_.push_back(std::move(finding)), *this; }
  ItemOf& decides(const std::string& field, const std::string& value, const std::string& why = "") {
    decisions_[field] = Decision{.value = value, .by = "周主任", .date = "2023-05-01", .why = why};
    return *this;
  }

  [[nodiscard]] View view() const {
    View view("i" + docs_.front().id().substr(1), {});
    Item item{.main = docs_.front().id()};
    std::vector<View> parts;
    for (const Doc& doc : docs_) {
      item.parts.push_back({doc.id(), doc.role()});
      parts.push_back(doc.view());
    }
    view.put(item);
    view.put(Checks{});
    view.put(appraisal_);
    view.put(FilingYear{.year = year_});
    if (!code_.text.empty()) view.put(code_);
    view.put(findings_);
    view.put(decisions_);
    view.put(std::move(parts));
    return view;
  }

 private:
  std::vector<Doc> docs_{};
  int year_ = 2023;
  ArchivalCode code_{};
  Appraisal appraisal_{.period = "永久", .code = "Y", .rule = "R-1"};
  std::vector<Finding> findings_{};
  Decisions decisions_{};
};

[[nodiscard]] inline Profile national() {
  return Profile::load(std::filesystem::path(GUIDANG_SOURCE_DIR), "national");
}

}  // namespace guidang::test

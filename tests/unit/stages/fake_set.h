// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/register/sorter.h"
#include "pipeline/stage.h"

namespace guidang::fake {

/// Records in memory, for set stages; what they say is laid over the records by `run`.
class Set : public RecordSet {
 public:
  std::map<RecordId, View> documents{};
  std::map<RecordId, View> items{};
  std::map<std::string, std::vector<std::string>> pages{};  ///< texts by digest

  void for_each_document(const std::function<void(const View&)>& visit) override {
    for (const auto& [id, view] : documents) visit(view);
  }
  void for_each_item(const std::function<void(const View&)>& visit) override {
    for (const auto& [id, view] : items) visit(view);
  }
  [[nodiscard]] std::unique_ptr<Sorter> sorter() override { return make_sorter(); }

  View& document(const RecordId& id) {
    const auto read = [this](const ComponentText& text) { return pages[text.digest]; };
    return documents.try_emplace(id, View(id, read)).first->second;
  }
  View& item(const RecordId& id) { return items.try_emplace(id, View(id, {})).first->second; }
};

/// What a stage said: at most one fact a record, and its findings.
struct Said : Sink {
  std::map<RecordId, Fact> facts{};
  std::vector<std::pair<RecordId, Finding>> findings{};

  void put(const RecordId& record, Fact fact) override {
    if (!facts.emplace(record, std::move(fact)).second) {
      throw std::logic_error("two facts about " + record);
    }
  }
  void report(const RecordId& record, Finding finding) override {
    findings.emplace_back(record, std::move(finding));
  }

  template <typename F>
  [[nodiscard]] const F* find(const RecordId& record) const {
    const auto it = facts.find(record);
    return it == facts.end() ? nullptr : std::get_if<F>(&it->second);
  }
  /// "REL-102 d1" in order.
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> list;
    for (const auto& [record, finding] : findings) list.push_back(finding.code + " " + record);
    std::sort(list.begin(), list.end());
    return list;
  }
};

[[nodiscard]] inline Said run(const SetStage& stage, Set& set) {
  Said said;
  stage.run(set, said);
  return said;
}

/// Builds a document's view.
class Document {
 public:
  explicit Document(View& view) : view_(view) {}
  /// At a place, and with a main file of this digest and its text unless it is "".
  Document(View& view, const std::string& place_of_it, const std::string& digest) : view_(view) {
    place(place_of_it);
    if (!digest.empty()) read(digest);
  }
  ~Document() {
    view_.put(origin_);
    view_.put(components_);
    if (!text_.components.empty()) view_.put(text_);
    view_.put(description_);
    view_.put(decisions_);
  }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  Document& place(const std::string& place) { return origin_.place = place, *this; }
  Document& received() { return origin_.direction = Direction::received, *this; }
  Document& issued() { return origin_.direction = Direction::issued, *this; }
  Document& registered() { return origin_.in_ledger = true, *this; }
  Document& paper() { return origin_.paper_only = true, origin_.in_ledger = true, *this; }
  Document& file(const std::string& digest, Role role = Role::main) {
    components_.list.push_back({.role = role, .digest = digest});
    return *this;
  }
  /// A main file with a text; its pages are those of the set under this digest.
  Document& read(const std::string& digest) {
    text_.components.push_back({.digest = digest, .state = TextState::read, .reader = "txt"});
    return file(digest);
  }
  Document& with(const std::string& field, std::vector<std::string> values) {
    description_.fields[field] = Field{.values = std::move(values), .confidence = 1};
    return *this;
  }
  Document& number(const std::string& value) { return with("document_number", {value}); }
  Document& title(const std::string& value) { return with("title", {value}); }
  Document& date(const std::string& value) { return with("date", {value}); }
  Document& creator(const std::string& value) { return with("creator", {value}); }
  Document& decide(const std::string& field, const std::string& value) {
    decisions_[field] = Decision{.value = value, .by = "甲", .date = "2024-01-01"};
    return *this;
  }

 private:
  View& view_;
  Origin origin_{};
  Components components_{};
  Text text_{};
  Description description_{};
  Decisions decisions_{};
};

}  // namespace guidang::fake

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "pipeline/stage.h"

namespace guidang::tests {

class MemorySorter : public Sorter {
 public:
  void add(std::string_view key, std::string_view record, std::string_view payload) override {
    rows_.push_back({std::string{key}, RecordId{record}, std::string{payload}});
  }
  void for_each(const std::function<void(const SortedRow&)>& visit) override {
    std::sort(rows_.begin(), rows_.end(), [](const SortedRow& a, const SortedRow& b) {
      return std::tie(a.key, a.record) < std::tie(b.key, b.record);
    });
    for (const SortedRow& row : rows_) visit(row);
  }

 private:
  std::vector<SortedRow> rows_;
};

/// A set of items in memory.
class MemorySet : public RecordSet {
 public:
  explicit MemorySet(std::vector<View> items) : items_(std::move(items)) {}
  void for_each_document(const std::function<void(const View&)>& visit) override {
    for (const View& item : items_) visit(item.main());
  }
  void for_each_item(const std::function<void(const View&)>& visit) override {
    for (const View& item : items_) visit(item);
  }
  [[nodiscard]] std::unique_ptr<Sorter> sorter() override {
    return std::make_unique<MemorySorter>();
  }

 private:
  std::vector<View> items_;
};

class MemorySink : public Sink {
 public:
  void put(const RecordId& /*record*/, Fact /*fact*/) override {}
  void report(const RecordId& record, Finding finding) override {
    findings.emplace_back(record, std::move(finding));
  }
  std::vector<std::pair<RecordId, Finding>> findings;
};

}  // namespace guidang::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "index/generation.h"
#include "index/reader.h"
#include "index/record.h"
#include "index/search.h"

namespace guidang::index {

/// A folder of this test's own, below the folder the tests run in; removed at the end.
class TestFolder {
 public:
  TestFolder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string(test->test_suite_name()) + "." + test->name();
    for (char& c : name) c = c == '/' ? '-' : c;
    path_ = std::filesystem::current_path() / "index-tests" / name;
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_{};
};

inline CommitResult build(const std::filesystem::path& folder,
                          const std::vector<IndexRecord>& records, WriterOptions options = {}) {
  GenerationWriter writer(folder, options);
  for (const IndexRecord& record : records) writer.add(record);
  return writer.commit();
}

inline IndexRecord open_record(std::string key, std::string title, std::string text) {
  IndexRecord record;
  record.record = std::move(key);
  record.title = std::move(title);
  record.access = Access::open;
  record.pages.push_back(std::move(text));
  return record;
}

inline Query parsed(std::string_view text) {
  auto result = parse_query(text);
  if (const auto* error = std::get_if<QueryError>(&result)) {
    ADD_FAILURE() << text << ": " << error->message_en;
    return {};
  }
  return std::get<Query>(std::move(result));
}

inline Results find(const std::filesystem::path& folder, std::string_view query,
                    std::vector<Access> classes = {Access::open}, SearchOptions options = {}) {
  const Reader reader(folder, classes);
  const std::vector readers{&reader};
  return search(readers, parsed(query), options);
}

/// The keys of the hits, in their order, with blanks between.
inline std::string keys(const Results& results) {
  std::string all;
  for (const Hit& hit : results.hits) all += (all.empty() ? "" : " ") + hit.record;
  return all;
}

/// Everything a caller can see of an answer.
inline std::string dump(const Results& results) {
  std::string all = std::to_string(results.total) + "\n";
  for (const Hit& hit : results.hits) {
    all += hit.record + "|" + hit.code + "|" + hit.title + "|" + hit.path + "|" +
           std::to_string(hit.score) + "|" + hit.snippet.text + "|";
    for (const ByteRange& mark : hit.snippet.marks) {
      all += std::to_string(mark.begin) + "-" + std::to_string(mark.end) + " ";
    }
    all += "\n";
  }
  return all;
}

}  // namespace guidang::index

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/index/made_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

#include "pipeline/failure.h"

namespace guidang::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 8> kPlaces{"云溪县", "青溪市", "白石镇", "临川区",
                                                  "南浦县", "东岭市", "北河乡", "西塘镇"};
constexpr std::array<std::string_view, 10> kOffices{
    "人民政府办公室", "财政局", "教育局", "民政局",         "人力资源和社会保障局",
    "自然资源局",     "水利局", "档案馆", "卫生健康委员会", "发展和改革局"};
constexpr std::array<std::string_view, 10> kDoctypes{"通知", "意见", "请示", "批复", "报告",
                                                     "函",   "纪要", "决定", "通报", "公告"};
constexpr std::array<std::string_view, 3> kPeriods{"永久", "30年", "10年"};
constexpr std::array<std::string_view, 3> kDirections{"received", "issued", "internal"};
constexpr std::size_t kSourcesOfOne = 3;  // a document keeps to a few subjects
constexpr std::size_t kShortestSentence = 18;
constexpr std::size_t kLongestTitle = 60;

/// Splitmix64: the same on every machine, unlike the distributions of <random>.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15) {}

  std::size_t below(std::size_t end) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31)) % end);
  }

  template <typename Values>
  const auto& one_of(const Values& values) {
    return values[below(values.size())];
  }

 private:
  std::uint64_t state_;
};

std::vector<std::string> sentences_of(std::string_view text) {
  constexpr std::string_view kStop = "。";
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::size_t stop = text.find(kStop);
    const std::size_t size = stop == std::string_view::npos ? text.size() : stop + kStop.size();
    if (size >= kShortestSentence) found.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return found;
}

/// What stands before the first sign, at most so many bytes and no half character.
std::string beginning(std::string_view sentence) {
  std::size_t end = 0;
  while (end < sentence.size() && static_cast<unsigned char>(sentence[end]) <= ' ') ++end;
  sentence.remove_prefix(end);
  for (const std::string_view sign : {"，", "、", "：", "。", "\n"}) {
    sentence = sentence.substr(0, sentence.find(sign));
  }
  if (sentence.size() <= kLongestTitle) return std::string(sentence);
  end = kLongestTitle;
  while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xC0) == 0x80) --end;
  return std::string(sentence.substr(0, end));
}

}  // namespace

MadeRecords::MadeRecords(const fs::path& texts, std::uint64_t seed) : seed_(seed) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(texts)) {
    if (entry.is_regular_file() && entry.path().extension() == ".txt") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::vector<std::string> found = sentences_of(text);
    if (!found.empty()) sentences_.push_back(std::move(found));
  }
  if (sentences_.empty()) throw Failure(texts.string() + ": no sentences in any .txt below it");
}

index::IndexRecord MadeRecords::make(std::size_t number, std::size_t bytes) const {
  Draw draw(seed_ * 1'000'003 + number);
  index::IndexRecord record;
  record.record = fmt::format("r{:08}", number);
  record.access = index::Access::open;
  record.year = static_cast<int>(1995 + draw.below(30));
  record.date = fmt::format("{}-{:02}-{:02}", record.year, 1 + draw.below(12), 1 + draw.below(28));
  const std::string office = fmt::format("{}{}", draw.one_of(kPlaces), draw.one_of(kOffices));
  record.creator = office;
  if (draw.below(10) == 0) {
    record.creator += fmt::format("、{}{}", draw.one_of(kPlaces), draw.one_of(kOffices));
  }
  record.doctype = draw.one_of(kDoctypes);
  record.retention = draw.one_of(kPeriods);
  record.direction = draw.one_of(kDirections);
  record.fonds = "X043";
  record.volume = fmt::format("X043-WS·{}-{:03}", record.year, draw.below(40));
  record.code = fmt::format("X043-WS·{}-{:06}", record.year, number);
  record.document_number = fmt::format("云政发〔{}〕{}号", record.year, number);
  record.recipients = {fmt::format("{}{}", draw.one_of(kPlaces), draw.one_of(kOffices))};

  std::array<const std::vector<std::string>*, kSourcesOfOne> sources{};
  for (auto& source : sources) source = &draw.one_of(sentences_);
  record.title =
      fmt::format("{}关于{}的{}", office, beginning(draw.one_of(*sources.front())), record.doctype);
  const std::size_t size = bytes / 2 + draw.below(bytes);
  std::string page;
  while (page.size() < size) page += draw.one_of(*draw.one_of(sources));
  record.path = record.record + ".txt";
  record.pages.push_back(std::move(page));
  return record;
}

}  // namespace guidang::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/record.h"

/// Records as they never are, but could be: few characters, so that words meet by accident, written
/// in every odd way.
namespace guidang::index {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }
  bool once_in(std::size_t count) { return below(count) == 0; }
  std::string_view pick(std::span<const std::string_view> from) { return from[below(from.size())]; }

  std::string text(std::span<const std::string_view> pieces, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += pick(pieces);
    return text;
  }

  /// With every field that facets and orders look at, each empty now and then.
  IndexRecord record(std::size_t number) {
    static constexpr std::array<std::string_view, 5> kTypes{"通知", "意见", "批复", "函", ""};
    static constexpr std::array<std::string_view, 6> kCreators{
        "甲局", "乙局", "甲局、乙局", "丙办公室；甲局", "乙局、丙办公室、丁委", ""};
    static constexpr std::array<std::string_view, 4> kPeriods{"永久", "30年", "10年", ""};
    static constexpr std::array<std::string_view, 4> kDirections{"received", "issued", "internal",
                                                                 ""};
    static constexpr std::array<std::string_view, 3> kFonds{"X001", "X002", ""};
    IndexRecord record;
    record.record = "r" + std::to_string(1000 + number * 7919 % 1000);
    record.title = text(kWords, 2 + below(4));
    record.document_number = once_in(4) ? ""
                                        : std::string(pick(kWords)) + "发〔202" +
                                              std::to_string(below(4)) + "〕" +
                                              std::to_string(1 + below(30)) + "号";
    record.creator = pick(kCreators);
    record.doctype = pick(kTypes);
    record.retention = pick(kPeriods);
    record.direction = pick(kDirections);
    record.fonds = pick(kFonds);
    record.year = once_in(6) ? 0 : static_cast<int>(2019 + below(5));
    if (!once_in(5)) {
      record.date = "202" + std::to_string(below(4)) + "-0" + std::to_string(1 + below(9)) + "-1" +
                    std::to_string(below(4));
    }
    if (!once_in(5)) {
      record.code = "X1-WS·2023-D30-" + std::to_string(1 + below(200));
      record.provisional = once_in(2);
    }
    if (once_in(3)) record.recipients = {text(kWords, 2), text(kWords, 1)};
    if (once_in(4)) record.cc = {text(kWords, 2)};
    if (once_in(6)) record.former_codes = {"旧-" + std::to_string(number)};
    record.access = once_in(3) ? Access::staff : Access::open;
    for (std::size_t page = 0; page < 1 + below(3); ++page) {
      record.pages.push_back(text(kPieces, 20 + below(60)));
    }
    return record;
  }

  std::vector<IndexRecord> records(std::size_t count) {
    std::vector<IndexRecord> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(record(i));
    return all;
  }

  static constexpr std::array<std::string_view, 12> kWords{
      "人民", "政府", "信访", "事项", "办", "法", "防汛", "值班", "幼儿", "通知", "会", "议"};
  /// Blanks and line ends inside words, full width, traditional, numbers, odd bytes.
  static constexpr std::array<std::string_view, 40> kPieces{
      "人民",     "政府",   "信访",  "事项", "办",  "法",   "防汛", "值班", "幼兒",     "幼儿",
      "通　知",   "信\n访", "防 汛", "会",   "議",  "议",   "第",   "号",   "年",       "二○二三",
      "〔2023〕", "６",     "006",   "12",   "WTO", "Ｗto", "，",   "。",   " ",        "\n",
      "\n\n",     "\f",     "\xFF",  "é",    "(",   "①",    "１２", "；",   "政\r\n府", "零"};

 private:
  std::mt19937 random_;
};

}  // namespace guidang::index

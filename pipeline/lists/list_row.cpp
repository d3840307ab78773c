// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/list_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/verdict.h"

namespace guidang::lists {
namespace {

constexpr std::string_view kSeparator = "\x01";

bool made_up(const Field& field) {
  return field.source == "derived" || field.source == "file name";
}

std::string bracketed(const Field* field, std::string value) {
  if (field == nullptr || value.empty() || !made_up(*field)) return value;
  return "[" + std::move(value) + "]";
}

std::string compact_date(std::string_view iso) {
  std::string digits(iso);
  std::erase(digits, '-');
  return digits;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::optional<std::uint64_t> described_pages(const View& document) {
  const Description* description = document.find<Description>();
  return description == nullptr ? std::nullopt : number_in(description->value("pages"));
}

std::optional<std::uint64_t> counted_pages(const View& document) {
  const Text* text = document.find<Text>();
  if (text == nullptr || text->components.empty()) return std::nullopt;
  std::uint64_t sum = 0;
  for (const ComponentText& component : text->components) {
    if (!component.pages) return std::nullopt;
    sum += *component.pages;
  }
  return sum;
}

ListRow described_row(const View& item) {
  ListRow row;
  if (const Description* description = item.main().find<Description>()) {
    row.document_number = description->value("document_number");
    row.creator = description->value("creator");
    row.title = bracketed(description->find("title"), std::string(description->value("title")));
    row.date = bracketed(description->find("date"), compact_date(description->value("date")));
    row.secrecy = description->value("secrecy");
    row.remarks = description->value("remarks");
  }
  if (const auto pages = page_count(item)) row.pages = std::to_string(*pages);
  if (const Appraisal* appraisal = item.find<Appraisal>()) row.period = appraisal->period;
  if (const FilingYear* year = item.find<FilingYear>()) row.year = year->year.value_or(0);
  return row;
}

}  // namespace

std::optional<std::uint64_t> page_count(const View& item) {
  if (item.parts().empty()) {
    const auto described = described_pages(item);
    return described ? described : counted_pages(item);
  }
  std::uint64_t sum = 0;
  for (const View& part : item.parts()) {
    auto pages = described_pages(part);
    if (!pages) pages = counted_pages(part);
    if (!pages) return std::nullopt;
    sum += *pages;
  }
  return sum;
}

std::optional<ListRow> filed_row(const View& item) {
  const ArchivalCode* code = item.find<ArchivalCode>();
  if (code == nullptr || code->text.empty()) return std::nullopt;
  // What was sealed stays listed whatever is found later, unless it was withdrawn.
  const Verdict answer = verdict(item);
  if (item.sealed() ? answer == Verdict::withdrawn : answer != Verdict::accepted) {
    return std::nullopt;
  }
  ListRow row = described_row(item);
  row.series = code->series;
  row.number = code->number;
  row.code = code->text;
  row.provisional = code->provisional;
  return row;
}

std::optional<ListRow> not_filed_row(const View& item) {
  if (item.sealed() || verdict(item) != Verdict::not_filed) return std::nullopt;
  ListRow row = described_row(item);
  if (const Appraisal* appraisal = item.find<Appraisal>()) {
    row.reason = appraisal->rule;
    if (!appraisal->citation.empty()) {
      row.reason += row.reason.empty() ? appraisal->citation : " " + appraisal->citation;
    }
  }
  return row;
}

std::string sort_key(ListKind kind, const ListRow& row) {
  std::string key = fmt::format("{:04}{}", row.year, kind == ListKind::filed ? 0 : 1);
  if (kind == ListKind::filed) {
    return key.append(row.series).append(kSeparator).append(fmt::format("{:010}", row.number));
  }
  return key.append(row.date)
      .append(kSeparator)
      .append(row.document_number)
      .append(kSeparator)
      .append(row.title);
}

std::string pack(const ListRow& row) {
  return nlohmann::json::array({row.year, row.series, row.number, row.provisional, row.code,
                                row.document_number, row.creator, row.title, row.date, row.secrecy,
                                row.pages, row.period, row.remarks, row.reason})
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

ListRow unpack(std::string_view bytes) {
  const nlohmann::json values = nlohmann::json::parse(bytes);
  ListRow row;
  row.year = values.at(0).get<int>();
  row.series = values.at(1).get<std::string>();
  row.number = values.at(2).get<std::uint32_t>();
  row.provisional = values.at(3).get<bool>();
  std::size_t next = 4;
  for (std::string* text : {&row.code, &row.document_number, &row.creator, &row.title, &row.date,
                            &row.secrecy, &row.pages, &row.period, &row.remarks, &row.reason}) {
    *text = values.at(next++).get<std::string>();
  }
  return row;
}

}  // namespace guidang::lists

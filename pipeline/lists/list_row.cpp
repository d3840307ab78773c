// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/list_row.h"

#include <fmt/format.h>

#include <charconv>

#include "pipeline/lists/packing.h"
#include "pipeline/lists/remarks.h"
#include "pipeline/verdict.h"

namespace guidang::lists {
namespace {

constexpr char kEnd = '\x01';

bool made_up(const Field* field) {
  return field != nullptr && (field->source == "derived" || field->source == "file name");
}

std::string bracketed(std::string text, bool brackets) {
  return brackets && !text.empty() ? "[" + std::move(text) + "]" : text;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The number that a volume's code ends in: all that its series leaves.
std::uint32_t number_after(std::string_view code, std::string_view series) {
  if (!code.starts_with(series)) return 0;
  return static_cast<std::uint32_t>(number_in(code.substr(series.size())).value_or(0));
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
    row.title = description->value("title");
    row.title_made_up = made_up(description->find("title"));
    row.date = description->value("date");
    row.date_made_up = made_up(description->find("date"));
    row.secrecy = description->value("secrecy");
    row.remarks = description->value("remarks");
  }
  row.pages = page_count(item);
  if (const Appraisal* appraisal = item.find<Appraisal>()) row.period = appraisal->period;
  if (const FilingYear* year = item.find<FilingYear>()) row.year = year->year.value_or(0);
  return row;
}

void put_in_volume(const View& item, ListRow& row) {
  const Placement* placement = item.find<Placement>();
  if (placement == nullptr || !placement->volume) return;
  const VolumePlace& volume = *placement->volume;
  row.volume = volume.id;
  row.volume_series = volume.series;
  row.volume_number = number_after(row.series, volume.series);
  row.volume_title = volume.title;
  row.first_page = placement->first_page;
  row.last_page = placement->last_page;
}

bool is_bound(const View& item) {
  const Placement* placement = item.find<Placement>();
  return placement != nullptr && placement->volume.has_value();
}

std::string pack(const ListRow& row) {
  std::string bytes;
  for (const std::uint64_t number :
       {static_cast<std::uint64_t>(row.year), std::uint64_t{row.number},
        row.pages ? *row.pages + 1 : std::uint64_t{0}, std::uint64_t{row.volume_number},
        std::uint64_t{row.first_page}, std::uint64_t{row.last_page},
        std::uint64_t{(row.provisional ? 1U : 0U) | (row.title_made_up ? 2U : 0U) |
                      (row.date_made_up ? 4U : 0U)}}) {
    append_text(bytes, std::to_string(number));
  }
  for (const std::string* text :
       {&row.series, &row.code, &row.document_number, &row.creator, &row.title, &row.date,
        &row.secrecy, &row.period, &row.remarks, &row.reason, &row.volume, &row.volume_series,
        &row.volume_title}) {
    append_text(bytes, *text);
  }
  for (const Remark& note : row.notes) {
    append_text(bytes, note.kind);
    append_text(bytes, note.text);
  }
  return bytes;
}

}  // namespace

std::string ListRow::listed_title() const { return bracketed(title, title_made_up); }

std::string ListRow::listed_date(DateStyle style) const {
  return bracketed(short_date(date, style), date_made_up);
}

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

std::optional<ListRow> filed_row(const View& item, const Office& office) {
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
  put_in_volume(item, row);
  row.notes = remarks_of(item, office);
  return row;
}

std::optional<ListRow> not_filed_row(const View& item, const Office&) {
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

Line filed_line(const ListRow& row, const PaperSettings& settings) {
  const std::string& series = row.volume.empty() ? row.series : row.volume_series;
  return {.year = row.year,
          .key = fmt::format("{:03}{}{}{:010}{:010}", settings.rank_of(row.period), series, kEnd,
                             row.volume_number, row.number),
          .payload = pack(row),
          .provisional = row.provisional};
}

Line not_filed_line(const ListRow& row) {
  return {.year = row.year,
          .key = row.date + kEnd + row.document_number + kEnd + row.title,
          .payload = pack(row)};
}

ListRow unpack(std::string_view bytes) {
  const auto number = [&] { return number_in(take_text(bytes)).value_or(0); };
  ListRow row;
  row.year = static_cast<int>(number());
  row.number = static_cast<std::uint32_t>(number());
  if (const std::uint64_t pages = number(); pages > 0) row.pages = pages - 1;
  row.volume_number = static_cast<std::uint32_t>(number());
  row.first_page = static_cast<std::uint32_t>(number());
  row.last_page = static_cast<std::uint32_t>(number());
  const std::uint64_t flags = number();
  row.provisional = (flags & 1U) != 0;
  row.title_made_up = (flags & 2U) != 0;
  row.date_made_up = (flags & 4U) != 0;
  for (std::string* text : {&row.series, &row.code, &row.document_number, &row.creator, &row.title,
                            &row.date, &row.secrecy, &row.period, &row.remarks, &row.reason,
                            &row.volume, &row.volume_series, &row.volume_title}) {
    *text = take_text(bytes);
  }
  while (!bytes.empty()) {
    Remark note;
    note.kind = take_text(bytes);
    note.text = take_text(bytes);
    row.notes.push_back(std::move(note));
  }
  return row;
}

const LineKind kFiledLines{"filed",
                           [](const View& item, const Office& office, const LineKind::Add& add) {
                             if (is_bound(item)) return;
                             if (const auto row = filed_row(item, office))
                               add(filed_line(*row, office.settings));
                           }};
const LineKind kBoundLines{"bound",
                           [](const View& item, const Office& office, const LineKind::Add& add) {
                             if (!is_bound(item)) return;
                             if (const auto row = filed_row(item, office))
                               add(filed_line(*row, office.settings));
                           }};
const LineKind kNotFiledLines{"not-filed",
                              [](const View& item, const Office& office, const LineKind::Add& add) {
                                if (const auto row = not_filed_row(item, office))
                                  add(not_filed_line(*row));
                              }};

}  // namespace guidang::lists

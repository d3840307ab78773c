// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_indexes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/lists/aid_settings.h"
#include "pipeline/lists/aid_text.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/packing.h"
#include "pipeline/register/sorter.h"
#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"

namespace guidang::lists {
namespace {

struct Member {
  std::string_view name{};
  std::string AidEntry::* text = nullptr;
};

constexpr std::array kMembers{
    Member{"heading", &AidEntry::heading}, Member{"capacity", &AidEntry::capacity},
    Member{"code", &AidEntry::code},       Member{"document_number", &AidEntry::document_number},
    Member{"creator", &AidEntry::creator}, Member{"title", &AidEntry::title},
    Member{"item_date", &AidEntry::date},  Member{"pages", &AidEntry::pages},
    Member{"period", &AidEntry::period},   Member{"keywords", &AidEntry::keywords},
    Member{"remarks", &AidEntry::remarks}, Member{"code_key", &AidEntry::code_key}};

std::string code_key(const ListRow& row) {
  return fmt::format("{}\x1f{:010}", row.series, row.number);
}

AidEntry entry_of(const ListRow& row) {
  return {.code = row.code,
          .document_number = row.document_number,
          .creator = row.creator,
          .title = row.listed_title(),
          .date = row.listed_date(DateStyle::compact),
          .pages = row.listed_pages(),
          .period = row.period,
          .remarks = row.remarks,
          .code_key = code_key(row),
          .provisional = row.provisional};
}

void add_line(const ListRow& row, const std::string& key, const AidEntry& entry,
              const LineKind::Add& add) {
  add({.year = row.year,
       .key = key + "\x1f" + entry.code_key,
       .payload = pack(entry),
       .provisional = row.provisional});
}

void gather_numbers(const View& item, const Office& office, const LineKind::Add& add) {
  const auto row = filed_row(item, office);
  const Item* joined = item.find<Item>();
  if (!row || joined == nullptr) return;
  std::vector<std::string> seen;
  for (const ItemPart& part : joined->parts) {
    const bool original = part.role == Role::main || part.role == Role::reply ||
                          part.role == Role::forwarded || part.document == joined->main;
    const auto view = std::find_if(item.parts().begin(), item.parts().end(),
                                   [&](const View& one) { return one.id() == part.document; });
    if (!original || view == item.parts().end()) continue;
    const Description* description = view->find<Description>();
    if (description == nullptr || description->value("document_number").empty()) continue;
    AidEntry entry = entry_of(*row);
    entry.heading = description->value("document_number");
    if (std::find(seen.begin(), seen.end(), entry.heading) != seen.end()) continue;
    seen.push_back(entry.heading);
    if (part.document != joined->main) {
      entry.title = bracketed_value(*description, "title");
      add_remark(entry.remarks, part.role == Role::forwarded ? "被转发件" : "同件");
    }
    add_line(*row, number_key(entry.heading), entry, add);
  }
}

void gather_creators(const View& item, const Office& office, const LineKind::Add& add) {
  const auto row = filed_row(item, office);
  if (!row) return;
  for (const std::string& organ : organs_of(row->creator)) {
    AidEntry entry = entry_of(*row);
    entry.heading = organ;
    add_line(*row, organ, entry, add);
  }
}

/// 李××, 张某: the document itself does not name the person.
bool is_masked(std::string_view person) {
  constexpr std::array<std::string_view, 7> kMasks{"×", "✕", "X", "*", "＊", "某", "○"};
  return std::any_of(kMasks.begin(), kMasks.end(), [&](std::string_view mask) {
    return person.find(mask) != std::string_view::npos;
  });
}

void gather_persons(const View& item, const Office& office, const LineKind::Add& add) {
  const auto row = filed_row(item, office);
  const Description* description = item.main().find<Description>();
  if (!row || description == nullptr) return;
  const auto name = [&](const std::string& person, std::string_view capacity) {
    AidEntry entry = entry_of(*row);
    entry.heading = person;
    entry.capacity = capacity;
    add_line(*row, person + "\x1f" + std::string(capacity), entry, add);
  };
  for (const auto& [field, capacity] :
       {std::pair{"signer", "签发人"}, {"countersigner", "会签人"}}) {
    if (const Field* found = description->find(field)) {
      for (const std::string& person : found->values) {
        if (!is_masked(person)) name(person, capacity);
      }
    }
  }
  if (description->value("subtype") != "任免") return;
  for (const std::string& person : appointed_persons(description->value("title"))) {
    name(person, "任免");
  }
}

void gather_kinds(const View& item, const Office& office, const LineKind::Add& add) {
  const auto row = filed_row(item, office);
  const Description* description = item.main().find<Description>();
  if (!row) return;
  AidEntry entry = entry_of(*row);
  const std::string_view kind = description == nullptr ? "" : description->value("doctype");
  const auto type = text::parse_document_type(kind);
  entry.heading = kind.empty() ? "（文种不明）" : std::string(kind);
  const auto order = type ? static_cast<std::size_t>(*type) : text::document_types().size();
  add_line(*row, fmt::format("{:03}{}", order, entry.heading), entry, add);
}

void gather_codes(const View& item, const Office& office, const LineKind::Add& add) {
  const auto row = filed_row(item, office);
  if (!row) return;
  AidEntry entry = entry_of(*row);
  if (const Description* description = item.main().find<Description>()) {
    entry.keywords = joined_value(*description, "keywords");
  }
  add_line(*row, "", entry, add);
}

bool is_about(const Topic& topic, const AidEntry& entry) {
  return std::any_of(topic.words.begin(), topic.words.end(), [&](const std::string& word) {
    return entry.title.find(word) != std::string::npos ||
           entry.keywords.find(word) != std::string::npos;
  });
}

/// One sheet of the lines that `takes` lets through; no sheet without lines.
void print_sheet(const PaperYear& year, Binder& binder, forms::Book*& book, forms::Values head,
                 const std::function<bool(const AidEntry&)>& takes) {
  std::uint64_t count = 0;
  year.for_each(
      [&](std::string_view payload) { count += takes(unpack_aid_entry(payload)) ? 1U : 0U; });
  if (count == 0) return;
  if (book == nullptr) book = &binder.open();
  head["count"] = std::to_string(count);
  book->sheet(head);
  std::uint64_t number = 0;
  year.for_each([&](std::string_view payload) {
    const AidEntry entry = unpack_aid_entry(payload);
    if (!takes(entry)) return;
    forms::Values line = entry.row();
    line["number"] = std::to_string(++number);
    line["sheet"] = head["list"];
    book->row(line);
  });
}

}  // namespace

forms::Values AidEntry::row() const {
  forms::Values values;
  for (const Member& member : kMembers) values.emplace(member.name, this->*member.text);
  if (provisional) {
    std::string marked = "预编";
    add_remark(marked, remarks);
    values["remarks"] = marked;
  }
  return values;
}

std::string pack(const AidEntry& entry) {
  std::string bytes(1, entry.provisional ? 'y' : 'n');
  for (const Member& member : kMembers) append_text(bytes, entry.*member.text);
  return bytes;
}

AidEntry unpack_aid_entry(std::string_view bytes) {
  AidEntry entry{.provisional = bytes.at(0) == 'y'};
  bytes.remove_prefix(1);
  for (const Member& member : kMembers) entry.*member.text = take_text(bytes);
  return entry;
}

std::vector<std::string> organs_of(std::string_view creator) {
  std::vector<std::string> organs;
  while (!creator.empty()) {
    const std::size_t end = std::min(creator.find(' '), creator.size());
    if (end > 0) organs.emplace_back(creator.substr(0, end));
    creator.remove_prefix(std::min(end + 1, creator.size()));
  }
  std::sort(organs.begin(), organs.end());
  organs.erase(std::unique(organs.begin(), organs.end()), organs.end());
  return organs;
}

const LineKind kNumberPairs{"number_pairs", gather_numbers};
const LineKind kByCreator{"by_creator", gather_creators};
const LineKind kByPerson{"by_person", gather_persons};
const LineKind kByKind{"by_kind", gather_kinds};
const LineKind kByCode{"by_code", gather_codes};

void print_number_concordance(const PaperYear& year, Binder& binder) {
  forms::Book& book = binder.open();
  forms::Values head = year.head();
  std::uint64_t number = 0;
  const auto print_row = [&](const AidEntry& entry) {
    forms::Values line = entry.row();
    line["number"] = std::to_string(++number);
    line["code_first"] = entry.code;
    line["sheet"] = head["list"];
    book.row(line);
  };
  head["list"] = "文号—档号";
  book.sheet(head);
  const std::unique_ptr<Sorter> by_code = make_sorter();
  year.for_each([&](std::string_view payload) {
    const AidEntry entry = unpack_aid_entry(payload);
    by_code->add(entry.code_key + "\x1f" + number_key(entry.heading), "", payload);
    print_row(entry);
  });
  head["list"] = "档号—文号";
  head["by_code"] = "yes";
  number = 0;
  book.sheet(head);
  by_code->for_each([&](const SortedRow& row) { print_row(unpack_aid_entry(row.payload)); });
}

void print_index(const PaperYear& year, Binder& binder) {
  forms::Book* book = nullptr;
  print_sheet(year, binder, book, year.head(), [](const AidEntry&) { return true; });
}

void print_topics(const PaperYear& year, Binder& binder) {
  const AidSettings settings = AidSettings::load(year.office().profile);
  forms::Book* book = nullptr;
  for (const Topic& topic : settings.topics) {
    forms::Values head = year.head();
    head["list"] = topic.name;
    print_sheet(year, binder, book, head,
                [&](const AidEntry& entry) { return is_about(topic, entry); });
  }
}

}  // namespace guidang::lists

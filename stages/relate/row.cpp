// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/row.h"

#include <algorithm>
#include <array>

#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"

namespace guidang::relate {
namespace {

constexpr char kSign = '\x1f';

Role role_of(const View& document, const std::string& place) {
  const auto* components = document.find<Components>();
  if (components == nullptr || components->list.empty()) return Role::main;
  const auto& list = components->list;
  const bool has_main = std::any_of(list.begin(), list.end(),
                                    [](const Component& c) { return c.role == Role::main; });
  // A lone file whose name names a role is that part, whatever receive took it for.
  if (has_main && list.size() == 1) return named_role(place).role;
  return has_main ? Role::main : list.front().role;
}

std::string_view take(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(kSign), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

void put(std::string& out, std::string_view field) {
  const std::size_t begin = out.size();
  out.append(field);
  std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), kSign, ' ');
  out.push_back(kSign);
}

char flag(bool value) { return value ? '1' : '0'; }
char digit(int value) { return static_cast<char>('0' + value); }

}  // namespace

Row row_of(const View& document) {
  Row row{.id = document.id(), .sealed = document.sealed()};
  if (const auto* origin = document.find<Origin>()) {
    row.direction = origin->direction;
    row.in_ledger = origin->in_ledger;
    row.paper_only = origin->paper_only;
    row.place = origin->place;
  }
  row.role = role_of(document, row.place);
  if (const auto it = document.decisions().find("duplicate"); it != document.decisions().end()) {
    row.kept = it->second.value == "no";
  }
  if (const auto* description = document.find<Description>()) {
    row.creator = text::fold(description->value("creator"));
    row.date = description->value("date");
    const std::string_view number = description->value("document_number");
    row.number = number.empty() ? std::string{} : text::matching_key(number);
    if (const auto parsed = text::parse_document_number(number); parsed && parsed->year > 0) {
      row.number_year = std::to_string(parsed->year);
    }
    row.received = description->value("received");
    row.part = part_of(description->value("doctype"), plain_title(description->value("title")));
  }
  return row;
}

std::string pack(const Row& row) {
  std::string out{digit(static_cast<int>(row.direction)),
                  static_cast<char>('A' + static_cast<int>(row.role)),
                  digit(static_cast<int>(row.part)),
                  flag(row.sealed),
                  flag(row.in_ledger),
                  flag(row.paper_only),
                  flag(row.kept),
                  row.verb};
  for (const std::string* field : {&row.creator, &row.date, &row.number, &row.number_year,
                                   &row.received, &row.years, &row.place}) {
    put(out, *field);
  }
  out += row.detail;
  return out;
}

Row unpack(std::string_view rest, RecordId id) {
  Row row{.id = std::move(id)};
  row.direction = static_cast<Direction>(rest[0] - '0');
  row.role = static_cast<Role>(rest[1] - 'A');
  row.part = static_cast<Part>(rest[2] - '0');
  row.sealed = rest[3] == '1';
  row.in_ledger = rest[4] == '1';
  row.paper_only = rest[5] == '1';
  row.kept = rest[6] == '1';
  row.verb = rest[7];
  rest.remove_prefix(8);
  for (std::string* field : {&row.creator, &row.date, &row.number, &row.number_year, &row.received,
                             &row.years, &row.place}) {
    *field = take(rest);
  }
  row.detail = rest;
  return row;
}

bool may_answer(const Row& reply, const Row& request) {
  const bool known =
      reply.direction != Direction::unknown && request.direction != Direction::unknown;
  if (known && reply.direction == request.direction) return false;
  if (!reply.creator.empty() && reply.creator == request.creator) return false;
  return reply.date.empty() || request.date.empty() || reply.date >= request.date;
}

bool is_younger(const Row& one, const Row& other) {
  return !one.age().empty() && one.age() > other.age();
}

bool may_be_one(const Row& a, const Row& b) {
  const bool known = a.direction != Direction::unknown && b.direction != Direction::unknown;
  if (known && a.direction != b.direction) return false;
  return a.creator.empty() || b.creator.empty() || a.creator == b.creator;
}

}  // namespace guidang::relate

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_registration.h"

#include <array>

#include "pipeline/lists/aid_text.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/packing.h"
#include "pipeline/text/document_number.h"
#include "pipeline/verdict.h"

namespace guidang::lists {
namespace {

struct Member {
  std::string_view name{};  ///< in forms
  std::string Registration::* text = nullptr;
};

constexpr std::array kMembers{Member{"register_no", &Registration::register_no},
                              Member{"received", &Registration::received},
                              Member{"creator", &Registration::creator},
                              Member{"document_number", &Registration::document_number},
                              Member{"title", &Registration::title},
                              Member{"item_date", &Registration::date},
                              Member{"doctype", &Registration::doctype},
                              Member{"line", &Registration::line},
                              Member{"incoming_class", &Registration::incoming_class},
                              Member{"secrecy", &Registration::secrecy},
                              Member{"urgency", &Registration::urgency},
                              Member{"copies", &Registration::copies},
                              Member{"pages", &Registration::pages},
                              Member{"recipients", &Registration::recipients},
                              Member{"cc", &Registration::cc},
                              Member{"signer", &Registration::signer},
                              Member{"handling", &Registration::handling},
                              Member{"remarks", &Registration::remarks},
                              Member{"outcome", &Registration::outcome}};

constexpr std::array kFlags{&Registration::in_ledger, &Registration::ledger_seen,
                            &Registration::withdrawn, &Registration::repeated};

/// What came in a batch of incoming papers without saying more has come in.
Direction direction_of(const Origin& origin) {
  if (origin.direction == Direction::unknown && origin.purpose == Purpose::incoming) {
    return Direction::received;
  }
  return origin.direction;
}

std::string filed_as(const View& item) {
  const ArchivalCode* code = item.find<ArchivalCode>();
  if (code == nullptr || code->text.empty()) return "待编号";
  return code->provisional ? code->text + "（预编）" : code->text;
}

}  // namespace

int Registration::year() const {
  if (direction == Direction::issued) {
    constexpr int kFourDigits = 1000;
    const auto number = text::parse_document_number(document_number);
    return number && number->year >= kFourDigits ? number->year : year_of(date);
  }
  const int year = year_of(received);
  return year != 0 ? year : year_of(date);
}

std::string Registration::key() const {
  if (direction == Direction::issued) {
    return number_key(document_number) + "\x1f" + date + "\x1f" + title;
  }
  if (!register_no.empty()) return "1" + natural_key(register_no);
  return "9" + (received.empty() ? date : received) + "\x1f" + title;
}

forms::Values Registration::row() const {
  forms::Values values;
  for (const Member& member : kMembers) values.emplace(member.name, this->*member.text);
  if (ledger_seen && !in_ledger) add_remark(values["remarks"], "未登记");
  return values;
}

std::optional<Registration> registration(const View& document) {
  const Origin* origin = document.find<Origin>();
  if (origin == nullptr) return std::nullopt;
  const Direction direction = direction_of(*origin);
  if (direction != Direction::received && direction != Direction::issued) return std::nullopt;
  Registration entry{
      .direction = direction, .in_ledger = origin->in_ledger, .ledger_seen = origin->ledger_seen};
  const Description* description = document.find<Description>();
  if (description == nullptr) return entry;
  for (const Member& member : kMembers) {
    if (member.name != "outcome") entry.*member.text = description->value(member.name);
  }
  entry.date = description->value("date");
  entry.title = bracketed_value(*description, "title");
  entry.recipients = joined_value(*description, "recipients");
  entry.cc = joined_value(*description, "cc");
  entry.signer = joined_value(*description, "signer");
  if (entry.copies.empty()) entry.copies = description->value("printed_copies");
  if (entry.pages.empty()) {
    if (const auto pages = page_count(document)) entry.pages = std::to_string(*pages);
  }
  return entry;
}

void lend(const Registration& row, Registration& entry) {
  for (const Member& member : kMembers) {
    if ((entry.*member.text).empty()) entry.*member.text = row.*member.text;
  }
  entry.in_ledger = true;
}

std::string pack(const Registration& entry) {
  std::string bytes(1, entry.direction == Direction::issued ? 'i' : 'r');
  for (const auto flag : kFlags) bytes += entry.*flag ? 'y' : 'n';
  for (const Member& member : kMembers) append_text(bytes, entry.*member.text);
  return bytes;
}

Registration unpack_registration(std::string_view bytes) {
  Registration entry;
  entry.direction = bytes.at(0) == 'i' ? Direction::issued : Direction::received;
  bytes.remove_prefix(1);
  for (const auto flag : kFlags) {
    entry.*flag = bytes.at(0) == 'y';
    bytes.remove_prefix(1);
  }
  for (const Member& member : kMembers) entry.*member.text = take_text(bytes);
  return entry;
}

std::string outcome_of(const View& item) {
  const Verdict answer = verdict(item);
  // What was sealed stays where it is, whatever is found later.
  if (item.sealed() && answer != Verdict::withdrawn) return filed_as(item);
  switch (answer) {
    case Verdict::accepted:
      return filed_as(item);
    case Verdict::held:
      return "待处理";
    case Verdict::return_proposed:
      return "拟退文";
    case Verdict::returned:
      return "已退文";
    case Verdict::not_filed:
      return "不归档";
    case Verdict::duplicate:
      return "重份";
    case Verdict::withdrawn:
      return "已撤回";
    case Verdict::stub:
      break;
  }
  return {};
}

}  // namespace guidang::lists

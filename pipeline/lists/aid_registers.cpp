// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/aid_registers.h"

#include <algorithm>

#include "pipeline/lists/aid_registration.h"
#include "pipeline/lists/aid_sequence.h"
#include "pipeline/lists/aid_text.h"
#include "pipeline/lists/aid_twins.h"

namespace guidang::lists {
namespace {

void add_entry(const Registration& entry, const LineKind::Add& add) {
  add({.year = entry.year(),
       .key = entry.key(),
       .payload = pack(entry),
       .provisional = entry.outcome.ends_with("（预编）")});
}

void gather(Direction direction, const View& item, const Office& office, const LineKind::Add& add) {
  const Item* joined = item.find<Item>();
  if (joined == nullptr) return;
  const std::string outcome = outcome_of(item);
  for (const View& part : item.parts()) {
    auto entry = registration(part);
    if (!entry || entry->direction != direction) continue;
    if (part.id() != joined->main && !entry->in_ledger) continue;
    entry->outcome = outcome;
    entry->withdrawn = outcome == "已撤回";
    std::vector<Registration> rows;
    if (office.twins != nullptr) rows = office.twins->of(part.id());
    for (Registration& row : rows) {
      if (!entry->in_ledger) {
        lend(row, *entry);
        continue;
      }
      // The row of the register that names the document itself found a copy of it, too.
      if (row.register_no == entry->register_no) continue;
      // Registered twice: both numbers were given, and both must be found again.
      row.repeated = true;
      row.outcome = "重份，原件 " + outcome;
      if (!entry->register_no.empty()) {
        add_remark(row.remarks, "同登记号 " + entry->register_no);
      }
      add_entry(row, add);
    }
    add_entry(*entry, add);
  }
}

bool fits(const std::vector<std::string>& wanted, const std::string& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// The parts of one register; the last one takes what no other takes.
class Parts {
 public:
  Parts(const AidSettings& settings, Direction direction, std::string_view rest) {
    for (const RegisterPart& part : settings.registers) {
      if (part.direction == direction) parts_.push_back(part);
    }
    parts_.push_back({.title = std::string(rest), .direction = direction});
  }

  [[nodiscard]] std::size_t size() const { return parts_.size(); }
  [[nodiscard]] const std::string& title(std::size_t i) const { return parts_[i].title; }
  [[nodiscard]] std::size_t of(const Registration& entry) const {
    const auto part = std::find_if(parts_.begin(), parts_.end() - 1, [&](const RegisterPart& one) {
      return fits(one.lines, entry.line) && fits(one.doctypes, entry.doctype) &&
             fits(one.classes, entry.incoming_class);
    });
    return static_cast<std::size_t>(part - parts_.begin());
  }

 private:
  std::vector<RegisterPart> parts_{};
};

using Visit = std::function<void(forms::Values, const Registration&)>;

/// `for_each_line` gives all lines of the register in order, as often as it is called.
void print_parts(const PaperYear& year, Binder& binder, const Parts& parts,
                 const std::function<void(const Visit&)>& for_each_line) {
  std::vector<std::uint64_t> counts(parts.size());
  for_each_line(
      [&](const forms::Values&, const Registration& entry) { ++counts[parts.of(entry)]; });
  forms::Book* book = nullptr;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (counts[part] == 0) continue;
    if (book == nullptr) book = &binder.open();
    forms::Values head = year.head();
    head["list"] = parts.title(part);
    head["count"] = std::to_string(counts[part]);
    book->sheet(head);
    std::uint64_t number = 0;
    for_each_line([&](forms::Values line, const Registration& entry) {
      if (parts.of(entry) != part) return;
      line["number"] = std::to_string(++number);
      line["register"] = parts.title(part);
      book->row(line);
    });
  }
}

}  // namespace

const LineKind kReceivedEntries{
    "received_entries", [](const View& item, const Office& office, const LineKind::Add& add) {
      gather(Direction::received, item, office, add);
    }};
const LineKind kIssuedEntries{"issued_entries",
                              [](const View& item, const Office& office, const LineKind::Add& add) {
                                gather(Direction::issued, item, office, add);
                              }};

void print_received_register(const PaperYear& year, Binder& binder) {
  const AidSettings settings = AidSettings::load(year.office().profile);
  const Parts parts(settings, Direction::received, "收文登记簿");
  print_parts(year, binder, parts, [&](const Visit& visit) {
    year.for_each([&](std::string_view payload) {
      const Registration entry = unpack_registration(payload);
      visit(entry.row(), entry);
    });
  });
}

void print_issued_register(const PaperYear& year, Binder& binder) {
  const AidSettings settings = AidSettings::load(year.office().profile);
  const Parts parts(settings, Direction::issued, "发文登记簿");
  print_parts(year, binder, parts, [&](const Visit& visit) {
    IssuedSequence sequence(visit);
    year.for_each([&](std::string_view payload) { sequence.add(unpack_registration(payload)); });
    sequence.finish();
  });
}

}  // namespace guidang::lists

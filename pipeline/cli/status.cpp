// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/account.h"
#include "pipeline/cli/account_printer.h"
#include "pipeline/cli/codebook.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/views.h"

namespace guidang::cli {
namespace {

constexpr std::size_t kShown = 20;

bool needs_a_person(Verdict verdict) {
  return verdict == Verdict::held || verdict == Verdict::return_proposed ||
         verdict == Verdict::stub;
}

std::string title_of(const Known& document) {
  const auto& slot = document.facts[static_cast<std::size_t>(FactKind::description)];
  return slot == nullptr ? std::string() : std::string(std::get<Description>(*slot).value("title"));
}

std::string place_of(const Known& document) {
  const auto& slot = document.facts[static_cast<std::size_t>(FactKind::origin)];
  return slot == nullptr ? document.id : std::get<Origin>(*slot).place;
}

void print_seals(Register& source, const Console& console) {
  for (const SealRow& seal : Ledger(source).seals(0)) {
    console.out << fmt::format("{} {}-{}  {} {}  {} {}  {}\n", console(kSeals), seal.year,
                               seal.edition, console(kBy), seal.by, console(kCheckedBy),
                               seal.checked_by, seal.date);
  }
}

/// Findings about files that became no document: refused, quarantined, unreadable sidecars.
void print_files(Register& source, const CodeBook& book, const Console& console, std::size_t most) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT f.path, n.code, n.severity, n.place, n.found, n.expected FROM file f "
      "JOIN finding n ON n.subject = f.key AND n.ended IS NULL "
      "WHERE f.state >= 3 ORDER BY f.path, f.key, n.id LIMIT ?1");
  rows.bind(static_cast<std::uint64_t>(most));
  while (rows.step()) {
    print(Finding{.code = std::string(rows.text(1)),
                  .severity = static_cast<Severity>(rows.integer(2)),
                  .path = std::string(rows.text(0)),
                  .place = std::string(rows.text(3)),
                  .found = std::string(rows.text(4)),
                  .expected = std::string(rows.text(5))},
          std::string(rows.text(0)), book, console);
  }
}

}  // namespace

ExitStatus execute(const StatusArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::read);
  Register& registry = home.registry();
  const CodeBook book(Profile::load(files::data_root(), home.fonds().profile));
  RecordReader records(registry);

  const std::size_t most = arguments.all ? SIZE_MAX >> 1U : kShown;
  std::size_t shown = 0;
  bool more = false;
  const Account account =
      account_of_all(registry, [&](const RecordId& id, const RecordId& item, Verdict verdict) {
        if (arguments.json || !needs_a_person(verdict)) return;
        if (shown == most) {
          more = true;
          return;
        }
        ++shown;
        const Known document = records.load(id);
        const std::string_view word = console(kVerdictWords[static_cast<std::size_t>(verdict)]);
        console.out << fmt::format("{}  {}", id, word);
        if (verdict != Verdict::stub) {
          console.out << fmt::format("  {}  {}", place_of(document), title_of(document));
        }
        console.out << '\n';
        const std::vector<Finding> findings =
            item.empty() ? document.findings : records.load(item).findings;
        for (const Finding& finding : findings) {
          const bool why = finding.severity >= Severity::hold || verdict == Verdict::stub;
          if (why) print(finding, place_of(document), book, console);
        }
      });
  if (arguments.json) {
    console.out << account.json() << '\n';
  } else {
    print_files(registry, book, console, most);
    if (more) console.out << console(kMore) << '\n';
    if (shown == 0) console.out << console(kNothingOpen) << '\n';
    print_seals(registry, console);
    print_account(account, kInAll, console);
    console.out << console(kHead) << ' ' << registry.head() << '\n';
  }
  return account.anything_open() ? ExitStatus::held : ExitStatus::done;
}

}  // namespace guidang::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <map>
#include <ostream>

#include "index/words/vocabulary.h"
#include "pipeline/account.h"
#include "pipeline/cli/account_printer.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/ledger.h"
#include "stages/seal/code_check.h"

namespace guidang::cli {
namespace {

using Complaint = std::function<void(const std::string&)>;

void check_register(Register& registry, const Complaint& complain) {
  if (const std::string errors = registry.database().integrity_errors(); !errors.empty()) {
    complain("register.sqlite: " + errors);
  }
  if (const std::int64_t event = registry.broken_link(); event != 0) {
    complain(fmt::format("the chain of events breaks at event {}", event));
  }
  for (const std::string& series : Ledger(registry).missing()) {
    complain("series " + series + " has numbers without a ledger row");
  }
  const Account account = account_of_all(registry);
  if (!account.balanced()) complain("the accounts do not balance: " + account.json());
}

void check_objects(Home& home, bool deep, const Complaint& complain) {
  sqlite::Statement rows = home.registry().database().prepare(
      "SELECT o.digest, o.size, o.refs, "
      "(SELECT count(*) FROM file f WHERE f.digest = o.digest AND f.state = 0) "
      "FROM object o WHERE o.tombstone = '' ORDER BY o.digest");
  while (rows.step()) {
    const std::string digest(rows.text(0));
    const auto size = home.objects().size(digest);
    if (!size) {
      complain("original " + digest + " is missing from objects/");
    } else if (static_cast<std::int64_t>(*size) != rows.integer(1)) {
      complain(fmt::format("original {} is {} bytes, the register says {}", digest, *size,
                           rows.integer(1)));
    } else if (deep && home.objects().verify(digest) != files::ObjectState::intact) {
      complain("original " + digest + " is not the bytes that were taken in");
    }
    if (rows.integer(2) != rows.integer(3)) {
      complain(fmt::format("original {} counts {} uses, the files are {}", digest, rows.integer(2),
                           rows.integer(3)));
    }
  }
}

/// Words and organs that search looks for, too.
void check_words(const Home& home, const Complaint& complain) {
  const std::vector homes{home.root()};
  const auto words = index::Vocabulary::load(files::data_root(), homes, index::kAllAccess);
  for (const std::string& flaw : words->flaws()) complain(flaw);
}

}  // namespace

ExitStatus execute(const DoctorArguments& arguments, const Console& console) {
  std::size_t complaints = 0;
  std::map<std::string, std::string> fonds;
  for (const std::string& folder : arguments.homes) {
    const std::string where = arguments.homes.size() > 1 ? folder + ": " : std::string();
    const Complaint complain = [&](const std::string& what) {
      ++complaints;
      console.out << where << what << '\n';
    };
    Home home(folder, Home::Mode::read);
    const std::string& code = home.fonds().code;
    const auto [other, fresh] = fonds.emplace(code, folder);
    if (!fresh) {
      complain(fmt::format("全宗号 {} 与 {} 相同 / fonds code {} is that of {}, too", code,
                           other->second, code, other->second));
    }
    check_register(home.registry(), complain);
    check_codes(home.registry(), Profile::load(files::data_root(), home.fonds().profile), code,
                complain);
    check_objects(home, arguments.deep, complain);
    check_words(home, complain);
  }
  if (complaints == 0) console.out << console(kSound) << '\n';
  return complaints == 0 ? ExitStatus::done : ExitStatus::held;
}

}  // namespace guidang::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/deciding.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/commit.h"
#include "stages/review/decidable.h"
#include "stages/review/decider.h"
#include "stages/seal/seal.h"

namespace guidang::cli {

ExitStatus execute(const SetArguments& arguments, const Console& console) {
  const review::Wish wish{.record = arguments.record,
                          .field = arguments.field,
                          .value = arguments.value,
                          .by = arguments.by,
                          .date = as_of(arguments.as_of),
                          .why = arguments.why};
  // A wrong word is said before anything is opened or locked.
  review::check_person(wish);
  static_cast<void>(review::check_field(wish));
  Home home(arguments.home, Home::Mode::write);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const review::Settled settled = review::Decider(home.registry(), profile).settle(wish);
  IndexKeeper index(home);
  announce_to(index)({&settled, 1});
  if (settled.buries) {
    // A sealed item is not simply withdrawn: its number stays behind as a tombstone.
    bury_item(home.registry(), settled.record,
              {.by = wish.by, .date = wish.date, .why = wish.why, .at = timestamp()});
    static_cast<void>(index.follow());
    console.err << console(kWithdrawn) << settled.record << '\n';
    return ExitStatus::done;
  }
  Commit commit(home.registry(), "decision", {}, timestamp());
  commit.put_decision(settled.record, settled.field, settled.decision);
  commit.finish();
  console.err << console(kDecided) << "  " << settled.record << ' ' << settled.field << " = "
              << settled.decision.value << "  "
              << outcome(index.follow(), settled.field, settled.decision.value, settled.sealed,
                         console)
              << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

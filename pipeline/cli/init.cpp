// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/profile/profile.h"

namespace guidang::cli {

ExitStatus execute(const InitArguments& arguments, const Console& console) {
  // A home must never name a rule set that cannot be loaded.
  const Profile profile = Profile::load(files::data_root(), arguments.profile);
  Home::init(arguments.home, {.code = arguments.fonds,
                              .name = arguments.name,
                              .profile = profile.id(),
                              .ceiling = arguments.ceiling});
  console.err << console(kHomeMade) << arguments.home << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

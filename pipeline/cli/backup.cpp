// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/backup.h"

#include <array>
#include <ostream>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/home/home.h"

namespace guidang::cli {
namespace {

namespace fs = std::filesystem;

/// What a home cannot make again by itself. Texts and index are derived and left out; lists are
/// taken along because people may have printed them.
constexpr std::array<const char*, 5> kFolders{"objects", "quarantine", "lists", "bundles", "runs"};

}  // namespace

void copy_home_folders(const fs::path& from, const fs::path& to) {
  for (const char* name : kFolders) {
    if (fs::exists(from / name)) fs::copy(from / name, to / name, fs::copy_options::recursive);
  }
  fs::copy_file(from / "fonds.xml", to / "fonds.xml");
  for (const char* organs : {"organisations.xml", "organisations-learnt.xml"}) {
    if (fs::exists(from / organs)) fs::copy_file(from / organs, to / organs);
  }
}

fs::path clean_path(const std::string& given) {
  fs::path path = fs::absolute(given).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

ExitStatus execute(const BackupArguments& arguments, const Console& console) {
  // The writer's lock: objects and register must be of one moment.
  Home home(arguments.home, Home::Mode::write);
  files::AtomicFolder target(clean_path(arguments.target));
  copy_home_folders(home.root(), target.path());
  home.registry().database().backup_to(target.path() / "register.sqlite");
  target.commit();
  console.err << console(kBackedUp) << arguments.target << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

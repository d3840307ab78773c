// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
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

void copy_folders(const fs::path& from, const fs::path& to) {
  for (const char* name : kFolders) {
    if (fs::exists(from / name)) fs::copy(from / name, to / name, fs::copy_options::recursive);
  }
  fs::copy_file(from / "fonds.xml", to / "fonds.xml");
}

fs::path clean(const std::string& given) {
  fs::path path = fs::absolute(given).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

ExitStatus execute(const BackupArguments& arguments, const Console& console) {
  // The writer's lock: objects and register must be of one moment.
  Home home(arguments.home, Home::Mode::write);
  files::AtomicFolder target(clean(arguments.target));
  copy_folders(home.root(), target.path());
  home.registry().database().backup_to(target.path() / "register.sqlite");
  target.commit();
  console.err << console(kBackedUp) << arguments.target << '\n';
  return ExitStatus::done;
}

ExitStatus execute(const RestoreArguments& arguments, const Console& console) {
  const fs::path source = clean(arguments.source);
  if (!fs::exists(source / "register.sqlite")) {
    throw Failure(
        source.string() +
            " 不是备份：没有 register.sqlite / is not a backup: it has no register.sqlite",
        "给出 guidang backup 所建的目录 / name the folder that guidang backup made",
        ExitStatus::usage);
  }
  const fs::path home = clean(arguments.home);
  {
    files::AtomicFolder target(home);
    copy_folders(source, target.path());
    fs::copy_file(source / "register.sqlite", target.path() / "register.sqlite");
    Register check(target.path() / "register.sqlite", sqlite::Database::Mode::read_write);
    if (const std::string errors = check.database().integrity_errors(); !errors.empty()) {
      throw Failure("备份的登记簿已损坏 / the backup's register is damaged: " + errors,
                    "用更早的备份 / take an older backup");
    }
    target.commit();
  }
  const Home opened(home, Home::Mode::write);
  console.err << console(kRestored) << arguments.home << "  " << console(kRunAgain) << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <ostream>

#include "pipeline/cli/backup.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/home/home.h"
#include "stages/package/rebuild.h"

namespace guidang::cli {
namespace {

namespace fs = std::filesystem;

void from_backup(const fs::path& source, const fs::path& home) {
  files::AtomicFolder target(home);
  copy_home_folders(source, target.path());
  fs::copy_file(source / "register.sqlite", target.path() / "register.sqlite");
  {
    Register check(target.path() / "register.sqlite", sqlite::Database::Mode::read_write);
    if (const std::string errors = check.database().integrity_errors(); !errors.empty()) {
      throw Failure("备份的登记簿已损坏 / the backup's register is damaged: " + errors,
                    "用更早的备份 / take an older backup");
    }
  }
  target.commit();
}

/// Into the home, when it is there, or a new one.
RebuildReport from_bundle(const fs::path& source, const fs::path& home) {
  if (fs::exists(home / "fonds.xml")) {
    Home there(home, Home::Mode::write);
    return rebuild_year(source, there);
  }
  const Fonds fonds = fonds_of_bundle(source);
  if (home.has_parent_path()) fs::create_directories(home.parent_path());
  files::AtomicFolder target(home);
  Home::init(target.path(), fonds);
  RebuildReport report;
  {
    Home made(target.path(), Home::Mode::write);
    report = rebuild_year(source, made);
  }
  target.commit();
  return report;
}

}  // namespace

ExitStatus execute(const RestoreArguments& arguments, const Console& console) {
  const fs::path source = clean_path(arguments.source);
  const fs::path home = clean_path(arguments.home);
  if (fs::exists(source / "bagit.txt")) {
    const RebuildReport report = from_bundle(source, home);
    console.err << fmt::format(fmt::runtime(console(kRebuilt)), report.year, report.items,
                               report.documents, report.originals)
                << arguments.home << "  " << console(kRunForTexts) << '\n';
    return ExitStatus::done;
  }
  if (!fs::exists(source / "register.sqlite")) {
    throw Failure(source.string() +
                      " 既不是备份也不是移交包：没有 register.sqlite，也没有 bagit.txt / is "
                      "neither a backup nor "
                      "a bundle: it has no register.sqlite and no bagit.txt",
                  "给出 guidang backup 或 guidang package 所建的目录 / "
                  "name the folder that guidang backup or guidang package made",
                  ExitStatus::usage);
  }
  from_backup(source, home);
  const Home opened(home, Home::Mode::read);
  console.err << console(kRestored) << arguments.home << "  " << console(kRunAgain) << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/package.h"

#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/files/data_root.h"
#include "stages/all.h"

namespace guidang::cli {

ExitStatus execute(const PackageArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::write);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const std::filesystem::path bundle =
      package_year(home, profile, arguments.year,
                   {.to = arguments.to,
                    .zip = arguments.zip,
                    .as_of = as_of({}),
                    .code_title = code_titles(profile),
                    .say = [&](std::string_view line) { console.err << line << '\n'; }});
  console.out << bundle.string() << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

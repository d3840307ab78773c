// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/runner/record_set.h"
#include "stages/all.h"
#include "stages/catalogue/catalogue.h"

namespace guidang::cli {
namespace {

forms::Formats formats_of(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  forms::Formats formats{.html = false, .pdf = false, .csv = false, .xlsx = false};
  for (const std::string& name : names) {
    if (!lists::set_format(name, formats)) {
      throw Failure("没有该格式 no such format: " + name, "html pdf csv xlsx", ExitStatus::usage);
    }
  }
  return formats;
}

}  // namespace

ExitStatus execute(const FormsArguments& arguments, const Console& console) {
  const forms::Formats formats = formats_of(arguments.formats);
  // What goes into the home must not meet a run that writes there too.
  Home home(arguments.home, arguments.to.empty() ? Home::Mode::write : Home::Mode::read);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  lists::Backing backing = lists::backing_of(home.registry());
  backing.code_title = code_titles(profile);
  const Catalogue catalogue(profile, std::move(backing));
  const auto set = make_record_set(home.registry(), catalogue.info(), {});
  const auto files = catalogue.print(*set,
                                     {.home = home.root(),
                                      .fonds_code = home.fonds().code,
                                      .fonds_name = home.fonds().name,
                                      .as_of = as_of(arguments.as_of)},
                                     {.year = arguments.year,
                                      .forms = arguments.forms,
                                      .formats = formats,
                                      .folder = arguments.to});
  for (const auto& file : files) console.out << file.string() << '\n';
  if (files.empty()) console.err << console(kNothingToPrint) << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

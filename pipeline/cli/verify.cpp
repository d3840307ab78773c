// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/verify.h"

#include <ostream>

#include "pipeline/cli/commands.h"

namespace guidang::cli {

ExitStatus execute(const VerifyArguments& arguments, const Console& console) {
  const VerifyReport report = verify_bundle(arguments.path);
  if (arguments.json) {
    console.out << to_json_text(report) << '\n';
  } else {
    console.out << to_text(report, console.language == Language::zh);
  }
  return report.status();
}

}  // namespace guidang::cli

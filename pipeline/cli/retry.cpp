// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <ostream>
#include <set>
#include <string>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/home/home.h"
#include "pipeline/home/quarantine.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/receive/codes.h"

namespace guidang::cli {
namespace {

/// Reads what waits in quarantine/ once more and says how that ends. What can be read by now is
/// forgotten as a failure, so that the next run of its batch takes it in.
ExitStatus look_again(Home& home, extract::HelperPool& reader, const Console& console) {
  const std::vector<Quarantined> waiting = quarantined(home.registry());
  std::set<std::string> batches;
  for (const Quarantined& one : waiting) {
    const files::Fd file = open_quarantined(home.quarantine(), one.digest);
    if (one.code != receive::kFailed) {
      console.out << fmt::format("{}  {}  {}\n", one.path, one.code, console(kMendByHand));
    } else if (!file) {
      console.out << fmt::format("{}  {}\n", one.path, console(kNoBytes));
    } else if (const Extraction again = reader.read(file.get(), one.path);
               again.state == TextState::failed) {
      console.out << fmt::format("{}  {}: {}\n", one.path, console(kFailsStill), again.reason);
    } else {
      home.texts().forget_failures(one.digest);
      batches.insert(one.batch);
      console.out << fmt::format("{}  {}\n", one.path, console(kReadsNow));
    }
  }
  for (const std::string& batch : batches) {
    console.out << console(kRunBatchAgain) << (batch.empty() ? console(kBareFiles) : batch) << '\n';
  }
  if (waiting.empty()) console.out << console(kNothingQuarantined) << '\n';
  return waiting.empty() ? ExitStatus::done : ExitStatus::held;
}

}  // namespace

ExitStatus execute(const RetryArguments& arguments, const Console& console) {
  if (arguments.run.batches.empty()) {
    extract::HelperPool reader(1);
    Home home(arguments.run.home, Home::Mode::write);
    clear_quarantine(home.quarantine(), home.registry());
    return look_again(home, reader, console);
  }
  Home(arguments.run.home, Home::Mode::write).texts().forget_failures();
  return execute(arguments.run, console);
}

}  // namespace guidang::cli

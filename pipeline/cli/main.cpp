// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/progress.h"

namespace {

using guidang::ExitStatus;
using guidang::Failure;
namespace cli = guidang::cli;

std::string_view locale_name() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

ExitStatus run(const cli::Arguments& arguments, const cli::Console& console) {
  try {
    return std::visit([&](const auto& chosen) { return cli::execute(chosen, console); }, arguments);
  } catch (const guidang::Interrupted&) {
    console.err << console(cli::kInterrupted) << '\n';
    return ExitStatus::interrupted;
  } catch (const Failure& failure) {
    console.err << console(cli::kError) << failure.what() << '\n';
    if (!failure.advice().empty()) console.err << console(cli::kAdvice) << failure.advice() << '\n';
    return failure.status();
  } catch (const std::exception& bug) {
    console.err << console(cli::kBug) << bug.what() << '\n';
    return ExitStatus::stopped;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const cli::Parsed parsed = cli::parse(argc, argv, locale_name());
  if (const auto* status = std::get_if<ExitStatus>(&parsed.what)) return static_cast<int>(*status);
  const cli::Console console{.out = std::cout,
                             .err = std::cerr,
                             .language = parsed.language,
                             .terminal = isatty(STDERR_FILENO) == 1};
  const ExitStatus status = run(std::get<cli::Arguments>(parsed.what), console);
  std::cout.flush();
  if (!std::cout && status == ExitStatus::done) {
    console.err << console(cli::kError) << console(cli::kCannotWrite) << '\n';
    return static_cast<int>(ExitStatus::stopped);
  }
  return static_cast<int>(status);
}

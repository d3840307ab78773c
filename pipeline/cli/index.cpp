// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>
#include <thread>

#include "pipeline/cli/commands.h"
#include "pipeline/cli/progress_printer.h"
#include "pipeline/cli/words.h"
#include "pipeline/register/views.h"
#include "stages/index/make_index.h"

namespace guidang::cli {
namespace {

using nlohmann::ordered_json;

template <typename... Args>
std::string filled(const Console& console, const Both& text, const Args&... args) {
  return fmt::format(fmt::runtime(console(text)), args...);
}

/// Counts the items of the register as they are read.
class Watch {
 public:
  Watch(Home& home, const IndexArguments& arguments, const Console& console)
      : progress_(make_progress(console, arguments.json)),
        total_(RecordReader(home.registry()).count('i')) {
    progress_->begin("index", total_);
  }
  [[nodiscard]] Tick tick() {
    return [this](std::uint64_t seen) { progress_->advance(std::min(seen, total_)); };
  }
  void end(std::uint64_t changed) { progress_->end(changed, false); }

 private:
  std::unique_ptr<Progress> progress_;
  std::uint64_t total_;
};

ExitStatus make(const IndexArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::write);
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  Watch watch(home, arguments, console);
  const index::CommitResult made =
      make_index(home, {.jobs = arguments.jobs == 0 ? cores : arguments.jobs,
                        .rebuild = arguments.rebuild,
                        .tick = watch.tick()});
  watch.end(made.added);
  if (arguments.json) {
    console.out << ordered_json{{"event", "index"},
                                {"home", arguments.home},
                                {"generation", made.generation},
                                {"changed", made.changed},
                                {"records", made.records},
                                {"added", made.added},
                                {"removed", made.removed}}
                       .dump()
                << '\n';
  } else if (made.changed) {
    console.out << filled(console, kIndexIs, made.generation, made.records, made.added,
                          made.removed)
                << '\n';
  } else {
    console.out << filled(console, kIndexStays, made.generation, made.records) << '\n';
  }
  return ExitStatus::done;
}

ordered_json to_json(const IndexCheck& check, const std::string& home) {
  ordered_json examples = ordered_json::array();
  for (const auto& [record, what] : check.examples) {
    examples.push_back({{"record", record}, {"what", what}});
  }
  return {{"event", "verify"},          {"home", home},
          {"valid", check.good()},      {"generation", check.generation},
          {"records", check.records},   {"expected", check.expected},
          {"missing", check.missing},   {"extra", check.extra},
          {"too_open", check.too_open}, {"too_closed", check.too_closed},
          {"other", check.other},       {"problems", check.problems},
          {"examples", examples}};
}

void print(const IndexCheck& check, const Console& console) {
  if (check.good()) {
    console.out << filled(console, kIndexGood, check.generation, check.records) << '\n';
    return;
  }
  console.out << console(kIndexBad) << '\n';
  for (const std::string& problem : check.problems) console.out << "    " << problem << '\n';
  struct Line {
    std::uint64_t count = 0;
    const Both& text;
    std::string_view what{};
  };
  const std::array lines{Line{check.too_open, kIndexTooOpen, "too_open"},
                         Line{check.extra, kIndexExtra, "extra"},
                         Line{check.missing, kIndexMissing, "missing"},
                         Line{check.too_closed, kIndexTooClosed, "too_closed"},
                         Line{check.other, kIndexOther, "other"}};
  for (const Line& line : lines) {
    if (line.count == 0) continue;
    console.out << "    " << filled(console, line.text, line.count);
    for (const auto& [record, what] : check.examples) {
      if (what == line.what) console.out << "  " << record;
    }
    console.out << '\n';
  }
  console.err << console(kIndexCure) << '\n';
}

ExitStatus verify(const IndexArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::read);
  Watch watch(home, arguments, console);
  const IndexCheck check = check_index(home, watch.tick());
  watch.end(0);
  if (arguments.json) {
    console.out << to_json(check, arguments.home)
                       .dump(-1, ' ', false, ordered_json::error_handler_t::replace)
                << '\n';
  } else {
    print(check, console);
  }
  return check.good() ? ExitStatus::done : ExitStatus::held;
}

}  // namespace

ExitStatus execute(const IndexArguments& arguments, const Console& console) {
  if (arguments.verify && arguments.rebuild) {
    throw Failure("--verify 与 --rebuild 不能同用 / --verify and --rebuild do not go together",
                  "先核对，再重建 / verify first, then rebuild", ExitStatus::usage);
  }
  return arguments.verify ? verify(arguments, console) : make(arguments, console);
}

}  // namespace guidang::cli

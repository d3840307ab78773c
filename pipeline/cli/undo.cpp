// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/review/undo.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/deciding.h"
#include "pipeline/cli/words.h"
#include "pipeline/home/home.h"

namespace guidang::cli {
namespace {

template <typename... Args>
std::string filled(const Console& console, const Both& text, const Args&... args) {
  return fmt::format(fmt::runtime(console(text)), args...);
}

ExitStatus list(const UndoArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::read);
  review::for_each_decision_event(home.registry(), [&](const review::DecisionEvent& event) {
    if (arguments.json) {
      console.out << nlohmann::ordered_json{{"event", event.id},
                                            {"what", event.what},
                                            {"by", event.by},
                                            {"date", event.date},
                                            {"decisions", event.decisions},
                                            {"undone_by", event.undone_by},
                                            {"undoes", event.undoes}}
                         .dump()
                  << '\n';
      return true;
    }
    console.out << fmt::format("{:>6}  {:<10} {}  {}  {}", event.id, event.what, event.date,
                               event.by, filled(console, kDecisionCount, event.decisions));
    if (event.undoes != 0) console.out << "  " << filled(console, kUndoes, event.undoes);
    if (event.undone_by != 0) console.out << "  " << filled(console, kUndoneBy, event.undone_by);
    console.out << '\n';
    return true;
  });
  return ExitStatus::done;
}

}  // namespace

ExitStatus execute(const UndoArguments& arguments, const Console& console) {
  if (arguments.list) return list(arguments, console);
  Home home(arguments.home, Home::Mode::write);
  IndexKeeper index(home);
  const review::UndoReport report =
      review::undo(home.registry(), {.event = arguments.event,
                                     .by = arguments.by,
                                     .date = as_of(arguments.as_of),
                                     .why = arguments.why,
                                     .at = timestamp(),
                                     .before_writing = announce_to(index)});
  static_cast<void>(index.follow());
  nlohmann::ordered_json restored = nlohmann::ordered_json::array();
  for (const review::Settled& one : report.restored) {
    const std::string& value = one.decision.value;
    restored.push_back({{"record", one.record}, {"field", one.field}, {"value", value}});
    if (arguments.json) continue;
    console.out << fmt::format("{} {}  {} {}\n", one.record, one.field, console(kStandsAgain),
                               value.empty() ? console(kNothingStood) : value);
  }
  if (arguments.json) {
    console.out << nlohmann::ordered_json{{"event", report.event},
                                          {"undoes", report.undone},
                                          {"restored", restored}}
                       .dump()
                << '\n';
  }
  console.err << filled(console, kEvent, report.event) << "  "
              << filled(console, kUndoes, report.undone) << "  " << console(kRunAgain) << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

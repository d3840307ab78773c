// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/progress_printer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

namespace guidang::cli {
namespace {

/// Whole percents only: a line for each record would cost more than the record.
class Steps {
 public:
  void begin(std::uint64_t total) {
    total_ = total;
    shown_ = 0;
  }
  /// True when `done` reaches a percent that was not shown yet.
  bool reached(std::uint64_t done) {
    if (total_ == 0) return false;
    const std::uint64_t percent = done * 100 / total_;
    if (percent <= shown_) return false;
    shown_ = percent;
    return true;
  }
  [[nodiscard]] std::uint64_t percent() const { return shown_; }

 private:
  std::uint64_t total_ = 0;
  std::uint64_t shown_ = 0;
};

class LinePrinter : public Progress {
 public:
  explicit LinePrinter(const Console& console) : console_(console) {}

  void begin(std::string_view stage, std::uint64_t total) override {
    stage_ = stage;
    total_ = total;
    steps_.begin(total);
  }
  void advance(std::uint64_t done) override {
    if (!console_.terminal || !steps_.reached(done)) return;
    console_.err << fmt::format("\r{:<12} {:>9} / {:<9} {:>3}%", stage_, done, total_,
                                steps_.percent())
                 << std::flush;
  }
  void end(std::uint64_t, bool skipped) override {
    if (console_.terminal) console_.err << "\r\x1b[K";
    console_.err << fmt::format("{:<12} {:>9}{}\n", stage_, total_, skipped ? "  =" : "");
  }

 private:
  const Console& console_;
  std::string stage_;
  std::uint64_t total_ = 0;
  Steps steps_;
};

class EventPrinter : public Progress {
 public:
  explicit EventPrinter(const Console& console) : console_(console) {}

  void begin(std::string_view stage, std::uint64_t total) override {
    stage_ = stage;
    steps_.begin(total);
    print({{"event", "begin"}, {"stage", stage_}, {"total", total}});
  }
  void advance(std::uint64_t done) override {
    if (steps_.reached(done)) print({{"event", "progress"}, {"stage", stage_}, {"done", done}});
  }
  void end(std::uint64_t changed, bool skipped) override {
    print({{"event", "end"}, {"stage", stage_}, {"commits", changed}, {"skipped", skipped}});
  }

 private:
  void print(const nlohmann::ordered_json& event) { console_.out << event.dump() << std::endl; }

  const Console& console_;
  std::string stage_;
  Steps steps_;
};

}  // namespace

std::unique_ptr<Progress> make_progress(const Console& console, bool json) {
  if (json) return std::make_unique<EventPrinter>(console);
  return std::make_unique<LinePrinter>(console);
}

}  // namespace guidang::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <csignal>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <thread>

#include "pipeline/cli/account_printer.h"
#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/progress_printer.h"
#include "pipeline/cli/scratch.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/home/quarantine.h"
#include "pipeline/runner/runner.h"
#include "stages/all.h"
#include "stages/extract/process/helper_pool.h"

namespace guidang::cli {
namespace {

/// The first Ctrl-C asks the runner to stop after the commit under way; the second ends at once.
class InterruptKey {
 public:
  InterruptKey() {
    active = this;
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, pressed);
  }
  ~InterruptKey() {
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
    active = nullptr;
  }
  InterruptKey(const InterruptKey&) = delete;
  InterruptKey& operator=(const InterruptKey&) = delete;
  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  static void pressed(int signal) {
    std::signal(signal, SIG_DFL);
    if (active != nullptr) active->source_.request_stop();
  }
  // A signal handler can reach nothing but a static.
  static inline InterruptKey* active = nullptr;
  std::stop_source source_;
};

std::vector<Batch> batches_of(const RunArguments& arguments) {
  const Purpose purpose = arguments.purpose == "incoming" ? Purpose::incoming : Purpose::filing;
  std::vector<Batch> batches;
  for (const std::string& given : arguments.batches) {
    std::filesystem::path path = std::filesystem::absolute(given).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    const auto status = std::filesystem::status(path);
    if (!std::filesystem::exists(status)) {
      throw Failure(given + " 不存在 / does not exist", "给出目录或文件 / name a folder or a file",
                    ExitStatus::usage);
    }
    const bool folder = std::filesystem::is_directory(status);
    Batch batch{.root = folder ? path : path.parent_path(),
                .name = folder ? path.filename().string() : std::string(),
                .purpose = purpose,
                .declared_by = arguments.declared_by};
    if (!folder) batch.only.push_back(path.filename());
    batches.push_back(std::move(batch));
  }
  return batches;
}

void print_report(const RunReport& report, const RunArguments& arguments, const Console& console) {
  if (arguments.json) {
    const auto all = nlohmann::ordered_json::parse(report.all_account.json());
    console.out << nlohmann::ordered_json{{"event", "account_in_all"},
                                          {"files", all["files"]},
                                          {"documents", all["documents"]},
                                          {"chain_head", report.chain_head}}
                       .dump()
                << '\n';
    const auto run = nlohmann::ordered_json::parse(report.run_account.json());
    console.out << nlohmann::ordered_json{{"event", "account"},
                                          {"files", run["files"]},
                                          {"documents", run["documents"]}}
                       .dump()
                << '\n';
    return;
  }
  print_account(report.run_account, kThisRun, console);
  print_account(report.all_account, kInAll, console);
  console.out << console(kHead) << ' ' << report.chain_head << '\n';
}

}  // namespace

ExitStatus execute(const RunArguments& arguments, const Console& console) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const RunOptions options{.batches = batches_of(arguments),
                           .jobs = arguments.jobs == 0 ? cores : arguments.jobs,
                           .until = arguments.until,
                           .as_of = as_of(arguments.as_of),
                           .started = timestamp()};
  const std::filesystem::path data = files::data_root();
  // Helpers are forked before the first thread exists.
  extract::HelperPool reader(options.jobs, {.recognise = arguments.ocr});

  std::optional<ScratchFolder> scratch;
  std::unique_ptr<Home> home;
  if (arguments.dry_run) {
    scratch.emplace();
    home = Home(arguments.home, Home::Mode::write).rehearsal(scratch->path() / "home");
  } else {
    home = std::make_unique<Home>(arguments.home, Home::Mode::write);
  }
  const Profile profile = Profile::load(data, home->fonds().profile);
  const Pipeline pipeline = make_pipeline(profile, *home, reader);
  if (!options.until.empty() && !pipeline.has(options.until)) {
    throw Failure("没有这一步 / there is no stage '" + options.until + "'",
                  "可用 / there are: " + stage_names(pipeline), ExitStatus::usage);
  }
  const InterruptKey interrupt;
  const std::unique_ptr<Progress> progress = make_progress(console, arguments.json);
  const RunReport report =
      Runner(*home, pipeline, reader, *progress, interrupt.token()).run(options);
  clear_quarantine(home->quarantine(), home->registry());
  print_report(report, arguments, console);
  if (arguments.dry_run) console.err << console(kRehearsal) << '\n';
  // Without a batch the run was about all that is there.
  const Account& asked = options.batches.empty() ? report.all_account : report.run_account;
  return asked.anything_open() ? ExitStatus::held : ExitStatus::done;
}

}  // namespace guidang::cli

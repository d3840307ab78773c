// SPDX-License-Identifier: GPL-3.0-or-later
//
// index_bench once TEXTS INDEX [JOBS]      indexes every file below TEXTS
// index_bench build TEXTS INDEX [JOBS]     the same, then again unchanged and with one change
// index_bench search INDEX QUERY...        times each query
//
// Prints one `name value` line for each figure.

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/search.h"
#include "pipeline/failure.h"

namespace {

namespace fs = std::filesystem;
using namespace guidang::index;  // NOLINT: a program of its own

double since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

IndexRecord read_record(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  IndexRecord record;
  record.record = file.string();
  record.path = file.string();
  record.access = Access::open;
  record.pages.push_back(text.str());
  const std::string& page = record.pages.front();
  record.title = page.substr(0, std::min(page.find('\n'), page.size()));
  return record;
}

CommitResult build(const std::vector<fs::path>& files, const fs::path& index, unsigned jobs,
                   bool rebuild) {
  GenerationWriter writer(index, {jobs, rebuild});
  for (const fs::path& file : files) writer.add(read_record(file));
  return writer.commit();
}

void time_build(const std::vector<fs::path>& files, const fs::path& index, unsigned jobs) {
  auto start = std::chrono::steady_clock::now();
  const CommitResult result = build(files, index, jobs, true);
  const double seconds = since(start);
  fmt::print("records {}\nseconds {:.2f}\nrecords_per_second {:.0f}\n", result.records, seconds,
             static_cast<double>(result.records) / seconds);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto cpu = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  fmt::print("cpu_seconds {:.2f}\npeak_kb {}\n", cpu(usage.ru_utime) + cpu(usage.ru_stime),
             usage.ru_maxrss);
  std::uintmax_t size = 0;
  for (const fs::path& file : files_below(generation_folder(index, result.generation))) {
    size += fs::file_size(file);
  }
  fmt::print("index_kb {}\n", size / 1024);
  start = std::chrono::steady_clock::now();
  const CommitResult again = build(files, index, jobs, false);
  fmt::print("unchanged_seconds {:.2f}\nunchanged_kept {}\n", since(start), !again.changed);
  {
    GenerationWriter writer(index, {jobs, false});
    start = std::chrono::steady_clock::now();
    for (const fs::path& file : files) {
      IndexRecord record = read_record(file);
      if (file == files.front()) record.title += " 补";
      writer.add(std::move(record));
    }
    writer.commit();
    fmt::print("one_changed_seconds {:.2f}\n", since(start));
  }
  for (const char* name : {"one_closed_seconds", "another_closed_seconds"}) {
    start = std::chrono::steady_clock::now();
    GenerationWriter writer(index, {.jobs = 1, .keep_others = true});
    const bool first = name == std::string_view("one_closed_seconds");
    IndexRecord closed = read_record(files[first ? files.size() / 2 : 0]);
    closed.access = Access::staff;
    writer.add(std::move(closed));
    writer.commit();
    fmt::print("{} {:.2f}\n", name, since(start));
  }
}

void time_queries(const fs::path& index, const std::vector<std::string>& queries) {
  const Reader reader(index, std::vector{Access::open});
  const std::vector readers{&reader};
  for (const std::string& text : queries) {
    const auto parsed = parse_query(text);
    if (!std::holds_alternative<Query>(parsed)) continue;
    std::vector<double> times;
    Results results;
    for (int i = 0; i < 7; ++i) {
      const auto start = std::chrono::steady_clock::now();
      results = search(readers, std::get<Query>(parsed), {10, 0});
      times.push_back(since(start));
    }
    std::sort(times.begin(), times.end());
    fmt::print("query_ms {:.2f} hits {} {}\n", times[times.size() / 2] * 1000, results.total, text);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto jobs = [&] {
    return arguments.size() > 3 ? static_cast<unsigned>(std::stoul(arguments[3])) : 2;
  };
  if (arguments.size() >= 3 && arguments[0] == "once") {
    build(files_below(arguments[1]), arguments[2], jobs(), true);
    return 0;
  }
  if (arguments.size() >= 3 && arguments[0] == "build") {
    time_build(files_below(arguments[1]), arguments[2], jobs());
    return 0;
  }
  if (arguments.size() >= 3 && arguments[0] == "search") {
    time_queries(arguments[1], {arguments.begin() + 2, arguments.end()});
    return 0;
  }
  fmt::print(stderr, "usage: index_bench once|build TEXTS INDEX [JOBS] | search INDEX QUERY...\n");
  return 2;
} catch (const guidang::Failure& failure) {
  fmt::print(stderr, "{}\n", failure.what());
  return 3;
}

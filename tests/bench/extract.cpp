// SPDX-License-Identifier: GPL-3.0-or-later
// extract [--jobs N] [--truth FOLDER] PATH...: reads all files below the paths through a pool of
// helpers and prints states by format, reasons of failures, documents a second and the slowest
// file. Texts are compared with FOLDER/NAME.txt or FOLDER/STEM.expected.txt as multisets of
// characters without blanks, heads and feet counting as ours: recall = share of the truth found,
// precision = share of ours in it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "pipeline/text/utf8.h"
#include "stages/extract/extract.h"
#include "stages/extract/process/helper_pool.h"

namespace {

namespace fs = std::filesystem;
using Characters = std::map<char32_t, std::int64_t>;
using Clock = std::chrono::steady_clock;

struct Options {
  unsigned jobs = 1;
  fs::path truth{};
  std::vector<fs::path> files{};
};

struct Result {
  guidang::Extraction extraction{};
  double seconds = 0;
};

struct Share {
  std::int64_t ours = 0;
  std::int64_t truth = 0;
  std::int64_t common = 0;
  int files = 0;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--jobs" && i + 1 < argc) {
      options.jobs = static_cast<unsigned>(std::stoul(argv[++i]));
    } else if (word == "--truth" && i + 1 < argc) {
      options.truth = argv[++i];
    } else if (fs::is_directory(word)) {
      for (const auto& entry : fs::recursive_directory_iterator(word)) {
        if (entry.is_regular_file()) options.files.push_back(entry.path());
      }
    } else {
      options.files.emplace_back(word);
    }
  }
  std::ranges::sort(options.files);
  return options;
}

void count(Characters& characters, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = guidang::text::next(text, at);
    if (!guidang::text::is_blank(c)) ++characters[c];
  }
}

std::optional<std::string> truth_of(const fs::path& folder, const fs::path& file) {
  for (const std::string& name :
       {file.filename().string() + ".txt", file.stem().string() + ".expected.txt"}) {
    std::ifstream in(folder / name, std::ios::binary);
    if (in) return std::string{std::istreambuf_iterator<char>(in), {}};
  }
  return std::nullopt;
}

Share compare(const guidang::Extraction& extraction, std::string_view truth) {
  Characters ours;
  Characters theirs;
  for (const std::string& page : extraction.pages) count(ours, page);
  for (const char* key : {"header_text", "footer_text"}) {
    const auto found = extraction.properties.find(key);
    if (found != extraction.properties.end()) count(ours, found->second);
  }
  count(theirs, truth);
  Share share{.files = 1};
  for (const auto& [c, n] : ours) share.ours += n;
  for (const auto& [c, n] : theirs) {
    share.truth += n;
    const auto found = ours.find(c);
    if (found != ours.end()) share.common += std::min(n, found->second);
  }
  return share;
}

std::string_view name_of(guidang::TextState state) {
  constexpr std::array<std::string_view, 4> kNames{"read", "none_by_nature", "no_reader", "failed"};
  return kNames[static_cast<std::size_t>(state)];
}

double percent(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<Result> read_all(const Options& options) {
  guidang::extract::HelperPool pool{options.jobs};
  std::vector<Result> results(options.files.size());
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> threads;
  for (unsigned job = 0; job < options.jobs; ++job) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < results.size(); i = next++) {
        const auto start = Clock::now();
        results[i].extraction = guidang::extract_file(pool, options.files[i]);
        results[i].seconds = std::chrono::duration<double>(Clock::now() - start).count();
      }
    });
  }
  threads.clear();
  return results;
}

void print_states(const Options& options, const std::vector<Result>& results) {
  std::map<std::string, std::map<std::string, int>> states;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const guidang::Extraction& e = results[i].extraction;
    ++states[e.format][std::string{name_of(e.state)}];
    if (e.state == guidang::TextState::failed) {
      fmt::print("failed  {}: {}\n", options.files[i].string(), e.reason);
    }
    if (const auto it = e.properties.find("extension_mismatch"); it != e.properties.end()) {
      fmt::print("mismatch  {}: {}\n", options.files[i].string(), e.format);
    }
  }
  for (const auto& [format, counts] : states) {
    for (const auto& [state, n] : counts) fmt::print("{:8} {:15} {:6}\n", format, state, n);
  }
}

void print_truth(const Options& options, const std::vector<Result>& results) {
  std::map<std::string, Share> shares;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const guidang::Extraction& e = results[i].extraction;
    if (e.state != guidang::TextState::read) continue;
    const auto truth = truth_of(options.truth, options.files[i]);
    if (!truth) continue;
    const Share one = compare(e, *truth);
    const double recall = percent(one.common, one.truth);
    const double precision = percent(one.common, one.ours);
    if (recall < 99 || precision < 99) {
      fmt::print("differs  {}: recall {:.2f} precision {:.2f} ({} characters)\n",
                 options.files[i].filename().string(), recall, precision, one.truth);
    }
    Share& sum = shares[e.format];
    sum.ours += one.ours;
    sum.truth += one.truth;
    sum.common += one.common;
    ++sum.files;
  }
  for (const auto& [format, s] : shares) {
    fmt::print("{:8} {:4} files, {:8} characters, recall {:.3f} % precision {:.3f} %\n", format,
               s.files, s.truth, percent(s.common, s.truth), percent(s.common, s.ours));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  const auto start = Clock::now();
  const std::vector<Result> results = read_all(options);
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();

  print_states(options, results);
  if (!options.truth.empty()) print_truth(options, results);
  const auto slowest = std::ranges::max_element(results, {}, &Result::seconds);
  if (slowest == results.end()) return 0;
  fmt::print("{} files in {:.2f} s, {:.0f} a second, {} helpers; slowest {:.3f} s: {}\n",
             results.size(), seconds, static_cast<double>(results.size()) / seconds, options.jobs,
             slowest->seconds,
             options.files[static_cast<std::size_t>(slowest - results.begin())].string());
  return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// bench_learn REGISTRY.tsv [--titles] [--confirm] [--least N] [--seed N]: learns codes of organs
// from one half of a register and asks them of the other half. --titles takes the organ from the
// title; --confirm says yes to every slip.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "pipeline/files/csv.h"
#include "pipeline/files/fd.h"
#include "pipeline/organs/learn.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/number_cell.h"
#include "pipeline/text/utf8.h"

namespace {

namespace organs = guidang::organs;

constexpr std::uint64_t kLargest = 256ULL << 20;
constexpr std::size_t kShownWrong = 20;

struct Options {
  std::string file{};
  bool titles = false;
  bool confirm = false;
  std::size_t least = 3;
  unsigned seed = 1;
};

Options read_options(int argc, char** argv) {
  Options options;
  const std::vector<std::string> words(argv + 1, argv + argc);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--titles") {
      options.titles = true;
    } else if (words[i] == "--confirm") {
      options.confirm = true;
    } else if (words[i] == "--least" && i + 1 < words.size()) {
      options.least = std::stoul(words[++i]);
    } else if (words[i] == "--seed" && i + 1 < words.size()) {
      options.seed = static_cast<unsigned>(std::stoul(words[++i]));
    } else {
      options.file = words[i];
    }
  }
  return options;
}

/// Who issued it, finer than whose site it is on: what stands before 关于, 转发 and the like. Joint
/// organs stay glued together, as titles have them.
std::string author_of(const std::string& title) {
  constexpr std::array<const char*, 8> kBehind{"关于", "转发", "批转", "印发",
                                               "贯彻", "落实", "对",   "明确"};
  std::size_t end = title.find(kBehind.front());
  if (end == std::string::npos) return {};
  for (const char* word : kBehind) end = std::min(end, title.find(word));
  return std::string{guidang::text::trim(title.substr(0, end))};
}

std::vector<organs::Testimony> read_rows(const Options& options) {
  const std::string bytes = guidang::files::read_file(options.file, kLargest);
  std::map<std::string, std::size_t> columns;
  std::vector<organs::Testimony> rows;
  const auto error = guidang::files::read_csv(bytes, [&](const guidang::files::CsvRow& row) {
    if (columns.empty()) {
      for (std::size_t i = 0; i < row.fields.size(); ++i) columns[row.fields[i]] = i;
      return true;
    }
    const auto cell = [&](const char* name) {
      const auto at = columns.find(name);
      return at == columns.end() || at->second >= row.fields.size() ? std::string{}
                                                                    : row.fields[at->second];
    };
    rows.push_back({.number = cell("docnum_raw"),
                    .organ = options.titles ? author_of(cell("title")) : cell("organ"),
                    .date = cell("issued"),
                    .place = std::to_string(row.number)});
    return true;
  });
  if (error) std::cerr << error->line << ": " << error->message << '\n';
  return rows;
}

struct Asked {
  std::size_t without = 0;  ///< no number, or one that has no code
  std::size_t nameless = 0;
  std::size_t right = 0, wrong = 0, none = 0;
  std::map<std::string, std::size_t> unknown{};  ///< codes without an answer
};

Asked ask(const std::vector<organs::Testimony>& rows, const organs::Authority& table) {
  Asked asked;
  std::size_t shown = 0;
  for (const organs::Testimony& row : rows) {
    const auto cell = guidang::text::read_number_cell(row.number);
    if (cell.numbers.empty() || cell.numbers.front().suggested ||
        cell.numbers.front().value.form != guidang::text::NumberForm::bracketed) {
      ++asked.without;
      continue;
    }
    if (row.organ.empty()) {
      ++asked.nameless;
      continue;
    }
    const std::string& code = cell.numbers.front().value.code;
    const organs::Organ* holder = table.sure_by_code(code);
    if (holder == nullptr) {
      ++asked.none;
      ++asked.unknown[code];
    } else if (table.find(row.organ).organ == holder) {
      ++asked.right;
    } else {
      ++asked.wrong;
      if (++shown <= kShownWrong) {
        std::cout << fmt::format("  wrong  {}  row {}: {}; learnt {}\n", row.number, row.place,
                                 row.organ, holder->names.back().text);
      }
    }
  }
  return asked;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = read_options(argc, argv);
  std::vector<organs::Testimony> rows = read_rows(options);
  std::vector<std::size_t> order(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(options.seed);
  // Not std::shuffle: its draws differ between libraries.
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);

  std::vector<organs::Flaw> flaws;
  const auto nothing = organs::Authority::build({organs::Layer{}}, flaws);
  organs::Evidence evidence(*nothing);
  std::vector<organs::Testimony> held_out;
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i < order.size() / 2) {
      evidence.add(rows[order[i]]);
    } else {
      held_out.push_back(rows[order[i]]);
    }
  }
  organs::LearnOptions wanted{.least = options.least};
  std::vector<organs::Lesson> lessons = organs::learn(evidence, *nothing, wanted);
  for (const organs::Lesson& lesson : lessons) {
    if (options.confirm && lesson.ruling == organs::Ruling::slip) {
      wanted.confirmed.insert(lesson.code);
    }
  }
  if (!wanted.confirmed.empty()) lessons = organs::learn(evidence, *nothing, wanted);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();

  std::array<std::size_t, organs::kRulings> rulings{};
  for (const organs::Lesson& lesson : lessons) ++rulings[static_cast<std::size_t>(lesson.ruling)];
  std::cout << fmt::format("learn   {} rows in {:.3f} s: {} counted, {} codes\n", order.size() / 2,
                           seconds, evidence.count(organs::Heard::counted), lessons.size());
  for (std::size_t i = 0; i < organs::kRulings; ++i) {
    if (rulings[i] == 0) continue;
    std::cout << fmt::format("  {:<9} {}\n", organs::text_of(static_cast<organs::Ruling>(i)).name,
                             rulings[i]);
  }
  organs::Layer learnt{.organs = organs::with_lessons({}, lessons)};
  const auto table = organs::Authority::build({organs::Layer{}, std::move(learnt)}, flaws);
  for (const organs::Flaw& flaw : flaws) std::cout << flaw.text() << '\n';
  const Asked asked = ask(held_out, *table);
  std::cout << fmt::format(
      "ask     {} rows: {} right, {} wrong, {} none; {} without a code, {} without an organ\n",
      held_out.size(), asked.right, asked.wrong, asked.none, asked.without, asked.nameless);
  for (const auto& [code, count] : asked.unknown)
    std::cout << fmt::format("  none   {} {}\n", code, count);
  return 0;
}

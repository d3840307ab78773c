// SPDX-License-Identifier: GPL-3.0-or-later
//
// words_bench spelling INDEX TITLES [COUNT]   phrases of the titles (a line each) with one
// character
//                                             wrong: how often they are set right, and how fast
// words_bench initials INDEX TITLES [COUNT]   letters of phrases, and letters at random: what they
// find
//
// Prints one `name value` line for each figure. The same every time: its numbers at random are not.

#include <fmt/core.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "index/search.h"
#include "index/words/likeness.h"
#include "index/words/spelling.h"
#include "pipeline/failure.h"
#include "pipeline/text/pinyin.h"
#include "pipeline/text/utf8.h"

namespace {

using namespace guidang;  // NOLINT: a program of its own
using namespace guidang::index;

using Readers = std::vector<const Reader*>;

/// Of this thread: the machine may be busy with other things.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string utf8(std::u32string_view characters) {
  std::string result;
  for (const char32_t c : characters) text::append(result, c);
  return result;
}

/// Rows of ideographs in the titles.
std::vector<std::u32string> rows(const std::string& file) {
  std::vector<std::u32string> result;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::u32string row;
    for (std::size_t pos = 0; pos < line.size();) {
      const char32_t c = text::next(line, pos);
      if (c >= 0x4E00 && c <= 0x9FFF) {
        row += c;
        continue;
      }
      if (row.size() >= 8) result.push_back(row);
      row.clear();
    }
    if (row.size() >= 8) result.push_back(row);
  }
  return result;
}

class Random {
 public:
  std::size_t below(std::size_t size) { return engine_() % size; }

 private:
  std::mt19937_64 engine_{20261122};
};

std::u32string phrase(const std::vector<std::u32string>& rows, Random& random) {
  const std::u32string& row = rows[random.below(rows.size())];
  const std::size_t size = 4 + random.below(5);
  return row.substr(random.below(row.size() - size + 1), size);
}

std::size_t total(const Readers& readers, const std::string& text) {
  const auto parsed = parse_query(text);
  if (!std::holds_alternative<Query>(parsed)) return 0;
  return search(readers, std::get<Query>(parsed), {.limit = 0, .loosen = false}).total;
}

enum class Kind { sound, shape, chance };
constexpr std::array kKinds{"sound", "shape", "chance"};

/// Another character for this one, or itself when there is none of the kind.
char32_t corrupted(char32_t c, Kind kind, const std::vector<std::u32string>& rows, Random& random) {
  std::u32string others;
  if (kind == Kind::chance) {
    const std::u32string& row = rows[random.below(rows.size())];
    return row[random.below(row.size())];
  }
  for (const char32_t other : alike(c)) {
    const Likeness like = likeness(c, other);
    const bool sounds = like == Likeness::sound || like == Likeness::sound_and_shape;
    if (kind == Kind::sound ? sounds : like == Likeness::shape) others += other;
  }
  return others.empty() ? c : others[random.below(others.size())];
}

void spelling(const Readers& readers, const std::vector<std::u32string>& rows, std::size_t count) {
  for (const Kind kind : {Kind::sound, Kind::shape, Kind::chance}) {
    Random random;
    std::size_t asked = 0;
    std::size_t right = 0;
    std::size_t other = 0;
    std::vector<double> times;
    for (std::size_t tries = 0; asked < count && tries < count * 100; ++tries) {
      const std::u32string original = phrase(rows, random);
      std::u32string wrong = original;
      char32_t& c = wrong[random.below(wrong.size())];
      c = corrupted(c, kind, rows, random);
      if (wrong == original || total(readers, utf8(wrong)) > 0) continue;
      ++asked;
      const auto query = ask(utf8(wrong), Vocabulary());
      const double start = processor_ms();
      const auto found = correction(readers, std::get<Asked>(query));
      times.push_back(processor_ms() - start);
      if (found && found->text == utf8(original)) ++right;
      if (found && found->text != utf8(original)) ++other;
      if (found && found->text != utf8(original) && other <= 5) {
        fmt::print(stderr, "{}: {} -> {}, was {}\n", kKinds[static_cast<std::size_t>(kind)],
                   utf8(wrong), found->text, utf8(original));
      }
      if (!found && asked - right - other <= 5) {
        fmt::print(stderr, "{}: {} -> nothing, was {}\n", kKinds[static_cast<std::size_t>(kind)],
                   utf8(wrong), utf8(original));
      }
    }
    std::sort(times.begin(), times.end());
    fmt::print(
        "{0}_asked {1}\n{0}_right {2}\n{0}_other {3}\n{0}_ms_median {4:.2f}\n{0}_ms_99 "
        "{5:.2f}\n{0}_ms_most {6:.2f}\n",
        kKinds[static_cast<std::size_t>(kind)], asked, right, other, times[times.size() / 2],
        times[times.size() * 99 / 100], times.back());
  }
}

void initials(const Readers& readers, const std::vector<std::u32string>& rows, std::size_t count) {
  const auto hits_of = [&](const std::string& letters, std::vector<double>& times) {
    Query query;
    query.root.field = Field::initials;
    query.root.text = letters;
    const double start = processor_ms();
    const std::size_t found = search(readers, query, {.limit = 10, .loosen = false}).total;
    times.push_back(processor_ms() - start);
    return found;
  };
  Random random;
  for (const std::size_t size : {2U, 3U, 4U, 6U}) {
    std::vector<double> times;
    std::size_t found = 0;
    std::size_t records = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::u32string original = phrase(rows, random).substr(0, size);
      std::string letters;
      for (const std::string_view s : text::syllables(original)) letters += s.substr(0, 1);
      const std::size_t hits = hits_of(letters, times);
      found += hits > 0 ? 1 : 0;
      records += hits;
    }
    std::size_t chance = 0;
    std::size_t chance_records = 0;
    for (std::size_t i = 0; i < count; ++i) {
      std::string letters;
      while (letters.size() < size) letters += static_cast<char>('a' + random.below(26));
      const std::size_t hits = hits_of(letters, times);
      chance += hits > 0 ? 1 : 0;
      chance_records += hits;
    }
    std::sort(times.begin(), times.end());
    fmt::print(
        "letters_{0}_found {1} of {5}, records {2}\nletters_{0}_chance {3} of {5}, records "
        "{4}\nletters_{0}_ms_median {6:.2f}\nletters_{0}_ms_most {7:.2f}\n",
        size, found, records, chance, chance_records, count, times[times.size() / 2], times.back());
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    fmt::print(stderr, "usage: words_bench spelling|initials INDEX TITLES [COUNT]\n");
    return 2;
  }
  const Reader reader(arguments[1], std::vector{Access::open});
  const Readers readers{&reader};
  const std::size_t count = arguments.size() > 3 ? std::stoul(arguments[3]) : 300;
  (arguments[0] == "spelling" ? spelling : initials)(readers, rows(arguments[2]), count);
  return 0;
} catch (const guidang::Failure& failure) {
  fmt::print(stderr, "{}\n", failure.what());
  return 3;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/read_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "pipeline/text/fold.h"

namespace guidang::appraise {
namespace {

using profile::Element;

constexpr std::array kDirections{std::pair{std::string_view{"unknown"}, Direction::unknown},
                                 std::pair{std::string_view{"received"}, Direction::received},
                                 std::pair{std::string_view{"issued"}, Direction::issued},
                                 std::pair{std::string_view{"internal"}, Direction::internal}};
constexpr std::array kStandings{std::pair{std::string_view{"unknown"}, Standing::unknown},
                                std::pair{std::string_view{"own"}, Standing::own},
                                std::pair{std::string_view{"superior"}, Standing::superior},
                                std::pair{std::string_view{"peer"}, Standing::peer},
                                std::pair{std::string_view{"subordinate"}, Standing::subordinate},
                                std::pair{std::string_view{"outside"}, Standing::outside}};

template <typename T, std::size_t N>
std::vector<T> named(const Element& row, std::string_view key,
                     const std::array<std::pair<std::string_view, T>, N>& known) {
  std::vector<T> result;
  for (const std::string& word : row.words(key)) {
    const auto it = std::find_if(known.begin(), known.end(),
                                 [&](const auto& pair) { return pair.first == word; });
    if (it == known.end()) throw row.flaw(fmt::format("{}=\"{}\"", key, word), "a known word");
    result.push_back(it->second);
  }
  return result;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> result;
  std::istringstream list{std::string{text}};
  for (std::string word; list >> word;) result.push_back(std::move(word));
  return result;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> result = split(text);
  for (std::string& word : result) word = text::fold(word);
  return result;
}

std::string_view word_in(std::string_view folded, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (folded.find(word) != std::string_view::npos) return word;
  }
  return {};
}

std::vector<std::string> words_of_all(const Element& row, std::string_view child) {
  std::vector<std::string> result;
  for (const Element* each : row.all(child)) {
    for (std::string& word : split(each->text)) result.push_back(std::move(word));
  }
  return result;
}

std::vector<std::string> folded_words_of_all(const Element& row, std::string_view child) {
  std::vector<std::string> result = words_of_all(row, child);
  for (std::string& word : result) word = text::fold(word);
  return result;
}

std::vector<Direction> read_directions(const Element& row, std::string_view key) {
  return named<Direction>(row, key, kDirections);
}
std::vector<Standing> read_standings(const Element& row, std::string_view key) {
  return named<Standing>(row, key, kStandings);
}

std::string_view to_text(Direction direction) {
  return kDirections.at(static_cast<std::size_t>(direction)).first;
}

}  // namespace guidang::appraise

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/evidence.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "pipeline/organs/names.h"
#include "pipeline/organs/spelling.h"
#include "pipeline/text/date.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/number_cell.h"
#include "pipeline/text/utf8.h"

namespace guidang::organs {
namespace {

constexpr char kPart = '\x1f';
constexpr std::size_t kMostJoint = 16;
constexpr int kFirstYear = 1000;
constexpr std::size_t kMostPairs = 200'000;  // of codes and names; a province has some thousand

bool usable(std::string_view cell) {
  return cell.size() <= kLongestWord && cell.find("\xEF\xBF\xBD") == std::string_view::npos &&
         text::is_utf8(cell);
}

/// The holder of a name; none when several organs share it.
std::optional<Holder> holder_of(const std::string& name, const Authority& authority,
                                std::optional<Date> day) {
  const Answer answer = authority.find(name, day);
  if (answer.organ != nullptr) return Holder{answer.organ->id, answer.organ->names.back().text};
  if (!answer.several.empty()) return std::nullopt;
  return Holder{{}, text::nfc(name)};
}

/// Ids and names never meet: a name may well be another organ's id.
std::string key_of(const Holder& holder) {
  return holder.id.empty() ? "n" + organs::key_of(holder.name) : "i" + holder.id;
}

void keep(std::vector<Example>& examples, Example example) {
  const auto at = std::upper_bound(examples.begin(), examples.end(), example);
  examples.insert(at, std::move(example));
  if (examples.size() > kMostExamples) examples.pop_back();
}

}  // namespace

Heard Evidence::add(const Testimony& testimony) {
  const Heard heard = weigh(testimony);
  ++counts_[static_cast<std::size_t>(heard)];
  return heard;
}

Heard Evidence::weigh(const Testimony& testimony) {
  const text::CellReading cell = text::read_number_cell(testimony.number);
  if (cell.numbers.empty()) return Heard::no_number;
  const text::FoundNumber& found = cell.numbers.front();
  if (found.suggested) return Heard::guess;
  text::DocumentNumber number = found.value;
  if (number.form != text::NumberForm::bracketed || number.code.empty()) return Heard::no_code;
  const std::string_view organ = text::trim(testimony.organ);
  if (organ.empty()) return Heard::no_organ;
  if (!usable(organ)) return Heard::unusable;

  const std::optional<Date> day = text::parse_date(testimony.date);
  std::vector<std::string> names{std::string{organ}};
  if (authority_.find(organ, day).organ == nullptr) names = joint_names(organ);
  if (names.empty() || names.size() > kMostJoint || pairs_ >= kMostPairs) return Heard::unusable;
  Voice voice;
  std::string key;
  for (const std::string& name : names) {
    std::optional<Holder> holder = holder_of(name, authority_, day);
    if (!holder) return Heard::ambiguous;
    key += key_of(*holder) + kPart;
    voice.holders.push_back(std::move(*holder));
  }
  number.code = std::string{without_organ(number.code, names.front())};
  if (!seen_.insert(std::hash<std::string>{}(number.to_text() + kPart + key)).second) {
    return Heard::repeated;
  }
  int year = number.year >= kFirstYear ? number.year : 0;
  if (year == 0 && day) year = int{day->year()};

  const auto [at, fresh] = codes_[number.code].try_emplace(key, std::move(voice));
  pairs_ += fresh ? 1U : 0U;
  Voice& kept = at->second;
  // One unknown name may be spelt in several ways (width, blanks): the least of them is shown.
  for (std::size_t i = 0; i < kept.holders.size(); ++i) {
    if (!kept.holders[i].id.empty()) continue;
    kept.holders[i].name = std::min(kept.holders[i].name, text::nfc(names[i]));
  }
  ++kept.numbers;
  if (year != 0) {
    kept.first_year = kept.first_year == 0 ? year : std::min(kept.first_year, year);
    kept.last_year = std::max(kept.last_year, year);
  }
  keep(kept.examples, {year, number.number, number.to_text(), testimony.place});
  return Heard::counted;
}

}  // namespace guidang::organs

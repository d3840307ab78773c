// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/marks.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "index/analyser.h"
#include "index/query_bag.h"
#include "index/query_numbers.h"
#include "index/snippet.h"

namespace guidang::index {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
/// So many values of a field are shown when the words stand there alone.
constexpr std::size_t kMostElsewhere = 3;
/// Between the values of a list in a record's text.
constexpr std::string_view kBetweenValues = "\n\n";

std::optional<Part> part_of(Field field) {
  switch (field) {
    case Field::title:
      return Part::title;
    case Field::body:
      return Part::body;
    case Field::number:
      return Part::number;
    case Field::code:
      return Part::code;
    case Field::creator:
      return Part::creator;
    case Field::recipients:
      return Part::recipients;
    case Field::cc:
      return Part::cc;
    case Field::signer:
      return Part::signers;
    case Field::attachments:
      return Part::attachments;
    case Field::volume:
      return Part::volume;
    case Field::any:
    case Field::doctype:
    case Field::retention:
    case Field::secrecy:
    case Field::direction:
    case Field::fonds:
    case Field::initials:
      break;
  }
  return std::nullopt;
}

std::size_t at(Part part) { return static_cast<std::size_t>(part); }

/// The phrases of a query by where they are looked for.
struct Sorted {
  std::vector<Phrase> anywhere{};
  std::array<std::vector<Phrase>, kParts> words{};
  std::array<std::vector<Phrase>, kParts> numbers{};
  std::vector<Initials> initials{};
};

void add_numbers(std::vector<Phrase>& to, const QueryNode& node) {
  for (auto& tokens : number_readings(node.text)) to.emplace_back(std::move(tokens), node.prefix);
}

std::vector<Phrase> strict_phrases(const QueryNode& node) {
  return {Phrase(tokens_of(node.text), node.prefix)};
}

void sort_phrases(const QueryNode& node, bool loose, Sorted& sorted) {
  if (node.kind == QueryNode::Kind::none_of) return;
  if (node.kind == QueryNode::Kind::phrase) {
    const std::optional<Part> part = part_of(node.field);
    if (node.field == Field::initials) sorted.initials.emplace_back(node.text);
    if (part == Part::number || part == Part::code || part == Part::volume) {
      add_numbers(sorted.numbers[at(*part)], node);
    } else if (part || node.field == Field::any) {
      std::vector<Phrase>& to = part ? sorted.words[at(*part)] : sorted.anywhere;
      for (Phrase& phrase : loose ? loose_phrases(node) : strict_phrases(node)) {
        if (!phrase.empty()) to.push_back(std::move(phrase));
      }
      if (!part && may_be_number(node.text)) add_numbers(sorted.numbers[at(Part::number)], node);
    }
  }
  for (const QueryNode& child : node.children) sort_phrases(child, loose, sorted);
}

constexpr std::array kShownElsewhere{
    std::pair{Part::recipients, Field::recipients}, std::pair{Part::cc, Field::cc},
    std::pair{Part::signers, Field::signer}, std::pair{Part::attachments, Field::attachments},
    std::pair{Part::code, Field::code}};

std::vector<ByteRange> ranges_of(const std::vector<Occurrence>& places) {
  std::vector<ByteRange> ranges;
  ranges.reserve(places.size());
  for (const Occurrence& place : places) ranges.push_back(place.range);
  return ranges;
}

/// A value of a list, or several when a mark reaches over their ends.
struct Span {
  ByteRange range{};
  std::vector<ByteRange> marks{};  ///< from its beginning
};

std::vector<Span> spans_of(std::string_view values, const std::vector<ByteRange>& marks) {
  std::vector<Span> spans;
  for (const ByteRange& mark : marks) {
    const std::size_t before = values.substr(0, mark.begin).rfind(kBetweenValues);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + kBetweenValues.size();
    const std::size_t end = std::min(values.find(kBetweenValues, mark.end), values.size());
    if (spans.empty() || spans.back().range.end <= begin) spans.push_back({{begin, end}, {}});
    Span& span = spans.back();
    span.range.end = std::max(span.range.end, end);
    span.marks.push_back({mark.begin - span.range.begin, mark.end - span.range.begin});
  }
  return spans;
}

}  // namespace

Marker::Marker(const Query& query, bool loose) : loose_(loose) {
  Sorted sorted;
  sort_phrases(query.root, loose, sorted);
  without_field_ = sorted.anywhere.size();
  for (std::size_t part = 0; part < kParts; ++part) {
    std::vector<Phrase> words = sorted.anywhere;
    std::move(sorted.words[part].begin(), sorted.words[part].end(), std::back_inserter(words));
    wanted_[part].words = PhraseFinder(std::move(words));
    wanted_[part].numbers = PhraseFinder(std::move(sorted.numbers[part]));
  }
  initials_ = std::move(sorted.initials);
}

std::vector<Occurrence> Marker::find(Part part, std::string_view text, std::size_t limit) const {
  const Wanted& wanted = wanted_[at(part)];
  std::vector<Occurrence> found = wanted.words.find_all(text, limit);
  if (!wanted.numbers.empty()) {
    for (Occurrence place : wanted.numbers.find_all(number_tokens(text), limit)) {
      place.phrase += wanted.words.size();
      found.push_back(place);
    }
  }
  if (part == Part::title || part == Part::creator) {
    std::size_t phrase = wanted.words.size() + wanted.numbers.size();
    for (const Initials& initials : initials_) {
      for (const ByteRange& range : initials.find_all(text)) found.push_back({range, phrase});
      ++phrase;
    }
  }
  return found;
}

std::vector<Occurrence> Marker::apart(std::vector<Occurrence> found) const {
  return loose_ ? merge_overlaps(std::move(found)) : drop_overlaps(std::move(found));
}

std::vector<ByteRange> Marker::marks(Part part, std::string_view text) const {
  return ranges_of(apart(find(part, text, kAll)));
}

void Marker::mark(Hit& hit, const RecordText& text) const {
  std::vector<bool> seen(without_field_, false);
  const auto note = [&](std::vector<Occurrence> found) {
    for (const Occurrence& place : found) {
      if (place.phrase < without_field_) seen[place.phrase] = true;
    }
    return apart(std::move(found));
  };
  hit.title_marks = ranges_of(note(find(Part::title, hit.title, kAll)));
  hit.number_marks = ranges_of(note(find(Part::number, hit.document_number, kAll)));
  hit.creator_marks = ranges_of(note(find(Part::creator, hit.creator, kAll)));
  hit.code_marks = ranges_of(note(find(Part::code, hit.code, kAll)));
  const std::string_view body = text[Part::body];
  const std::vector<Occurrence> places = find(Part::body, body, kPlacesInSnippet);
  const std::vector<Occurrence> marked = note(places);
  hit.snippet = make_snippet(body, loose_ ? in_text_order(places) : marked, ranges_of(marked));
  add_elsewhere(hit, text, seen);
}

void Marker::add_elsewhere(Hit& hit, const RecordText& text, const std::vector<bool>& seen) const {
  const bool all_seen =
      loose_ || std::all_of(seen.begin(), seen.end(), [](bool each) { return each; });
  for (const auto& [part, field] : kShownElsewhere) {
    const Wanted& wanted = wanted_[at(part)];
    const bool of_field = wanted.words.size() > without_field_ || !wanted.numbers.empty();
    if (all_seen && !of_field) continue;
    const std::string_view values = text[part];
    std::vector<Occurrence> found = find(part, values, kAll);
    std::vector<ByteRange> news;
    for (const Occurrence& place : found) {
      if (place.phrase >= without_field_ || (!loose_ && !seen[place.phrase])) {
        news.push_back(place.range);
      }
    }
    std::size_t shown = 0;
    for (const Span& span : spans_of(values, ranges_of(apart(std::move(found))))) {
      const std::string_view value =
          values.substr(span.range.begin, span.range.end - span.range.begin);
      const bool is_news = std::any_of(news.begin(), news.end(), [&](const ByteRange& place) {
        return span.range.begin <= place.begin && place.end <= span.range.end;
      });
      const bool is_shown = part == Part::code && value == hit.code;
      if (!is_news || is_shown || shown == kMostElsewhere) continue;
      hit.elsewhere.push_back({field, std::string(value), span.marks});
      ++shown;
    }
  }
}

}  // namespace guidang::index

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/describe/merge.h"

#include <algorithm>
#include <map>

#include "pipeline/fields.h"
#include "pipeline/text/document_number.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/codes.h"
#include "stages/describe/elements.h"
#include "stages/describe/organ.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr double kCertain = 0.99;    // only a person is surer
constexpr double kAgreement = 0.95;  // least confidence of two good sources that agree
constexpr double kGood = 0.6;
constexpr double kInForm = 0.9;  // what stands in its own place and form
constexpr double kEven = 0.5;
constexpr double kWorthNaming = 0.5;  // rivals from the text below it are noise

/// Offers that agree, the best one first.
struct Group {
  std::vector<const Candidate*> offers{};
  double confidence = 0.0;
  std::size_t good = 0;  ///< places whose offer is good by itself
  bool witness_only = true;
  std::size_t order = 0;  ///< by first appearance
};

bool is_given(const Candidate& candidate) {
  return candidate.source == "ledger" || candidate.source == "sidecar";
}

std::string letters_of(std::string_view text) {
  std::string letters;
  const std::string folded = text::fold(text);
  for (std::size_t pos = 0; pos < folded.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(folded, pos);
    const bool ascii = c < 0x80 && ((c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z'));
    if (ascii || text::is_han(c) || (c >= 0xC0 && c < 0x2000)) letters.append(folded, at, pos - at);
  }
  return letters;
}

// A title may be given without the organ that it begins with.
bool same_title(std::string_view a, std::string_view b) {
  const std::string first = letters_of(a);
  const std::string second = letters_of(b);
  if (first == second) return true;
  const bool first_longer = first.size() > second.size();
  const std::string& longer = first_longer ? first : second;
  const std::string& shorter = first_longer ? second : first;
  constexpr std::size_t kTelling = 18;
  if (shorter.size() < kTelling || !longer.ends_with(shorter)) return false;
  const std::string lead = longer.substr(0, longer.size() - shorter.size());
  const std::string organ = letters_of(organ_of_title(first_longer ? a : b));
  return is_organ(lead) || lead == organ;
}

// 国函字〔81〕12号 and 国函字〔1981〕12号 are one.
bool same_number(std::string_view a, std::string_view b) {
  if (text::matching_key(a) == text::matching_key(b)) return true;
  constexpr int kCentury = 100;
  auto first = text::parse_document_number(a);
  auto second = text::parse_document_number(b);
  if (!first || !second || (first->year >= kCentury && second->year >= kCentury)) return false;
  first->year %= kCentury;
  second->year %= kCentury;
  return *first == *second;
}

std::vector<std::string> sorted_letters(const std::vector<std::string>& values) {
  std::vector<std::string> letters;
  letters.reserve(values.size());
  for (const std::string& value : values) letters.push_back(letters_of(value));
  std::sort(letters.begin(), letters.end());
  return letters;
}

void add_to(std::vector<Group>& groups, const Candidate& offer) {
  for (Group& group : groups) {
    if (!agree(offer.field, *group.offers.front(), offer)) continue;
    group.offers.push_back(&offer);
    return;
  }
  Group group;
  group.offers.push_back(&offer);
  group.order = groups.size();
  groups.push_back(std::move(group));
}

// Independent sources that agree are wrong together only when each is wrong.
void weigh(Group& group) {
  // All offers stand in one list, so addresses keep their order.
  std::sort(group.offers.begin(), group.offers.end(), [](const Candidate* a, const Candidate* b) {
    return a->confidence != b->confidence ? a->confidence > b->confidence : a < b;
  });
  double doubt = 1.0;
  std::vector<std::string_view> places;
  for (const Candidate* offer : group.offers) {
    group.witness_only = group.witness_only && offer->witness;
    if (std::find(places.begin(), places.end(), offer->source) != places.end()) continue;
    places.push_back(offer->source);
    doubt *= 1.0 - offer->confidence;
    if (offer->confidence >= kGood) ++group.good;
  }
  group.confidence = std::min(kCertain, 1.0 - doubt);
  if (group.good > 1) group.confidence = std::max(group.confidence, kAgreement);
}

double rounded(double confidence) {
  constexpr double kSteps = 1000.0;
  return static_cast<double>(static_cast<int>(confidence * kSteps + 0.5)) / kSteps;
}

Rival rival_of(const Candidate& offer) {
  return {.values = offer.values, .source = offer.source, .confidence = rounded(offer.confidence)};
}

class Settling {
 public:
  Settling(std::string_view field, std::vector<Group> groups, double bound, Findings& findings)
      : field_(field), groups_(std::move(groups)), bound_(bound), findings_(findings) {
    std::sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) {
      if (a.witness_only != b.witness_only) return b.witness_only;
      return a.confidence != b.confidence ? a.confidence > b.confidence : a.order < b.order;
    });
  }

  [[nodiscard]] std::optional<Field> settle() {
    const Group& best = groups_.front();
    if (best.witness_only) return std::nullopt;
    const Candidate& offer = chosen(best);
    Field field;
    field.values = offer.values;
    field.source = offer.source;
    field.original = offer.original;
    field.groups = offer.groups;
    field.confidence = rounded(contested(best));
    for (std::size_t i = 1; i < groups_.size(); ++i) contend(offer, groups_[i], field);
    return field;
  }

 private:
  // The best offer that is no mere witness; of a title or an organ and its shorter form, the
  // whole one.
  [[nodiscard]] const Candidate& chosen(const Group& group) const {
    constexpr double kNearly = 0.2;
    const Candidate* best = nullptr;
    for (const Candidate* offer : group.offers) {
      if (offer->witness) continue;
      if (best != nullptr && offer->confidence < best->confidence - kNearly) continue;
      const bool fuller =
          best != nullptr &&
          (field_ == "title" || field_ == "creator" || field_ == "document_number") &&
          letters_of(offer->values.front()).size() > letters_of(best->values.front()).size();
      if (best == nullptr || fuller) best = offer;
    }
    return *best;
  }

  // Two places of one text that say different things cannot both be right: what is left of the
  // trust are the odds of the best against the strongest other. What is given from outside is
  // compared by the rules of check.
  [[nodiscard]] double contested(const Group& best) const {
    const auto outside = [](const Group& group) {
      return std::ranges::any_of(group.offers,
                                 [](const Candidate* offer) { return is_given(*offer); });
    };
    double trust = best.confidence;
    for (const Group& other : groups_) {
      if (&other == &best || other.witness_only || outside(best) || outside(other)) continue;
      const double sure = best.confidence * (1.0 - other.confidence);
      const double unsure = other.confidence * (1.0 - best.confidence);
      trust = std::min(trust, sure / (sure + unsure));
      // One place against one, each in its own form: neither is likelier.
      if (best.good == 1 && other.confidence >= kInForm) trust = std::min(trust, kEven);
    }
    return trust;
  }

  void contend(const Candidate& winner, const Group& group, Field& field) {
    bool named = false;
    for (const Candidate* rival : group.offers) {
      const bool number_in_name = rival->witness && field_ == "document_number";
      if (rival->witness && !number_in_name) continue;
      // Who must settle an unsure field wants to see every candidate.
      const bool worth = is_given(*rival) || number_in_name || rival->confidence >= kWorthNaming;
      if (!worth && field.confidence >= bound_) continue;
      field.rivals.push_back(rival_of(*rival));
      if (named || !worth) continue;
      named = true;
      const bool outside = is_given(*rival) || is_given(winner);
      Finding finding;
      finding.code = outside || number_in_name ? kDisagree : kSeveral;
      finding.severity = outside ? Severity::warning : Severity::note;
      finding.place = field_;
      finding.found = rival_of(*rival).to_text();
      finding.expected = rival_of(winner).to_text();
      findings_.add(std::move(finding));
    }
  }

  std::string_view field_;
  std::vector<Group> groups_;
  double bound_;
  Findings& findings_;
};

// The sheet of the organ in charge bears what it issues with others: 中共某县委文件 and
// 中共某县委 某县人民政府关于….
bool leads_jointly(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() > b.size() ? a : b;
  const std::string_view shorter = a.size() > b.size() ? b : a;
  return longer.starts_with(shorter) && longer.substr(shorter.size()).starts_with(' ');
}

}  // namespace

bool agree(std::string_view field, const Candidate& a, const Candidate& b) {
  if (a.values.empty() || b.values.empty()) return a.values == b.values;
  const std::string& first = a.values.front();
  const std::string& second = b.values.front();
  if (field == "title") return same_title(first, second);
  if (field == "document_number") return same_number(first, second);
  if (!a.identity.empty() && !b.identity.empty()) return a.identity == b.identity;
  if (field == "creator") return same_organ(first, second) || leads_jointly(first, second);
  return sorted_letters(a.values) == sorted_letters(b.values);
}

Description merge(const Candidates& candidates, double bound, Findings& findings) {
  std::map<std::string_view, std::vector<Group>> by_field;
  for (const Candidate& candidate : candidates.list) {
    if (candidate.values.empty()) continue;
    add_to(by_field[candidate.field], candidate);
  }
  Description description;
  // In the order of the contract, so that findings come in the same order everywhere.
  for (const FieldInfo& info : kFields) {
    const auto it = by_field.find(info.name);
    if (it == by_field.end()) continue;
    for (Group& group : it->second) weigh(group);
    if (auto field = Settling(info.name, std::move(it->second), bound, findings).settle()) {
      description.fields.emplace(info.name, std::move(*field));
    }
  }
  return description;
}

}  // namespace guidang::describe

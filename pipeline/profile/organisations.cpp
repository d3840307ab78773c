// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/organisations.h"

#include <algorithm>
#include <array>

#include "pipeline/text/fold.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 6> kStandings{"unknown", "own",         "superior",
                                                     "peer",    "subordinate", "outside"};

Standing standing_in(const profile::Element& element) {
  const std::string word = element.word("standing", {kStandings.begin() + 1, kStandings.end()},
                                        element.attribute("standing"));
  const auto it = std::find(kStandings.begin(), kStandings.end(), word);
  return static_cast<Standing>(it - kStandings.begin());
}

}  // namespace

std::string_view to_text(Standing standing) {
  return kStandings[static_cast<std::size_t>(standing)];
}

Organisations::Organisations(const profile::Element& section) {
  for (const profile::Element* organ : section.all("organisation")) {
    const Standing standing = standing_in(*organ);
    named_.push_back({text::fold(organ->required("name")), standing});
    for (const profile::Element* alias : organ->all("alias")) {
      named_.push_back({text::fold(alias->text), standing});
    }
  }
  for (const profile::Element* shape : section.all("standing")) {
    try {
      shaped_.push_back(
          {std::make_shared<const text::Pattern>(shape->required("pattern")), standing_in(*shape)});
    } catch (const Failure& failure) {
      throw Failure(shape->place() + ": " + failure.what(), failure.advice(), ExitStatus::usage);
    }
  }
}

void Organisations::add(std::string_view name, Standing standing) {
  named_.insert(named_.begin(), {text::fold(name), standing});
}

Standing Organisations::standing_of(std::string_view creator) const {
  const std::string folded = text::fold(creator);
  if (folded.empty()) return Standing::unknown;
  for (const Named& organ : named_) {
    if (organ.folded == folded) return organ.standing;
  }
  for (const Shaped& shape : shaped_) {
    if (shape.pattern->matches(folded)) return shape.standing;
  }
  return Standing::unknown;
}

Standing Organisations::standing_of(std::string_view creator, Direction direction,
                                    std::string_view doctype) const {
  if (direction == Direction::issued || direction == Direction::internal) return Standing::own;
  const Standing by_name = standing_of(creator);
  if (by_name != Standing::unknown || direction != Direction::received) return by_name;
  if (doctype == "请示" || doctype == "报告") return Standing::subordinate;
  return doctype == "批复" ? Standing::superior : Standing::unknown;
}

std::string Organisations::canonical() const {
  std::string out;
  for (const Named& organ : named_) {
    out += organ.folded + "\t" + std::string{to_text(organ.standing)} + "\n";
  }
  for (const Shaped& shape : shaped_) {
    out += "/" + shape.pattern->expression() + "\t" + std::string{to_text(shape.standing)} + "\n";
  }
  return out;
}

}  // namespace guidang

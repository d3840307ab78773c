// SPDX-License-Identifier: GPL-3.0-or-later
// What texts say of other documents, and what texts are alike.
#include <fmt/format.h>

#include <algorithm>

#include "stages/relate/clauses.h"
#include "stages/relate/finder.h"

namespace guidang::relate {
namespace {

/// Texts of which at least half is the same are two states of one document.
constexpr double kSameDocument = 0.5;

bool answerable(const Row& row) { return row.part == Part::request || row.part == Part::letter; }

/// A reply by its kind answers what is not younger; any other document that says 收悉 only what is
/// older for sure.
bool answers(const Row& row, const Row& asked, Verb verb) {
  // What is said to be received and answered need not be a letter by its kind.
  const bool said = verb == Verb::answers && asked.part != Part::reply;
  if ((!said && !answerable(asked)) || !may_answer(row, asked)) return false;
  if (row.part == Part::reply) return true;
  return verb == Verb::answers && row.part != Part::request && is_younger(row, asked);
}

/// 2010年3月5日印发的《…》 is a document of 2010.
bool year_fits(const Row& row, const Row& named) {
  if (row.years.empty() || named.age().empty()) return true;
  return row.years.find(named.age().substr(0, 4)) != std::string::npos;
}

std::string said_of(const Overlap& overlap) {
  return fmt::format("正文相似 / texts alike {:.3f} ({}/{})", overlap.score(), overlap.both,
                     overlap.either);
}

}  // namespace

/// Adds what `row` says of the other document; false when it cannot be.
bool Finder::tie(const Row& row, const Row& other, std::string_view shown) {
  switch (static_cast<Verb>(row.verb)) {
    case Verb::answers:
    case Verb::cites:
      if (answers(row, other, static_cast<Verb>(row.verb))) {
        return ties_.add_answer(row, other, fmt::format("引用 / cites {}", shown));
      }
      break;
    case Verb::forwards:
      if (!row.age().empty() && is_younger(other, row)) return false;
      return ties_.add(row, "forwards", other, fmt::format("转发 / passes on {}", shown));
    case Verb::replaces:
    case Verb::reissues:
      if (!is_younger(row, other)) return false;
      return ties_.add(row, "replaces", other, fmt::format("废止替代 / replaces {}", shown));
    case Verb::amends:
      if (!is_younger(row, other)) return false;
      return ties_.add(row, "amends", other, fmt::format("修改 / amends {}", shown));
  }
  return false;
}

void Finder::cited_number(const Row& row, bool head) {
  if (ties_.is_part(row.id)) return;
  if (head) {
    keep(row);
    return;
  }
  if (heads_.empty()) return;
  // Two under one number: the one that is older than what cites it, else the first.
  const auto older = std::find_if(heads_.begin(), heads_.end(), [&](const Row& cited) {
    return cited.id != row.id && !is_younger(cited, row);
  });
  const Row& cited = older == heads_.end() ? heads_.front() : *older;
  if (cited.id == row.id) return;
  if (!tie(row, cited, row.detail)) {
    ties_.add(row, "cites", cited, fmt::format("引用 / cites {}", row.detail));
  }
}

/// The one document that a title means, or null when none or several could be.
const Row* Finder::meant(const Row& row) const {
  const auto verb = static_cast<Verb>(row.verb);
  const std::string_view organ = std::string_view(row.detail).substr(0, row.detail.find('\x02'));
  std::vector<const Row*> fit;
  for (const Row& named : heads_) {
    if (named.id == row.id || !year_fits(row, named)) continue;
    if (verb == Verb::answers) {
      if (!answers(row, named, verb)) continue;
    } else if (verb == Verb::forwards) {
      const bool own = !row.creator.empty() && row.creator == named.creator;
      if (own || (!row.age().empty() && is_younger(named, row))) continue;
    } else if (!is_younger(row, named)) {
      continue;
    }
    fit.push_back(&named);
  }
  const auto narrow = [&](const auto& keeps) {
    if (fit.size() < 2) return;
    std::vector<const Row*> better;
    std::copy_if(fit.begin(), fit.end(), std::back_inserter(better), keeps);
    if (!better.empty()) fit.swap(better);
  };
  narrow([&](const Row* named) {
    return !organ.empty() && (organ == named->detail || organ == named->creator);
  });
  if (verb != Verb::answers && verb != Verb::forwards) {
    narrow([&](const Row* named) { return !row.creator.empty() && row.creator == named->creator; });
  }
  if (fit.size() < 2) return fit.empty() ? nullptr : fit.front();
  // Of several editions the last one is reissued, if it is the only one of its day.
  if (verb != Verb::reissues) return nullptr;
  std::sort(fit.begin(), fit.end(), [](const Row* a, const Row* b) { return a->age() > b->age(); });
  return fit[0]->age() == fit[1]->age() ? nullptr : fit[0];
}

void Finder::named_title(const Row& row, bool head) {
  if (ties_.is_part(row.id)) return;
  if (head) {
    keep(row);
    return;
  }
  // More than are kept: nobody knows which is meant.
  if (heads_.size() == kMostHeads) return;
  if (const Row* named = meant(row)) {
    tie(row, *named, std::string_view(row.detail).substr(row.detail.find('\x02') + 1));
  }
}

/// A received document that comes again with another text, under the same number or without.
bool Finder::came_again(const Row& one, const Row& other) {
  const bool received =
      one.direction == Direction::received && other.direction == Direction::received;
  if (!received || one.creator.empty() || one.creator != other.creator) return false;
  if (!one.number.empty() && !other.number.empty() && one.number != other.number) return false;
  const auto later_than = [](const Row& a, const Row& b) {
    if (!a.received.empty() && !b.received.empty() && a.received != b.received) {
      return a.received > b.received && a.age() >= b.age();
    }
    return is_younger(a, b) && !b.age().empty();
  };
  const Row* later = later_than(one, other) ? &one : later_than(other, one) ? &other : nullptr;
  if (later == nullptr) return false;
  const Row& earlier = later == &one ? other : one;
  const auto overlap = near_.compare(one.id, other.id);
  if (!overlap || overlap->score() < kSameDocument || overlap->both == overlap->either) {
    return false;
  }
  return ties_.add(
      *later, "resubmits", earlier,
      "同一机关同一文件再次报来 / the same document of the same organ again: " + said_of(*overlap));
}

void Finder::same_sender(const Row& row) {
  if (ties_.is_part(row.id)) return;
  // Rows come in the order of their arrival: the one before is what was returned.
  if (!heads_.empty() && !ties_.resubmitted(row.id, heads_.back().id)) {
    came_again(row, heads_.back());
  }
  heads_.assign(1, row);
}

void Finder::visit(const NearPair& pair) {
  for (const RecordId* id : {&pair.one, &pair.other}) {
    if (ties_.is_duplicate(*id) || ties_.is_part(*id)) return;
  }
  if (ties_.resubmitted(pair.one, pair.other)) return;
  const Row one{.id = pair.one};
  const Row other{.id = pair.other};
  if (!ties_.add(one, "near_duplicate", other, said_of(pair.overlap)) || pair.two_documents) {
    return;
  }
  ties_.report(other, {.code = "REL-103",
                       .severity = Severity::note,
                       .found = fmt::format("{} {:.3f}", pair.one, pair.overlap.score())});
}

}  // namespace guidang::relate

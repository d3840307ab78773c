// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/learn.h"

#include <algorithm>
#include <tuple>

#include "pipeline/failure.h"
#include "pipeline/organs/spelling.h"

namespace guidang::organs {
namespace {

/// A slip of the pen: at most one number in so many.
constexpr std::size_t kSlipIn = 20;

bool names(const Voice& voice, const Holder& holder) {
  return std::find(voice.holders.begin(), voice.holders.end(), holder) != voice.holders.end();
}

void join(Voice& to, const Voice& from) {
  to.numbers += from.numbers;
  if (from.first_year != 0) {
    to.first_year = to.first_year == 0 ? from.first_year : std::min(to.first_year, from.first_year);
    to.last_year = std::max(to.last_year, from.last_year);
  }
  to.examples.insert(to.examples.end(), from.examples.begin(), from.examples.end());
  std::sort(to.examples.begin(), to.examples.end());
  if (to.examples.size() > kMostExamples) to.examples.resize(kMostExamples);
}

bool more_numbers(const Voice& a, const Voice& b) {
  if (a.numbers != b.numbers) return a.numbers > b.numbers;
  return std::tie(a.holders.front().name, a.holders.front().id) <
         std::tie(b.holders.front().name, b.holders.front().id);
}

class Judge {
 public:
  Judge(const Authority& authority, const LearnOptions& options)
      : authority_(authority), options_(options) {}

  [[nodiscard]] Lesson judge(const std::string& code,
                             const std::map<std::string, Voice>& voices) const {
    Lesson lesson{.code = code};
    weigh(voices, lesson);
    if (const Organ* organ = authority_.by_code(code)) {
      lesson.in_table = {organ->id, organ->names.back().text};
    }
    lesson.ruling = rule(lesson);
    lesson.taken = lesson.ruling == Ruling::learnt || confirmed(lesson);
    return lesson;
  }

 private:
  /// The main organ is the one that most numbers have alone; of joint documents only where there
  /// are no others the first is. A joint document in which it takes part speaks for it.
  static void weigh(const std::map<std::string, Voice>& voices, Lesson& lesson) {
    const Voice* best = nullptr;
    for (const auto& [key, voice] : voices) {
      const bool alone = voice.holders.size() == 1;
      const bool best_alone = best != nullptr && best->holders.size() == 1;
      const bool before = best == nullptr || (alone && !best_alone) ||
                          (alone == best_alone && more_numbers(voice, *best));
      if (before) best = &voice;
    }
    lesson.main.holders = {best->holders.front()};
    for (const auto& [key, voice] : voices) {
      if (names(voice, lesson.main.holders.front())) {
        join(lesson.main, voice);
      } else {
        lesson.others.push_back(voice);
        lesson.against += voice.numbers;
      }
    }
    std::sort(lesson.others.begin(), lesson.others.end(), more_numbers);
  }

  [[nodiscard]] const Organ* organ(const Holder& holder) const {
    return holder.id.empty() ? nullptr : authority_.by_id(holder.id);
  }

  /// One organ, or it and its office.
  [[nodiscard]] bool one_house(const Holder& a, const Holder& b) const {
    const Organ* first = organ(a);
    const Organ* second = organ(b);
    return first != nullptr && second != nullptr &&
           &authority_.principal(*first) == &authority_.principal(*second);
  }

  template <typename T>
  static bool all_others(const Lesson& lesson, const T& wanted) {
    return std::all_of(lesson.others.begin(), lesson.others.end(),
                       [&](const Voice& voice) { return wanted(voice.holders.front()); });
  }

  static bool are_spellings(const Lesson& lesson) {
    // Two organs of the table are two organs, whatever their names are.
    std::size_t known = 0;
    const Holder* longest = &lesson.main.holders.front();
    const auto look = [&](const Holder& holder) {
      known += holder.id.empty() ? 0U : 1U;
      if (holder.name.size() > longest->name.size()) longest = &holder;
      return true;
    };
    look(*longest);
    all_others(lesson, look);
    const auto fits = [&](const Holder& holder) {
      return may_be_form_of(holder.name, longest->name);
    };
    return known <= 1 && fits(lesson.main.holders.front()) && all_others(lesson, fits);
  }

  static bool follow_in_time(const Lesson& lesson) {
    std::vector<const Voice*> voices{&lesson.main};
    for (const Voice& other : lesson.others) voices.push_back(&other);
    std::sort(voices.begin(), voices.end(), [](const Voice* a, const Voice* b) {
      return std::tie(a->first_year, a->last_year) < std::tie(b->first_year, b->last_year);
    });
    for (std::size_t i = 0; i < voices.size(); ++i) {
      if (voices[i]->first_year == 0) return false;
      if (i == 0) continue;
      const Voice& before = *voices[i - 1];
      const bool same_year = before.first_year == voices[i]->last_year;
      // The year of the change has both.
      if (same_year || voices[i]->first_year < before.last_year) return false;
    }
    return true;
  }

  [[nodiscard]] Ruling rule(const Lesson& lesson) const {
    const Holder& main = lesson.main.holders.front();
    // A code of the base is another county's as likely as not: there the register has the word.
    const bool trusted = authority_.sure_by_code(lesson.code) != nullptr;
    if (trusted && !one_house(main, lesson.in_table)) {
      const bool form = main.id.empty() && (may_be_form_of(main.name, lesson.in_table.name) ||
                                            may_be_form_of(lesson.in_table.name, main.name));
      return form ? Ruling::spellings : Ruling::other;
    }
    if (!lesson.others.empty()) return rule_apart(lesson, main);
    if (trusted) return Ruling::known;
    // Whose site or register a document is in is often told in place of the office that issued it.
    if (main != lesson.in_table && one_house(main, lesson.in_table)) return Ruling::office;
    if (main.id.empty() && lacks_area(main.name)) return Ruling::no_area;
    if (!tells_an_organ(lesson.code)) return Ruling::generic;
    return lesson.main.numbers < options_.least ? Ruling::few : Ruling::learnt;
  }

  [[nodiscard]] Ruling rule_apart(const Lesson& lesson, const Holder& main) const {
    if (all_others(lesson, [&](const Holder& other) { return one_house(main, other); })) {
      return Ruling::office;
    }
    if (are_spellings(lesson)) return Ruling::spellings;
    const bool slip = lesson.against * kSlipIn <= lesson.main.numbers;
    // A single stray number in the last year is a slip; the first of a new name as likely as not.
    if (follow_in_time(lesson)) return Ruling::renamed;
    return slip ? Ruling::slip : Ruling::conflict;
  }

  [[nodiscard]] bool confirmed(const Lesson& lesson) const {
    if (!options_.confirmed.contains(lesson.code)) return false;
    Ruling ruling = lesson.ruling;
    if (ruling == Ruling::learnt || ruling == Ruling::known) return false;
    const Holder& main = lesson.main.holders.front();
    if (main.id.empty() && lacks_area(main.name)) ruling = Ruling::no_area;
    if (authority_.sure_by_code(lesson.code) != nullptr) ruling = Ruling::other;
    if (ruling != Ruling::no_area && ruling != Ruling::renamed && ruling != Ruling::other) {
      return true;
    }
    const RulingText& text = text_of(ruling);
    throw Failure("不能只凭 --confirm 采用 / cannot be taken by --confirm alone: " + lesson.code +
                      " (" + std::string{text.zh} + " / " + std::string{text.en} + ")",
                  std::string{text.advice_zh} + " / " + std::string{text.advice_en},
                  ExitStatus::usage);
  }

  const Authority& authority_;
  const LearnOptions& options_;
};

}  // namespace

std::vector<Lesson> learn(const Evidence& evidence, const Authority& authority,
                          const LearnOptions& options) {
  for (const std::string& code : options.confirmed) {
    if (evidence.codes().contains(code)) continue;
    throw Failure("登记中没有这个代字 / no row has this code: " + code,
                  "核对 --confirm 的代字 / compare it with the list that learn prints",
                  ExitStatus::usage);
  }
  const Judge judge(authority, options);
  std::vector<Lesson> lessons;
  lessons.reserve(evidence.codes().size());
  for (const auto& [code, voices] : evidence.codes()) lessons.push_back(judge.judge(code, voices));
  std::sort(lessons.begin(), lessons.end(), [](const Lesson& a, const Lesson& b) {
    return std::tie(a.ruling, a.code) < std::tie(b.ruling, b.code);
  });
  return lessons;
}

}  // namespace guidang::organs

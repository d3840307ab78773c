// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/words.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/register/commit.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/resolve.h"
#include "pipeline/register/views.h"
#include "stages/appraise/load.h"
#include "stages/review/decidable.h"

namespace guidang::cli {
namespace {

using appraise::Answers;
using appraise::LikeAnswer;

void print(const LikeAnswer& answer, const AnswerArguments& arguments, const Console& console) {
  const Decision& decision = answer.decision;
  if (arguments.json) {
    const nlohmann::ordered_json line{{"record", answer.record}, {"question", answer.question},
                                      {"value", decision.value}, {"like", answer.like},
                                      {"by", decision.by},       {"date", decision.date},
                                      {"why", decision.why}};
    console.out << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << '\n';
    return;
  }
  console.out << fmt::format("{}\t{} = {}\t{}\t{} {} {}\n", answer.record, answer.question,
                             decision.value, answer.like, decision.by, decision.date, decision.why);
}

ExitStatus list(const AnswerArguments& arguments, const Console& console) {
  Home home(arguments.home, Home::Mode::read);
  std::vector<LikeAnswer> all = Answers::load(home.registry()).list();
  for (LikeAnswer& each : appraise::answers_of_items(home.registry())) {
    all.push_back(std::move(each));
  }
  for (const LikeAnswer& each : all) print(each, arguments, console);
  if (all.empty() && !arguments.json) console.err << console(kNoAnswers) << '\n';
  return ExitStatus::done;
}

/// Where an answer belongs: to one item, or to a like.
struct Target {
  RecordId record{};
  std::string field{};
  std::string like{};  ///< "" for one item
};

/// An answer that stands, by the id that the list shows.
Target standing_target(Home& home, const AnswerArguments& arguments) {
  const Answers answers = Answers::load(home.registry());
  const auto it = std::find_if(answers.list().begin(), answers.list().end(), [&](const auto& each) {
    return each.record == arguments.record && each.question == arguments.question;
  });
  if (it == answers.list().end()) {
    review::refuse(
        "没有这条答复 / there is no such answer: " + arguments.record + " " + arguments.question,
        "查看 / see them with: guidang answer HOME --list");
  }
  return {.record = it->record,
          .field = appraise::answer_field(it->question, it->like),
          .like = it->like};
}

Target target_of(Home& home, const Appraise& stage, const appraise::Question& question,
                 const AnswerArguments& arguments, const Console& console) {
  Register& registry = home.registry();
  RecordId item = resolve(registry, arguments.record);
  if (!item.starts_with('i')) item = RecordReader(registry).item_of(item).value_or(item);
  const auto view = appraise::item_view(stage, registry, item);
  if (!view) {
    review::refuse("这份文件还没有组成件 / this document is part of no item yet: " + item,
                   "先运行 / run first: guidang run HOME");
  }
  if (arguments.only_this) return {.record = item, .field = appraise::answer_field(question.id)};
  const auto like = appraise::like_key(question, stage.subject(*view).like());
  if (!like) {
    review::refuse(std::string(console(kNoLike)) + ": " + item,
                   std::string(console(kNoLikeAdvice)));
  }
  return {.record = appraise::like_id(question.id, *like),
          .field = appraise::answer_field(question.id, *like),
          .like = *like};
}

const appraise::Question& question_of(const Appraise& stage, const std::string& id) {
  if (const appraise::Question* found = stage.table().question(id)) return *found;
  std::string known;
  for (const appraise::Question& each : stage.table().questions()) {
    known += (known.empty() ? "" : " | ") + each.id + " " + each.title_zh;
  }
  review::refuse("本单位的保管期限表不问这个 / the unit's table has no question '" + id + "'",
                 known.empty() ? "表中没有问题 / it has none" : "可用 / there are: " + known);
}

}  // namespace

ExitStatus execute(const AnswerArguments& arguments, const Console& console) {
  if (arguments.list) return list(arguments, console);
  if (arguments.record.empty() || arguments.question.empty()) {
    review::refuse("answer: 缺少 RECORD 或 QUESTION / RECORD or QUESTION is missing",
                   "见 / see guidang answer --help");
  }
  review::check_person({.value = arguments.value, .by = arguments.by, .why = arguments.why});
  Home home(arguments.home, Home::Mode::write);
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const auto stage = appraise::load(profile, home);
  std::string value = arguments.value;
  Target target;
  if (arguments.record.starts_with('q') && value.empty()) {
    // What the table no longer asks can still be taken back.
    target = standing_target(home, arguments);
  } else {
    const appraise::Question& question = question_of(*stage, arguments.question);
    if (!value.empty()) {
      const appraise::QuestionValue* known = question.value(value);
      if (known == nullptr) {
        review::refuse("'" + value + "' 不是这个问题的答复 / is no answer to '" + question.id + "'",
                       "可用 / use " + question.value_names());
      }
      value = known->id;
    }
    target = arguments.record.starts_with('q')
                 ? standing_target(home, arguments)
                 : target_of(home, *stage, question, arguments, console);
  }
  const bool sealed = target.like.empty() && Ledger(home.registry()).sealed(target.record);
  Commit commit(home.registry(), "decision", {}, timestamp());
  commit.put_decision(
      target.record, target.field,
      {.value = value, .by = arguments.by, .date = as_of(arguments.as_of), .why = arguments.why});
  commit.finish();
  console.err << console(target.like.empty() ? kAnsweredOnly : kAnswered) << target.record << ' '
              << arguments.question << " = " << value << "  " << target.like << "  "
              << console(sealed ? kOnlyProposed : kRunAgain) << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

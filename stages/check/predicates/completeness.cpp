// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "pipeline/text/utf8.h"
#include "stages/check/predicates/predicates.h"

namespace guidang::check {
namespace {

/// A line that heads an attachment bound with its document: 附件, 附件2, 附件3：.
bool heads_attachment(std::string_view line) {
  constexpr std::string_view kWord = "附件";
  const std::string bare = text::remove_blanks(line);
  std::string_view rest = bare;
  if (!rest.starts_with(kWord)) return false;
  rest.remove_prefix(kWord.size());
  while (!rest.empty() && std::isdigit(static_cast<unsigned char>(rest.front())) != 0) {
    rest.remove_prefix(1);
  }
  return rest.empty() || rest == ":" || rest == "：";
}

std::size_t bound_attachments(const std::vector<std::string>& pages) {
  std::size_t count = 0;
  for (const std::string& page : pages) {
    const auto lines = text::lines(page);
    count += static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), heads_attachment));
  }
  return count;
}

bool has_any_word(std::string_view text, const std::string& words) {
  std::istringstream list{words};
  for (std::string word; list >> word;) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

RuleResult issued_complete(const RuleContext& context, Outcome& outcome) {
  std::vector<std::string_view> missing;
  if (context.count(Role::main) == 0) missing.emplace_back("印本 / print");
  if (context.count(Role::final_draft) == 0) missing.emplace_back("定稿 / final draft");
  if (missing.empty()) return RuleResult::pass;
  outcome.flaw = "issued";
  outcome.found = fmt::format("缺 / without {}", fmt::join(missing, ", "));
  outcome.expected = "定稿、印本和附件 / final draft, print and attachments";
  return RuleResult::fail;
}

RuleResult handled_complete(const RuleContext& context, Outcome& outcome) {
  // Only what was given to somebody to deal with has an outcome to show.
  const bool handled = context.count(Role::handling_slip) + context.count(Role::instruction) > 0 ||
                       context.value("doctype") == "请示";
  if (!handled || context.origin.purpose == Purpose::incoming) return RuleResult::not_applicable;
  if (!context.value("handling").empty() || context.count(Role::reply) > 0 ||
      context.has_relation("replied_by")) {
    return RuleResult::pass;
  }
  // The slip itself may say it, in words that nobody but a person can weigh.
  if (context.count(Role::handling_slip) > 0) return RuleResult::person;
  outcome.flaw = "received";
  outcome.field = "handling";
  outcome.expected = "办理结果 / what came of it";
  return RuleResult::fail;
}

}  // namespace

RuleResult attachments_present(const RuleContext& context, Outcome& outcome) {
  const Field* named = context.description.find("attachments");
  if (named == nullptr) {
    return context.text_read() ? RuleResult::not_applicable : RuleResult::not_checkable;
  }
  const std::size_t files = context.count(Role::attachment);
  if (files >= named->values.size()) return RuleResult::pass;
  // Attachments may be bound with the document: without its text nobody can tell.
  if (!context.text_read()) return RuleResult::not_checkable;
  const Field* bound = context.description.find("annexes");
  const std::size_t described = bound == nullptr ? 0 : bound->values.size();
  const std::size_t there = files + std::max(described, bound_attachments(context.main_pages()));
  if (there >= named->values.size()) return RuleResult::pass;
  outcome.field = "attachments";
  outcome.found = fmt::format("{} 件附件 / attachments", there);
  outcome.expected = fmt::format("{} 件 / {}: {}", named->values.size(), named->values.size(),
                                 fmt::join(named->values, "；"));
  return RuleResult::fail;
}

RuleResult record_complete(const RuleContext& context, Outcome& outcome) {
  if (context.direction == Direction::received) return handled_complete(context, outcome);
  if (context.direction != Direction::issued) return RuleResult::not_applicable;
  // What lies on paper only cannot be seen from here.
  if (context.origin.paper_only) return RuleResult::not_checkable;
  return issued_complete(context, outcome);
}

void answers_param(const Rule& rule) { static_cast<void>(rule.param("answers")); }

RuleResult request_answered(const RuleContext& context, Outcome& outcome) {
  if (context.has_relation("replied_by") || context.count(Role::reply) > 0) {
    return RuleResult::pass;
  }
  if (has_any_word(context.handling_notes(), context.rule->param("answers"))) {
    return RuleResult::pass;
  }
  outcome.found = "无批复，也无电话答复记录 / no reply and no note of an answer by telephone";
  outcome.expected = "批复或答复记录 / the reply, or a note of the answer";
  return RuleResult::fail;
}

}  // namespace guidang::check

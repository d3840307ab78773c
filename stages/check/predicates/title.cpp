// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/document_type.h"
#include "pipeline/text/utf8.h"
#include "stages/check/predicates/predicates.h"

namespace guidang::check {
namespace {

/// The title without the [ ] that marks one supplied by the archivist (DA/T 18).
std::string_view bare(std::string_view title) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"[", "]"}, {"［", "］"}, {"〔", "〕"}}) {
    if (title.size() > open.size() + close.size() && title.starts_with(open) &&
        title.ends_with(close)) {
      return title.substr(open.size(), title.size() - open.size() - close.size());
    }
  }
  return title;
}

/// A paper with a number is 公文 and has a title of the three parts; others need not.
bool is_numbered(const RuleContext& context) {
  return context.description.find("document_number") != nullptr;
}

}  // namespace

RuleResult title_present(const RuleContext& context, Outcome& outcome) {
  outcome.field = "title";
  if (context.description.find("title") != nullptr) return RuleResult::pass;
  outcome.expected = "标题 / a title";
  return RuleResult::fail;
}

RuleResult title_has_doctype(const RuleContext& context, Outcome& outcome) {
  const std::string_view title = bare(context.value("title"));
  if (title.empty() || !is_numbered(context)) return RuleResult::not_applicable;
  if (text::document_type_of_title(title)) return RuleResult::pass;
  outcome.field = "title";
  outcome.found = std::string{title};
  outcome.expected = "以文种结尾 / ends in the kind of document";
  return RuleResult::fail;
}

RuleResult title_has_matter(const RuleContext& context, Outcome& outcome) {
  const std::string_view title = bare(context.value("title"));
  if (title.empty() || !is_numbered(context)) return RuleResult::not_applicable;
  const auto kind = text::document_type_of_title(title);
  if (!kind) return RuleResult::not_applicable;
  constexpr std::array<std::string_view, 8> kMatter{"关于", "關於", "印发", "印發",
                                                    "转发", "轉發", "批转", "批轉"};
  const bool named = std::any_of(kMatter.begin(), kMatter.end(), [&](std::string_view word) {
    return title.find(word) != std::string_view::npos;
  });
  if (named) return RuleResult::pass;
  outcome.field = "title";
  outcome.found = std::string{title};
  outcome.expected = "发文机关+关于事由+文种 / organ, matter (关于…) and kind";
  return RuleResult::fail;
}

RuleResult title_not_supplied(const RuleContext& context, Outcome& outcome) {
  const std::string_view title = context.value("title");
  if (title.empty()) return RuleResult::not_applicable;
  if (bare(title).size() == title.size()) return RuleResult::pass;
  outcome.field = "title";
  outcome.found = std::string{title};
  return RuleResult::fail;
}

}  // namespace guidang::check

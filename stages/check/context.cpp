// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/check/context.h"

#include <algorithm>

#include "pipeline/fields.h"

namespace guidang::check {
namespace {

const Description kNothing{};

/// A bare file has no register; who asked and what is written about it tell.
Direction direction_of(const Origin& origin, const Description& description) {
  if (origin.direction != Direction::unknown) return origin.direction;
  if (origin.purpose == Purpose::incoming) return Direction::received;
  return description.find("received") != nullptr ? Direction::received : Direction::unknown;
}

}  // namespace

RuleContext RuleContext::of(const View& item, const organs::Authority& organs,
                            const WorkingCalendar* calendar) {
  const View& main = item.main();
  const Origin& origin = main.get<Origin>();
  const auto* found = main.find<Description>();
  const Description& description = found == nullptr ? kNothing : *found;
  RuleContext context{.item = item, .main = main, .origin = origin, .description = description};
  context.calendar = calendar;
  context.direction = direction_of(origin, description);
  context.organs = &organs;
  context.date = parse_iso(description.value("date"));
  context.sender = organs.standing_of(description.value("creator"), context.direction,
                                      description.value("doctype"), context.date);
  return context;
}

std::vector<const View*> RuleContext::documents() const {
  std::vector<const View*> result;
  for (const View& part : item.parts()) result.push_back(&part);
  if (result.empty()) result.push_back(&main);
  return result;
}

std::size_t RuleContext::count(Role role) const {
  std::size_t total = 0;
  const auto* made = item.find<Item>();
  for (const View* document : documents()) {
    Role whole = Role::main;
    if (made != nullptr) {
      for (const ItemPart& part : made->parts) {
        if (part.document == document->id()) whole = part.role;
      }
    }
    const auto* components = document->find<Components>();
    if (components == nullptr || components->list.empty()) {
      total += whole == role ? 1U : 0U;
      continue;
    }
    for (const Component& component : components->list) {
      // A document that is a draft as a whole is one by each of its main files.
      const Role own = component.role == Role::main ? whole : component.role;
      total += own == role ? 1U : 0U;
    }
  }
  return total;
}

bool RuleContext::has_relation(std::string_view kind) const {
  const auto all = documents();
  return std::any_of(all.begin(), all.end(), [&](const View* document) {
    const auto* relations = document->find<Relations>();
    return relations != nullptr &&
           std::any_of(relations->list.begin(), relations->list.end(),
                       [&](const Relation& relation) { return relation.kind == kind; });
  });
}

bool RuleContext::text_read() const {
  const auto* text = main.find<Text>();
  const auto* components = main.find<Components>();
  if (text == nullptr || components == nullptr) return false;
  for (std::size_t i = 0; i < components->list.size() && i < text->components.size(); ++i) {
    if (components->list[i].role == Role::main) {
      return text->components[i].state == TextState::read;
    }
  }
  return false;
}

std::vector<std::string> RuleContext::main_pages() const {
  std::vector<std::string> result;
  const auto* text = main.find<Text>();
  const auto* components = main.find<Components>();
  if (text == nullptr || components == nullptr) return result;
  for (std::size_t i = 0; i < components->list.size() && i < text->components.size(); ++i) {
    if (components->list[i].role != Role::main) continue;
    std::vector<std::string> pages = main.pages(text->components[i]);
    result.insert(result.end(), pages.begin(), pages.end());
  }
  return result;
}

std::string RuleContext::handling_notes() const {
  std::string notes{value("handling")};
  notes += '\n';
  notes += value("remarks");
  for (const GivenField& given : origin.given) {
    if (find_field(given.name) == nullptr) notes += '\n' + given.value;
  }
  return notes;
}

}  // namespace guidang::check

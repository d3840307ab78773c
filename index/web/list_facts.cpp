// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/list_facts.h"

#include <charconv>
#include <map>
#include <memory>

#include "index/web/register_view.h"
#include "pipeline/register/register.h"
#include "pipeline/register/views.h"

namespace guidang::web {
namespace {

/// One connection a home, opened when the first record of it is asked for.
struct OpenRegister {
  explicit OpenRegister(const SiteHome& home)
      : registry(home.folder / "register.sqlite", sqlite::Database::Mode::read_only),
        records(registry) {}
  Register registry;
  RecordReader records;
};

template <typename F>
const F* fact(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

Wanted wanted_facts() {
  Wanted wanted;
  for (const FactKind kind : {FactKind::item, FactKind::placement}) {
    wanted.own[static_cast<std::size_t>(kind)] = true;
  }
  wanted.of_parts[static_cast<std::size_t>(FactKind::description)] = true;
  return wanted;
}

/// As its place says, or as the register of incoming and outgoing papers has it.
std::uint32_t pages_of(const Known& item) {
  const Placement* placement = fact<Placement>(item);
  if (placement != nullptr && placement->first_page > 0) {
    return placement->last_page - placement->first_page + 1;
  }
  const Item* parts = fact<Item>(item);
  for (const Known& part : item.parts) {
    const Description* description = fact<Description>(part);
    if (parts == nullptr || part.id != parts->main || description == nullptr) continue;
    const std::string_view text = description->value("pages");
    std::uint32_t pages = 0;
    std::from_chars(text.data(), text.data() + text.size(), pages);
    return pages;
  }
  return 0;
}

}  // namespace

std::vector<ListFacts> list_facts(const Context& context, std::span<const index::Hit> hits) {
  const Wanted wanted = wanted_facts();
  std::map<std::size_t, std::unique_ptr<OpenRegister>> open;
  std::vector<ListFacts> all;
  for (const index::Hit& hit : hits) {
    std::unique_ptr<OpenRegister>& home = open[hit.home];
    if (home == nullptr) home = std::make_unique<OpenRegister>(context.site.homes.at(hit.home));
    const Known item = home->records.load(hit.record, wanted);
    ListFacts& facts = all.emplace_back();
    facts.pages = pages_of(item);
    const Placement* placement = fact<Placement>(item);
    if (context.request.visitor.staff && placement != nullptr && placement->volume) {
      facts.volume_title = placement->volume->title;
    }
  }
  return all;
}

}  // namespace guidang::web

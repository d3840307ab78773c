// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_source.h"

#include <memory>
#include <variant>

#include "index/ask.h"
#include "index/card.h"
#include "index/query.h"
#include "index/web/record_text.h"
#include "index/web/register_view.h"
#include "pipeline/files/object_store.h"

namespace guidang::web {
namespace {

constexpr std::size_t kSimilar = 5;
using Mode = sqlite::Database::Mode;

const SiteHome& home_of(const Context& context, const RecordPlace& place) {
  return context.site.homes.at(place.home);
}

RegisterQuestion question_of(const Context& context, const RecordPlace& place, bool all_history) {
  return {.staff = context.request.visitor.staff,
          .all_history = all_history,
          .visible = [&context, home = place.home](const RecordId& item) {
            auto card = index::find_record(context.readers(), home, item);
            return card ? std::optional(std::move(card->shown)) : std::nullopt;
          }};
}

/// Derived, so it may be missing: a page then shows the text that the index holds.
std::unique_ptr<TextStore> open_texts(const SiteHome& home) {
  const std::filesystem::path file = home.folder / "texts.sqlite";
  if (!std::filesystem::exists(file)) return nullptr;
  return std::make_unique<TextStore>(file, Mode::read_only);
}

}  // namespace

std::optional<RecordPlace> find_place(const Context& context, std::string_view fonds,
                                      std::string_view record) {
  for (std::size_t home = 0; home < context.site.homes.size(); ++home) {
    if (context.site.homes[home].fonds != fonds) continue;
    if (index::find_record(context.readers(), home, record)) {
      return RecordPlace{home, std::string(record)};
    }
  }
  return std::nullopt;
}

std::optional<RecordView> read_record(const Context& context, const RecordPlace& place,
                                      std::string_view q, bool all_history) {
  // A mistake in it is for the result page to tell; here it marks nothing.
  const auto parsed = index::ask(q, context.vocabulary());
  const auto* asked = q.empty() ? nullptr : std::get_if<index::Asked>(&parsed);
  const index::Query* const query = asked == nullptr ? nullptr : &asked->query;
  auto card = index::find_record(context.readers(), place.home, place.record, query);
  if (!card) return std::nullopt;
  const SiteHome& home = home_of(context, place);
  Register registry(home.folder / "register.sqlite", Mode::read_only);
  auto known = read_register(registry, *home.profile, place.record,
                             question_of(context, place, all_history));
  if (!known) return std::nullopt;

  RecordView record;
  record.staff = context.request.visitor.staff;
  record.fonds_name = home.name;
  record.shown = std::move(card->shown);
  record.known = std::move(*known);
  const files::ObjectStore objects(home.folder / "objects");
  for (FileView& file : record.known.files) file.stored = objects.has(file.digest);
  const auto texts = open_texts(home);
  const index::Marker marker = query == nullptr ? index::Marker() : index::Marker(*query);
  record.text = text_of(*card, record.known.files, texts.get(), record.staff, &marker);
  record.neighbours = index::neighbours(context.readers(), place.home, place.record);
  record.similar = index::similar(context.readers(), place.home, place.record, kSimilar);
  return record;
}

std::optional<Original> open_original(const Context& context, const RecordPlace& place,
                                      std::size_t number) {
  const SiteHome& home = home_of(context, place);
  Register registry(home.folder / "register.sqlite", Mode::read_only);
  const auto known =
      read_register(registry, *home.profile, place.record, question_of(context, place, false));
  if (!known) return std::nullopt;
  for (const FileView& file : known->files) {
    if (file.number != number) continue;
    const files::ObjectStore objects(home.folder / "objects");
    // A size that differs is a damaged object: `doctor` is asked about it, not the reader.
    if (objects.size(file.digest) != file.size) return std::nullopt;
    return Original{file, objects.open(file.digest)};
  }
  return std::nullopt;
}

}  // namespace guidang::web

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/facet.h"
#include "index/query.h"
#include "index/reader.h"

namespace guidang::index {

/// What to do when a query finds nothing.
struct Advice {
  enum class Kind {
    absent,      ///< `part` finds nothing even by itself; there is nothing to run
    field_name,  ///< `part` (责任人：…) was taken as text, and looks like a field
    capitals,    ///< or, and, not are operators in capitals only
    in_field,    ///< `part` as a field's value: 通知 → 文种:通知
    anywhere,    ///< `part` not only in its field
    apart,       ///< the words of the quotation `part` not side by side
    unchoose,    ///< without what was chosen of `facet`
    without,     ///< without `part`
    included,    ///< with what `part` (-投诉) left out
    either       ///< one of the words instead of all
  };
  Kind kind = Kind::absent;
  std::string part{};            ///< of the query, as one would type it
  std::string query{};           ///< the whole query to run; the same one for `unchoose`
  std::size_t count = 0;         ///< records that it finds, with what is (still) chosen
  std::optional<Facet> facet{};  ///< of `unchoose`; none there: without all that was chosen
};

/// absent, field-name, capitals, in-field, anywhere, apart, unchoose, without, included, either.
[[nodiscard]] std::string_view to_text(Advice::Kind kind);

struct AdviceOptions {
  std::vector<Choice> choices{};  ///< what of the facets was chosen
  /// What is done to a query before it is searched with: synonyms. Empty: nothing.
  std::function<QueryNode(QueryNode)> widen{};
  std::size_t most = 6;         ///< queries to run; what is absent comes on top
  std::size_t most_looks = 60;  ///< queries that are counted for them
};

/// For a query that found nothing, as it was typed (without synonyms). What finds nothing either is
/// not advised. Only what the readers opened has any influence. Throws Failure for a damaged index.
[[nodiscard]] std::vector<Advice> advise(std::span<const Reader* const> readers, const Query& typed,
                                         const AdviceOptions& options = {});

}  // namespace guidang::index

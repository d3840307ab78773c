// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tie_kinds.h"

#include <algorithm>

namespace guidang {

const TieKind* find_tie_kind(std::string_view name) {
  const auto* at = std::find_if(kTieKinds.begin(), kTieKinds.end(), [&](const TieKind& kind) {
    return kind.name == name || (!kind.inverse.empty() && kind.inverse == name);
  });
  return at == kTieKinds.end() ? nullptr : at;
}

std::optional<Tie> tie_of(const RecordId& record, std::string_view kind, const RecordId& other) {
  const TieKind* known = find_tie_kind(kind);
  if (known == nullptr || record == other) return std::nullopt;
  Tie tie{known, record, other};
  const bool symmetric = known->inverse == known->name;
  if (symmetric ? tie.to < tie.from : kind != known->name) std::swap(tie.from, tie.to);
  return tie;
}

std::optional<TieField> parse_tie_field(std::string_view field) {
  if (!field.starts_with(kTieDecision)) return std::nullopt;
  field.remove_prefix(kTieDecision.size());
  const std::size_t colon = field.find(':');
  if (colon == std::string_view::npos || colon + 1 == field.size()) return std::nullopt;
  return TieField{field.substr(0, colon), field.substr(colon + 1)};
}

std::string field_of(const Tie& tie) {
  return std::string(kTieDecision).append(tie.kind->name).append(":").append(tie.to);
}

}  // namespace guidang

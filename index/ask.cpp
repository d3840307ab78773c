// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/ask.h"

#include <utility>

namespace guidang::index {

std::variant<Asked, QueryError> ask(std::string_view text, const Vocabulary& vocabulary,
                                    const AskOptions& options) {
  auto parsed = parse_query(text);
  if (auto* error = std::get_if<QueryError>(&parsed)) return std::move(*error);
  Asked asked;
  asked.text = text;
  asked.typed = std::move(std::get<Query>(parsed));
  asked.query = asked.typed;
  const Synonyms& synonyms = vocabulary.synonyms();
  if (options.synonyms) {
    asked.query.root =
        expand(std::move(asked.query.root), synonyms, WordGroup::Kind::equal, asked.widened);
  }
  // Those that were not asked for are only named.
  QueryNode with_near = expand(asked.query.root, synonyms, WordGroup::Kind::near, asked.near);
  if (options.near) {
    asked.query.root = std::move(with_near);
    asked.widened.insert(asked.widened.end(), asked.near.begin(), asked.near.end());
    asked.near.clear();
  }
  return asked;
}

}  // namespace guidang::index

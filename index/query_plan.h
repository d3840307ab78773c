// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "index/phrase.h"
#include "index/query.h"
#include "index/texts.h"

namespace guidang::index {

/// The texts of each database, by the database's own id.
using TextsById = std::map<std::string, std::shared_ptr<const TextFiles>>;

/// The query as Xapian runs it: terms find candidates, and where terms do not prove that a row of
/// characters stands together, the stored text is looked at.
[[nodiscard]] Xapian::Query plan(const QueryNode& node, std::shared_ptr<const TextsById> texts);

/// The phrases that a hit may show in its text: all but those under a minus or in another field.
[[nodiscard]] std::vector<Phrase> visible_phrases(const QueryNode& root);

}  // namespace guidang::index

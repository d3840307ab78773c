// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "index/web/code_meaning.h"
#include "index/web/context.h"
#include "index/web/record_view.h"

namespace guidang::web {

/// The record as JSON: what the page shows, with the whole text. Names are English, fields as in
/// `fields.h`; marks are ranges of bytes of the UTF-8 text.
[[nodiscard]] std::string record_json(const Context& context, const RecordView& record,
                                      const CodeMeanings& meanings);

}  // namespace guidang::web

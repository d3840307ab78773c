// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "index/web/record_view.h"
#include "pipeline/xml/writer.h"

namespace guidang::web {

/// The text as <reading>: one screen of it, and links to the others. Marks are numbered through the
/// whole text (`m1` …) and each leads to the next one, so that a reader without a script gets from
/// hit to hit. `address` gives the page that shows a screen, from 1; what is wanted beyond the end
/// shows the last.
void write_reading(xml::Writer& writer, const RecordView& record, std::size_t wanted,
                   std::size_t screen_size,
                   const std::function<std::string(std::size_t screen)>& address);

}  // namespace guidang::web

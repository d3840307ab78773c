// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "index/web/browse_view.h"
#include "index/web/context.h"
#include "pipeline/xml/writer.h"

/// Browsing as data for templates/web/browse.xsl.
namespace guidang::web {

/// In addresses: the records without a year, and those outside volumes.
inline constexpr std::string_view kNoYear = "none";
inline constexpr std::string_view kNoVolume = "none";

void write_shelves(xml::Writer& writer, const Context& context, const std::vector<Shelf>& shelves);

/// With a chart: the height of each bar is in percent of the highest.
void write_years(xml::Writer& writer, const Context& context, const Shelf& shelf);

void write_list(xml::Writer& writer, const Context& context, const Shelf& shelf,
                const ListAsked& asked, const YearList& list);

}  // namespace guidang::web

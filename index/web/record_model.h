// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/web/code_meaning.h"
#include "index/web/context.h"
#include "index/web/record_text.h"
#include "index/web/record_view.h"
#include "pipeline/xml/writer.h"

namespace guidang::web {

/// Which piece of a long record a page shows.
struct RecordScreen {
  std::string q{};        ///< its words are marked
  std::size_t text = 1;   ///< screen of text, from 1
  std::size_t files = 1;  ///< screen of files, from 1
  std::size_t per_files = 100;
  std::size_t per_text = kTextScreen;
};

/// The record as data for templates/web/record.xsl. What is asked for beyond the end shows the end.
void write_record(xml::Writer& writer, const Context& context, const RecordView& record,
                  const CodeMeanings& meanings, const RecordScreen& screen);

/// Records of several homes that have the code.
void write_choice(xml::Writer& writer, const Context& context, std::string_view code,
                  const std::vector<index::Hit>& records, std::string_view q);

/// "12 KB", in steps of 1024.
[[nodiscard]] std::string size_words(std::uint64_t bytes);

/// The line of a record in lists: title with link, code, number, creator, date.
void write_line(xml::Writer& writer, const Context& context, std::string_view element,
                const index::Hit& record, std::string_view q = {});

}  // namespace guidang::web

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a query or an error that points into them; any query can be planned, and its
// phrases looked for in any text.

#include "index/query.h"

#include "index/query_plan.h"
#include "index/snippet.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  using namespace guidang::index;
  const std::string_view bytes = fuzz::as_text(data, size);
  const auto result = parse_query(bytes);
  if (const auto* error = std::get_if<QueryError>(&result)) {
    fuzz::require(error->offset <= bytes.size() && error->length <= bytes.size() - error->offset);
    fuzz::require(!error->message_zh.empty() && !error->message_en.empty());
    return 0;
  }
  const QueryNode& root = std::get<Query>(result).root;
  fuzz::require(!to_text(root).empty());
  (void)plan(root, {});
  const Snippet snippet = make_snippet(bytes, visible_phrases(root), 100);
  std::size_t end = 0;
  for (const ByteRange& mark : snippet.marks) {
    fuzz::require(end <= mark.begin && mark.begin < mark.end && mark.end <= snippet.text.size());
    end = mark.end;
  }
  return 0;
}

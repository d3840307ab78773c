// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a query or an error that points into them; any query can be planned, and its
// phrases looked for in any text.

#include "index/query.h"

#include "index/marks.h"
#include "index/query_plan.h"

#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  using namespace guidang::index;
  const std::string_view bytes = fuzz::as_text(data, size);
  const auto result = parse_query(bytes);
  if (const auto* error = std::get_if<QueryError>(&result)) {
    fuzz::require(error->offset <= bytes.size() && error->length <= bytes.size() - error->offset);
    fuzz::require(!error->message_zh.empty() && !error->message_en.empty());
    fuzz::require(error->suggestion.empty() ||
                  std::holds_alternative<Query>(parse_query(error->suggestion)));
    return 0;
  }
  const QueryNode& root = std::get<Query>(result).root;
  fuzz::require(!to_text(root).empty());
  const std::string plain = to_query_text(root);
  if (plain.size() <= kLongestQuery) {
    const auto again = parse_query(plain);
    fuzz::require(std::holds_alternative<Query>(again) && std::get<Query>(again).root == root);
  }
  (void)plan(root, {});
  for (const bool loose : {false, true}) {
    std::size_t end = 0;
    for (const ByteRange& mark : Marker({root}, loose).marks(Part::body, bytes)) {
      fuzz::require(end <= mark.begin && mark.begin < mark.end && mark.end <= bytes.size());
      end = mark.end;
    }
  }
  return 0;
}

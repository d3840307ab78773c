// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a query or an error that points into them; any query can be planned, and its
// phrases looked for in any text.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "index/query.h"
#include "index/query_plan.h"
#include "index/snippet.h"

using namespace guidang::index;  // NOLINT: a program of its own

namespace {

void check(bool law) {
  if (!law) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto result = parse_query(bytes);
  if (const auto* error = std::get_if<QueryError>(&result)) {
    check(error->offset <= bytes.size() && error->length <= bytes.size() - error->offset);
    check(!error->message_zh.empty() && !error->message_en.empty());
    return 0;
  }
  const QueryNode& root = std::get<Query>(result).root;
  check(!to_text(root).empty());
  (void)plan(root, std::make_shared<const TextsById>());
  const Snippet snippet = make_snippet(bytes, visible_phrases(root), 100);
  std::size_t end = 0;
  for (const ByteRange& mark : snippet.marks) {
    check(end <= mark.begin && mark.begin < mark.end && mark.end <= snippet.text.size());
    end = mark.end;
  }
  return 0;
}

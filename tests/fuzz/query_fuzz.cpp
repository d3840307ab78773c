// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a query or an error that points into them; any query can be planned, and its
// phrases looked for in any text.

#include "index/query.h"

#include "index/marks.h"
#include "index/query_plan.h"
#include "index/schema.h"
#include "index/texts.h"

#include "tests/fuzz/fuzz.h"

namespace {

using namespace guidang::index;

/// One record in memory, whose text nobody has: every plan must run on it.
Xapian::Database tiny_index() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (const char* term : {"人", "民", "人民", "法", "gdp", "gdps", "2023", "6", "S法", "XDN2023",
                           "XDN6", "XAC1", "XDT通知", "XRPy", "XPYfx", "Y2023"}) {
    document.add_term(term);
  }
  document.add_value(slot::kYear, "2023");
  document.add_value(slot::kDate, "2023-05-01");
  document.add_value(slot::kText, TextPlace().to_value());
  database.add_document(document);
  database.commit();
  return database;
}

void run(const QueryNode& root) {
  static const Xapian::Database database = tiny_index();
  const PlanContext context{database};
  Xapian::Enquire enquire(database);
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_AND_MAYBE, plan(root, context), plan_title(root, 0.5)));
  guidang::fuzz::require(enquire.get_mset(0, 1).size() <= 1);
  if (const auto bag = plan_bag(root, context, {})) {
    enquire.set_query(*bag);
    guidang::fuzz::require(enquire.get_mset(0, 1).size() <= 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
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
  run(root);
  for (const bool loose : {false, true}) {
    std::size_t end = 0;
    for (const ByteRange& mark : Marker({root}, loose).marks(Part::body, bytes)) {
      fuzz::require(end <= mark.begin && mark.begin < mark.end && mark.end <= bytes.size());
      end = mark.end;
    }
  }
  return 0;
}

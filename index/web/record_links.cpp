// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_links.h"

#include "index/web/url.h"

namespace guidang::web {

std::string record_path(const index::Hit& record) {
  if (record.code.empty() || record.provisional) return record_id_path(record);
  return path_of({"record", record.code});
}

std::string record_id_path(const index::Hit& record) {
  return path_of({"record", record.fonds, record.record});
}

std::string file_path(const index::Hit& record, std::size_t number) {
  return path_of({"record", record.fonds, record.record, "files", std::to_string(number)});
}

std::string record_href(const Context& context, const index::Hit& record, std::string_view q) {
  Parameters parameters;
  if (!q.empty()) parameters.set("q", q);
  return context.href(record_path(record), parameters);
}

}  // namespace guidang::web

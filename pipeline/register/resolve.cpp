// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/resolve.h"

#include <vector>

#include "pipeline/facts.h"
#include "pipeline/failure.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/text/document_number.h"

namespace guidang {
namespace {

std::vector<std::string> records_where(Register& source, FactKind kind, const std::string& member,
                                       const std::string& value) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT c.record FROM current c JOIN fact f ON f.id = c.fact "
      "WHERE c.kind = ?1 AND json_extract(f.value, ?2) = ?3 ORDER BY c.record LIMIT 10");
  rows.bind(static_cast<int>(kind), member, value);
  std::vector<std::string> records;
  while (rows.step()) records.emplace_back(rows.text(0));
  return records;
}

std::string only_one(const std::vector<std::string>& records, const std::string& text) {
  if (records.size() == 1) return records.front();
  std::string list;
  for (const std::string& record : records) list += " " + record;
  throw Failure("'" + text + "' 是几条记录的号 / is the number of several records:" + list,
                "用记录号指明一条 / name one of them by its id", ExitStatus::usage);
}

/// Records that had the code before they were renumbered.
std::vector<std::string> records_with_former(Register& source, const std::string& code) {
  std::vector<std::string> records;
  for_each_former_code(source, 0, [&](const FormerCode& one) {
    if (one.before == code) records.push_back(one.item);
  });
  return records;
}

}  // namespace

std::string resolve(Register& source, const std::string& text) {
  sqlite::Statement known =
      source.database().prepare("SELECT EXISTS (SELECT 1 FROM record WHERE id = ?1)");
  if (known.bind(text).step_integer() != 0) return text;
  if (const auto found = records_where(source, FactKind::code, "$.text", text); !found.empty()) {
    return only_one(found, text);
  }
  if (const auto found = records_with_former(source, text); !found.empty()) {
    return only_one(found, text);
  }
  const auto number = text::parse_document_number(text);
  const std::string normal = number ? number->to_text() : text;
  if (const auto found =
          records_where(source, FactKind::description, "$.document_number.values[0]", normal);
      !found.empty()) {
    return only_one(found, text);
  }
  throw Failure(
      "没有这样的记录号、档号或文号 / no record has this id, archival code or document "
      "number: '" +
          text + "'",
      "查看 / see them with: guidang export HOME", ExitStatus::usage);
}

}  // namespace guidang

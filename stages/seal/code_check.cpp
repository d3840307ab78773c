// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/seal/code_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/number/code_pattern.h"
#include "pipeline/number/directories.h"
#include "pipeline/number/former_codes.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/sorter.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"

namespace guidang {
namespace {

using Complaint = std::function<void(const std::string&)>;

/// What a reader sees of a code: its values, whatever sign parts them.
std::string values_of(std::string_view code) {
  const std::string folded = text::fold(code);
  std::string values;
  for (std::size_t pos = 0; pos < folded.size();) {
    const char32_t c = text::next(folded, pos);
    const bool dot = c == U'\u00B7' || c == U'\u2022' || c == U'\u30FB' || c == U'\uFF65';
    const bool dash = (c >= U'\u2010' && c <= U'\u2013') || c == U'\u2212';
    text::append(values, dot || dash ? U'-' : c);
  }
  return values;
}

void check_alike(Sorter& sorter, const Complaint& complain) {
  SortedRow before;
  sorter.for_each([&](const SortedRow& row) {
    if (!before.key.empty() && row.key == before.key) {
      complain(fmt::format("{} 与 {} 是同一档号 / {} and {} are the same code", before.record,
                           row.record, before.record, row.record));
    }
    before = row;
  });
}

void check_archive_numbers(Register& source, const Complaint& complain) {
  sqlite::Statement rows = source.database().prepare(
      "SELECT l.series, d.value, count(*) FROM ledger l JOIN decision d ON d.record = l.item AND "
      "d.field = ?1 WHERE l.item <> '' AND d.value <> '' AND l.state = 'used' AND d.id = "
      "(SELECT max(id) FROM decision WHERE record = d.record AND field = d.field) "
      "GROUP BY l.series, d.value HAVING count(*) > 1 ORDER BY l.series, d.value");
  rows.bind(kArchiveNumberDecision);
  while (rows.step()) {
    complain(fmt::format(
        "{} 中馆编号 {} 用了 {} 次 / number {} of the archives is used {} times in {}",
        rows.text(0), rows.text(1), rows.integer(2), rows.text(1), rows.integer(2), rows.text(0)));
  }
}

}  // namespace

void check_codes(Register& source, const Profile& profile, std::string_view fonds_code,
                 const Complaint& complain) {
  const CodePattern pattern = CodePattern::read(profile.section("number"));
  const Directories directories(profile.section("number"));
  std::set<std::string> unknown;
  std::set<std::string> without_volume;
  auto volume_row = source.database().prepare("SELECT 1 FROM ledger WHERE code = ?1");
  const auto sorter = make_sorter();
  Ledger(source).for_each(0, [&](const LedgerRow& row) {
    sorter->add(values_of(row.code), row.code, {});
    const auto item = pattern.parse(row.code);
    const auto parts = item ? item : pattern.parse_volume(row.code);
    // Codes of an older pattern of the office stay as they were given.
    if (!parts) return;
    if (pattern.names("fonds") && parts->fonds != fonds_code) {
      complain(
          fmt::format("{} 是别的全宗（本全宗为 {}） / {} belongs to another fonds (this is {})",
                      row.code, fonds_code, row.code, fonds_code));
    }
    const auto known = directories.list();
    if (pattern.names("directory") && !known.empty() &&
        std::none_of(known.begin(), known.end(),
                     [&](const Directory& one) { return one.id == parts->directory; })) {
      unknown.insert(parts->directory);
    }
    if (item && pattern.volumes() && !without_volume.contains(row.series) &&
        !volume_row.bind(row.series).step()) {
      without_volume.insert(row.series);
    }
  });
  check_alike(*sorter, complain);
  for (const std::string& id : unknown) {
    complain(
        fmt::format("规则集没有目录号 {}，台账中有 / the ledger has directory {}, the profile has "
                    "not",
                    id, id));
  }
  for (const std::string& volume : without_volume) {
    complain(
        fmt::format("案卷 {} 没有台账行 / volume {} has no row in the ledger", volume, volume));
  }
  check_archive_numbers(source, complain);
}

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/views.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/facts_json.h"
#include "pipeline/files/digest.h"
#include "pipeline/register/after_seal.h"

namespace guidang {
namespace {

Finding finding_from(const sqlite::Statement& row) {
  Finding finding{.code = std::string(row.text(0)),
                  .severity = static_cast<Severity>(row.integer(1)),
                  .path = std::string(row.text(2)),
                  .place = std::string(row.text(3)),
                  .found = std::string(row.text(4)),
                  .expected = std::string(row.text(5))};
  if (!row.text(6).empty()) {
    finding.citations = nlohmann::json::parse(row.text(6)).get<std::vector<std::string>>();
  }
  return finding;
}

/// The fact as a read lets it through: of descriptions only the named fields.
std::shared_ptr<const Fact> through(const std::shared_ptr<const Fact>& fact, const Read& read) {
  if (fact == nullptr || read.fields.empty()) return fact;
  const auto* description = std::get_if<Description>(fact.get());
  if (description == nullptr) return fact;
  Description part;
  for (const std::string_view name : read.fields) {
    if (const auto it = description->fields.find(name); it != description->fields.end()) {
      part.fields.insert(*it);
    }
  }
  return std::make_shared<const Fact>(std::move(part));
}

bool declared(std::string_view field, const StageInfo& info) {
  return std::any_of(info.decisions.begin(), info.decisions.end(), [&](std::string_view name) {
    return name.ends_with(':') ? field.starts_with(name) : field == name;
  });
}

Decisions declared(const Decisions& all, const StageInfo& info) {
  Decisions some;
  for (const auto& [field, decision] : all) {
    if (declared(field, info)) some.emplace(field, decision);
  }
  return some;
}

View narrow_record(const Known& known, const StageInfo& info, const PageSource& pages, bool part) {
  View view(known.id, pages);
  for (const Read& read : info.reads) {
    if (read.of_parts != part) continue;
    if (const auto fact = through(known.facts[static_cast<std::size_t>(read.kind)], read)) {
      view.put(fact);
    }
  }
  view.put(declared(known.decisions, info));
  if (info.reads_findings) view.put(known.findings);
  view.put_sealed(known.sealed);
  return view;
}

void digest_record(const Known& known, const StageInfo& info, bool part, files::Sha256& sink) {
  sink.update(known.id);
  for (const Read& read : info.reads) {
    if (read.of_parts != part) continue;
    sink.update("\x1e" + std::string(name_of(read.kind)) + "\x1f");
    if (const auto fact = through(known.facts[static_cast<std::size_t>(read.kind)], read)) {
      sink.update(to_bytes(*fact));
    }
  }
  for (const auto& [field, decision] : declared(known.decisions, info)) {
    sink.update("\x1e" + field + "\x1f" + decision.value + "\x1f" + decision.by);
  }
  if (info.reads_findings) {
    for (const Finding& finding : known.findings) {
      sink.update("\x1e" + finding.code + "\x1f" + std::string(to_text(finding.severity)) + "\x1f" +
                  finding.place + "\x1f" + finding.found);
    }
  }
  if (known.sealed) sink.update("\x1esealed");
}

/// "(1,4,7)": kinds that a stage reads, for an SQL `IN`.
std::string kinds_of(const StageInfo& info, std::optional<bool> of_parts) {
  std::string list = "(-1";
  for (const Read& read : info.reads) {
    if (of_parts && read.of_parts != *of_parts) continue;
    list += "," + std::to_string(static_cast<int>(read.kind));
  }
  return list + ")";
}

}  // namespace

View narrow(const Known& known, const StageInfo& info, const PageSource& pages) {
  View view = narrow_record(known, info, pages, false);
  std::vector<View> parts;
  parts.reserve(known.parts.size());
  for (const Known& part : known.parts) parts.push_back(narrow_record(part, info, pages, true));
  view.put(std::move(parts));
  return view;
}

std::string fingerprint(const Known& known, const StageInfo& info, std::string_view settings) {
  files::Sha256 sink;
  sink.update(info.name);
  sink.update("\x1e" + std::to_string(info.revision) + "\x1e");
  sink.update(settings);
  digest_record(known, info, false, sink);
  for (const Known& part : known.parts) digest_record(part, info, true, sink);
  return sink.hex();
}

std::string mark_settings(const StageInfo& info, std::string_view settings) {
  return std::to_string(info.revision) + "|" + std::string(settings);
}

struct RecordReader::Impl {
  Register& source;
  sqlite::Database& db;
  sqlite::Statement facts = db.prepare(
      "SELECT c.kind, f.value FROM current c JOIN fact f ON f.id = c.fact WHERE c.record = ?1");
  sqlite::Statement decisions = db.prepare(
      "SELECT field, value, by_whom, date, why FROM decision "
      "WHERE record = ?1 AND (?2 = 0 OR commit_id <= ?2 OR field IN " +
      fields_after_seal() + ") ORDER BY id");
  sqlite::Statement proposals = db.prepare(
      "SELECT d.field, d.value, d.by_whom, d.date, d.why FROM decision d "
      "JOIN pin p ON p.record = d.record "
      "JOIN seal s ON s.year = p.year AND s.edition = p.edition "
      "WHERE d.record = ?1 AND d.commit_id > s.commit_id AND d.field NOT IN " +
      fields_after_seal() + " ORDER BY d.id");
  sqlite::Statement findings = db.prepare(
      "SELECT code, severity, path, place, found, expected, citations FROM finding "
      "WHERE subject = ?1 AND ended IS NULL ORDER BY stage, id");
  sqlite::Statement sealed_in = db.prepare(
      "SELECT s.commit_id FROM pin p JOIN seal s ON s.year = p.year AND s.edition = p.edition "
      "WHERE p.record = ?1");
  sqlite::Statement pass =
      db.prepare("SELECT fingerprint FROM pass WHERE stage = ?1 AND record = ?2");
  sqlite::Statement item_of = db.prepare("SELECT item FROM member WHERE document = ?1");
  sqlite::Statement mark = db.prepare("SELECT settings, commit_id FROM mark WHERE stage = ?1");
  bool has_decisions = any("decision");
  bool has_seals = any("seal");

  explicit Impl(Register& r) : source(r), db(r.database()) {}

  /// Most homes have few decisions and seals: a pass over all records need not ask for each.
  bool any(const char* table) {
    return db.prepare("SELECT EXISTS (SELECT 1 FROM " + std::string(table) + ")").step_integer() !=
           0;
  }

  void load_decisions(const RecordId& id, std::int64_t seal, Known& known) {
    decisions.bind(id, seal);
    while (decisions.step()) {
      std::string field(decisions.text(0));
      if (decisions.text(1).empty()) {
        known.decisions.erase(field);
        continue;
      }
      known.decisions[std::move(field)] =
          Decision{std::string(decisions.text(1)), std::string(decisions.text(2)),
                   std::string(decisions.text(3)), std::string(decisions.text(4))};
    }
  }

  Known load_one(const RecordId& id, const std::array<bool, kFactKinds>& kinds,
                 bool with_findings) {
    Known known;
    known.id = id;
    if (has_seals) {
      // What was decided after the seal is a proposal: the record reads as it was sealed, but for
      // the fields that count at once.
      const std::int64_t seal = sealed_in.bind(id).step_integer();
      sealed_in.reset();
      known.sealed = seal != 0;
      if (has_decisions) load_decisions(id, seal, known);
    } else if (has_decisions) {
      load_decisions(id, 0, known);
    }
    facts.bind(id);
    while (facts.step()) {
      const auto kind = static_cast<std::size_t>(facts.integer(0));
      if (kind >= kFactKinds || !kinds[kind]) continue;
      Fact fact = fact_from_bytes(static_cast<FactKind>(kind), facts.text(1));
      if (!known.decisions.empty()) overlay(fact, known.decisions);
      known.facts[kind] = std::make_shared<const Fact>(std::move(fact));
    }
    if (with_findings) {
      findings.bind(id);
      while (findings.step()) known.findings.push_back(finding_from(findings));
    }
    return known;
  }

  /// The stage's mark when its settings still hold, else −1: it must see everything.
  std::int64_t mark_of(const StageInfo& info, std::string_view settings) {
    const bool holds = mark.bind(info.name).step() && mark.text(0) == mark_settings(info, settings);
    const std::int64_t commit = holds ? mark.integer(1) : -1;
    mark.reset();
    return commit;
  }

  bool any_since(const std::string& sql, std::int64_t commit) {
    return db.prepare("SELECT EXISTS (" + sql + ")").bind(commit).step_integer() != 0;
  }
};

RecordReader::RecordReader(Register& source) : impl_(std::make_unique<Impl>(source)) {}
RecordReader::~RecordReader() = default;

Wanted Wanted::everything() {
  Wanted wanted;
  wanted.own.fill(true);
  wanted.of_parts.fill(true);
  wanted.findings = true;
  return wanted;
}

void Wanted::add(const StageInfo& info) {
  for (const Read& read : info.reads) {
    (read.of_parts ? of_parts : own)[static_cast<std::size_t>(read.kind)] = true;
  }
  if (info.writes) own[static_cast<std::size_t>(*info.writes)] = true;
  // Its documents are what an item is read with, so which they are is always wanted.
  own[static_cast<std::size_t>(FactKind::item)] = true;
  findings = findings || info.reads_findings;
}

Known RecordReader::load(const RecordId& id, const Wanted& wanted) {
  Known known = impl_->load_one(id, wanted.own, wanted.findings);
  const auto& slot = known.facts[static_cast<std::size_t>(FactKind::item)];
  if (slot == nullptr) return known;
  const Item& item = std::get<Item>(*slot);
  for (const ItemPart& part : item.parts) {
    Known& document =
        known.parts.emplace_back(impl_->load_one(part.document, wanted.of_parts, wanted.findings));
    known.findings.insert(known.findings.end(), document.findings.begin(), document.findings.end());
    if (part.document == item.main)
      known.decisions.insert(document.decisions.begin(), document.decisions.end());
  }
  return known;
}

bool RecordReader::exists(const RecordId& id) {
  return impl_->db.prepare("SELECT EXISTS (SELECT 1 FROM record WHERE id = ?1)")
             .bind(id)
             .step_integer() != 0;
}

Decisions RecordReader::proposals(const RecordId& id) {
  Decisions later;
  sqlite::Statement& rows = impl_->proposals;
  rows.bind(id);
  while (rows.step()) {
    later[std::string(rows.text(0))] =
        Decision{std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3)),
                 std::string(rows.text(4))};
  }
  return later;
}

std::optional<RecordId> RecordReader::item_of(const RecordId& document) {
  std::optional<RecordId> item;
  if (impl_->item_of.bind(document).step()) item = std::string(impl_->item_of.text(0));
  impl_->item_of.reset();
  return item;
}

void RecordReader::for_each_id(char kind, const std::function<void(const RecordId&)>& visit) {
  sqlite::Statement ids =
      kind == 'i'
          ? impl_->db.prepare("SELECT record FROM current WHERE kind = " +
                              std::to_string(static_cast<int>(FactKind::item)) + " ORDER BY record")
          : impl_->db.prepare("SELECT id FROM record WHERE kind = '" + std::string(1, kind) +
                              "' ORDER BY id");
  while (ids.step()) visit(std::string(ids.text(0)));
}

std::uint64_t RecordReader::count(char kind) {
  std::uint64_t count = 0;
  for_each_id(kind, [&](const RecordId&) { ++count; });
  return count;
}

std::vector<RecordId> RecordReader::changed_since_mark(const StageInfo& info,
                                                       std::string_view settings) {
  const std::int64_t mark = impl_->mark_of(info, settings);
  const bool items = info.scope == Scope::item;
  std::vector<RecordId> ids;
  if (mark < 0) {
    for_each_id(items ? 'i' : 'd', [&](const RecordId& id) { ids.push_back(id); });
    return ids;
  }
  std::string touched =
      "SELECT record FROM current WHERE since > ?1 AND kind IN " + kinds_of(info, std::nullopt) +
      " UNION SELECT record FROM retraction WHERE commit_id > ?1 AND kind IN " +
      kinds_of(info, std::nullopt) + " UNION SELECT record FROM decision WHERE commit_id > ?1";
  if (info.reads_findings) {
    touched +=
        " UNION SELECT subject FROM finding WHERE commit_id > ?1"
        " UNION SELECT subject FROM finding WHERE ended > ?1";
  }
  const std::string sql =
      items ? "WITH touched(id) AS (" + touched +
                  ") SELECT id FROM touched JOIN current c ON c.record = id AND c.kind = " +
                  std::to_string(static_cast<int>(FactKind::item)) +
                  " UNION SELECT m.item FROM touched JOIN member m ON m.document = id ORDER BY 1"
            : "WITH touched(id) AS (" + touched +
                  ") SELECT t.id FROM touched t JOIN record r ON r.id = t.id AND r.kind = 'd' "
                  "ORDER BY 1";
  sqlite::Statement rows = impl_->db.prepare(sql);
  rows.bind(mark);
  while (rows.step()) ids.emplace_back(rows.text(0));
  return ids;
}

bool RecordReader::set_changed(const StageInfo& info, std::string_view settings) {
  const std::int64_t mark = impl_->mark_of(info, settings);
  if (mark < 0) return true;
  const std::string kinds = kinds_of(info, std::nullopt);
  return impl_->any_since("SELECT 1 FROM current WHERE since > ?1 AND kind IN " + kinds, mark) ||
         impl_->any_since("SELECT 1 FROM retraction WHERE commit_id > ?1 AND kind IN " + kinds,
                          mark) ||
         impl_->any_since("SELECT 1 FROM decision WHERE commit_id > ?1", mark) ||
         impl_->any_since("SELECT 1 FROM seal WHERE commit_id > ?1", mark) ||
         impl_->any_since("SELECT 1 FROM ledger WHERE commit_id > ?1", mark) ||
         (info.reads_findings &&
          (impl_->any_since("SELECT 1 FROM finding WHERE commit_id > ?1", mark) ||
           impl_->any_since("SELECT 1 FROM finding WHERE ended > ?1", mark)));
}

std::string RecordReader::pass(std::string_view stage, const RecordId& record) {
  std::string fingerprint;
  if (impl_->pass.bind(stage, record).step()) fingerprint = impl_->pass.text(0);
  impl_->pass.reset();
  return fingerprint;
}

}  // namespace guidang

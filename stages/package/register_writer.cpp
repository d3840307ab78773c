// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/register_writer.h"

#include <nlohmann/json.hpp>

#include "pipeline/account.h"
#include "pipeline/facts_json.h"
#include "pipeline/failure.h"
#include "pipeline/register/after_seal.h"
#include "stages/package/register_reader.h"

namespace guidang::bag {
namespace {

using nlohmann::json;

class RowsWriter {
 public:
  RowsWriter(Home& home, SealedYear& sealed, const std::function<void(std::string_view)>& write)
      : home_(home), sealed_(sealed), db_(home.registry().database()), write_(write) {}

  void run() {
    head();
    Ledger ledger(home_.registry());
    ledger.for_each(sealed_.year(), [&](const LedgerRow& row) {
      if (row.edition <= sealed_.seal().edition) number(row);
    });
    ledger.for_each(sealed_.year(), [&](const LedgerRow& row) {
      if (row.state != "used" || row.edition > sealed_.seal().edition) return;
      is_volume(row) ? volume(row.item) : item(row.item);
    });
  }

 private:
  void put(const json& row) {
    write_(row.dump(-1, ' ', false, json::error_handler_t::replace) + "\n");
  }

  void head() {
    const Fonds& fonds = home_.fonds();
    put({{"row", "register"},
         {"format", kRegisterFormat},
         {"fonds", fonds.code},
         {"name", fonds.name},
         {"profile", fonds.profile},
         {"ceiling", fonds.ceiling},
         {"year", sealed_.year()},
         {"edition", sealed_.seal().edition}});
    for (const SealRow& seal : sealed_.seals()) {
      put({{"row", "seal"},
           {"edition", seal.edition},
           {"by", seal.by},
           {"checked_by", seal.checked_by},
           {"date", seal.date},
           {"left_held", seal.left_held},
           {"why", seal.why}});
    }
  }

  void number(const LedgerRow& row) {
    put({{"row", "ledger"},
         {"series", row.series},
         {"number", row.number},
         {"code", row.code},
         {"state", row.state},
         {"item", row.item},
         {"edition", row.edition},
         {"note", row.note}});
    if (row.state != "tombstone") return;
    // All that is left of a withdrawn item is who withdrew it, and why.
    withdrawal_.bind(row.item);
    while (withdrawal_.step()) decision(row.item, withdrawal_);
  }

  /// A volume is nothing but what people decided about it.
  void volume(const std::string& id) {
    decisions_.bind(id, sealed_.commit());
    while (decisions_.step()) decision(id, decisions_);
  }

  void item(const RecordId& id) {
    Item joined;
    record(id, 'i', &joined);
    for (const ItemPart& part : joined.parts) record(part.document, 'd', nullptr);
  }

  void record(const RecordId& id, char kind, Item* joined) {
    pin_.bind(id, sealed_.year());
    if (!pin_.step()) {
      throw Failure("登记簿中 " + id + " 没有封存 the register has not sealed it",
                    "检查登记簿 examine the register: guidang doctor HOME");
    }
    const std::int64_t edition = pin_.integer(0);
    const std::int64_t commit = pin_.integer(1);
    pin_.reset();
    put({{"row", "record"}, {"id", id}, {"kind", std::string(1, kind)}});
    facts(id, joined);
    findings(id);
    decisions_.bind(id, commit);
    while (decisions_.step()) decision(id, decisions_);
    if (kind == 'd') files(id);
    put({{"row", "pin"}, {"record", id}, {"edition", edition}});
  }

  void facts(const RecordId& id, Item* joined) {
    facts_.bind(id);
    while (facts_.step()) {
      const auto kind = static_cast<std::size_t>(facts_.integer(0));
      if (kind >= kFactKinds) continue;
      // Through the fact itself, so that damage is found now and not when it is read back.
      const Fact fact = fact_from_bytes(static_cast<FactKind>(kind), facts_.text(3));
      put({{"row", "fact"},
           {"record", id},
           {"kind", kFactNames[kind]},
           {"stage", facts_.text(1)},
           {"revision", facts_.integer(2)},
           {"value", to_json(fact)}});
      if (joined == nullptr) continue;
      if (const Item* item = std::get_if<Item>(&fact)) *joined = *item;
    }
  }

  void findings(std::string_view subject) {
    findings_.bind(subject, sealed_.commit());
    while (findings_.step()) {
      json citations = json::parse(findings_.text(7), nullptr, false);
      if (!citations.is_array()) citations = json::array();
      put({{"row", "finding"},
           {"subject", subject},
           {"stage", findings_.text(0)},
           {"code", findings_.text(1)},
           {"severity", to_text(static_cast<Severity>(findings_.integer(2)))},
           {"path", findings_.text(3)},
           {"place", findings_.text(4)},
           {"found", findings_.text(5)},
           {"expected", findings_.text(6)},
           {"citations", std::move(citations)}});
    }
  }

  void decision(const RecordId& id, const sqlite::Statement& row) {
    put({{"row", "decision"},
         {"record", id},
         {"field", row.text(0)},
         {"value", row.text(1)},
         {"by", row.text(2)},
         {"date", row.text(3)},
         {"why", row.text(4)}});
  }

  void files(const RecordId& document) {
    files_.bind(document, sealed_.commit());
    while (files_.step()) {
      const std::string key(files_.text(0));
      const auto state = static_cast<std::size_t>(files_.integer(3));
      put({{"row", "file"},
           {"key", key},
           {"batch", files_.text(1)},
           {"path", files_.text(2)},
           {"state", state < kFileStates.size() ? kFileStates[state] : std::string_view{}},
           {"code", files_.text(4)},
           {"digest", files_.text(5)},
           {"size", files_.integer(6)},
           {"document", document}});
      findings(key);
    }
  }

  Home& home_;
  SealedYear& sealed_;
  sqlite::Database& db_;
  const std::function<void(std::string_view)>& write_;
  sqlite::Statement facts_ = db_.prepare(
      "SELECT f.kind, f.stage, f.revision, f.value FROM current c JOIN fact f ON f.id = c.fact "
      "WHERE c.record = ?1 ORDER BY c.kind");
  // Within a stage in its own order: reading them back, a stage finds what it would say again.
  sqlite::Statement findings_ = db_.prepare(
      "SELECT stage, code, severity, path, place, found, expected, citations FROM finding "
      "WHERE subject = ?1 AND commit_id <= ?2 AND (ended IS NULL OR ended > ?2) "
      "ORDER BY stage, id");
  sqlite::Statement decisions_ = db_.prepare(
      "SELECT field, value, by_whom, date, why FROM decision "
      "WHERE record = ?1 AND (commit_id <= ?2 OR field IN " +
      fields_after_seal() + ") ORDER BY id");
  sqlite::Statement withdrawal_ = db_.prepare(
      "SELECT field, value, by_whom, date, why FROM decision "
      "WHERE record = ?1 AND field = 'withdraw' ORDER BY id");
  // Components and sidecars: what lies in quarantine is not in the bundle.
  sqlite::Statement files_ = db_.prepare(
      "SELECT key, batch, path, state, code, digest, size FROM file "
      "WHERE document = ?1 AND state <= 1 AND commit_id <= ?2 ORDER BY path, key");
  sqlite::Statement pin_ = db_.prepare(
      "SELECT p.edition, s.commit_id FROM pin p "
      "JOIN seal s ON s.year = p.year AND s.edition = p.edition "
      "WHERE p.record = ?1 AND p.year = ?2");
};

}  // namespace

void write_register_rows(Home& home, SealedYear& sealed,
                         const std::function<void(std::string_view)>& write) {
  RowsWriter(home, sealed, write).run();
}

}  // namespace guidang::bag

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/index/make_index.h"

#include <utility>

#include "index/audit.h"
#include "index/inventory.h"
#include "pipeline/files/data_root.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/views.h"
#include "stages/index/behind.h"
#include "stages/index/index_record.h"

namespace guidang {
namespace {

constexpr std::size_t kMostExamples = 20;

PageSource pages_of(Home& home) {
  return {[&home](const ComponentText& text) { return home.content().pages(text); }};
}

IndexRule rule_of(const Home& home) {
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  return {.fonds_code = home.fonds().code,
          .everybodys = index::read_public_parts(profile.section("index"))};
}

void for_each_record(Home& home, const Tick& tick,
                     const std::function<void(index::IndexRecord)>& visit) {
  RecordReader records(home.registry());
  const IndexRule rule = rule_of(home);
  Wanted wanted;
  wanted.add(index_info());
  std::uint64_t seen = 0;
  records.for_each_id('i', [&](const RecordId& id) {
    const View item = narrow(records.load(id, wanted), index_info(), pages_of(home));
    if (auto record = index_record(item, rule)) visit(std::move(*record));
    if (tick) tick(++seen);
  });
}

}  // namespace

index::CommitResult make_index(Home& home, const MakeOptions& options) {
  index::GenerationWriter writer(home.index(), {.jobs = options.jobs, .rebuild = options.rebuild});
  for_each_record(home, options.tick,
                  [&](index::IndexRecord record) { writer.add(std::move(record)); });
  const index::CommitResult result = writer.commit();
  clear_behind(home.index());
  return result;
}

std::optional<index::IndexRecord> read_index_record(Home& home, const RecordId& item) {
  RecordReader records(home.registry());
  const Known known = records.load(item);
  if (known.facts[static_cast<std::size_t>(FactKind::item)] == nullptr) return std::nullopt;
  return index_record(narrow(known, index_info(), pages_of(home)), rule_of(home));
}

IndexCheck check_index(Home& home, const Tick& tick) {
  const index::AuditResult audit = index::audit(home.index());
  IndexCheck check{
      .generation = audit.generation, .records = audit.records, .problems = audit.problems};
  if (!check.problems.empty()) return check;
  index::Inventory inventory(home.index());
  const auto note = [&](std::uint64_t& count, const RecordId& record, std::string_view what) {
    ++count;
    if (check.examples.size() < kMostExamples) check.examples.emplace_back(record, what);
  };
  for_each_record(home, tick, [&](const index::IndexRecord& record) {
    ++check.expected;
    switch (inventory.compare(record)) {
      case index::Compared::equal:
        break;
      case index::Compared::missing:
        return note(check.missing, record.record, "missing");
      case index::Compared::too_open:
        return note(check.too_open, record.record, "too_open");
      case index::Compared::too_closed:
        return note(check.too_closed, record.record, "too_closed");
      case index::Compared::other:
        return note(check.other, record.record, "other");
    }
  });
  inventory.for_each_extra([&](const std::string& record) { note(check.extra, record, "extra"); });
  return check;
}

}  // namespace guidang

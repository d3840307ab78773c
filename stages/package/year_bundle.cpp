// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/year_bundle.h"

#include <fmt/format.h>

#include "pipeline/failure.h"
#include "pipeline/register/sorter.h"
#include "pipeline/verdict.h"
#include "pipeline/xml/writer.h"
#include "stages/package/layout.h"

namespace guidang::bag {
namespace {

constexpr std::array kReads{
    Read{.kind = FactKind::item},
    Read{.kind = FactKind::checks},
    Read{.kind = FactKind::appraisal},
    Read{.kind = FactKind::year},
    Read{.kind = FactKind::description, .of_parts = true, .fields = lists::kRowFields},
    Read{.kind = FactKind::text, .of_parts = true},
};

constexpr StageInfo kInfo{.name = "package",
                          .zh = "移交",
                          .summary = "makes the hand-over bundle",
                          .scope = Scope::item,
                          .reads = kReads,
                          .decisions = kVerdictDecisions,
                          .reads_findings = true};

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

/// What a file is within the item: its document's part in it, unless it is a part of the document.
Role role_in_item(Role of_document, Role of_component) {
  return of_component == Role::main ? of_document : of_component;
}

ComponentText text_of(const Known& document, const std::string& digest) {
  if (const Text* text = fact_of<Text>(document)) {
    for (const ComponentText& component : text->components) {
      if (component.digest == digest) return component;
    }
  }
  return {};
}

}  // namespace

YearBundle::YearBundle(Home& home, const Profile& profile, SealedYear& sealed,
                       const std::filesystem::path& folder, std::string name)
    : home_(home),
      profile_(profile),
      sealed_(sealed),
      folder_(folder),
      name_(std::move(name)),
      top_(fmt::format("data/{}-{}", home.fonds().code, sealed.year())),
      bag_(folder),
      records_(home.registry()),
      filed_rows_(make_sorter()),
      not_filed_rows_(make_sorter()) {}

std::string YearBundle::other(std::string_view file) const {
  return fmt::format("{}/{}/{}", top_, kOtherFolder, file);
}

void YearBundle::write() {
  write_items();
  write_list(lists::ListKind::filed);
  collect_not_filed();
  write_list(lists::ListKind::not_filed);
  write_ledger();
  write_register();
  write_history();
  write_rules();
  write_read_me();
  write_four_checks();
  finish();
}

void YearBundle::write_items() {
  BagFile directory = bag_.open(fmt::format("{}/{}", top_, kDirectoryFile));
  directory.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<文件目录>\n");
  Ledger(home_.registry()).for_each(sealed_.year(), [&](const LedgerRow& number) {
    // A volume's number stands in the ledger; what it holds follows by itself.
    if (is_volume(number)) return;
    if (number.state == "used" && number.edition <= sealed_.seal().edition) {
      write_item(number, directory);
    }
  });
  directory.write("</文件目录>\n");
  directory.close();
}

void YearBundle::write_item(const LedgerRow& number, BagFile& directory) {
  const Known item = records_.load(number.item);
  const Item* joined = fact_of<Item>(item);
  if (joined == nullptr || joined->parts.size() != item.parts.size()) {
    throw Failure("登记簿中 " + number.code + " 没有对应的件 the register has no item for it",
                  "检查登记簿 examine the register: guidang doctor HOME");
  }
  View view = narrow(item, kInfo, {});
  view.put(ArchivalCode{number.code, number.series, number.number, false});
  view.put_sealed(true);
  const lists::ListRow row = lists::filed_row(view).value();
  const std::string folder =
      fmt::format("{}/{}/{}/{}/{}/{}", top_, kRecordsFolder, home_.fonds().code, sealed_.year(),
                  safe_name(row.period), safe_name(number.code));

  std::vector<PackedComponent> packed;
  for (std::size_t i = 0; i < item.parts.size(); ++i) {
    const Components* components = fact_of<Components>(item.parts[i]);
    if (components == nullptr) continue;
    for (const Component& component : components->list) {
      packed.push_back(pack(folder, number, packed.size() + 1,
                            role_in_item(joined->parts[i].role, component.role), item.parts[i],
                            component));
    }
  }
  const std::string metadata = item_metadata(item, number, packed, home_.fonds(), sealed_);
  bag_.add(fmt::format("{}/{}{}", folder, safe_name(number.code), kMetadataEnding), metadata);
  checks_.look("1-6", metadata.find("\xEF\xBF\xBD") == std::string::npos, number.code);
  checks_.look("2-10", true);
  examine(item, number, row);
  directory_row(directory, row);
  filed_.add(row);
  filed_rows_->add(lists::sort_key(lists::ListKind::filed, row), item.id, lists::pack(row));
  ++items_;
}

PackedComponent YearBundle::pack(const std::string& folder, const LedgerRow& number,
                                 std::size_t position, Role role, const Known& document,
                                 const Component& component) {
  PackedComponent packed{.file = component_name(number.code, position, role, component.name),
                         .role = role,
                         .original = component,
                         .document = document.id,
                         .text = text_of(document, component.digest)};
  const files::Fd original(home_.content().open_object(component.digest));
  packed.digests = bag_.copy(folder + "/" + packed.file, original.get());
  if (packed.digests.sha256 != component.digest || packed.digests.size != component.size) {
    throw Failure(fmt::format("原件已损坏 original is damaged: {} ({}): found {}, expected {}",
                              number.code, component.digest.substr(0, 16),
                              packed.digests.sha256.substr(0, 16), component.digest.substr(0, 16)),
                  "从备份恢复 restore it from a backup: guidang doctor HOME");
  }
  checks_.look("1-1", true);
  checks_.look("1-10", true);
  checks_.look("1-11", true);
  checks_.look("2-11", true);
  if (packed.text.state == TextState::read || packed.text.state == TextState::failed) {
    checks_.look("3-4", packed.text.state == TextState::read, number.code);
  }
  ++components_;
  component_bytes_ += packed.digests.size;
  return packed;
}

void YearBundle::examine(const Known& item, const LedgerRow& number, const lists::ListRow& row) {
  const bool described = !row.title.empty() && !row.creator.empty() && !row.date.empty() &&
                         !row.period.empty() && !row.code.empty();
  checks_.look("2-4", described, number.code);
  std::string seal_day = sealed_.seal_of(number.edition).date;
  std::erase(seal_day, '-');
  const std::string day = row.date.starts_with('[') ? row.date.substr(1, 8) : row.date;
  checks_.look("1-5", !day.empty() && day <= seal_day, number.code);
  const Appraisal* appraisal = fact_of<Appraisal>(item);
  checks_.look("2-9", appraisal != nullptr && appraisal->filed && !appraisal->period.empty(),
               number.code);
}

void YearBundle::directory_row(BagFile& directory, const lists::ListRow& row) {
  std::string text;
  xml::Writer out(text);
  const std::size_t start = text.size();
  out.open("文件");
  out.element("顺序号", std::to_string(items_ + 1)).element("档号", row.code);
  out.element("责任者", row.creator).element("题名", row.title).element("日期", row.date);
  out.element("保管期限", row.period).element("密级", row.secrecy);
  out.element("页数", row.pages).element("备注", row.remarks);
  out.close();
  out.finish();
  // The writer begins a document; here its root is one of many.
  directory.write(std::string_view(text).substr(text.find('<', start)));
}

void YearBundle::collect_not_filed() {
  Ledger ledger(home_.registry());
  records_.for_each_id('i', [&](const RecordId& id) {
    if (ledger.sealed(id) || !sealed_.settled(id)) return;
    const auto row = lists::not_filed_row(narrow(records_.load(id), kInfo, {}));
    if (!row || row->year != sealed_.year()) return;
    not_filed_.add(*row);
    not_filed_rows_->add(lists::sort_key(lists::ListKind::not_filed, *row), id, lists::pack(*row));
  });
}

void YearBundle::write_list(lists::ListKind kind) {
  const bool filed = kind == lists::ListKind::filed;
  const SealRow& seal = sealed_.seal();
  const lists::ListHead head{.fonds_code = home_.fonds().code,
                             .fonds_name = home_.fonds().name,
                             .date = seal.date,
                             .edition = seal.edition,
                             .sealed_by = seal.by,
                             .checked_by = seal.checked_by};
  const lists::ListTemplate page = lists::load_page(profile_, kind);
  const std::string stem = other(lists::file_stem(kind));
  lists::ListWriter writer(bag_.place(stem).parent_path(), kind, sealed_.year(), page, head,
                           filed ? filed_ : not_filed_);
  (filed ? filed_rows_ : not_filed_rows_)->for_each([&](const SortedRow& row) {
    writer.add(lists::unpack(row.payload));
  });
  writer.finish();
  bag_.adopt(stem + ".csv");
  bag_.adopt(stem + ".html");
}

}  // namespace guidang::bag

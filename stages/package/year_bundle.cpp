// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/year_bundle.h"

#include <fmt/format.h>

#include "pipeline/failure.h"
#include "pipeline/lists/list_row.h"
#include "pipeline/lists/paper_reads.h"
#include "pipeline/register/sorter.h"
#include "pipeline/verdict.h"
#include "pipeline/xml/writer.h"
#include "stages/package/layout.h"

namespace guidang::bag {
namespace {

constexpr StageInfo kInfo{.name = "package",
                          .zh = "移交",
                          .summary = "makes the hand-over bundle",
                          .scope = Scope::item,
                          .reads = lists::kPaperReads,
                          .decisions = lists::kPaperDecisions,
                          .reads_findings = true};

template <typename F>
const F* fact_of(const Known& known) {
  const auto& slot = known.facts[static_cast<std::size_t>(kind_for<F>())];
  return slot == nullptr ? nullptr : &std::get<F>(*slot);
}

lists::Office office_of(Home& home, const Profile& profile, const SealedYear& sealed,
                        std::function<std::string(std::string_view)> code_title) {
  lists::Backing backing = lists::backing_of(home.registry());
  backing.seals = [&sealed](int) { return sealed.seals(); };
  backing.code_title = std::move(code_title);
  lists::Office office = lists::make_office(profile, std::move(backing));
  office.fonds_code = home.fonds().code;
  office.fonds_name = home.fonds().name;
  office.date = sealed.seal().date;
  return office;
}

/// Papers of the year, and what goes along with it: registers and other finding aids tell of more
/// than what was sealed.
std::vector<const lists::Paper*> papers_of(const Profile& profile) {
  std::vector<const lists::Paper*> papers;
  const auto of_year = lists::year_papers();
  for (const lists::Paper* paper : lists::all_papers(profile)) {
    const bool own = paper >= of_year.data() && paper < of_year.data() + of_year.size();
    if (own || paper->handed_over) papers.push_back(paper);
  }
  return papers;
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

YearBundle::YearBundle(Home& home, const Profile& profile, SealedYear& sealed, Target target)
    : home_(home),
      profile_(profile),
      sealed_(sealed),
      name_(std::move(target.name)),
      top_(fmt::format("data/{}-{}", home.fonds().code, sealed.year())),
      bag_(target.folder),
      records_(home.registry()),
      office_(office_of(home, profile, sealed, std::move(target.code_title))),
      papers_(papers_of(profile)),
      press_(office_, papers_, make_sorter()) {}

std::string YearBundle::other(std::string_view file) const {
  return fmt::format("{}/{}/{}", top_, kOtherFolder, file);
}

void YearBundle::write() {
  write_items();
  collect_not_filed();
  write_papers();
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
  const View view = view_of(item, number);
  const lists::ListRow row = lists::filed_row(view, office_).value();
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
  filed_[row.volume.empty() ? row.series : row.volume_series].add(row);
  press_.take(view);
  ++items_;
}

/// As the seal left it.
View YearBundle::view_of(Known item, const LedgerRow& number) {
  item.findings = sealed_.findings(item.id);
  for (Known& part : item.parts) part.findings = sealed_.findings(part.id);
  View view = narrow(item, kInfo, {});
  view.put(ArchivalCode{number.code, number.series, number.number, false});
  view.put_sealed(true);
  return view;
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
  const std::string& seal_day = sealed_.seal_of(number.edition).date;
  const std::string& day = row.date;
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
  out.element("页数", row.listed_pages()).element("备注", row.remarks);
  out.close();
  out.finish();
  // The writer begins a document; here its root is one of many.
  directory.write(std::string_view(text).substr(text.find('<', start)));
}

void YearBundle::collect_not_filed() {
  Ledger ledger(home_.registry());
  records_.for_each_id('i', [&](const RecordId& id) {
    if (ledger.sealed(id) || !sealed_.settled(id)) return;
    const View view = narrow(records_.load(id), kInfo, {});
    const auto row = lists::not_filed_row(view, office_);
    if (row && row->year == sealed_.year()) press_.take(view);
  });
  press_.close();
}

}  // namespace guidang::bag

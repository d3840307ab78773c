// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/relate.h"

#include <array>

#include "stages/relate/finder.h"
#include "stages/relate/ties.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 7> kFields{
    "title", "document_number", "creator", "date", "doctype", "attachments", "cited_numbers"};
constexpr std::array kReads{Read{FactKind::origin}, Read{FactKind::components},
                            Read{FactKind::description, false, kFields}};
constexpr std::array<std::string_view, 1> kDecisions{"duplicate"};
constexpr std::array kCodes{
    CodeInfo{"REL-101", "登记行与一份未登记的文件相符，视为该文件的登记行",
             "this ledger row fits a file that no row names, and is taken for its row",
             "核对；不是同一文件的，用 set 写入 duplicate=no",
             "compare; when they differ, set 'duplicate' to 'no'", ""},
    CodeInfo{"REL-102", "两份不同的文件用了同一文号", "two different documents bear one number",
             "核对文号；是同一文件的，用 merge 合并",
             "check the numbers; merge them when they are one", "GB/T 9704-2012 7.2.5"}};
constexpr StageInfo kInfo{.name = "relate",
                          .zh = "关联",
                          .summary = "finds which documents belong to one another",
                          .scope = Scope::document,
                          .reads = kReads,
                          .writes = FactKind::relations,
                          .decisions = kDecisions,
                          .codes = kCodes};

}  // namespace

const StageInfo& Relate::info() const { return kInfo; }

void Relate::run(RecordSet& set, Sink& sink) const {
  const auto rows = set.sorter();
  set.for_each_document([&](const View& document) { relate::ask(document, *rows); });
  relate::Ties ties(set.sorter(), sink);
  relate::Finder finder(ties);
  rows->for_each([&](const SortedRow& row) { finder.visit(row); });
  ties.finish();
}

}  // namespace guidang

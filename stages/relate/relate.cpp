// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/relate.h"

#include <array>

#include "stages/relate/by_hand.h"
#include "stages/relate/finder.h"
#include "stages/relate/near.h"
#include "stages/relate/ties.h"

namespace guidang {
namespace {

constexpr std::array<std::string_view, 8> kFields{"title",       "document_number", "creator",
                                                  "date",        "doctype",         "received",
                                                  "attachments", "cited_numbers"};
constexpr std::array kReads{Read{FactKind::origin}, Read{FactKind::components},
                            Read{FactKind::text}, Read{FactKind::description, false, kFields}};
constexpr std::array<std::string_view, 2> kDecisions{"duplicate", kTieDecision};
constexpr std::array kCodes{
    CodeInfo{"REL-101", "登记行与一份未登记的文件相符，视为该文件的登记行",
             "this ledger row fits a file that no row names, and is taken for its row",
             "核对；不是同一文件的，用 set 写入 duplicate=no",
             "compare; when they differ, set 'duplicate' to 'no'", ""},
    CodeInfo{"REL-102", "两份不同的文件用了同一文号", "two different documents bear one number",
             "核对文号；是同一文件的，用 merge 合并",
             "check the numbers; merge them when they are one", "GB/T 9704-2012 7.2.5"},
    CodeInfo{"REL-103", "与另一份文件内容几乎相同，可能是重份",
             "nearly the same text as another document; may be a second copy",
             "核对；是重份的，用 set 写入 relation:duplicate_of:记录号=yes",
             "compare; for a second copy set 'relation:duplicate_of:RECORD' to 'yes'", ""},
    CodeInfo{"REL-104", "人工关联不能执行：所指文件不存在，或关联首尾相接",
             "a tie set by a person cannot hold: no such document, or it leads round in a circle",
             "撤销这一关联", "take the tie back", ""}};
constexpr StageInfo kInfo{.name = "relate",
                          .zh = "关联",
                          .summary = "finds which documents belong to one another",
                          .scope = Scope::document,
                          .reads = kReads,
                          .writes = FactKind::relations,
                          .decisions = kDecisions,
                          .codes = kCodes,
                          .revision = 2};

}  // namespace

const StageInfo& Relate::info() const { return kInfo; }

void Relate::run(RecordSet& set, Sink& sink) const {
  const auto rows = set.sorter();
  relate::NearTexts near(settings_);
  relate::ByHand by_hand;
  set.for_each_document([&](const View& document) {
    const relate::Row row = relate::row_of(document);
    by_hand.see(document, row);
    relate::ask(document, row, near, *rows);
  });
  by_hand.settle();
  relate::Ties ties(set.sorter(), by_hand, sink);
  relate::Finder finder(near, ties);
  rows->for_each([&](const SortedRow& row) { finder.visit(row); });
  near.for_each_pair([&](const relate::NearPair& pair) { finder.visit(pair); });
  ties.finish();
}

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "pipeline/stage.h"

/// What papers look at, for the declaration of every stage that prints them. One list for all
/// kinds of lines: what is not here does not reach `gather`.
namespace guidang::lists {

/// Description fields of documents.
inline constexpr std::array<std::string_view, 22> kPaperFields{
    "title",         "document_number", "creator",  "date",           "doctype",
    "subtype",       "secrecy",         "urgency",  "signer",         "cc",
    "countersigner", "recipients",      "keywords", "line",           "incoming_class",
    "received",      "register_no",     "copies",   "printed_copies", "pages",
    "handling",      "remarks"};

inline constexpr std::array kPaperReads{
    Read{.kind = FactKind::item},
    Read{.kind = FactKind::checks},
    Read{.kind = FactKind::appraisal},
    Read{.kind = FactKind::year},
    Read{.kind = FactKind::placement},
    Read{.kind = FactKind::code},
    Read{.kind = FactKind::origin, .of_parts = true},
    Read{.kind = FactKind::components, .of_parts = true},
    Read{.kind = FactKind::description, .of_parts = true, .fields = kPaperFields},
    Read{.kind = FactKind::text, .of_parts = true},
    // Of documents by themselves, for rows of registers that are duplicates (aid_twins.h).
    Read{.kind = FactKind::origin},
    Read{.kind = FactKind::description, .fields = kPaperFields},
    Read{.kind = FactKind::relations},
};

/// What people decide that papers tell of, besides what decides the verdict.
inline constexpr std::array<std::string_view, 17> kPaperDecisions{
    "withdraw", "return",          "waive:",  // the verdict's
    "title",    "document_number", "creator", "date",    "secrecy",   "pages",    "remarks",
    "period",   "filed",           "year",    "opening", "duplicate", "received", "register_no"};

}  // namespace guidang::lists

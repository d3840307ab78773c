// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/facts.h"
#include "stages/describe/elements.h"

/// What is odd about a text as a whole. Only named, never mended: what is lost is for a person.
namespace guidang::describe {

/// DSC-130: several documents in one text, with the place of each; DSC-132…137: what the text has
/// lost, where it ends, whether it begins, in which language it is.
void report_oddities(const Reading& reading, std::vector<Finding>& findings);

/// Whether the text is a collection of documents: what stands in one part is not of the whole.
[[nodiscard]] std::vector<Finding> collection_of(const Reading& reading);

/// DSC-132, DSC-137: brackets, years, words and numbers that are gone; numbers of a page between.
void report_losses(const Reading& reading, std::vector<Finding>& findings);

/// DSC-136: elements or forms that documents of that day did not have. Nothing where the date is
/// less sure than `bound`.
void report_era(const Reading& reading, const Description& description, double bound,
                Findings& findings);

}  // namespace guidang::describe

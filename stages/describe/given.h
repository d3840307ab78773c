// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pipeline/facts.h"
#include "stages/describe/candidate.h"
#include "stages/describe/settings.h"

namespace guidang::describe {

/// What the ledger's row and the sidecar say, each value in its normal form. A value that cannot
/// be read as what its field holds is reported (DSC-112, DSC-105) and kept out.
void find_given(const Origin& origin, Candidates& out);

/// What the file itself marks as elements of the document. The marks are its maker's own: as good
/// as a text in its place, and no more than that.
void find_in_tags(const ComponentText& text, const Settings& settings, Candidates& out);

/// What the name of a file says: a title and a document number. With little trust, and only as a
/// witness when `text_read`.
void find_in_name(std::string_view path, bool text_read, Candidates& out);

}  // namespace guidang::describe

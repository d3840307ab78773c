// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "index/public_parts.h"
#include "index/web/record_view.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"
#include "pipeline/register/views.h"

namespace guidang::web {

/// Who asks the register for what.
struct RegisterQuestion {
  bool staff = false;
  bool all_history = false;  ///< superseded facts and duplicates, however long it takes
  /// The record as the visitor's index holds it, or nothing: ties go to such records only.
  std::function<std::optional<index::Hit>(const RecordId& item)> visible{};
};

/// What the register knows of an item, narrowed to what the visitor may see. Strangers get only
/// what the profile's section `index` gives to everybody, and nothing at all of an item that is not
/// open by now, whatever an index says. Nothing when the register has no such item.
[[nodiscard]] std::optional<RegisterView> read_register(Register& source, const Profile& profile,
                                                        const RecordId& item,
                                                        const RegisterQuestion& question);

/// The files of the item that the visitor may have, in its order.
[[nodiscard]] std::vector<FileView> files_of(const Known& item,
                                             const index::PublicParts* everybodys);

/// Open to everybody, and numbered for good; not withdrawn or returned since.
[[nodiscard]] bool is_open(const Known& item);

}  // namespace guidang::web

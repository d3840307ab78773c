// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "index/web/endpoint.h"

namespace guidang::web {

/// The uid that holds the other end of a connection within this machine, as the kernel's table
/// tells: `tcp` and `tcp6` in `folder`. Nothing when it is not there, or not an open socket of a
/// process: the kernel shows a socket whose process is gone as root's.
[[nodiscard]] std::optional<unsigned> socket_owner(const std::filesystem::path& folder,
                                                   const Endpoint& peer, const Endpoint& own);

/// The same from the text of one of the tables.
[[nodiscard]] std::optional<unsigned> owner_in_table(std::string_view table, const Endpoint& peer,
                                                     const Endpoint& own);

}  // namespace guidang::web

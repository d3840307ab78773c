// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/doorkeeper.h"

#include <algorithm>

#include "index/web/socket_owner.h"

namespace guidang::web {

Visitor MachineDoorkeeper::admit(const Knock& knock) const {
  constexpr unsigned kRoot = 0;
  if (options_.open_only || options_.beyond_loopback || knock.forwarded || knock.cross_site ||
      !knock.peer.is_loopback() || !knock.own.is_loopback()) {
    return {};
  }
  const auto owner = socket_owner(options_.proc, knock.peer, knock.own);
  if (!owner || (*owner != options_.user && *owner != kRoot)) return {};
  Visitor visitor{.classes = options_.readable()};
  visitor.staff = std::any_of(visitor.classes.begin(), visitor.classes.end(),
                              [](index::Access access) { return access != index::Access::open; });
  return visitor;
}

}  // namespace guidang::web

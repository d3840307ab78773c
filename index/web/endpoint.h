// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guidang::web {

/// One end of a TCP connection. An IPv4 address is kept as IPv6 writes it (::ffff:a.b.c.d).
struct Endpoint {
  std::array<std::uint8_t, 16> address{};
  std::uint16_t port = 0;
  bool operator==(const Endpoint&) const = default;

  [[nodiscard]] bool is_loopback() const;
};

/// Of an address in numbers, `127.0.0.1` or `::1` (brackets and a zone may be there); nothing for a
/// name.
[[nodiscard]] std::optional<Endpoint> endpoint_of(std::string_view address, std::uint16_t port);

}  // namespace guidang::web

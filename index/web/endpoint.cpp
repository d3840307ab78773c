// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/endpoint.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

namespace guidang::web {
namespace {

constexpr std::size_t kMappedAt = 12;  ///< where an IPv4 address begins in its IPv6 form

}  // namespace

bool Endpoint::is_loopback() const {
  constexpr std::array<std::uint8_t, kMappedAt> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (std::equal(kMapped.begin(), kMapped.end(), address.begin())) return address[kMappedAt] == 127;
  constexpr std::array<std::uint8_t, 16> kOne{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  return address == kOne;
}

std::optional<Endpoint> endpoint_of(std::string_view address, std::uint16_t port) {
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  }
  const std::string name(address.substr(0, address.find('%')));
  Endpoint end{.port = port};
  in_addr four{};
  if (inet_pton(AF_INET, name.c_str(), &four) == 1) {
    end.address[10] = 0xFF;
    end.address[11] = 0xFF;
    std::memcpy(end.address.data() + kMappedAt, &four, sizeof four);
    return end;
  }
  if (inet_pton(AF_INET6, name.c_str(), end.address.data()) == 1) return end;
  return std::nullopt;
}

}  // namespace guidang::web

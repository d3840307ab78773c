// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/files/fd.h"

/// Bytes and descriptors over a pair of sockets, with a deadline.
namespace guidang::extract {

using Deadline = std::chrono::steady_clock::time_point;

/// Two connected stream sockets, closed on exec, neither of them 0, 1 or 2 (a parent may have been
/// started with those closed). Throws Failure.
[[nodiscard]] std::pair<files::Fd, files::Fd> socket_pair();

enum class Transfer : std::uint8_t { done, closed, late };

/// Sends all bytes, the descriptor (when not negative) with the first of them. Never raises
/// SIGPIPE.
[[nodiscard]] Transfer send_all(int socket, std::string_view bytes, int passed = -1,
                                std::optional<Deadline> deadline = {});

/// Appends exactly `count` bytes to `bytes`, in pieces, so that a length somebody announced costs
/// nothing until the bytes are there. The first descriptor that comes along is kept in `passed`,
/// any other is closed; with a null `passed` all are.
[[nodiscard]] Transfer receive(int socket, std::string& bytes, std::size_t count,
                               files::Fd* passed = nullptr, std::optional<Deadline> deadline = {});

}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "stages/extract/limits.h"

/// What parent and helper say to each other: frames of a header and a payload over a stream socket.
///
///     header   "GX" (2) · version (1) · kind (1) · payload length (4)
///     request  limits, in the order of `Limits` · name · the file's descriptor beside it
///     (SCM_RIGHTS) begun    as a reply, without text: format and reader, so that they are known if
///     it ends badly reply    last (1) · state (1) · paged (1) · revision (4) · undecodable (8) ·
///     format · reader
///              · reason · encoding · n (4) · n pages · n (4) · n pairs of key and value
///
/// A request is answered by at most one begun and then one reply. Numbers are little-endian; a
/// string is its length (4) and its bytes. Both sides are the same program, so any other version is
/// garbage. The parent believes nothing that a helper says.
namespace guidang::extract {

inline constexpr std::uint8_t kProtocolVersion = 1;
inline constexpr std::size_t kHeaderBytes = 8;

enum class FrameKind : std::uint8_t { request = 1, begun = 2, reply = 3 };

struct FrameHeader {
  FrameKind kind = FrameKind::request;
  std::size_t length = 0;  ///< of the payload
};

struct Request {
  Limits limits{};
  std::string name{};  ///< shown name of the file, a hint only
};

struct Reply {
  Extraction extraction{};
  bool last = false;  ///< the helper is spent (out of memory, many files) and wants to be replaced
};

/// Whole frames.
[[nodiscard]] std::string encode(const Request& request);
[[nodiscard]] std::string encode(const Reply& reply, FrameKind kind = FrameKind::reply);

/// Nothing when these are not the bytes of a header, or it announces more than `most` bytes.
[[nodiscard]] std::optional<FrameHeader> decode_header(std::string_view bytes, std::size_t most);

[[nodiscard]] std::optional<Request> decode_request(std::string_view payload);

/// Nothing unless every length fits, every text is UTF-8 and within `limits`, the format is a known
/// one, a failure has a reason in one line, and no byte is left over.
[[nodiscard]] std::optional<Reply> decode_reply(std::string_view payload, const Limits& limits);

/// The longest reply that can be within the limits.
[[nodiscard]] std::size_t longest_reply(const Limits& limits);

}  // namespace guidang::extract

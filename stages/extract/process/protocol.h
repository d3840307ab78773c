// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/reader.h"
#include "stages/extract/limits.h"
#include "stages/extract/readers.h"

/// What parent and helper say to each other: frames of a header and a payload over a stream socket.
///
///     header   "GX" (2) · version (1) · kind (1) · payload length (4)
///     request  limits, in the order of `Limits` · purpose (1) · member (4) · name · the file's
///              descriptor beside it (SCM_RIGHTS)
///     begun    as a reply, without text: format and reader, so that they are known if it ends
///              badly
///     content  bytes of the member that was asked for, at most kContentBytes
///     reply    last (1) · state (1) · paged (1) · revision (4) · undecodable (8) · format · reader
///              · reason · encoding · n (4) · n pages · n (4) · n layouts · n (4) · n properties ·
///              n (4) · n technical facts · n (4) · n members
///     layout   width (4) · height (4) · n (4) · n boxes of four numbers (4) · n (4) · n runs of
///              lines that look alike: how many (4) · align (1) · face (1) · flags (1) · outline
///              (1) · size (4) · colour (4)
///     member   name · raw name (any bytes) · encoding · size (8) · refusal
///
/// A request is answered by at most one begun, then any number of contents, then one reply. Numbers
/// are little-endian; a string is its length (4) and its bytes; a property is key and value. Both
/// sides are the same program, so any other version is garbage. The parent believes nothing that a
/// helper says.
namespace guidang::extract {

inline constexpr std::uint8_t kProtocolVersion = 3;
inline constexpr std::size_t kHeaderBytes = 8;
inline constexpr std::size_t kContentBytes = 1 << 20;

enum class FrameKind : std::uint8_t { request = 1, begun = 2, reply = 3, content = 4 };

struct FrameHeader {
  FrameKind kind = FrameKind::request;
  std::size_t length = 0;  ///< of the payload
};

struct Request {
  Limits limits{};
  Order order{};
  std::string name{};  ///< shown name of the file, a hint only
};

struct Reply {
  Extraction extraction{};
  bool last = false;  ///< the helper is spent (out of memory, many files) and wants to be replaced
};

/// Whole frames.
[[nodiscard]] std::string encode(const Request& request);
[[nodiscard]] std::string encode(const Reply& reply, FrameKind kind = FrameKind::reply);
[[nodiscard]] std::string encode_content(std::string_view bytes);

/// Nothing when these are not the bytes of a header, or it announces more than `most` bytes.
[[nodiscard]] std::optional<FrameHeader> decode_header(std::string_view bytes, std::size_t most);

[[nodiscard]] std::optional<Request> decode_request(std::string_view payload);

/// Nothing unless every length fits, every text is UTF-8 and within `limits`, the format is a known
/// one, layouts are as many as pages or none, their
/// styles as many as lines or none, technical facts have known names, a failure has a
/// reason in one line, and no byte is left over.
[[nodiscard]] std::optional<Reply> decode_reply(std::string_view payload, const Limits& limits);

/// The longest reply that can be within the limits.
[[nodiscard]] std::size_t longest_reply(const Limits& limits);

}  // namespace guidang::extract

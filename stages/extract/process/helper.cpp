// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/helper.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <optional>
#include <string>

#include "pipeline/text/decode.h"
#include "pipeline/xml/html.h"
#include "stages/extract/process/channel.h"
#include "stages/extract/process/confine.h"
#include "stages/extract/process/protocol.h"

namespace guidang::extract {
namespace {

constexpr std::size_t kMaxRequest = 128 * 1024;

std::optional<Request> next_request(int socket, files::Fd& file) {
  std::string bytes;
  if (receive(socket, bytes, kHeaderBytes, &file) != Transfer::done) return std::nullopt;
  const auto header = decode_header(bytes, kMaxRequest);
  if (!header || header->kind != FrameKind::request) return std::nullopt;
  bytes.clear();
  if (receive(socket, bytes, header->length, &file) != Transfer::done) return std::nullopt;
  return decode_request(bytes);
}

void send_content(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    (void)send_all(socket, encode_content(bytes.substr(0, kContentBytes)));
    bytes.remove_prefix(std::min(bytes.size(), kContentBytes));
  }
}

Reply answer(int socket, int file, const Request& request, std::span<const ReaderEntry> readers) {
  Extraction known;
  known.format = info(Format::unknown).name;
  try {
    const Listener listener{.begun =
                                [&](const Extraction& begun) {
                                  known = begun;
                                  (void)send_all(socket, encode({begun, false}, FrameKind::begun));
                                },
                            .bytes = [&](std::string_view bytes) { send_content(socket, bytes); }};
    return {read_in_process(file, request.name, request.limits, readers, request.order, listener),
            false};
  } catch (const std::bad_alloc&) {
    return {failed(known, fmt::format("reader ran out of memory (limit {} MB)",
                                      request.limits.address_space >> 20)),
            true};
  }
}

}  // namespace

void warm_up() {
  // iconv loads each character set from disk at its first use.
  for (const char* name : {"GB18030", "Big5", "UTF-16LE"}) {
    (void)text::decode("\xB9\xE9\xB5\xB5", name);
  }
  (void)xml::parse_html("<p>归档", "");
}

void serve(int socket, std::span<const ReaderEntry> readers) {
  for (std::uint32_t count = 1;; ++count) {
    files::Fd file;
    const auto request = next_request(socket, file);
    if (!request || !file) return;
    limit_next_file(request->limits);
    Reply reply = answer(socket, file.get(), *request, readers);
    file.reset();
    reply.last = reply.last || count >= kFilesPerHelper;
    if (send_all(socket, encode(reply)) != Transfer::done || reply.last) return;
  }
}

}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/delivery.h"

#include <Poco/DeflatingStream.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "pipeline/files/digest.h"

namespace guidang::web {
namespace {

/// Below, a packet holds it anyway.
constexpr std::size_t kPays = 1400;

/// Nothing is loaded from elsewhere, no script but ours, nobody frames us.
constexpr std::string_view kPagePolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// A download that a browser shows all the same may do nothing at all.
constexpr std::string_view kDownloadPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

void set_default(Response& response, std::string_view name, std::string_view value) {
  if (response.header(name).empty()) response.set(name, std::string(value));
}

void add_protection(const Request& request, Response& response) {
  const bool download = !response.header("Content-Disposition").empty();
  set_default(response, "Content-Security-Policy", download ? kDownloadPolicy : kPagePolicy);
  set_default(response, "X-Content-Type-Options", "nosniff");
  set_default(response, "Referrer-Policy", "no-referrer");
  set_default(response, "Cross-Origin-Opener-Policy", "same-origin");
  set_default(response, "Cross-Origin-Resource-Policy", "same-origin");
  set_default(response, "X-Frame-Options", "DENY");
  set_default(response, "Permissions-Policy",
              "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  // Asked again each time: what was closed since must not be shown out of a cache.
  set_default(response, "Cache-Control", request.visitor.staff ? "private, no-cache" : "no-cache");
  set_default(response, "Vary", "Accept-Encoding, Accept-Language");
}

bool is_compressible(std::string_view type) {
  return type.starts_with("text/") || type.starts_with("application/json") ||
         type.starts_with("application/javascript") || type.starts_with("image/svg") ||
         type.find("+xml") != std::string_view::npos;
}

std::string compressed(const std::string& body) {
  std::ostringstream out;
  constexpr int kLevel = 5;
  Poco::DeflatingOutputStream stream(out, Poco::DeflatingStreamBuf::STREAM_GZIP, kLevel);
  stream << body;
  stream.close();
  return std::move(out).str();
}

/// Weak comparison: `W/"a"` and `"a"` are the same.
bool is_named(std::string_view list, std::string_view etag) {
  if (list == "*") return true;
  const std::string_view opaque = etag.substr(etag.find('"'));
  return list.find(opaque) != std::string_view::npos;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

}  // namespace

Response ready_to_send(const Request& request, Response response) {
  for (const auto& [name, value] : response.headers) {
    if (has_control(name) || has_control(value)) throw std::logic_error("header with a line end");
  }
  add_protection(request, response);
  if (response.status == 405) response.set("Allow", "GET, HEAD");
  const bool whole = !response.stream && !response.file;
  if (response.status == 200 && whole && response.header("ETag").empty()) {
    response.set("ETag", "W/\"" + files::sha256_hex(response.body).substr(0, 32) + "\"");
  }
  const std::string_view etag = response.header("ETag");
  if (response.status == 200 && !etag.empty() && is_named(request.if_none_match, etag)) {
    response.status = 304;
    response.body.clear();
    response.stream = nullptr;
    response.file.reset();
    return response;
  }
  if (request.gzip && whole && response.body.size() > kPays && is_compressible(response.type)) {
    response.body = compressed(response.body);
    response.set("Content-Encoding", "gzip");
  }
  return response;
}

}  // namespace guidang::web

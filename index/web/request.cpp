// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/request.h"

#include <algorithm>
#include <array>

#include "index/web/url.h"

namespace guidang::web {
namespace {

constexpr std::array<std::string_view, 6> kOfForwarders{
    "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

/// A host without its port: `[::1]:8420` gives `::1`. "" for what is none.
std::string host_name(std::string_view host) {
  std::string_view name = host;
  std::string_view port;
  if (name.starts_with('[')) {
    const std::size_t end = name.find(']');
    if (end == std::string_view::npos) return {};
    port = name.substr(end + 1);
    name = name.substr(1, end - 1);
  } else {
    const std::size_t colon = std::min(name.find(':'), name.size());
    port = name.substr(colon);
    name = name.substr(0, colon);
  }
  const bool good_port =
      port.empty() || (port.starts_with(':') && port.size() <= 6 &&
                       port.find_first_not_of("0123456789", 1) == std::string_view::npos);
  if (!good_port) return {};
  if (name.ends_with('.')) name.remove_suffix(1);
  return lower(name);
}

/// Names that another site's page cannot make point here: those of the loopback, the address that
/// the connection came in on, and what the owner named.
bool is_ours(std::string_view host, const RequestRules& rules, const Endpoint& own) {
  const std::string name = host_name(host);
  if (name.empty()) return false;
  if (name == "localhost" || name.ends_with(".localhost")) return true;
  if (const auto end = endpoint_of(name, own.port)) {
    return end->is_loopback() || end->address == own.address;
  }
  return std::any_of(rules.names.begin(), rules.names.end(),
                     [&](const std::string& known) { return lower(known) == name; });
}

bool has_body(const RawRequest& raw) {
  const std::string_view length = raw.header("content-length");
  return raw.count("transfer-encoding") > 0 || (!length.empty() && length != "0");
}

std::optional<Refusal> check(const RawRequest& raw, const RequestRules& rules) {
  if (raw.count("host") != 1) return Refusal{400, "bad-host"};
  if (!is_ours(raw.header("host"), rules, raw.own)) return Refusal{421, "wrong-host"};
  if (raw.method != "GET" && raw.method != "HEAD") return Refusal{405, "bad-method"};
  if (has_body(raw)) return Refusal{400, "has-body"};
  if (raw.target.size() > rules.longest_target) return Refusal{414, "too-long"};
  return std::nullopt;
}

/// The path of `/a?b` and of `http://host/a?b`, which a proxy may send.
std::string_view origin_form(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(scheme.size());
    const std::size_t slash = target.find('/');
    return slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  return target;
}

bool accepts_gzip(std::string_view header) {
  const std::size_t at = header.find("gzip");
  if (at == std::string_view::npos) return false;
  const std::string_view rest = header.substr(at + 4, header.find(',', at) - at - 4);
  return rest.find("q=0") == std::string_view::npos || rest.find("q=0.") != std::string_view::npos;
}

}  // namespace

std::size_t RawRequest::count(std::string_view name) const {
  return static_cast<std::size_t>(std::count_if(
      headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; }));
}

std::string_view RawRequest::header(std::string_view name) const {
  for (const auto& [known, value] : headers) {
    if (known == name) return value;
  }
  return {};
}

Understood understand(const RawRequest& raw, const RequestRules& rules,
                      const Doorkeeper& doorkeeper) {
  Understood understood;
  Request& request = understood.request;
  request.language = preferred_language(raw.header("accept-language"));
  request.head = raw.method == "HEAD";
  request.gzip = accepts_gzip(raw.header("accept-encoding"));
  request.if_none_match = raw.header("if-none-match");
  understood.refusal = check(raw, rules);
  if (understood.refusal) return understood;

  request.origin = "http://" + std::string(raw.header("host"));
  const std::string_view target = origin_form(raw.target);
  const std::size_t mark = std::min(target.find('?'), target.size());
  request.path = target.substr(0, mark);
  auto segments = segments_of(request.path);
  auto parameters =
      Parameters::read(mark == target.size() ? std::string_view{} : target.substr(mark + 1));
  if (!segments || !parameters) {
    understood.refusal = Refusal{400, "bad-address"};
    return understood;
  }
  request.segments = std::move(*segments);
  request.parameters = std::move(*parameters);
  const std::string_view language = request.parameters.get("lang");
  if (language == "zh") request.language = Language::zh;
  if (language == "en") request.language = Language::en;

  const std::string_view site = raw.header("sec-fetch-site");
  const bool forwarded = std::any_of(kOfForwarders.begin(), kOfForwarders.end(),
                                     [&](std::string_view name) { return raw.count(name) > 0; });
  request.visitor = doorkeeper.admit({.peer = raw.peer,
                                      .own = raw.own,
                                      .forwarded = forwarded,
                                      .cross_site = site == "cross-site" || site == "same-site"});
  return understood;
}

}  // namespace guidang::web

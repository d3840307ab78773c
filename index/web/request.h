// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/web/doorkeeper.h"
#include "index/web/language.h"
#include "index/web/parameters.h"
#include "index/web/visitor.h"

namespace guidang::web {

/// What a visitor asks for, understood. Free of sockets, so that tests make their own.
struct Request {
  std::string path = "/";               ///< as sent, without the parameters
  std::vector<std::string> segments{};  ///< of the path, decoded: {"record", "X001-1"}
  Parameters parameters{};
  Language language = Language::zh;  ///< `lang=`, else Accept-Language
  Visitor visitor{};
  std::string origin{};  ///< of this site, as the visitor calls it: http://localhost:8420
  bool head = false;     ///< HEAD: the headers are all that is sent
  bool gzip = false;     ///< a body may be compressed
  std::string if_none_match{};

  /// Whether the answer is for a program: `.json` at the end of the path. So are errors then.
  [[nodiscard]] bool wants_json() const { return path.ends_with(".json"); }
};

/// Why a request is not answered. `reason` is the id of a text in templates/web/texts.xml.
struct Refusal {
  int status = 400;
  std::string_view reason = "bad-request";
  bool operator==(const Refusal&) const = default;
};

/// A request as it came over the wire. Header names in lower case.
struct RawRequest {
  std::string method{};
  std::string target{};
  std::vector<std::pair<std::string, std::string>> headers{};
  Endpoint peer{};
  Endpoint own{};

  /// How often a header is there.
  [[nodiscard]] std::size_t count(std::string_view name) const;
  /// The first of this name, or "".
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// What the server answers to, and how long requests may be.
struct RequestRules {
  std::vector<std::string> names{};  ///< besides those of the loopback and the address itself
  std::size_t longest_target = 8192;
};

/// A request refused still has the parts that an answer in the visitor's language needs.
struct Understood {
  Request request{};
  std::optional<Refusal> refusal{};
};

/// Reads a request and asks the doorkeeper. Methods other than GET and HEAD, hosts that are not
/// ours (DNS rebinding), and what cannot be decoded are refused.
[[nodiscard]] Understood understand(const RawRequest& raw, const RequestRules& rules,
                                    const Doorkeeper& doorkeeper);

}  // namespace guidang::web

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "index/web/doorkeeper.h"
#include "index/web/site.h"

namespace guidang::web {

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< in numbers; `0.0.0.0` and `::` are all of the machine's
  std::uint16_t port = 8420;          ///< 0: one that is free
  std::vector<std::string> names{};   ///< further hosts that it answers to
  unsigned threads = 256;             ///< connections served at the same time
  std::function<void(const std::string&)> log{};       ///< a line for each request; may be empty
  std::function<void(const std::string&)> complain{};  ///< what went wrong inside
};

/// The site on the network. A connection has a thread of its own, so connections are short: kept
/// open for a second between requests, closed when a request takes its time to arrive.
class Server {
 public:
  /// Listens, and serves until `stop` or its end. Site and doorkeeper must outlive it. Throws
  /// Failure when the address cannot be had.
  Server(const Site& site, const Doorkeeper& doorkeeper, ServerOptions options);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  /// `http://127.0.0.1:8420/`
  [[nodiscard]] std::string address() const;

  /// Takes no new connection and ends those that are there, after the answer they are in.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::web

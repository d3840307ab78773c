// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <functional>

#include "pipeline/files/fd.h"

namespace guidang::extract {

/// A small process without threads, forked while the program has none either, that forks further
/// ones on request: a program with threads must not fork by itself, since a child would inherit
/// locks that nobody opens. It also owns its children, so their ends are told apart and no process
/// id is ever signalled after it may mean somebody else. One caller at a time.
class ForkServer {
 public:
  struct Child {
    files::Fd socket{};  ///< to talk to it; closing it asks it to end
    pid_t id = -1;
  };

  /// `prepare` runs once in the server (what it loads, the children share), `child` in each child
  /// with its end of the socket. Throws Failure.
  ForkServer(const std::function<void()>& prepare, const std::function<void(int socket)>& child);
  /// Ends the server and all children, and waits for that.
  ~ForkServer();
  ForkServer(const ForkServer&) = delete;
  ForkServer& operator=(const ForkServer&) = delete;

  /// Throws Failure when no process can be had.
  [[nodiscard]] Child start();
  /// Kills a child of `start`, if it still lives, and gives its wait status as of waitpid(2): how
  /// it ended by itself when it already had.
  int end(pid_t id);

 private:
  files::Fd control_{};
  pid_t server_ = -1;
};

}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/ServerSocketImpl.h>
#include <Poco/Net/StreamSocketImpl.h>

#include <atomic>
#include <chrono>
#include <cstddef>

// For the .cpp files of this room only.

namespace guidang::web {

/// A connection that cannot be held open by being slow. Poco's timeouts are those of one call, so a
/// byte every few seconds would keep a thread for ever; here a request as a whole has to arrive,
/// and an answer to be taken, in a bounded time.
class GuardedSocket : public Poco::Net::StreamSocketImpl {
 public:
  /// `stopping` must outlive it: once set, nothing more is read.
  GuardedSocket(int descriptor, const std::atomic<bool>& stopping);

  int receiveBytes(void* buffer, int length, int flags) override;
  int sendBytes(const void* buffer, int length, int flags) override;
  using StreamSocketImpl::receiveBytes;
  using StreamSocketImpl::sendBytes;

 private:
  using Clock = std::chrono::steady_clock;
  enum class Phase : unsigned char { idle, reading, writing };

  const std::atomic<bool>& stopping_;
  Phase phase_ = Phase::idle;
  Clock::time_point began_{};
  std::size_t moved_ = 0;  ///< bytes of the request, or of the answer, so far
};

/// Listens, and gives such connections.
class GuardedListener : public Poco::Net::ServerSocket {
 public:
  /// Throws Poco's exception when the address cannot be had.
  GuardedListener(const Poco::Net::SocketAddress& address, const std::atomic<bool>& stopping);
};

}  // namespace guidang::web

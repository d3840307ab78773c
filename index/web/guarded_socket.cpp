// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/guarded_socket.h"

#include <Poco/Exception.h>
#include <Poco/Timespan.h>
#include <sys/socket.h>

#include <algorithm>

namespace guidang::web {
namespace {

using namespace std::chrono_literals;

/// From the first byte to the last.
constexpr std::chrono::seconds kForRequest = 10s;
/// Until the first byte: who connects has something to ask.
constexpr std::chrono::seconds kForFirstByte = 2s;
/// Request line and all headers; Poco itself allows a hundred headers of 8 KiB.
constexpr std::size_t kLongestRequest = 64UL << 10U;
/// How long an answer may take: half a minute, and what a very slow line needs besides.
constexpr std::chrono::seconds kForAnswer = 30s;
constexpr std::chrono::seconds kWhenStopping = 2s;
constexpr std::size_t kLeastBytesPerSecond = 8UL << 10U;
constexpr auto kLook = 200ms;  ///< how often a wait looks whether the server stops
constexpr int kBacklog = 128;

Poco::Timespan span(std::chrono::milliseconds time) {
  return Poco::Timespan(Poco::Timespan::TimeDiff{time.count()} * 1000);
}

class ListenerImpl : public Poco::Net::ServerSocketImpl {
 public:
  explicit ListenerImpl(const std::atomic<bool>& stopping) : stopping_(stopping) {}

  Poco::Net::SocketImpl* acceptConnection(Poco::Net::SocketAddress& peer) override {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto* const address = reinterpret_cast<sockaddr*>(&storage);
    const int descriptor = ::accept4(sockfd(), address, &size, SOCK_CLOEXEC);
    if (descriptor < 0) error();
    peer = Poco::Net::SocketAddress(address, size);
    return new GuardedSocket(descriptor, stopping_);
  }

 private:
  const std::atomic<bool>& stopping_;
};

}  // namespace

GuardedSocket::GuardedSocket(int descriptor, const std::atomic<bool>& stopping)
    : StreamSocketImpl(descriptor), stopping_(stopping) {}

int GuardedSocket::receiveBytes(void* buffer, int length, int flags) {
  if (phase_ != Phase::reading) {
    phase_ = Phase::reading;
    began_ = Clock::now();
    moved_ = 0;
  }
  while (!poll(span(kLook), SELECT_READ)) {
    const auto allowed = moved_ == 0 ? kForFirstByte : kForRequest;
    if (stopping_ || Clock::now() - began_ > allowed) throw Poco::TimeoutException();
  }
  const int received = StreamSocketImpl::receiveBytes(buffer, length, flags);
  moved_ += static_cast<std::size_t>(std::max(received, 0));
  const bool slow = Clock::now() - began_ > kForRequest;
  if (slow || moved_ > kLongestRequest) throw Poco::TimeoutException();
  return received;
}

int GuardedSocket::sendBytes(const void* buffer, int length, int flags) {
  if (phase_ != Phase::writing) {
    phase_ = Phase::writing;
    began_ = Clock::now();
    moved_ = 0;
  }
  const char* const bytes = static_cast<const char*>(buffer);
  int sent = 0;
  while (sent < length) {
    const auto allowed = kForAnswer + std::chrono::seconds(moved_ / kLeastBytesPerSecond);
    const auto taken = Clock::now() - began_;
    if (taken > (stopping_ ? kWhenStopping : allowed)) throw Poco::TimeoutException();
    if (!poll(span(kLook), SELECT_WRITE)) continue;
    // Not that of StreamSocketImpl, which goes on until all is sent, however long it takes.
    const int now =
        SocketImpl::sendBytes(bytes + sent, length - sent, flags | MSG_DONTWAIT | MSG_NOSIGNAL);
    sent += now;
    moved_ += static_cast<std::size_t>(now);
  }
  return sent;
}

GuardedListener::GuardedListener(const Poco::Net::SocketAddress& address,
                                 const std::atomic<bool>& stopping)
    : ServerSocket(new ListenerImpl(stopping), true) {
  // Not reusePort: a second server on the same port would start and get half of the visitors.
  if (address.family() == Poco::Net::SocketAddress::IPv6) {
    impl()->bind6(address, true, false, false);
  } else {
    impl()->bind(address, true, false);
  }
  impl()->listen(kBacklog);
}

}  // namespace guidang::web

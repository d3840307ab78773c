// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/channel.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "pipeline/failure.h"

namespace guidang::extract {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

files::Fd above_standard(int fd) {
  files::Fd first{fd};
  if (fd > 2) return first;
  files::Fd moved{::fcntl(fd, F_DUPFD_CLOEXEC, 3)};
  if (!moved) throw Failure("cannot duplicate a socket / 无法复制套接字");
  return moved;
}

Transfer wait(int socket, short what, const std::optional<Deadline>& deadline) {
  for (;;) {
    int timeout = -1;
    if (deadline) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(
          *deadline - std::chrono::steady_clock::now());
      if (left.count() <= 0) return Transfer::late;
      timeout = static_cast<int>(std::min<std::int64_t>(left.count(), 3'600'000));
    }
    pollfd entry{socket, what, 0};
    const int ready = ::poll(&entry, 1, timeout);
    if (ready > 0) return Transfer::done;  // an error or a hang-up shows in the transfer itself
    if (ready < 0 && errno != EINTR) return Transfer::closed;
  }
}

union Control {
  cmsghdr align;
  std::array<char, CMSG_SPACE(sizeof(int) * 4)> bytes;
};

void keep_descriptors(msghdr& message, files::Fd* passed) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr;
       part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
      files::Fd own{fd};
      if (passed != nullptr && !*passed) *passed = std::move(own);
    }
  }
}

}  // namespace

std::pair<files::Fd, files::Fd> socket_pair() {
  std::array<int, 2> ends{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw Failure(std::string{"cannot create a socket pair / 无法建立套接字对: "} +
                  std::generic_category().message(errno));
  }
  files::Fd second{ends[1]};
  files::Fd first = above_standard(ends[0]);
  return {std::move(first), above_standard(second.release())};
}

Transfer send_all(int socket, std::string_view bytes, int passed,
                  std::optional<Deadline> deadline) {
  while (!bytes.empty()) {
    iovec piece{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    Control control{};
    if (passed >= 0) {
      message.msg_control = control.bytes.data();
      message.msg_controllen = CMSG_SPACE(sizeof(int));
      cmsghdr* part = CMSG_FIRSTHDR(&message);
      part->cmsg_level = SOL_SOCKET;
      part->cmsg_type = SCM_RIGHTS;
      part->cmsg_len = CMSG_LEN(sizeof(int));
      std::memcpy(CMSG_DATA(part), &passed, sizeof(int));
    }
    const ssize_t sent = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
      passed = -1;
    } else if (errno == EAGAIN) {
      const Transfer state = wait(socket, POLLOUT, deadline);
      if (state != Transfer::done) return state;
    } else if (errno != EINTR) {
      return Transfer::closed;
    }
  }
  return Transfer::done;
}

Transfer receive(int socket, std::string& bytes, std::size_t count, files::Fd* passed,
                 std::optional<Deadline> deadline) {
  while (count > 0) {
    const Transfer state = wait(socket, POLLIN, deadline);
    if (state != Transfer::done) return state;
    const std::size_t before = bytes.size();
    const std::size_t piece_size = std::min(count, kPiece);
    bytes.resize(before + piece_size);
    iovec piece{bytes.data() + before, piece_size};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    Control control{};
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    const ssize_t got = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    const int error = errno;
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got > 0) {
      keep_descriptors(message, passed);
      count -= static_cast<std::size_t>(got);
    } else if (got == 0 || (error != EINTR && error != EAGAIN)) {
      return Transfer::closed;
    }
  }
  return Transfer::done;
}

}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/fork_server.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "pipeline/failure.h"
#include "stages/extract/process/channel.h"
#include "stages/extract/process/confine.h"

namespace guidang::extract {
namespace {

constexpr char kStart = 'S';
constexpr char kEnd = 'E';
constexpr std::size_t kOrderBytes = 1 + sizeof(std::int32_t);

// Both ends are one program on one machine, so numbers travel as they lie in memory.
std::string bytes_of(std::int32_t value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}

std::int32_t number_in(std::string_view bytes) {
  std::int32_t value = 0;
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

int wait_for(pid_t id) {
  int status = 0;
  while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

/// The server's life; gives nothing back.
class Server {
 public:
  Server(int control, const std::function<void(int)>& child) : control_(control), child_(child) {}

  void run() {
    for (;;) {
      std::string order;
      files::Fd passed;
      if (receive(control_, order, kOrderBytes, &passed) != Transfer::done) break;
      const std::int32_t answer = order[0] == kStart
                                      ? start(std::move(passed))
                                      : end(number_in(std::string_view{order}.substr(1)));
      if (send_all(control_, bytes_of(answer)) != Transfer::done) break;
    }
    for (const pid_t id : children_) (void)::kill(id, SIGKILL);
    for (const pid_t id : children_) (void)wait_for(id);
  }

 private:
  std::int32_t start(files::Fd socket) {
    if (!socket) return -EINVAL;
    const pid_t id = ::fork();
    if (id < 0) return -errno;
    if (id == 0) {
      const int own = keep_only(socket.get());
      confine_helper();
      child_(own);
      ::_exit(0);
    }
    children_.push_back(id);
    return id;
  }

  std::int32_t end(pid_t id) {
    const auto found = std::ranges::find(children_, id);
    if (found == children_.end()) return 0;
    children_.erase(found);
    (void)::kill(id, SIGKILL);
    return wait_for(id);
  }

  int control_;
  const std::function<void(int)>& child_;
  std::vector<pid_t> children_;
};

}  // namespace

ForkServer::ForkServer(const std::function<void()>& prepare,
                       const std::function<void(int socket)>& child) {
  auto [ours, theirs] = socket_pair();
  server_ = ::fork();
  if (server_ < 0) {
    throw Failure("cannot start a process for reading / 无法启动读取进程: " +
                  std::generic_category().message(errno));
  }
  if (server_ == 0) {
    const int control = keep_only(theirs.get());
    confine_server();
    try {
      prepare();
      Server{control, child}.run();
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  control_ = std::move(ours);
}

ForkServer::~ForkServer() {
  control_.reset();
  (void)wait_for(server_);
}

ForkServer::Child ForkServer::start() {
  auto [ours, theirs] = socket_pair();
  std::string answer;
  const std::string order = kStart + bytes_of(0);
  if (send_all(control_.get(), order, theirs.get()) != Transfer::done ||
      receive(control_.get(), answer, sizeof(std::int32_t)) != Transfer::done) {
    throw Failure("the process that starts readers is gone / 启动读取进程的服务已退出",
                  "run again / 请重新运行");
  }
  const std::int32_t id = number_in(answer);
  if (id < 0) {
    throw Failure(
        "cannot start a reader / 无法启动读取进程: " + std::generic_category().message(-id),
        "run again with fewer jobs / 请减少并行数后重新运行");
  }
  return {std::move(ours), id};
}

int ForkServer::end(pid_t id) {
  std::string answer;
  if (send_all(control_.get(), kEnd + bytes_of(id)) != Transfer::done ||
      receive(control_.get(), answer, sizeof(std::int32_t)) != Transfer::done) {
    throw Failure("the process that starts readers is gone / 启动读取进程的服务已退出",
                  "run again / 请重新运行");
  }
  return number_in(answer);
}

}  // namespace guidang::extract

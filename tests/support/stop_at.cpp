// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library (LD_PRELOAD): counts what a program does to the disk and ends it, as
// kill -9 does, right before the call that STOP_AT names. STOP_LOG names a file that gets one line
// a call. Children count nothing.
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

std::atomic<long> calls{0};

struct Orders {
  long stop = 0;
  int log = -1;
  pid_t process = 0;
};

Orders read_orders() {
  Orders orders;
  orders.process = ::getpid();
  if (const char* stop = std::getenv("STOP_AT")) orders.stop = std::atol(stop);
  if (const char* log = std::getenv("STOP_LOG")) {
    orders.log = ::open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
  return orders;
}

const Orders& orders() {
  static const Orders kOrders = read_orders();
  return kOrders;
}

// Before main, so that a child never takes itself for the program.
[[gnu::constructor]] void begin() { static_cast<void>(orders()); }

void count(std::string_view what) {
  if (::getpid() != orders().process) return;
  const long call = ++calls;
  if (orders().log >= 0) {
    std::array<char, 64> line{};
    const int length = std::snprintf(line.data(), line.size(), "%ld %.*s\n", call,
                                     static_cast<int>(what.size()), what.data());
    static_cast<void>(::write(orders().log, line.data(), static_cast<std::size_t>(length)));
  }
  if (call == orders().stop) ::kill(::getpid(), SIGKILL);
}

template <typename F>
F next(const char* name) {
  return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int fsync(int fd) {
  static const auto kNext = next<int (*)(int)>("fsync");
  count("sync");
  return kNext(fd);
}

int fdatasync(int fd) {
  static const auto kNext = next<int (*)(int)>("fdatasync");
  count("sync");
  return kNext(fd);
}

int rename(const char* from, const char* to) noexcept {
  static const auto kNext = next<int (*)(const char*, const char*)>("rename");
  count("rename");
  return kNext(from, to);
}

int renameat(int from_fd, const char* from, int to_fd, const char* to) noexcept {
  static const auto kNext = next<int (*)(int, const char*, int, const char*)>("renameat");
  count("rename");
  return kNext(from_fd, from, to_fd, to);
}

int unlink(const char* path) noexcept {
  static const auto kNext = next<int (*)(const char*)>("unlink");
  count("unlink");
  return kNext(path);
}

ssize_t pwrite64(int fd, const void* bytes, size_t length, off64_t at) {
  static const auto kNext = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  count("write");
  return kNext(fd, bytes, length, at);
}

ssize_t pwrite(int fd, const void* bytes, size_t length, off_t at) {
  static const auto kNext = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  count("write");
  return kNext(fd, bytes, length, at);
}

}  // extern "C"

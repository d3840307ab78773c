// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/confine.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace guidang::extract {
namespace {

// Sanitizers reserve terabytes of address space, which no limit survives.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitMemory = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kLimitMemory = false;
#else
constexpr bool kLimitMemory = true;
#endif
#else
constexpr bool kLimitMemory = true;
#endif

void set_limit(int resource, rlim_t soft, rlim_t hard) {
  rlimit now{};
  // glibc's parameter is an enum in C++, an int elsewhere.
  const auto which = static_cast<__rlimit_resource>(resource);
  if (::getrlimit(which, &now) == 0 && now.rlim_max != RLIM_INFINITY && hard > now.rlim_max) {
    hard = now.rlim_max;
  }
  const rlimit wanted{soft < hard ? soft : hard, hard};
  (void)::setrlimit(which, &wanted);
}

void leave_network() {
  if (::unshare(CLONE_NEWNET) != 0) (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET);
}

void drop_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> none{};
  (void)::syscall(SYS_capset, &header, none.data());
}

}  // namespace

bool limits_memory() { return kLimitMemory; }

int keep_only(int keep) {
  const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  // `keep` is above 2 (see socket_pair), so these three leave it alone.
  for (int fd = 0; fd <= 2; ++fd) {
    if (null >= 0) (void)::dup2(null, fd);
  }
  if (keep != 3) (void)::dup2(keep, 3);
  (void)::close_range(4, ~0U, 0);
  return 3;
}

void confine_server() {
  (void)::setpgid(0, 0);
  sigset_t all{};
  sigemptyset(&all);
  (void)::sigprocmask(SIG_SETMASK, &all, nullptr);
  for (int number = 1; number < NSIG; ++number) (void)std::signal(number, SIG_DFL);
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ})
    (void)std::signal(number, SIG_IGN);

  (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  leave_network();
  drop_capabilities();
  set_limit(RLIMIT_CORE, 0, 0);
  set_limit(RLIMIT_FSIZE, 0, 0);
}

void confine_helper() {
  (void)::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  set_limit(RLIMIT_NPROC, 0, 0);
}

void limit_next_file(const Limits& limits) {
  set_limit(RLIMIT_NOFILE, limits.open_files, limits.open_files);
  if constexpr (kLimitMemory) set_limit(RLIMIT_AS, limits.address_space, RLIM_INFINITY);
  rusage used{};
  (void)::getrusage(RUSAGE_SELF, &used);
  const auto seconds = used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1;
  set_limit(RLIMIT_CPU, static_cast<rlim_t>(seconds) + limits.cpu_seconds, RLIM_INFINITY);
}

}  // namespace guidang::extract

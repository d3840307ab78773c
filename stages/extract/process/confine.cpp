// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/process/confine.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>

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

/// Every right by which a file system is changed. Those that a younger kernel knows have no names
/// in the headers of Debian 12: truncation is the 14th bit.
std::uint64_t changing_rights(long version) {
  constexpr std::uint64_t kFirst = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                   LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                   LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                   LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                   LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
  constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;
  std::uint64_t rights = kFirst;
  if (version >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) rights |= kTruncate;
  return rights;
}

/// Nothing on any disk can be made, changed or removed from here on, where the kernel has Landlock.
/// A limit of size alone would leave removing and renaming.
bool forbid_changes() {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  const landlock_ruleset_attr rules{.handled_access_fs = changing_rights(version)};
  const long set =
      ::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
  if (set < 0) return false;
  const bool done = ::syscall(SYS_landlock_restrict_self, set, 0) == 0;
  (void)::close(static_cast<int>(set));
  return done;
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
  (void)forbid_changes();
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

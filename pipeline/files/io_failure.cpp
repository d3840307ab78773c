// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/io_failure.h"

#include <cerrno>
#include <system_error>

#include "pipeline/files/display_name.h"

namespace guidang::files {

Failure io_failure(std::string_view doing, const std::filesystem::path& path, int error) {
  std::string advice;
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      advice = "磁盘已满,腾出空间后再运行 the disk is full: make room and run again";
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      advice = "检查该路径的权限 check the permissions of that path";
      break;
    case EMFILE:
    case ENFILE:
      advice = "打开的文件过多,见 ulimit -n too many open files: see ulimit -n";
      break;
    default:
      break;
  }
  return Failure{std::string{doing} + " " + display_name(path.native()) + ": " +
                     std::generic_category().message(error),
                 advice};
}

}  // namespace guidang::files

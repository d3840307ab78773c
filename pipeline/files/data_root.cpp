// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/data_root.h"

#include <cstdlib>
#include <system_error>

#include "pipeline/failure.h"

namespace guidang::files {
namespace fs = std::filesystem;

fs::path find_data_root(const std::optional<std::string>& configured, const fs::path& program) {
  std::error_code ignored;
  if (configured) {
    if (fs::is_directory(fs::path{*configured} / "templates", ignored)) return *configured;
    throw Failure{
        "GUIDANG_DATA 中没有 templates GUIDANG_DATA has no folder templates: " + *configured,
        "让它指向含有 templates 的文件夹 let it name the folder that holds templates",
        ExitStatus::usage};
  }
  for (fs::path folder = program.parent_path();; folder = folder.parent_path()) {
    if (fs::is_directory(folder / "templates" / "profiles", ignored)) return folder;
    const fs::path installed = folder / "share" / "guidang";
    if (fs::is_directory(installed / "templates", ignored)) return installed;
    if (folder == folder.parent_path()) break;
  }
  throw Failure{"找不到随附数据 the shipped data is not to be found above " + program.string(),
                "重新安装,或设置 GUIDANG_DATA install again, or set GUIDANG_DATA",
                ExitStatus::usage};
}

fs::path data_root() {
  // Read once at the start of the program, before there are threads.
  const char* configured = std::getenv("GUIDANG_DATA");
  const bool is_set = configured != nullptr && *configured != '\0';
  return find_data_root(is_set ? std::optional<std::string>{configured} : std::nullopt,
                        fs::read_symlink("/proc/self/exe"));
}

}  // namespace guidang::files

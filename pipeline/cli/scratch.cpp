// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/scratch.h"

#include <unistd.h>

#include <string>

#include "pipeline/failure.h"

namespace guidang::cli {

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "guidang-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw Failure("不能建临时目录 / cannot make a folder in " +
                      std::filesystem::temp_directory_path().string(),
                  "把 TMPDIR 设为可写的目录 / set TMPDIR to a folder that you may write");
  }
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace guidang::cli

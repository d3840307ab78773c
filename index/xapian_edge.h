// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <utility>

#include "pipeline/failure.h"

namespace guidang::index {

/// Runs `work`; what Xapian or the file system throws leaves as a Failure that names `what`.
template <typename Work>
decltype(auto) at_the_edge(const std::string& what, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    throw Failure(what + ": " + error.get_type() + ": " + error.get_msg() +
                      (error.get_error_string() != nullptr
                           ? std::string(" (") + error.get_error_string() + ")"
                           : std::string()),
                  "索引可以重建,不影响档案 / the index can be rebuilt; no document is affected");
  } catch (const std::filesystem::filesystem_error& error) {
    throw Failure(what + ": " + error.code().message());
  }
}

}  // namespace guidang::index

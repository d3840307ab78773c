// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "index/web/code_meaning.h"
#include "index/web/request.h"
#include "index/web/response.h"
#include "pipeline/profile/profile.h"

namespace guidang::web {

struct SiteOptions {
  std::vector<std::filesystem::path> homes{};
  std::filesystem::path templates{};  ///< the folder `templates`
  /// What the codes of a profile's findings mean; may be empty.
  std::function<CodeMeanings(const Profile&)> meanings{};
};

/// The search site over some homes: a function from requests to answers. It knows no sockets and
/// keeps nothing from one request to the next. Safe from any thread.
class Site {
 public:
  /// Throws Failure when a home or its index cannot be opened, or a template cannot be used.
  explicit Site(SiteOptions options);
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  ~Site();

  /// Never throws: what goes wrong is an error page, and a line for `complaint`.
  [[nodiscard]] Response answer(const Request& request, std::string* complaint = nullptr) const;
  [[nodiscard]] Response refuse(const Request& request, const Refusal& refusal) const;

  /// The classes of all homes' indexes that this process may read.
  [[nodiscard]] std::vector<index::Access> readable_classes() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::web

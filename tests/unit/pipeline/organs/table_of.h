// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/organs/authority.h"

namespace guidang::organs {

struct Built {
  std::shared_ptr<const Authority> table{};
  std::vector<Flaw> flaws{};
};

/// A table from what stands inside `<organisations>`, as an office's own layer.
[[nodiscard]] Built built(std::string_view inside, std::string_view own_name = {});
/// The same; flaws fail the test.
[[nodiscard]] std::shared_ptr<const Authority> table_of(std::string_view inside);

/// A small county with what is above, beside and below it.
[[nodiscard]] const std::string& county();

}  // namespace guidang::organs

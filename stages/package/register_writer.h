// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "pipeline/home/home.h"
#include "stages/package/sealed_year.h"

namespace guidang::bag {

/// 登记簿.jsonl, format 1 (README.md): what the register knows of the year's sealed items, their
/// documents and numbers, as the seal left it. `write` gets each line with its LF. One record is in
/// memory at a time; equal registers give equal lines.
void write_register_rows(Home& home, SealedYear& sealed,
                         const std::function<void(std::string_view)>& write);

}  // namespace guidang::bag

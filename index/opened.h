// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "index/reader.h"
#include "index/shard.h"

namespace guidang::index {

struct Reader::Opened {
  int generation = 0;
  std::vector<Access> classes{};
  std::vector<Shard> shards{};
};

}  // namespace guidang::index

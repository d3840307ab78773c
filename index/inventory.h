// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "index/record.h"

namespace guidang::index {

enum class Compared : std::uint8_t {
  equal,
  missing,     ///< not in the index
  too_open,    ///< in class `open`, and should not be
  too_closed,  ///< only in class `staff`, and should be open
  other        ///< in the right class, with other content, or its stored text is not the record's
};

/// What the current generation holds, to be compared with what it should hold.
class Inventory {
 public:
  /// Throws Failure when there is no index that this version can read.
  explicit Inventory(const std::filesystem::path& index_folder);
  Inventory(const Inventory&) = delete;
  Inventory& operator=(const Inventory&) = delete;
  ~Inventory();

  /// Throws std::logic_error for a record that was asked for before.
  [[nodiscard]] Compared compare(const IndexRecord& record);

  /// Keys that were never compared, and those that the index holds more than once.
  void for_each_extra(const std::function<void(const std::string&)>& visit) const;

 private:
  struct Held;
  std::unique_ptr<Held> held_;
};

}  // namespace guidang::index

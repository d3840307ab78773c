// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "index/web/context.h"
#include "index/web/record_view.h"
#include "pipeline/files/fd.h"

namespace guidang::web {

/// The home with this 全宗号 in which the visitor may see the record.
struct RecordPlace {
  std::size_t home = 0;
  std::string record{};
};
[[nodiscard]] std::optional<RecordPlace> find_place(const Context& context, std::string_view fonds,
                                                    std::string_view record);

/// Everything about a record, out of the index and the register of its home; nothing when the
/// visitor may not see it, which is not to be told from there being none. The register is read
/// without its lock and in one moment of it, also while a run writes.
[[nodiscard]] std::optional<RecordView> read_record(const Context& context,
                                                    const RecordPlace& place, std::string_view q,
                                                    bool all_history);

/// An original that the visitor may have.
struct Original {
  FileView file{};
  files::Fd descriptor{};
};
[[nodiscard]] std::optional<Original> open_original(const Context& context,
                                                    const RecordPlace& place, std::size_t number);

}  // namespace guidang::web

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "index/search.h"
#include "index/web/context.h"

namespace guidang::web {

/// The lasting address of a record: `/record/<档号>`; `/record/<全宗>/<id>` while it has no lasting
/// 档号. Without parameters.
[[nodiscard]] std::string record_path(const index::Hit& record);

/// `/record/<全宗>/<id>`, which means one record even where homes share a 档号.
[[nodiscard]] std::string record_id_path(const index::Hit& record);

/// Of its original: `/record/<全宗>/<id>/files/<n>`.
[[nodiscard]] std::string file_path(const index::Hit& record, std::size_t number);

/// A link to the record that goes on marking the words of `q`.
[[nodiscard]] std::string record_href(const Context& context, const index::Hit& record,
                                      std::string_view q = {});

}  // namespace guidang::web

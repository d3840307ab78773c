// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/web/request.h"
#include "index/web/response.h"

namespace guidang::web {

/// Makes an answer ready to be sent: ETag from its content and 304 where the visitor has it
/// already, compression where it pays, and the headers that keep a page from doing harm.
[[nodiscard]] Response ready_to_send(const Request& request, Response response);

}  // namespace guidang::web

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/web/record_view.h"
#include "pipeline/register/register.h"
#include "pipeline/register/views.h"

namespace guidang::web {

/// Facts are found by record only by looking at all of them; in a register with more than so many
/// that is done only when somebody asks for it.
inline constexpr std::int64_t kSmallRegister = 50'000;

/// What strangers are told: when the record was sealed and opened. No person, no batch, no run.
void put_public_history(Register& source, const Known& item, RegisterView& view);

/// In which batch each document came, what was decided by whom and why, seals, and (`all`, or in a
/// small register) which facts were superseded and which other documents are the same bytes.
void put_staff_history(Register& source, const Known& item, bool all, RegisterView& view);

}  // namespace guidang::web

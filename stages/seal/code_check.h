// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "pipeline/profile/profile.h"
#include "pipeline/register/register.h"

namespace guidang {

/// What is wrong with the lasting numbers of a home as a whole (seed FON-01): codes that read the
/// same though they are written otherwise, codes of another fonds, 目录号 that the profile does not
/// know, items in volumes that have no number, numbers of the archives given twice. One complaint
/// each, Chinese, then English.
void check_codes(Register& source, const Profile& profile, std::string_view fonds_code,
                 const std::function<void(const std::string&)>& complain);

}  // namespace guidang

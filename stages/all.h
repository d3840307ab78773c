// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/findings/codes.h"
#include "pipeline/home/home.h"
#include "pipeline/pipeline.h"
#include "pipeline/profile/profile.h"
#include "pipeline/reader.h"

namespace guidang {

/// Every stage in order, set up for one home. Profile, home and reader must outlive the pipeline.
/// Throws Failure when the profile cannot be used by one of the stages.
[[nodiscard]] Pipeline make_pipeline(const Profile& profile, Home& home, Reader& reader);

/// Names of the stages in order, for help and errors.
[[nodiscard]] std::string stage_names(const Pipeline& pipeline);

/// The codes that stages report by themselves; rules bring theirs in the profile.
[[nodiscard]] std::vector<CodeInfo> stage_codes(const Profile& profile);

/// What a code means, in Chinese, for papers; "" for one that nobody declares.
[[nodiscard]] std::function<std::string(std::string_view code)> code_titles(const Profile& profile);

}  // namespace guidang

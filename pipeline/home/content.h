// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "pipeline/files/object_store.h"
#include "pipeline/intake.h"
#include "pipeline/register/text_store.h"

namespace guidang {

/// The content of a home: objects, texts, quarantine. `older`, when given, is asked for originals
/// that `objects` lacks and is never written. All must outlive the answer.
[[nodiscard]] std::unique_ptr<ContentStore> make_content(files::ObjectStore& objects,
                                                         TextStore& texts,
                                                         std::filesystem::path quarantine,
                                                         std::filesystem::path older = {});

}  // namespace guidang

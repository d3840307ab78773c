// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "stages/extract/readers.h"
#include "stages/extract/readers/zip_package.h"

namespace guidang::extract {

/// Opens an OpenDocument file; the answer may be why it cannot be read, "encrypted: …" when it
/// needs a password.
[[nodiscard]] std::variant<ZipPackage, std::string> open_odf(int fd, const Limits& limits);

/// Heads and feet of styles.xml, properties and facts of meta.xml, counts, embedded files as
/// members. Nothing of it costs the text: what is wrong here is a flaw. `content` is content.xml.
void add_odf_facts(ZipPackage& package, const std::string& content, Extraction& result);

}  // namespace guidang::extract

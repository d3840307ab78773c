// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <variant>

#include "pipeline/text/utf8.h"
#include "stages/receive/sidecar.h"
#include "tests/fuzz/fuzz.h"

namespace {

using guidang::receive::Gate;
using guidang::receive::Settings;
using guidang::receive::Sidecar;
using guidang::receive::SidecarReader;

const SidecarReader& reader() {
  static const SidecarReader made{GUIDANG_SOURCE_DIR "/templates/schema"};
  return made;
}

const Gate& gate() {
  static const Settings settings{};
  static const Gate made{settings};
  return made;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = guidang::fuzz::as_text(data, size);
  const auto read = reader().read(bytes, "通知.txt.xml", gate());
  if (const auto* sidecar = std::get_if<Sidecar>(&read)) {
    for (const guidang::GivenField& field : sidecar->fields) {
      guidang::fuzz::require(guidang::text::is_utf8(field.value) && !field.name.empty());
    }
  } else {
    // What could not be read is still looked through for marks.
    static_cast<void>(gate().above_markup(bytes));
  }
  static_cast<void>(reader().read_batch(bytes, "batch.xml"));
  return 0;
}

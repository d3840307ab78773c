// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mman.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/files/fd.h"
#include "stages/extract/process/protocol.h"
#include "stages/extract/readers.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidang;
  const files::Fd file{::memfd_create("input", MFD_CLOEXEC)};
  files::write_all(file.get(), fuzz::as_text(data, size), "input");

  extract::Limits limits;
  limits.text_bytes = 1 << 20;
  limits.xml_nodes = 50'000;
  limits.zip_entries = 200;
  for (const bool archive : {false, true}) {
    Extraction result =
        archive ? extract::read_mht(file.get(), limits) : extract::read_eml(file.get(), limits);
    fuzz::require(result.state == TextState::read || result.state == TextState::failed);
    // Whatever is listed can be asked for.
    for (std::uint32_t i = 0; i < result.members.size(); ++i) {
      (void)extract::eml_member(file.get(), limits, i, [](std::string_view) {});
    }
    // Whatever an honest reader says, the parent must be able to believe.
    result.format = archive ? "mht" : "eml";
    result.reader = result.format;
    result.revision = 1;
    const std::string frame = extract::encode(extract::Reply{result, false});
    const std::string_view payload = std::string_view{frame}.substr(extract::kHeaderBytes);
    fuzz::require(extract::decode_reply(payload, limits).has_value());
  }
  return 0;
}

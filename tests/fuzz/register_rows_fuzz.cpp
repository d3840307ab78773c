// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mman.h>

#include <nlohmann/json.hpp>

#include "pipeline/files/fd.h"
#include "stages/package/register_reader.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using guidang::fuzz::require;
  namespace bag = guidang::bag;
  const guidang::files::Fd file(::memfd_create("rows", MFD_CLOEXEC));
  guidang::files::write_all(file.get(), guidang::fuzz::as_text(data, size), "rows");
  std::size_t last = 0;
  const auto flaw =
      bag::for_each_register_row(file.get(), [&](std::size_t line, const nlohmann::json& row) {
        require(line == last + 1 && row.is_object() && row.at("row").is_string());
        for (const std::string& digest : bag::originals_of(row)) require(!digest.empty());
        last = line;
        return true;
      });
  require(flaw ? flaw->line == last + 1 : last > 0);
  return 0;
}

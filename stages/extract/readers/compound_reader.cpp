// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <variant>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/compound_file.h"

namespace guidang::extract {

Extraction read_encrypted_office(int fd, const Limits& limits) {
  const auto opened = CompoundFile::open(fd, limits);
  if (const auto* flaw = std::get_if<std::string>(&opened)) return failed(*flaw);
  Extraction result;
  add_technical(result, technical::kPuid, "fmt/494");
  return failed(std::move(result), "encrypted: the document asks for a password");
}

Extraction read_compound(int fd, const Limits& limits) {
  const auto opened = CompoundFile::open(fd, limits);
  if (const auto* flaw = std::get_if<std::string>(&opened)) return failed(*flaw);
  return {};
}

}  // namespace guidang::extract

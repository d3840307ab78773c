// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/pictures.h"

#include <fmt/format.h>

#include <set>

#include "stages/extract/readers/image/header.h"

namespace guidang::extract::ofd {
namespace {

/// Why this is no picture that may be decoded; "" when it is one.
std::string refusal(std::string_view bytes) {
  const image::Header header = image::header_of(bytes);
  if (header.pixels == 0) return "is no picture that can be recognised";
  if (header.pixels > kPicturePixels) {
    return fmt::format("has {} x {} pixels, more than {} million", header.width, header.height,
                       kPicturePixels / 1'000'000);
  }
  return {};
}

}  // namespace

std::string text_of_pictures(Package& package, const Resources& resources, const PageContent& page,
                             Recogniser& recogniser) {
  std::string text;
  std::set<const files::ZipEntry*> done;
  for (const Content& layer : page.layers) {
    for (const std::uint64_t id : layer.pictures) {
      const files::ZipEntry* entry = resources.picture(id);
      if (entry == nullptr || !done.insert(entry).second) continue;
      std::string why;
      const auto bytes = package.bytes(*entry, why);
      if (bytes) why = refusal(*bytes);
      if (!why.empty()) {
        package.flaw(Package::path_of(*entry) + ' ' + why);
        continue;
      }
      text += recogniser.recognise(*bytes).text;
      if (!text.empty() && !text.ends_with('\n')) text += '\n';
    }
  }
  return text;
}

}  // namespace guidang::extract::ofd

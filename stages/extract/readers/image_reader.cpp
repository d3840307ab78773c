// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/image/header.h"
#include "stages/extract/readers/mapped_file.h"
#include "stages/extract/readers/ocr.h"

namespace guidang::extract {
namespace {

Extraction picture(const image::Header& header) {
  Extraction result;
  result.state = TextState::none_by_nature;
  add_technical(result, technical::kFormatVersion, header.version);
  add_technical(result, technical::kPuid, header.puid);
  add_technical(result, technical::kCreated, header.created);
  add_technical(result, technical::kImages, std::to_string(header.pages));
  if (header.pixels == 0) add_technical(result, technical::kFlaw, "the header is damaged");
  return result;
}

}  // namespace

Extraction read_image(int fd, const Limits&) {
  const MappedFile file{fd};
  return picture(image::header_of(file.bytes()));
}

Extraction recognise_image(int fd, const Limits& limits) {
  const MappedFile file{fd};
  const image::Header header = image::header_of(file.bytes());
  if (header.pixels == 0) return failed("the header is damaged");
  if (header.pixels > kPicturePixels) {
    return failed(fmt::format("{} x {} pixels, more than {} million", header.width, header.height,
                              kPicturePixels / 1'000'000));
  }
  if (header.pages > limits.pages) return failed(fmt::format("more than {} pages", limits.pages));

  Extraction result = picture(header);
  Recogniser recogniser;
  bool found = false;
  for (std::size_t i = 0; i < header.pages; ++i) {
    RecognisedPage page = recogniser.recognise(file.bytes(), i);
    found = found || !text::trim(page.text).empty();
    result.pages.push_back(std::move(page.text));
    result.layout.push_back(std::move(page.layout));
  }
  recogniser.add_facts(result);
  if (!found) {
    // A photograph stays what it is.
    result.pages.clear();
    result.layout.clear();
    return result;
  }
  result.state = TextState::read;
  result.paged = true;
  return result;
}

}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ocr.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "pipeline/technical.h"
#include "pipeline/text/utf8.h"
#include "stages/extract/readers.h"

// Of libgomp, whose header not every compiler brings.
extern "C" void omp_set_max_active_levels(int levels) noexcept;

namespace guidang::extract {
namespace {

constexpr const char* kLanguage = "chi_sim";
constexpr const char* kNoData =
    "optical recognition has no data for Chinese: install tesseract-ocr-chi-sim";
/// Screens and programs that do not know write 72 or 96, whatever the picture is.
constexpr int kLeastDots = 100;

struct PixFree {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<PIX, PixFree>;

struct TextFree {
  void operator()(char* text) const { delete[] text; }  // as GetUTF8Text says
};

bool is_wide(char32_t c) {
  return text::is_han(c) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFFEF) ||
         c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026;
}

/// One byte a pixel and not larger than recognition needs: a page of 600 dots an inch holds nothing
/// that one of 300 does not.
Picture simplified(Picture picture) {
  if (picture && pixGetDepth(picture.get()) != 8) {
    picture.reset(pixConvertTo8(picture.get(), 0));
  } else if (picture && pixGetColormap(picture.get()) != nullptr) {
    picture.reset(pixRemoveColormap(picture.get(), REMOVE_CMAP_TO_GRAYSCALE));
  }
  const auto pixels = [&] {
    return static_cast<std::uint64_t>(pixGetWidth(picture.get())) *
           static_cast<std::uint64_t>(pixGetHeight(picture.get()));
  };
  while (picture && pixels() > kPagePixels) {
    const int dots = pixGetXRes(picture.get());
    picture.reset(pixScaleAreaMap2(picture.get()));
    if (picture) pixSetResolution(picture.get(), dots / 2, dots / 2);
  }
  return picture;
}

Picture decoded(std::string_view file, std::size_t index) {
  const auto* bytes = reinterpret_cast<const l_uint8*>(file.data());
  int format = IFF_UNKNOWN;
  (void)findFileFormatBuffer(bytes, &format);
  switch (format) {
    case IFF_JFIF_JPEG:
      // Brightness alone: a quarter of the memory.
      return Picture{pixReadMemJpeg(bytes, file.size(), 0, 1, nullptr, L_JPEG_READ_LUMINANCE)};
    case IFF_TIFF:
    case IFF_TIFF_PACKBITS:
    case IFF_TIFF_RLE:
    case IFF_TIFF_G3:
    case IFF_TIFF_G4:
    case IFF_TIFF_LZW:
    case IFF_TIFF_ZIP:
    case IFF_TIFF_JPEG:
      return Picture{pixReadMemTiff(bytes, file.size(), static_cast<l_int32>(index))};
    default:
      return Picture{pixReadMem(bytes, file.size())};
  }
}

Picture copy_of(const GreyPicture& grey) {
  Picture picture{pixCreateNoInit(grey.width, grey.height, 8)};
  if (!picture) return picture;
  for (int y = 0; y < grey.height; ++y) {
    l_uint32* line = pixGetData(picture.get()) + std::ptrdiff_t{y} * pixGetWpl(picture.get());
    const char* from = grey.data + std::ptrdiff_t{y} * grey.bytes_per_row;
    for (int x = 0; x < grey.width; ++x) {
      SET_DATA_BYTE(line, x, static_cast<unsigned char>(from[x]));
    }
  }
  const int dots = static_cast<int>(grey.dots);
  pixSetResolution(picture.get(), dots, dots);
  return picture;
}

}  // namespace

struct Recogniser::Engine {
  tesseract::TessBaseAPI api{};
  std::uint64_t pages = 0;
  std::uint64_t words = 0;
  double confidence = 0;

  RecognisedPage recognise(Picture picture);
};

RecognisedPage Recogniser::Engine::recognise(Picture picture) {
  picture = simplified(std::move(picture));
  if (!picture) throw std::runtime_error("the picture cannot be decoded");
  api.SetImage(picture.get());
  const int dots = pixGetXRes(picture.get());
  const bool known = dots >= kLeastDots;
  if (known) api.SetSourceResolution(dots);
  if (api.Recognize(nullptr) != 0) throw std::runtime_error("recognition gave up");

  const auto hundredths = [&](int pixels) {
    return known ? static_cast<std::int32_t>(std::lround(pixels * 2540.0 / dots)) : 0;
  };
  RecognisedPage page;
  page.layout.width = hundredths(pixGetWidth(picture.get()));
  page.layout.height = hundredths(pixGetHeight(picture.get()));
  const std::unique_ptr<tesseract::ResultIterator> lines{api.GetIterator()};
  if (!lines) return page;
  do {
    const std::unique_ptr<char, TextFree> found{lines->GetUTF8Text(tesseract::RIL_TEXTLINE)};
    const std::string line = found ? without_han_blanks(text::trim(found.get())) : "";
    int left = 0, top = 0, right = 0, bottom = 0;
    if (line.empty() ||
        !lines->BoundingBox(tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom)) {
      continue;
    }
    page.text += line + '\n';
    page.layout.lines.push_back({.left = hundredths(left),
                                 .top = hundredths(top),
                                 .width = hundredths(right - left),
                                 .height = hundredths(bottom - top)});
  } while (lines->Next(tesseract::RIL_TEXTLINE));
  lines->Begin();
  do {
    if (lines->Empty(tesseract::RIL_WORD)) continue;
    confidence += static_cast<double>(lines->Confidence(tesseract::RIL_WORD));
    ++words;
  } while (lines->Next(tesseract::RIL_WORD));
  api.Clear();
  if (!page.text.empty()) ++pages;
  return page;
}

Recogniser::Recogniser() : engine_(std::make_unique<Engine>()) {
  // Its threads wait for each other three times as long as they work, and a helper may have none.
  // OMP_THREAD_LIMIT would come too late: the library reads it when the program is loaded.
  omp_set_max_active_levels(0);
  setMsgSeverity(L_SEVERITY_NONE);
  engine_->api.SetVariable("debug_file", "/dev/null");
  if (engine_->api.Init(nullptr, kLanguage, tesseract::OEM_LSTM_ONLY) != 0) {
    throw std::runtime_error(kNoData);
  }
  engine_->api.SetPageSegMode(tesseract::PSM_AUTO);
}

Recogniser::~Recogniser() = default;

RecognisedPage Recogniser::recognise(const GreyPicture& picture) {
  return engine_->recognise(copy_of(picture));
}

RecognisedPage Recogniser::recognise(std::string_view file, std::size_t index) {
  return engine_->recognise(decoded(file, index));
}

void Recogniser::add_facts(Extraction& result) const {
  if (engine_->pages == 0) return;
  extract::add_technical(result, technical::kOcrPages, std::to_string(engine_->pages));
  if (engine_->words == 0) return;
  const double mean = engine_->confidence / static_cast<double>(engine_->words);
  extract::add_technical(result, technical::kOcrConfidence, fmt::format("{:.0f}", mean));
}

bool can_recognise() {
  try {
    const Recogniser recogniser;
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

std::string without_han_blanks(std::string_view text) {
  std::string out;
  bool wide = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      const std::size_t end = std::min(text.find_first_not_of(' ', at), text.size());
      std::size_t next = end;
      if (!wide || end == text.size() || !is_wide(text::next(text, next))) {
        out.append(text, at, end - at);
        wide = false;
      }
      at = end;
      continue;
    }
    const std::size_t begin = at;
    wide = is_wide(text::next(text, at));
    out.append(text, begin, at - begin);
  }
  return out;
}

}  // namespace guidang::extract

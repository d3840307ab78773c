// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/reader.h"

/// Optical recognition of printed simplified Chinese.
namespace guidang::extract {

/// Resolution at which pages are drawn for recognition: 300 costs twice the time and, measured,
/// gives more wrong characters.
inline constexpr double kPageDots = 200;
/// Of a drawn page, and of a picture in a file: decoding needs up to four bytes a pixel.
inline constexpr std::uint64_t kPagePixels = 25'000'000;
inline constexpr std::uint64_t kPicturePixels = 100'000'000;

/// A picture in memory, one byte a pixel, 255 is white. Points to bytes of others.
struct GreyPicture {
  const char* data = nullptr;
  int width = 0;
  int height = 0;
  int bytes_per_row = 0;
  double dots = 0;  ///< per inch; 0 when not known
};

struct RecognisedPage {
  std::string text{};  ///< lines as recognised, without blanks between Han characters
  PageLayout layout{};
};

/// The engine with its data loaded, which takes a second; for one document. Runs in the calling
/// thread alone. Throws std::runtime_error where the engine has no data, or refuses a picture.
class Recogniser {
 public:
  Recogniser();
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  [[nodiscard]] RecognisedPage recognise(const GreyPicture& picture);
  /// Page `index` (from 0) of a file's bytes: JPEG, PNG, TIFF, BMP, GIF, whose size in pixels the
  /// caller has looked at (image_header.h).
  [[nodiscard]] RecognisedPage recognise(std::string_view file, std::size_t index = 0);

  /// On how many pages something was recognised, and with what mean confidence.
  void add_facts(Extraction& result) const;

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

/// True when the data of the engine is installed.
[[nodiscard]] bool can_recognise();

/// `text` without the blanks that recognition puts between Han characters, and between them and
/// the punctuation of full width.
[[nodiscard]] std::string without_han_blanks(std::string_view text);

}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>

#include "pipeline/files/fd.h"
#include "stages/extract/process/helper_pool.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/image/header.h"
#include "stages/extract/readers/ocr.h"
#include "tests/unit/stages/extract/pdf_builder.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using std::string_literals::operator""s;
using testing::HasSubstr;

std::string big(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
  return out;
}

std::string png(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s + big(width) + big(height) + "\x08\0\0\0\0"s;
}

const std::string kJpeg =
    "\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    "\xFF\xC0\0\x0B\x08\0\x20\0\x40\x01\x01\x11\0\xFF\xD9"s;
/// A directory with width, height and date, twice.
const std::string kTiff =
    "II*\0\x08\0\0\0"
    "\x03\0\0\x01\x03\0\x01\0\0\0\x40\0\0\0\x01\x01\x03\0\x01\0\0\0\x20\0\0\0"
    "\x32\x01\x02\0\x14\0\0\0\x50\0\0\0\x32\0\0\0"
    "\x02\0\0\x01\x03\0\x01\0\0\0\x10\0\0\0\x01\x01\x03\0\x01\0\0\0\x10\0\0\0\0\0\0\0"
    "2023:06:01 10:30:00\0"s;

struct Case {
  std::string name{};
  std::string bytes{};
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t pages = 1;
  std::string version{};
  std::string puid{};
  std::string created{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class ImageHeader : public testing::TestWithParam<Case> {};

TEST_P(ImageHeader, IsReadWithoutDecoding) {
  const image::Header header = image::header_of(GetParam().bytes);
  EXPECT_EQ(header.width, GetParam().width);
  EXPECT_EQ(header.height, GetParam().height);
  EXPECT_EQ(header.pages, GetParam().pages);
  EXPECT_EQ(header.version, GetParam().version);
  EXPECT_EQ(header.puid, GetParam().puid);
  EXPECT_EQ(header.created, GetParam().created);
}

INSTANTIATE_TEST_SUITE_P(
    Formats, ImageHeader,
    testing::Values(Case{"Png", png(64, 32), 64, 32, 1, "", "", ""},
                    Case{"Jpeg", kJpeg, 64, 32, 1, "JFIF 1.01", "fmt/43", ""},
                    Case{"Gif", "GIF89a\x40\0\x20\0"s, 64, 32, 1, "89a", "fmt/4", ""},
                    Case{"Bmp", "BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x40\0\0\0\xE0\xFF\xFF\xFF"s,
                         64, 32, 1, "", "fmt/116", ""},
                    Case{"TiffOfTwoPages", kTiff, 64, 32, 2, "", "fmt/353", "2023-06-01T10:30:00"},
                    Case{"Photograph",
                         "\xFF\xD8\xFF\xE1\0\x54"
                         "Exif\0\0MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x1A\0\0\0\0"
                         "\0\x02\x90\0\0\x07\0\0\0\x04"
                         "0220\x90\x03\0\x02\0\0\0\x14\0\0\0\x38\0\0\0\0"
                         "2023:06:01 10:30:00\0"
                         "\xFF\xC0\0\x0B\x08\0\x20\0\x40\x01\x01\x11\0"s,
                         64, 32, 1, "Exif 2.2", "x-fmt/391", "2023-06-01T10:30:00"},
                    Case{"CutOff", "\x89PNG\r\n\x1A\n"s, 0, 0, 1, "", "", ""},
                    Case{"Nothing", "", 0, 0, 1, "", "", ""}),
    [](const auto& c) { return c.param.name; });

TEST(ImageHeader, AnyBytesEnd) {
  std::mt19937 random{3};
  for (const std::string& sample : {kJpeg, kTiff, png(64, 32)}) {
    for (int round = 0; round < 500; ++round) {
      std::string bytes = sample.substr(0, random() % (sample.size() + 1));
      if (!bytes.empty()) bytes[random() % bytes.size()] = static_cast<char>(random());
      EXPECT_LE(image::header_of(bytes).pages, 100'000U);
    }
  }
}

Extraction recognise(int fd, const char* name) {
  return read_in_process(fd, name, {}, kReaders, {.purpose = Purpose::recognition});
}

TEST(Image, HasNoTextByNature) {
  const Extraction e = read_in_process(memory_file(kJpeg).get(), "a.jpg", {});
  EXPECT_EQ(e.state, TextState::none_by_nature);
  EXPECT_EQ(e.reader, "image");
  EXPECT_EQ(e.technical.at("puid"), "fmt/43");
  EXPECT_EQ(e.technical.at("images"), "1");
}

TEST(Image, TooLargeOnesAreRefusedBeforeDecoding) {
  const Extraction bomb = recognise(memory_file(png(60'000, 60'000)).get(), "a.png");
  EXPECT_EQ(bomb.state, TextState::failed);
  EXPECT_THAT(bomb.reason, HasSubstr("60000 x 60000 pixels"));
  EXPECT_THAT(recognise(memory_file(png(0, 9)).get(), "a.png").reason, HasSubstr("header"));
}

TEST(Recognition, LeavesNoBlanksBetweenHanCharacters) {
  EXPECT_EQ(without_han_blanks("关于 做好 归档 工作"), "关于做好归档工作");
  EXPECT_EQ(without_han_blanks("甲 , 乙 、 丙 〔 2023 〕"), "甲 , 乙、丙〔 2023 〕");
  EXPECT_EQ(without_han_blanks("2023 年 a b"), "2023 年 a b");
}

class Engine : public testing::Test {
 protected:
  void SetUp() override {
    if (!can_recognise()) GTEST_SKIP() << "tesseract-ocr-chi-sim is not installed";
  }
};

TEST_F(Engine, ReadsPrintedCharacters) {
  const Extraction e = recognise(sample_file("printed.png").get(), "a.png");
  ASSERT_EQ(e.state, TextState::read) << e.reason;
  EXPECT_EQ(e.reader, "image+ocr");
  ASSERT_EQ(e.pages.size(), 1U);
  EXPECT_THAT(e.pages[0], HasSubstr("人民政府办公室文件\n"));
  EXPECT_THAT(e.pages[0], HasSubstr("关于做好归档工作的通知\n"));
  EXPECT_EQ(e.layout.at(0).lines.size(), 3U);
  EXPECT_EQ(e.technical.at("ocr_pages"), "1");
  EXPECT_GT(std::stoi(e.technical.at("ocr_confidence")), 70);
}

TEST_F(Engine, DamagedPictureFails) {
  const Extraction e = recognise(memory_file(png(64, 32)).get(), "a.png");
  EXPECT_EQ(e.state, TextState::failed);
  EXPECT_THAT(e.reason, HasSubstr("cannot be decoded"));
}

/// A page with the committed picture's text drawn as a picture would need an encoder: a page
/// without anything goes the same way.
TEST_F(Engine, KeepsTheTextOfPagesThatHaveOne) {
  std::vector<std::string> objects = pdf_start("6 0 R 8 0 R");
  objects.insert(objects.end(),
                 {pdf_page(7), pdf_stream(""), pdf_page(9), pdf_stream(pdf_text(72, 700, "有字"))});
  const Extraction e = recognise(memory_file(pdf_of(objects)).get(), "a.pdf");
  EXPECT_EQ(e.reader, "pdf+ocr");
  EXPECT_THAT(e.pages, testing::ElementsAre("", "有字\n"));
  EXPECT_FALSE(e.technical.contains("ocr_pages")) << "nothing was recognised on the blank page";
}

TEST_F(Engine, WorksInAHelper) {
  HelperPool plain{1};
  const files::Fd file = sample_file("printed.png");
  EXPECT_EQ(plain.read(file.get(), "a.png").state, TextState::none_by_nature);
  HelperPool pool{1, {.recognise = true}};
  const Extraction e = pool.read(file.get(), "a.png");
  EXPECT_EQ(e.reader, "image+ocr") << e.reason;
  EXPECT_EQ(e.state, TextState::read);
}

}  // namespace
}  // namespace guidang::extract

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/format.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using std::string_literals::operator""s;

struct SniffCase {
  std::string name{};
  std::string bytes{};
  std::string format{};
};
void PrintTo(const SniffCase& c, std::ostream* out) { *out << c.name; }

class Sniff : public testing::TestWithParam<SniffCase> {};

TEST_P(Sniff, TellsByContent) {
  const files::Fd file = memory_file(GetParam().bytes);
  EXPECT_EQ(info(sniff(file.get(), {})).name, GetParam().format);
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, Sniff,
    testing::Values(
        SniffCase{"EmptyIsText", "", "txt"}, SniffCase{"PlainText", "关于归档的通知\n", "txt"},
        SniffCase{"Gb18030Text", "\xB9\xE9\xB5\xB5\xCD\xA8\xD6\xAA\r\n", "txt"},
        SniffCase{"Utf16Text", "\xFF\xFE\x52\x5F\x63\x68\n\0"s, "txt"},
        SniffCase{"CsvIsText", "文号,标题\n1,二\n", "txt"},
        SniffCase{"TextThatBeginsLikeBmp", "BM 是缩写\n", "txt"},
        SniffCase{"OneHeaderLineIsNoMail", "Subject: 关于归档\n正文\n", "txt"},
        SniffCase{"AngleBracketIsNoMarkup", "<凤凰县>通知", "txt"},
        SniffCase{"Doctype", "\n<!DOCTYPE HTML PUBLIC \"x\">", "html"},
        SniffCase{"CommentThenHtml", "<!-- 存 --><HTML>", "html"},
        SniffCase{"BomThenHtml", "\xEF\xBB\xBF<html>", "html"},
        SniffCase{"Utf16Html", "\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "html"},
        SniffCase{"Xhtml", "<?xml version=\"1.0\"?><html xmlns=\"x\">", "html"},
        SniffCase{"Xml", "<?xml version=\"1.0\"?><record/>", "xml"},
        SniffCase{"XmlByItsNamespace", "<ofd:OFD xmlns:ofd=\"x\"/>", "xml"},
        SniffCase{"Rtf", "{\\rtf1\\ansi", "rtf"}, SniffCase{"Pdf", "%PDF-1.4\n", "pdf"},
        SniffCase{"PdfAfterJunk", "\0\0%PDF-1.4\n"s, "pdf"},
        SniffCase{"Ole2", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(512, '\0'), "ole2"},
        SniffCase{"Jpeg", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "jpeg"},
        SniffCase{"Png", "\x89PNG\r\n\x1A\n\0\0"s, "png"}, SniffCase{"Gif", "GIF89a\1\0"s, "gif"},
        SniffCase{"Tiff", "II*\0\x8\0\0\0"s, "tiff"},
        SniffCase{"Bmp", "BM\x1\0\0\0\0\0\0\0"s, "bmp"},
        SniffCase{"Mp4",
                  "\0\0\0\x18"
                  "ftypmp42"s,
                  "mp4"},
        SniffCase{"Gz", "\x1F\x8B\x08\0"s, "gz"},
        SniffCase{"SevenZip", "7z\xBC\xAF\x27\x1C\0"s, "7z"},
        SniffCase{"Rar", "Rar!\x1A\x07\0"s, "rar"},
        SniffCase{"Tar", std::string(257, '\0') + "ustar" + std::string(300, '\0'), "tar"},
        SniffCase{"Mail", "From: a@b\r\nTo: c@d\r\nMIME-Version: 1.0\r\n\r\n", "eml"},
        SniffCase{
            "SavedPage",
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"
            "\r\n",
            "mht"},
        SniffCase{"BrokenZip", "PK\3\4 cut", "zip"},
        SniffCase{"Noise", "\x01\x02\0\0\x03\0\x7F\0\0\0\0\0\x05"s, "unknown"}),
    [](const auto& c) { return c.param.name; });

struct ContainerCase {
  std::string file{};
  std::string format{};
};
void PrintTo(const ContainerCase& c, std::ostream* out) { *out << c.file; }

class Containers : public testing::TestWithParam<ContainerCase> {};

TEST_P(Containers, AreToldByWhatTheyHold) {
  const files::Fd file = sample_file(GetParam().file);
  EXPECT_EQ(info(sniff(file.get(), {})).name, GetParam().format);
}

INSTANTIATE_TEST_SUITE_P(
    Samples, Containers,
    testing::Values(ContainerCase{"whole.docx", "docx"}, ContainerCase{"cut.docx", "docx"},
                    ContainerCase{"book.xlsx", "xlsx"}, ContainerCase{"slides.pptx", "pptx"},
                    ContainerCase{"text.odt", "odt"}, ContainerCase{"page.ofd", "ofd"},
                    ContainerCase{"plain.zip", "zip"}));

struct ExtensionCase {
  std::string name{};
  Format format = Format::unknown;
  std::string mismatch{};
};
void PrintTo(const ExtensionCase& c, std::ostream* out) { *out << c.name; }

class Extension : public testing::TestWithParam<ExtensionCase> {};

TEST_P(Extension, IsComparedWithContent) {
  EXPECT_EQ(extension_mismatch(GetParam().name, GetParam().format), GetParam().mismatch);
}

INSTANTIATE_TEST_SUITE_P(Names, Extension,
                         testing::Values(ExtensionCase{"通知.docx", Format::docx, ""},
                                         ExtensionCase{"通知.DOCX", Format::docx, ""},
                                         ExtensionCase{"通知.doc", Format::docx, "doc"},
                                         ExtensionCase{"通知.wps", Format::doc, ""},
                                         ExtensionCase{"表.xls", Format::html, "xls"},
                                         ExtensionCase{"登记.csv", Format::txt, ""},
                                         ExtensionCase{"通知", Format::txt, ""},
                                         ExtensionCase{".pdf", Format::txt, ""},
                                         ExtensionCase{"二〇二三.第3号", Format::txt, ""},
                                         ExtensionCase{"a.pdf/通知", Format::txt, ""},
                                         ExtensionCase{"图.JPG", Format::unknown, "jpg"}));

TEST(FormatNames, ReadBack) {
  for (const char* name : {"txt", "docx", "7z", "unknown", "ole2"}) {
    const auto format = format_from(name);
    ASSERT_TRUE(format) << name;
    EXPECT_EQ(info(*format).name, name);
  }
  EXPECT_FALSE(format_from("TXT"));
}

}  // namespace
}  // namespace guidang::extract

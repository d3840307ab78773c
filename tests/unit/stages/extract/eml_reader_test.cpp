// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

constexpr std::string_view kHead = "From: a@x.cn\nMIME-Version: 1.0\n";

Extraction read(std::string_view mail) { return read_eml(memory_file(mail).get(), {}); }

std::string with_head(std::string_view rest) { return std::string{kHead} + std::string{rest}; }

std::string member(std::string_view mail, std::uint32_t index) {
  std::string content;
  const std::string reason = eml_member(memory_file(mail).get(), {}, index,
                                        [&](std::string_view piece) { content += piece; });
  return reason.empty() ? content : "(" + reason + ")";
}

std::vector<std::string> names(const Extraction& result) {
  std::vector<std::string> all;
  for (const Member& member : result.members) all.push_back(member.name);
  return all;
}

struct Case {
  std::string name{};
  std::string mail{};
  std::string text{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class MailText : public testing::TestWithParam<Case> {};

TEST_P(MailText, IsHeadAndBody) {
  const Extraction result = read(GetParam().mail);
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_THAT(result.pages, ElementsAre(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, MailText,
    testing::Values(
        Case{"Plain",
             "From: =?gb2312?B?1cXI/Q==?= <z@x.cn>\r\nTo: b@x.cn,\r\n c@x.cn\r\nSubject: "
             "=?UTF-8?B?5YWz5LqO5b2S5qGj?=\r\n\r\n各位:\r\n\r\n见附件。\r\n",
             "From: 张三 <z@x.cn>\nTo: b@x.cn, c@x.cn\nSubject: 关于归档\n\n各位:\n\n见附件。\n"},
        // 镕 is no character of GB2312; mailers declare that and write it all the same.
        Case{"GbkUnderTheNameOfGb2312",
             with_head("Subject: =?gb2312?B?uenpRg==?=\nContent-Type: text/plain; charset=gb2312\n"
                       "\n\xB9\xE9\xE9\x46\n"),
             "From: a@x.cn\nSubject: 归镕\n\n归镕\n"},
        Case{"EncodedWordsCutACharacter",
             with_head("Subject: =?gb2312?B?uek=?= =?gb2312?B?tbU=?=\n"
                       " =?gb2312?B?zag=?=\n\n.\n"),
             "From: a@x.cn\nSubject: 归档通\n\n.\n"},
        Case{"EncodedWordsHalveACharacter",
             with_head("Subject: =?GBK?Q?=B9=E9=B5?= =?gbk?B?tQ==?= 1\n\n.\n"),
             "From: a@x.cn\nSubject: 归档 1\n\n.\n"},
        Case{"ShortRawGbkThatIsUtf8Too", with_head("Subject: \xCD\xA8\xD6\xAA\n\n.\n"),
             "From: a@x.cn\nSubject: 通知\n\n.\n"},
        Case{"RawGbkInHeader", with_head("Subject: \xB9\xE9\xB5\xB5\xCD\xA8\xD6\xAA\n\n.\n"),
             "From: a@x.cn\nSubject: 归档通知\n\n.\n"},
        Case{"RawUtf8InHeader", with_head("Subject: 归档\n\n.\n"),
             "From: a@x.cn\nSubject: 归档\n\n.\n"},
        Case{"NoCharset",
             with_head("Content-Type: text/plain\n\n\xB9\xE9\xB5\xB5\xCD\xA8\xD6\xAA\n"),
             "From: a@x.cn\n\n归档通知\n"},
        Case{"WrongCharset",
             with_head("Content-Type: text/plain; charset=gb2312\n\n关于归档的通知\n"),
             "From: a@x.cn\n\n关于归档的通知\n"},
        Case{"QuotedPrintable",
             with_head("Content-Type: text/plain; charset=\"X-GBK\"\n"
                       "Content-Transfer-Encoding: quoted-printable\n\n=B9=E9=\n=B5=B5\n"),
             "From: a@x.cn\n\n归档\n"},
        Case{"Base64",
             with_head("Content-Type: text/plain; charset=utf-8\n"
                       "Content-Transfer-Encoding: base64\n\n5b2S5qGj\n"),
             "From: a@x.cn\n\n归档\n"},
        Case{"PlainBeforeHtml",
             with_head("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: "
                       "text/html\n\n<p>页</p>\n--b\nContent-Type: text/plain\n\n平\n--b--\n"),
             "From: a@x.cn\n\n平\n"},
        Case{"HtmlWhenPlainIsBlank",
             with_head("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: "
                       "text/plain\n\n \n--b\nContent-Type: text/html; charset=utf-8\n\n"
                       "<p>甲</p><p>乙</p>\n--b--\n"),
             "From: a@x.cn\n\n甲\n乙\n"},
        Case{"HtmlAlone",
             with_head("Content-Type: text/html\n\n<meta charset=gbk><p>\xB9\xE9\xB5\xB5</p>"),
             "From: a@x.cn\n\n归档\n"},
        Case{
            "SeveralTexts",
            with_head("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n甲\n--b\n\n乙\n--b--\n"),
            "From: a@x.cn\n\n甲\n\n乙\n"},
        Case{"Flowed",
             with_head("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n"
                       "关于 \n归档 \n的通知\n> 引 \n-- \n署名\n"),
             "From: a@x.cn\n\n关于归档的通知\n> 引 \n-- \n署名\n"},
        Case{"NoBody", "From: a@x.cn\nTo: b\n\n", "From: a@x.cn\nTo: b\n\n"}),
    [](const auto& c) { return c.param.name; });

TEST(Mail, HasPropertiesAndFacts) {
  const Extraction result = read(
      "Message-ID: <1@x>\nIn-Reply-To: <0@x>\nFrom: a@x.cn\nTo: b@x.cn\nCc: c@x.cn\n"
      "Date: Wed, 13 Sep 2017 13:05:45 +0800\nSubject: 通知\nX-Mailer: Foxmail 7.2\n\n.\n");
  const std::map<std::string, std::string> expected{{"title", "通知"},
                                                    {"from", "a@x.cn"},
                                                    {"to", "b@x.cn"},
                                                    {"cc", "c@x.cn"},
                                                    {"message_id", "<1@x>"},
                                                    {"in_reply_to", "<0@x>"},
                                                    {"date", "2017-09-13T13:05:45+08:00"}};
  EXPECT_EQ(result.properties, expected);
  EXPECT_THAT(result.technical, Contains(Pair(technical::kProgram, "Foxmail 7.2")));
  EXPECT_THAT(result.technical, Contains(Pair(technical::kCreated, "2017-09-13T13:05:45+08:00")));
}

const std::string kMixed = with_head(
    "Content-Type: multipart/mixed; boundary=\"m\"\n\n"
    "--m\nContent-Type: multipart/related; boundary=r\n\n"
    "--r\nContent-Type: text/html; charset=utf-8\n\n<p>正文<img src='cid:1'></p>\n"
    "--r\nContent-Type: image/png; name=\"logo.png\"\nContent-ID: <1>\n"
    "Content-Transfer-Encoding: base64\n\nUE5H\n"
    "--r\nContent-Type: image/gif\n\nGIF\n"
    "--r--\n"
    "--m\nContent-Type: application/msword; name=\"=?gb2312?B?zajWqi5kb2M=?=\"\n"
    "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nRE9D\n"
    "--m\nContent-Type: text/plain\n"
    "Content-Disposition: attachment; filename*=UTF-8''%E9%99%84%E4%BB%B6.txt\n\n附件文字\n"
    "--m\nContent-Type: application/octet-stream; name=\"\xB9\xE9\xB5\xB5.dat\"\n\nraw\n"
    "--m\nContent-Type: application/octet-stream\n\nnameless\n"
    "--m\nContent-Type: message/rfc822\n\nSubject: =?utf-8?B?6L2s5Y+R?=\nFrom: z@x.cn\n\n内文\n"
    "--m--\n");

TEST(MailMembers, AreWhatHangsOnIt) {
  const Extraction result = read(kMixed);
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.pages[0], "From: a@x.cn\n\n正文\n");
  EXPECT_THAT(names(result), ElementsAre("logo.png", "通知.doc", "附件.txt", "归档.dat",
                                         "part-8.bin", "转发.eml"));
  EXPECT_EQ(member(kMixed, 0), "PNG");
  EXPECT_EQ(member(kMixed, 1), "DOC");
  EXPECT_EQ(member(kMixed, 2), "附件文字");
  EXPECT_EQ(member(kMixed, 3), "raw");
  EXPECT_EQ(member(kMixed, 5), "Subject: =?utf-8?B?6L2s5Y+R?=\nFrom: z@x.cn\n\n内文");
  EXPECT_EQ(member(kMixed, 6), "(no such file inside)");
  EXPECT_THAT(result.technical, Contains(Pair(technical::kImages, "2")));
}

TEST(MailMembers, OfEveryFormOfTheTextAreKept) {
  const std::string mail = with_head(
      "Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n平\n"
      "--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>页\n"
      "--b\nContent-Type: application/pdf; name=a.pdf\n\nPDF\n--b--\n--a--\n");
  EXPECT_EQ(read(mail).pages.at(0), "From: a@x.cn\n\n平\n");
  EXPECT_THAT(names(read(mail)), ElementsAre("a.pdf"));
}

TEST(Mail, SignedIsReadAndCounted) {
  const Extraction result =
      read(with_head("Content-Type: multipart/signed; boundary=s; "
                     "protocol=\"application/pkcs7-signature\"\n\n--s\n\n正文\n--s\nContent-Type: "
                     "application/pkcs7-signature; name=smime.p7s\n\nx\n--s--\n"));
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.pages[0], "From: a@x.cn\n\n正文\n");
  EXPECT_THAT(result.members, IsEmpty());
  EXPECT_THAT(result.technical, Contains(Pair(technical::kSignatures, "1")));
}

struct Refused {
  std::string name{};
  std::string mail{};
  std::string reason{};
};
void PrintTo(const Refused& c, std::ostream* out) { *out << c.name; }

class RefusedMail : public testing::TestWithParam<Refused> {};

TEST_P(RefusedMail, FailsWithItsReason) {
  const Extraction result = read(GetParam().mail);
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_THAT(result.reason, HasSubstr(GetParam().reason));
  EXPECT_THAT(result.pages, IsEmpty());
}

std::string nested(int depth) {
  std::string mail{kHead};
  for (int i = 0; i < depth; ++i) {
    mail += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
            std::to_string(i) + "\n";
  }
  mail += "\nx\n";
  for (int i = depth; i-- > 0;) mail += "--b" + std::to_string(i) + "--\n";
  return mail;
}

INSTANTIATE_TEST_SUITE_P(
    Mails, RefusedMail,
    testing::Values(
        Refused{"Smime",
                with_head("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx\n"),
                "encrypted: S/MIME"},
        Refused{"Pgp",
                with_head("Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: "
                          "application/pgp-encrypted\n\nVersion: 1\n--b\n\nx\n--b--\n"),
                "encrypted: OpenPGP"},
        Refused{"PgpInTheText", with_head("\n-----BEGIN PGP MESSAGE-----\n\nhQ\n"),
                "encrypted: OpenPGP"},
        Refused{"OpaqueSignature",
                with_head("Content-Type: application/pkcs7-mime; smime-type=signed-data\n\nx\n"),
                "signature, which is not opened"},
        Refused{"CutOff",
                with_head("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n甲\n--b\n\n乙"),
                "cut off"},
        Refused{"NestedTooDeep", nested(300), "nested deeper than"},
        Refused{"HugeHeader", "From: a\nX: " + std::string(2'000'000, 'x') + "\n\n.\n",
                "header longer than 1 MB"},
        Refused{"TooManyParts",
                [] {
                  std::string mail = with_head("Content-Type: multipart/mixed; boundary=b\n\n");
                  for (int i = 0; i < 50'000; ++i) mail += "--b\n\nx\n";
                  return mail + "--b--\n";
                }(),
                "lines that may part it"}),
    [](const auto& c) { return c.param.name; });

TEST(Mail, CutOffAnywhereIsNotReadAsLess) {
  for (std::size_t size = kMixed.find("--m\n") + 4; size + 5 < kMixed.size(); size += 7) {
    EXPECT_EQ(read(kMixed.substr(0, size)).state, TextState::failed) << size;
  }
}

TEST(Mail, ChangedAnywhereEndsInANamedState) {
  std::mt19937 random{7};
  for (int i = 0; i < 300; ++i) {
    std::string mail = kMixed;
    for (int n = 0; n < 4; ++n) mail[random() % mail.size()] = static_cast<char>(random() & 0xFF);
    const Extraction result = read(mail);
    EXPECT_EQ(result.state == TextState::failed, !result.reason.empty());
    for (std::uint32_t m = 0; m < result.members.size(); ++m) (void)member(mail, m);
  }
}

TEST(Mail, WrongCharsetIsAFact) {
  const Extraction result =
      read(with_head("Content-Type: text/plain; charset=gb2312\n\n关于归档的通知\n"));
  EXPECT_THAT(result.technical, Contains(Pair(technical::kEncodingDeclared, "gb2312")));
  const Extraction guessed =
      read(with_head("Content-Type: text/plain\n\n\xB9\xE9\xB5\xB5\xCD\xA8\xD6\xAA\n"));
  EXPECT_THAT(guessed.technical, Contains(Pair(technical::kEncodingGuessed, "yes")));
}

const std::string kArchive =
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.cn/a\nSubject: 题\n"
    "Date: Wed, 08 Apr 2020 22:10:09 +0800\nMIME-Version: 1.0\n"
    "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n"
    "--b\nContent-Type: text/html; charset=utf-8\nContent-ID: <1>\n"
    "Content-Transfer-Encoding: quoted-printable\nContent-Location: https://x.cn/a\n\n"
    "<html><head><title>页题</title></head><p>=E5=BD=92<img src=3D'https://x.cn/1.png'>"
    "<img src=3D'https://y.cn/2.png'></p></html>\n"
    "--b\nContent-Type: image/png\nContent-Location: https://x.cn/1.png\n\nPNG\n--b--\n";

TEST(WebArchive, IsItsPage) {
  const Extraction result = read_in_process(memory_file(kArchive).get(), "a.mht", {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.format, "mht");
  EXPECT_THAT(result.pages, ElementsAre("归\n"));
  EXPECT_THAT(result.members, IsEmpty());
  EXPECT_THAT(result.properties, Contains(Pair("title", "页题")));
  EXPECT_THAT(result.properties, Contains(Pair("source", "https://x.cn/a")));
  EXPECT_THAT(result.technical, Contains(Pair(technical::kProgram, "Blink")));
  EXPECT_THAT(result.technical, Contains(Pair(technical::kImages, "1")));
  EXPECT_THAT(result.technical, Contains(Pair(technical::kExternal, "1")));
}

TEST(WebArchive, CutOffFails) {
  const Extraction result = read_mht(memory_file(kArchive.substr(0, 500)).get(), {});
  EXPECT_EQ(result.state, TextState::failed);
  EXPECT_THAT(result.reason, HasSubstr("cut off"));
}

}  // namespace
}  // namespace guidang::extract

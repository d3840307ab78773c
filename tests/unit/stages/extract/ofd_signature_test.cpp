// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "pipeline/files/multi_digest.h"
#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/ofd_sample.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang::extract {
namespace {

std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bits;
  for (const char c : hex) {
    const int value = c <= '9' ? c - '0' : c - 'a' + 10;
    for (int bit = 3; bit >= 0; --bit) bits += ((value >> bit) & 1) != 0 ? '1' : '0';
  }
  while (bits.size() % 6 != 0) bits += '0';
  std::string out;
  for (std::size_t at = 0; at < bits.size(); at += 6) {
    out += kDigits[static_cast<std::size_t>(std::stoi(bits.substr(at, 6), nullptr, 2))];
  }
  while (out.size() % 4 != 0) out += '=';
  return out;
}

struct Case {
  std::string name{};
  std::string method{};  ///< as in the file
  files::Algorithm algorithm = files::Algorithm::sm3;
  bool known = true;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class OfdSignature : public testing::TestWithParam<Case> {};

TEST_P(OfdSignature, TellsGoodAndBadDigests) {
  constexpr const char* kFont = "font";
  files::MultiDigest digest{{GetParam().algorithm}};
  digest.update(kFont);
  const std::string value = base64_of_hex(digest.hex().front());
  const std::string method = GetParam().method;
  OfdSample sample = official_document();
  sample.with("OFD.xml", ofd_element("OFD",
                                     "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml"
                                     "</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/S.xml"
                                     "</ofd:Signatures></ofd:DocBody>"));
  sample.with("Doc_0/Signs/S.xml",
              ofd_element("Signatures", "<ofd:Signature ID=\"1\" BaseLoc=\"S0/Signature.xml\"/>"));
  const auto reference = [&](const std::string& path) {
    return "<ofd:Reference FileRef=\"" + path + "\"><ofd:CheckValue>" + value +
           "</ofd:CheckValue></ofd:Reference>";
  };
  sample.with("Doc_0/Signs/S0/Signature.xml",
              ofd_element("Signature",
                          "<ofd:SignedInfo><ofd:References" +
                              (method.empty() ? "" : " CheckMethod=\"" + method + "\"") + ">" +
                              reference("/Doc_0/Res/f.ttf") + reference("../../Document.xml") +
                              reference("/Doc_0/Gone.xml") + "</ofd:References></ofd:SignedInfo>"));
  const Extraction result = read_in_process(memory_file(sample.bytes()).get(), "a.ofd", {});
  ASSERT_EQ(result.state, TextState::read) << result.reason;
  EXPECT_EQ(result.technical.at("signatures"), "1");
  EXPECT_EQ(result.technical.at("signature_digests_good"), GetParam().known ? "1" : "0");
  EXPECT_EQ(result.technical.at("signature_digests_bad"), GetParam().known ? "2" : "1");
  EXPECT_EQ(result.technical.at("signature_digests_unchecked"), GetParam().known ? "0" : "2");
  EXPECT_EQ(result.technical.at("signature_digests_bad_paths"),
            GetParam().known ? "Doc_0/Document.xml, Doc_0/Gone.xml" : "Doc_0/Gone.xml");
}

using files::Algorithm;
INSTANTIATE_TEST_SUITE_P(Methods, OfdSignature,
                         testing::Values(Case{"Sm3ByIdentifier", "1.2.156.10197.1.401",
                                              Algorithm::sm3},
                                         Case{"Sm3ByName", "SM3", Algorithm::sm3},
                                         Case{"Sha1", "1.3.14.3.2.26", Algorithm::sha1},
                                         Case{"Sha256", "SHA-256", Algorithm::sha256},
                                         Case{"Md5WhenNothingIsSaid", "", Algorithm::md5},
                                         Case{"Unknown", "1.2.3", Algorithm::sm3, false}));

}  // namespace
}  // namespace guidang::extract

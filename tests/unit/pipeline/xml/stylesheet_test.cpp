// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/stylesheet.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <thread>
#include <vector>

#include "pipeline/failure.h"
#include "tests/support/temp_folder.h"

namespace guidang::xml {
namespace {

class StylesheetTest : public ::testing::Test {
 protected:
  /// Writes NAME with these templates.
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name) << "<?xml version=\"1.0\"?>\n<xsl:stylesheet version=\"1.0\" "
                                     "xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">\n"
                                  << content << "\n</xsl:stylesheet>\n";
  }
  [[nodiscard]] std::string page(const std::string& content, const std::string& model = "<m/>",
                                 const TransformLimits& limits = {}) const {
    write("page.xsl", content);
    return Stylesheet::load(folder_ / "page.xsl").to_html(model, limits);
  }
  [[nodiscard]] std::string failure(const std::string& content, const std::string& model = "<m/>",
                                    const TransformLimits& limits = {}) const {
    try {
      return "no failure: " + page(content, model, limits);
    } catch (const Failure& error) {
      return error.what();
    }
  }

  test::TempFolder folder_{};
};

TEST_F(StylesheetTest, MakesHtml) {
  EXPECT_EQ(page("<xsl:template match='/m'><html><body><p class='{@c}'><xsl:value-of select='.'/>"
                 "</p><br/></body></html></xsl:template>",
                 "<m c='a&quot;b'>防汛 &lt;script&gt; &amp;</m>"),
            "<!DOCTYPE html>\n<html><body><p class='a\"b'>防汛 &lt;script&gt; &amp;</p><br>"
            "</body></html>\n");
}

TEST_F(StylesheetTest, NoValueEndsItsAttribute) {
  EXPECT_EQ(page("<xsl:template match='/m'><p class='{@c}'/></xsl:template>",
                 "<m c='a&quot;b&apos;c&gt;&lt;i&gt;&amp;'/>"),
            "<!DOCTYPE html>\n<p class=\"a&quot;b'c&gt;&lt;i&gt;&amp;\"></p>\n");
}

TEST_F(StylesheetTest, ImportsAndReadsWhatLiesBeside) {
  write("part.xsl",
        "<xsl:template match='m'><i><xsl:value-of "
        "select=\"document('data.xml')/d\"/></i></xsl:template>");
  std::ofstream(folder_ / "data.xml") << "<d>数据</d>";
  EXPECT_EQ(page("<xsl:import href='part.xsl'/>"), "<!DOCTYPE html>\n<i>数据</i>\n");
}

TEST_F(StylesheetTest, ReachesNothingElse) {
  std::ofstream(folder_ / "secret.txt") << "<d>secret</d>";
  for (const char* address :
       {"/etc/passwd", "file:///etc/passwd", "../x.xml", "sub/x.xml", "http://127.0.0.1:1/x.xml",
        "secret.txt", ".hidden.xml", "data%2exml", "", "missing.xml"}) {
    const std::string message =
        failure("<xsl:template match='m'>[<xsl:value-of select=\"document('" +
                std::string(address) + "')/d\"/>]</xsl:template>");
    EXPECT_EQ(message.find("secret"), message.find("secret.txt")) << address;
    EXPECT_EQ(message.find("root:"), std::string::npos) << address;
  }
  EXPECT_NE(failure("<xsl:import href='../other.xsl'/>").find("page.xsl"), std::string::npos);
}

TEST_F(StylesheetTest, WritesNothing) {
  const std::string target = (folder_ / "out.xml").string();
  static_cast<void>(
      failure("<xsl:template match='m'><x:document xmlns:x='http://exslt.org/common' "
              "href='" +
              target + "'>x</x:document></xsl:template>"));
  EXPECT_FALSE(std::filesystem::exists(target));
}

TEST_F(StylesheetTest, FlawsNameFileAndLine) {
  const std::string flaw = failure("\n<xsl:template match='m['/>");
  EXPECT_NE(flaw.find("page.xsl"), std::string::npos) << flaw;
  const std::string broken = failure("<xsl:template match='m'><p></xsl:template>");
  EXPECT_NE(broken.find("page.xsl:3"), std::string::npos) << broken;
  EXPECT_NE(failure("<xsl:template match='m'><xsl:call-template name='none'/></xsl:template>")
                .find("none"),
            std::string::npos);
}

TEST_F(StylesheetTest, EndsInTime) {
  const std::string endless =
      "<xsl:template match='m'><xsl:call-template name='a'/></xsl:template>"
      "<xsl:template name='a'><xsl:call-template name='a'/></xsl:template>";
  EXPECT_EQ(failure(endless).find("no failure"), std::string::npos);
  std::string model = "<m>";
  for (int i = 0; i < 200; ++i) model += "<i/>";
  model += "</m>";
  EXPECT_EQ(failure("<xsl:template match='m'><xsl:for-each select='//i'><xsl:for-each "
                    "select='//i'><xsl:value-of select='count(//i[count(//i) > 0])'/>"
                    "</xsl:for-each></xsl:for-each></xsl:template>",
                    model, {.operations = 100'000})
                .find("no failure"),
            std::string::npos);
  EXPECT_EQ(failure("<xsl:template match='m'><xsl:for-each select='//i'><p>aaaaaaaaaa</p>"
                    "</xsl:for-each></xsl:template>",
                    model, {.output_bytes = 1000})
                .find("no failure"),
            std::string::npos);
}

TEST_F(StylesheetTest, ManyThreadsMayUseOne) {
  write("page.xsl",
        "<xsl:key name='k' match='i' use='@n'/><xsl:template match='m'><b><xsl:for-each "
        "select='i'><xsl:sort select='@n' data-type='number' order='descending'/>"
        "<xsl:value-of select=\"key('k', @n)\"/></xsl:for-each></b></xsl:template>");
  const Stylesheet style = Stylesheet::load(folder_ / "page.xsl");
  std::vector<std::string> pages(8);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < pages.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < 50; ++round) {
        pages[t] = style.to_html("<m><i n='1'>a</i><i n='2'>" + std::to_string(t) + "</i></m>");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t t = 0; t < pages.size(); ++t) {
    EXPECT_EQ(pages[t], "<!DOCTYPE html>\n<b>" + std::to_string(t) + "a</b>\n");
  }
}

}  // namespace
}  // namespace guidang::xml

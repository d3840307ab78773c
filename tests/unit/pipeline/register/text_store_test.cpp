// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/register/text_store.h"

#include "tests/support/temp_folder.h"

namespace guidang::test {
namespace {

TEST(TextStore, GivesBackPagesByDigestReaderAndRevision) {
  TempFolder folder;
  TextStore store(folder / "texts.sqlite", sqlite::Database::Mode::create);
  const Extraction first{.state = TextState::read,
                         .format = "txt",
                         .reader = "txt",
                         .revision = 1,
                         .pages = {"第一页", "第二页"},
                         .paged = true};
  Extraction second = first;
  second.revision = 2;
  second.pages = {"改读"};
  const ComponentText old = store.put("aa", first);
  EXPECT_EQ(old.pages, 2U);
  store.put("aa", second);
  EXPECT_EQ(store.find("aa")->revision, 2);
  EXPECT_EQ(store.pages(old).size(), 2U) << "the older text is still there for who cites it";
  EXPECT_EQ(store.pages(*store.find("aa")).front(), "改读");
  EXPECT_FALSE(store.find("bb").has_value());
}

TEST(TextStore, RecognisedTextComesFirst) {
  TempFolder folder;
  TextStore store(folder / "texts.sqlite", sqlite::Database::Mode::create);
  for (const char* reader : {"image+ocr", "image"}) {
    store.put("aa", {.state = TextState::read, .reader = reader, .revision = 1, .pages = {"甲"}});
  }
  EXPECT_EQ(store.find("aa")->reader, "image+ocr");
}

TEST(TextStore, GivesBackPlacesAndTechnicalFacts) {
  TempFolder folder;
  TextStore store(folder / "texts.sqlite", sqlite::Database::Mode::create);
  const LineStyle title{.align = Align::centre,
                        .face = Face::title_song,
                        .bold = true,
                        .rule_below = true,
                        .table = true,
                        .outline = kTitleOutline,
                        .size = 2200,
                        .colour = 0xFF0000};
  const std::vector<PageLayout> layout{{21000, 29700, {{2800, 3700, 15600, 1000}, {}}, {title, {}}},
                                       {1, 2, {}, {}}};
  const Extraction extraction{
      .state = TextState::read,
      .reader = "ofd",
      .pages = {"一\n二", ""},
      .layout = layout,
      .properties = {{"title", "题"}, {"tag:发文字号", "云财发〔2021〕1号"}},
      .technical = {{"format_version", "1.0"}}};
  const ComponentText text = store.put("aa", extraction);
  EXPECT_EQ(store.layout(text), layout);
  EXPECT_EQ(store.find("aa")->technical, extraction.technical);
  EXPECT_EQ(store.find("aa")->tags,
            (std::map<std::string, std::string>{{"发文字号", "云财发〔2021〕1号"}}));
  EXPECT_TRUE(store.layout({.digest = "bb"}).empty());
}

TEST(TextStore, OlderFormatIsBuiltAnew) {
  TempFolder folder;
  {
    sqlite::Database old(folder / "texts.sqlite", sqlite::Database::Mode::create);
    old.execute(
        "CREATE TABLE text (digest TEXT); INSERT INTO text VALUES ('aa');"
        "PRAGMA user_version=1;");
  }
  TextStore store(folder / "texts.sqlite", sqlite::Database::Mode::create);
  EXPECT_FALSE(store.find("aa").has_value());
  store.put("aa", {.state = TextState::read, .reader = "text", .pages = {"全文"}});
  EXPECT_TRUE(store.find("aa").has_value());
}

TEST(TextStore, UnknownPagesStayUnknown) {
  TempFolder folder;
  TextStore store(folder / "texts.sqlite", sqlite::Database::Mode::create);
  const ComponentText text =
      store.put("aa", {.state = TextState::read, .reader = "docx", .pages = {"全文"}});
  EXPECT_FALSE(text.pages.has_value());
}

TEST(TextStore, BrokenBytesDoNotStopIt) {
  TempFolder folder;
  TextStore store(folder / "texts.sqlite", sqlite::Database::Mode::create);
  const ComponentText text =
      store.put("aa", {.state = TextState::read, .reader = "txt", .pages = {"a\xFF"}});
  EXPECT_EQ(store.pages(text).front(), "a\xEF\xBF\xBD");
}

}  // namespace
}  // namespace guidang::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/extract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/failure.h"
#include "stages/extract/readers.h"
#include "tests/unit/stages/extract/support.h"

namespace guidang {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Objects by digest; counts what is asked of it.
class MemoryStore final : public ContentStore {
 public:
  void put_object(int, const std::string&) override {}
  std::optional<ComponentText> find_text(const std::string& digest) override {
    const auto it = texts.find(digest);
    return it == texts.end() ? std::nullopt : std::optional{it->second};
  }
  ComponentText put_text(const std::string& digest, const Extraction& e) override {
    ++written;
    stored[digest] = e.pages;
    return texts[digest] = {.digest = digest,
                            .state = e.state,
                            .format = e.format,
                            .reader = e.reader,
                            .revision = e.revision,
                            .reason = e.reason,
                            .encoding = e.encoding,
                            .undecodable = e.undecodable,
                            .technical = e.technical};
  }
  std::vector<std::string> pages(const ComponentText& text) override { return stored[text.digest]; }
  int open_object(const std::string& digest) override {
    return extract::memory_file(objects.at(digest)).release();
  }
  void quarantine(int, const std::string&, const std::string&, const std::string&) override {}

  std::map<std::string, std::string> objects{};
  std::map<std::string, ComponentText> texts{};
  std::map<std::string, std::vector<std::string>> stored{};
  int written = 0;
};

class HereReader final : public Reader {
 public:
  Extraction read(int fd, std::string_view name) override {
    ++asked;
    return extract::read_in_process(fd, name, {});
  }
  int revision_of(std::string_view) const override { return 1; }
  bool recognises() const override { return recognise; }

  bool recognise = false;
  int asked = 0;
};

struct Case {
  std::string name{};
  std::string file{};
  std::string bytes{};
  TextState state = TextState::read;
  std::vector<std::string> codes{};
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::vector<std::string> codes(const Findings& findings) {
  std::vector<std::string> list;
  for (const Finding& finding : findings.list()) list.push_back(finding.code);
  return list;
}

View view_of(const std::string& name, const std::string& digest) {
  View view{"d0000000000000001", {}};
  view.put(Fact{Components{{Component{Role::main, digest, 1, name}}}});
  return view;
}

class ExtractStage : public testing::TestWithParam<Case> {
 protected:
  MemoryStore store_;
  HereReader reader_;
  Extract stage_{store_, reader_};
};

TEST_P(ExtractStage, SaysTheStateAndWhatIsWrong) {
  store_.objects["x"] = GetParam().bytes;
  Findings findings;
  const auto fact = stage_.run(view_of(GetParam().file, "x"), findings);
  ASSERT_TRUE(fact);
  const Text& text = std::get<Text>(*fact);
  ASSERT_EQ(text.components.size(), 1U);
  EXPECT_EQ(text.components[0].state, GetParam().state);
  EXPECT_EQ(codes(findings), GetParam().codes);
  for (const Finding& finding : findings.list()) EXPECT_EQ(finding.path, GetParam().file);
}

INSTANTIATE_TEST_SUITE_P(
    Files, ExtractStage,
    testing::Values(
        Case{"Good", "通知.txt", "关于归档的通知", TextState::read, {}},
        Case{"NoReader", "通知", std::string(64, '\1'), TextState::no_reader, {"EXT-101"}},
        Case{"Failed",
             "通知.docx",
             "PK\3\4              "
             "            \x09",
             TextState::failed,
             {"EXT-102", "EXT-104"}},
        Case{"Undecodable", "a.txt", "\xEF\xBB\xBF归\xFF档", TextState::read, {"EXT-103"}},
        Case{"WrongExtension", "通知.doc", "<html><p>甲", TextState::read, {"EXT-104"}},
        Case{"Empty", "a.txt", "", TextState::read, {"EXT-105"}},
        Case{"OnlyBlanks", "a.txt", " \n\u3000\n", TextState::read, {"EXT-105"}},
        Case{"Picture",
             "a.gif",
             std::string{"GIF89a\1\0\1\0\0\0\0", 13},
             TextState::none_by_nature,
             {"EXT-106"}}),
    [](const auto& c) { return c.param.name; });

TEST_F(ExtractStage, TakesWhatReceiveHasStored) {
  store_.texts["x"] = {
      .digest = "x", .state = TextState::read, .format = "txt", .reader = "text", .revision = 2};
  store_.stored["x"] = {"甲"};
  Findings findings;
  EXPECT_TRUE(stage_.run(view_of("a.txt", "x"), findings));
  EXPECT_EQ(store_.written, 0);
  EXPECT_TRUE(findings.empty());
}

TEST_F(ExtractStage, ReadsAgainWhatAnotherReaderRead) {
  store_.objects["x"] = "新";
  for (const ComponentText& old : std::vector<ComponentText>{
           {.digest = "x", .state = TextState::read, .format = "txt", .reader = "text"},
           {.digest = "x", .state = TextState::no_reader, .format = "txt"}}) {
    store_.texts["x"] = old;
    Findings findings;
    EXPECT_TRUE(stage_.run(view_of("a.txt", "x"), findings));
    EXPECT_THAT(store_.stored["x"], ElementsAre("新"));
    store_.stored.clear();
  }
  EXPECT_EQ(store_.written, 2);
}

struct Stored {
  std::string name{};
  std::string reader{};
  TextState state = TextState::read;
  std::vector<std::string> pages{};
  bool recognise = false;
  bool again = false;
};

TEST_F(ExtractStage, RecognisesOnceAndKeepsIt) {
  const std::string pdf = "pdf", image = "image", recognised{kRecognised};
  for (const Stored& c : std::vector<Stored>{
           {"PictureAsBefore", image, TextState::none_by_nature, {}, false, false},
           {"PictureNowToBeRecognised", image, TextState::none_by_nature, {}, true, true},
           {"Recognised", image + recognised, TextState::read, {"甲"}, true, false},
           {"RecognisedBefore", image + recognised, TextState::read, {"甲"}, false, false},
           {"NothingToRecognise", image + recognised, TextState::none_by_nature, {}, true, false},
           {"PageWithoutText", pdf, TextState::read, {"甲", " "}, true, true},
           {"AllPagesHaveText", pdf, TextState::read, {"甲"}, true, false},
           {"Failed", pdf, TextState::failed, {}, true, false}}) {
    store_.objects["x"] = "GIF89a";
    store_.texts["x"] = {.digest = "x",
                         .state = c.state,
                         .format = c.reader.starts_with(pdf) ? "pdf" : "gif",
                         .reader = c.reader,
                         .revision = 1};
    store_.stored["x"] = c.pages;
    reader_.recognise = c.recognise;
    reader_.asked = 0;
    Findings findings;
    EXPECT_TRUE(stage_.run(view_of("a.gif", "x"), findings));
    EXPECT_EQ(reader_.asked, c.again ? 1 : 0) << c.name;
  }
}

TEST_F(ExtractStage, LooksAgainWhenRecognitionIsAskedFor) {
  const std::string plain = stage_.settings();
  reader_.recognise = true;
  EXPECT_NE(stage_.settings(), plain);
}

TEST_F(ExtractStage, PaperOnlyHasNoTextAndNoFinding) {
  View view{"d0000000000000001", {}};
  view.put(Fact{Components{}});
  Findings findings;
  const auto fact = stage_.run(view, findings);
  EXPECT_THAT(std::get<Text>(*fact).components, IsEmpty());
  EXPECT_TRUE(findings.empty());
}

TEST_F(ExtractStage, ExplainsEveryCode) {
  for (const CodeInfo& code : stage_.info().codes) {
    EXPECT_FALSE(code.title_zh.empty() || code.title_en.empty() || code.hint_zh.empty() ||
                 code.hint_en.empty())
        << code.id;
  }
  EXPECT_EQ(stage_.settings().size(), 64U);
}

TEST(ExtractFile, RefusesWhatIsNoFile) {
  HereReader reader;
  EXPECT_THROW((void)extract_file(reader, GUIDANG_SOURCE_DIR "/tests"), Failure);
  EXPECT_THROW((void)extract_file(reader, GUIDANG_SOURCE_DIR "/no such file"), Failure);
}

TEST(ExtractFile, ReadsAFile) {
  HereReader reader;
  const Extraction e =
      extract_file(reader, GUIDANG_SOURCE_DIR "/tests/unit/stages/extract/data/whole.docx");
  EXPECT_EQ(e.state, TextState::read);
}

}  // namespace
}  // namespace guidang

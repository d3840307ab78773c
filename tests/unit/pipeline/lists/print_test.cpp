// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "pipeline/lists/all_papers.h"
#include "pipeline/lists/volumes.h"
#include "tests/unit/pipeline/lists/office.h"

namespace guidang::lists {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A year of three volumes in two directories.
void fill(Deck& deck, const PaperSettings& settings, bool provisional = false) {
  for (ListRow row : {testing::volume_row(1, 1, 1, 4), testing::volume_row(1, 2, 5, 5),
                      testing::volume_row(1, 3, 6, 9), testing::volume_row(2, 1, 1, 2),
                      testing::volume_row(1, 1, 1, 7, "长期")}) {
    row.provisional = provisional;
    deck.add(kBoundLines.id, row.code, filed_line(row, settings));
  }
  deck.close();
}

TEST(VolumeRows, LastItemOfEachVolumeHasItsPagesFromTo) {
  const testing::TestOffice test(testing::kVolumeProfile);
  const Office office = test.office();
  Deck deck(make_sorter());
  fill(deck, office.settings);
  std::vector<std::string> seen;
  for_each_volume_row(
      PaperYear(office, deck, kBoundLines.id, 2006),
      [&](const ListRow& row) { seen.push_back(row.series); },
      [&](const ListRow&, const std::string& pages) { seen.push_back(pages); });
  EXPECT_THAT(seen, ElementsAre("X043-3-0001", "1", "5", "6—9", "X043-3-0002", "1—2", "X043-4-0001",
                                "1—7"));
}

/// Prints every paper of volumes; gives the files by name.
std::map<std::string, std::string> print_all(const Office& office, const Profile& profile,
                                             const std::filesystem::path& folder,
                                             bool provisional) {
  std::filesystem::create_directories(folder);
  Deck deck(make_sorter());
  fill(deck, office.settings, provisional);
  std::map<std::string, std::string> all;
  for (const Paper& paper : year_papers()) {
    if (paper.lines != &kBoundLines) continue;
    const auto loaded = load_forms(profile, paper);
    Binder binder(loaded, folder, {.html = true, .pdf = true, .csv = true});
    paper.print(PaperYear(office, deck, kBoundLines.id, 2006), binder);
    for (const auto& file : binder.finish()) all[file.filename().string()] = read_text(file);
  }
  return all;
}

TEST(VolumePapers, TwoPrintingsGiveTheSameBytes) {
  const testing::TestOffice test(testing::kVolumeProfile);
  const Office office = test.office();
  const auto once = print_all(office, test.profile(), test.path() / "one", false);
  EXPECT_EQ(once, print_all(office, test.profile(), test.path() / "two", false));
  EXPECT_TRUE(once.contains("案卷封面.pdf"));
  EXPECT_TRUE(once.contains("卷内备考表.pdf"));
}

TEST(VolumePapers, OneFullIndexForEachDirectoryAndPeriod) {
  const testing::TestOffice test(testing::kVolumeProfile);
  const auto files = print_all(test.office(), test.profile(), test.path() / "one", false);
  const std::string& permanent = files.at("全引目录-目录3-永久.html");
  EXPECT_THAT(permanent, HasSubstr("共 2 卷（案卷号 1 至 2），4 件，11 页"));
  for (const char* part : {"立卷说明", "案卷目录", "卷内文件目录", "2006、2、14、", "6—9"}) {
    EXPECT_THAT(permanent, HasSubstr(part));
  }
  EXPECT_THAT(permanent, Not(HasSubstr("长期")));
  EXPECT_TRUE(files.contains("全引目录-目录4-长期.pdf"));
}

TEST(VolumePapers, DraftUntilNoNumberMayChange) {
  const testing::TestOffice test(testing::kVolumeProfile);
  const auto draft = print_all(test.office(), test.profile(), test.path() / "one", true);
  EXPECT_THAT(draft.at("案卷目录.html"), HasSubstr("未定稿"));
  EXPECT_THAT(draft.at("卷内备考表.html"), Not(HasSubstr("张三")));
  const auto sealed = print_all(test.office(), test.profile(), test.path() / "two", false);
  EXPECT_THAT(sealed.at("案卷目录.html"), Not(HasSubstr("未定稿")));
  for (const char* who : {"张三", "李四", "2006年6月30日"}) {
    EXPECT_THAT(sealed.at("卷内备考表.html"), HasSubstr(who));
  }
}

TEST(VolumePapers, NoteTellsOfWhatWasAddedAndWithdrawnLater) {
  const testing::TestOffice test(testing::kVolumeProfile);
  Office office = test.office();
  office.backing.changed_numbers = [](int) {
    return std::vector<LedgerRow>{
        {"X043-3-0001", 3, "X043-3-0001-003", "used", "i3", 2006, 1, ""},
        {"X043-3-0001", 4, "X043-3-0001-004", "tombstone", "i4", 2006, 1, "重份"}};
  };
  const auto files = print_all(office, test.profile(), test.path() / "one", false);
  EXPECT_THAT(files.at("卷内备考表.html"),
              HasSubstr("第003件　补充归档，见第 1 版（2006年6月30日）"));
  EXPECT_THAT(files.at("卷内备考表.html"), HasSubstr("第004件　已撤出，件号不再使用：重份"));
}

TEST(Papers, OfficeDoesNotPrintWhatItTurnedOff) {
  const testing::TestOffice test(R"(<catalogue><form id="stamps" on="no"/></catalogue>)");
  std::vector<std::string_view> ids;
  for (const Paper* paper : all_papers(test.profile())) ids.push_back(paper->form);
  EXPECT_THAT(ids, ::testing::IsSupersetOf({"filed", "volume-cover", "not-filed"}));
  EXPECT_THAT(ids, Not(::testing::Contains("stamps")));
}

TEST(Papers, EveryFormOfThisFolderCanBeLoaded) {
  const testing::TestOffice test("");
  const auto folder = std::filesystem::path(GUIDANG_SOURCE_DIR) / "templates/forms";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".xml" || file.path().stem() == "fonts") continue;
    EXPECT_EQ(load_form(test.profile(), file.path().stem().string()).id(), file.path().stem());
  }
}

}  // namespace
}  // namespace guidang::lists

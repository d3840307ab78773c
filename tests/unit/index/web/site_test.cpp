// SPDX-License-Identifier: GPL-3.0-or-later
// The site as its visitors meet it, without sockets.
#include "index/web/site.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "index/generation.h"
#include "index/web/url.h"
#include "pipeline/home/fonds.h"
#include "tests/support/temp_folder.h"

namespace guidang::web {
namespace {

namespace fs = std::filesystem;
using index::Access;

index::IndexRecord record(int number, std::string title, Access access) {
  index::IndexRecord made;
  made.record = "d" + std::to_string(number);
  made.code = "X001-WS·2023-D30-" + std::to_string(1000 + number);
  made.title = std::move(title);
  made.creator = "青石县水利局";
  made.doctype = number % 2 == 0 ? "通知" : "报告";
  made.retention = "30年";
  made.direction = "issued";
  made.fonds = "X001";
  made.path = "secret/path.docx";
  made.year = 2020 + number % 4;
  made.date = std::to_string(made.year) + "-05-18";
  made.access = access;
  made.pages = {"为做好防汛工作，现通知如下。"};
  return made;
}

class SiteTest : public ::testing::Test {
 protected:
  SiteTest() {
    fs::create_directories(home());
    std::ofstream(home() / "fonds.xml")
        << fonds_text({.code = "X001", .name = "青石县<水利>局", .profile = "tutorial"});
    fill(true);
  }

  void fill(bool closed) const {
    index::GenerationWriter writer(home() / "index");
    for (int i = 0; i < 45; ++i) writer.add(record(i, "关于防汛工作的通知", Access::open));
    writer.add(record(90, "\"><script>alert(1)</script> & 标记", Access::open));
    if (closed) writer.add(record(91, "防汛机密事项", Access::staff));
    static_cast<void>(writer.commit());
  }

  [[nodiscard]] fs::path home() const { return folder_ / "home"; }

  [[nodiscard]] SiteOptions options() const {
    return {.homes = {home()}, .templates = fs::path(GUIDANG_SOURCE_DIR) / "templates"};
  }

  [[nodiscard]] static Request request(std::string_view target, bool staff = false) {
    const std::size_t mark = std::min(target.find('?'), target.size());
    Request made{.path = std::string(target.substr(0, mark))};
    made.segments = *segments_of(made.path);
    if (mark < target.size()) made.parameters = *Parameters::read(target.substr(mark + 1));
    if (made.parameters.get("lang") == "en") made.language = Language::en;
    made.origin = "http://localhost";
    if (staff) made.visitor = {.classes = {Access::open, Access::staff}, .staff = true};
    return made;
  }

  [[nodiscard]] static std::string body_of(const Response& response) {
    if (!response.stream) return response.body;
    std::string body;
    response.stream([&](std::string_view piece) {
      body += piece;
      return true;
    });
    return body;
  }

  static bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
  }

  static std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1)) {
      ++found;
    }
    return found;
  }

  test::TempFolder folder_{};
};

TEST_F(SiteTest, AllPagesAreWhole) {
  const Site site(options());
  for (const char* path :
       {"/", "/search", "/search?q=%E9%98%B2%E6%B1%9B", "/search?q=zzz", "/search?q=(", "/browse",
        "/browse/X001", "/help", "/nothing", "/search?year=2023&view=print"}) {
    for (const char* language : {"zh", "en"}) {
      const std::string address =
          std::string(path) + (has(path, "?") ? "&" : "?") + "lang=" + language;
      std::string complaint;
      const Response response = site.answer(request(address), &complaint);
      EXPECT_EQ(complaint, "") << address;
      EXPECT_TRUE(response.body.starts_with("<!DOCTYPE html>\n<html")) << address;
      EXPECT_TRUE(response.body.ends_with("</html>\n")) << address;
      EXPECT_EQ(count(response.body, "<title>"), 1U) << address;
      EXPECT_TRUE(has(response.body, "青石县&lt;水利&gt;局")) << address;
    }
  }
}

TEST_F(SiteTest, NothingTypedOrStoredBecomesMarkup) {
  const Site site(options());
  const std::string evil = percent_encoded("\"><script>alert(2)</script>'");
  for (const std::string& path :
       {"/search?q=" + evil, "/search?year=" + evil, "/search?creator=" + evil + "&q=%E6%A0%87",
        std::string("/search?q=%E6%A0%87%E8%AE%B0"), "/record/" + evil, "/browse/" + evil,
        "/" + evil, "/search?q=%28" + evil}) {
    const std::string body = site.answer(request(path)).body;
    EXPECT_FALSE(has(body, "<script>")) << path;
  }
}

TEST_F(SiteTest, HitsArePagedToTheEnd) {
  const Site site(options());
  const std::string q = "/search?q=%E9%98%B2%E6%B1%9B";
  const std::string first = site.answer(request(q)).body;
  EXPECT_EQ(count(first, "<li class=\"hit\">"), 20U);
  EXPECT_TRUE(has(first, "page=3"));
  const std::string last = site.answer(request(q + "&page=3")).body;
  EXPECT_EQ(count(last, "<li class=\"hit\">"), 6U);
  const std::string behind = site.answer(request(q + "&page=90")).body;
  EXPECT_EQ(count(behind, "<li class=\"hit\">"), 6U);
}

TEST_F(SiteTest, StrangersSeeWhatIsOpenAndNothingElse) {
  const Site with(options());
  std::vector<std::string> paths{"/",
                                 "/search?q=%E9%98%B2%E6%B1%9B",
                                 "/search?q=%E6%9C%BA%E5%AF%86",
                                 "/search.json?q=%E9%98%B2%E6%B1%9B",
                                 "/search.csv?q=%E9%98%B2%E6%B1%9B",
                                 "/browse",
                                 "/browse/X001",
                                 "/record/X001/d91",
                                 "/record/" + percent_encoded("X001-WS·2023-D30-1091")};
  std::vector<std::string> bodies;
  for (const std::string& path : paths) bodies.push_back(body_of(with.answer(request(path))));
  fill(false);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    EXPECT_EQ(body_of(with.answer(request(paths[i]))), bodies[i]) << paths[i];
    EXPECT_FALSE(has(bodies[i], "机密事项")) << paths[i];
  }
}

TEST_F(SiteTest, WhatIsClosedLooksLikeWhatNeverWas) {
  const Site site(options());
  const Response closed = site.answer(request("/record/X001/d91"));
  const Response never = site.answer(request("/record/X001/d92"));
  EXPECT_EQ(closed.status, 404);
  EXPECT_EQ(closed.body, never.body);
  EXPECT_EQ(site.answer(request("/record/X001/d91.json")).body,
            site.answer(request("/record/X001/d92.json")).body);
}

TEST_F(SiteTest, StaffSeeMoreAndAreToldSo) {
  const Site site(options());
  const Response page = site.answer(request("/search?q=%E6%9C%BA%E5%AF%86", true));
  EXPECT_EQ(count(page.body, "<li class=\"hit\">"), 1U);
  EXPECT_TRUE(has(page.body, "馆员视图"));
  EXPECT_FALSE(has(site.answer(request("/")).body, "馆员视图"));
}

TEST_F(SiteTest, JsonHoldsAllHits) {
  const Site site(options());
  const auto all = nlohmann::json::parse(
      body_of(site.answer(request("/search.json?q=%E9%98%B2%E6%B1%9B&sort=code"))));
  EXPECT_EQ(all.at("total"), 46);
  ASSERT_EQ(all.at("hits").size(), 46U);
  EXPECT_EQ(all.at("hits").at(0).at("code"), "X001-WS·2023-D30-1000");
  EXPECT_EQ(all.at("hits").at(0).at("path"), "");
  const auto part = nlohmann::json::parse(
      body_of(site.answer(request("/search.json?q=%E9%98%B2%E6%B1%9B&sort=code&page=3"))));
  EXPECT_EQ(part.at("hits").size(), 6U);
  EXPECT_EQ(part.at("hits").at(0), all.at("hits").at(40));
}

TEST_F(SiteTest, CsvHoldsAllHits) {
  const Site site(options());
  const Response response = site.answer(request("/search.csv?q=%E9%98%B2%E6%B1%9B"));
  EXPECT_TRUE(has(response.header("Content-Disposition"), "attachment"));
  const std::string table = body_of(response);
  EXPECT_EQ(count(table, "\n"), 47U);
  EXPECT_FALSE(has(table, "secret/path"));
}

TEST_F(SiteTest, ErrorsOfTheQueryShowWhere) {
  const Site site(options());
  const Response page = site.answer(request("/search?q=%28%E9%98%B2%E6%B1%9B"));
  EXPECT_EQ(page.status, 400);
  EXPECT_TRUE(has(page.body, "class=\"caret\""));
  const auto json = nlohmann::json::parse(site.answer(request("/search.json?q=%28a")).body);
  EXPECT_EQ(json.at("error"), "bad-query");
  EXPECT_TRUE(json.contains("offset"));
}

TEST_F(SiteTest, ErrorsAreInTheLanguageAndFormAskedFor) {
  const Site site(options());
  EXPECT_TRUE(has(site.answer(request("/nothing")).body, "没有找到"));
  EXPECT_TRUE(has(site.answer(request("/nothing?lang=en")).body, "Not found"));
  const Response json = site.answer(request("/nothing.json"));
  EXPECT_EQ(json.status, 404);
  EXPECT_EQ(nlohmann::json::parse(json.body).at("error"), "not-found");
  EXPECT_EQ(site.answer(request("/search?sort=x")).status, 400);
  EXPECT_EQ(site.refuse(request("/"), {405, "bad-method"}).status, 405);
}

TEST_F(SiteTest, FacetsAddAndTakeAway) {
  const Site site(options());
  const std::string page = site.answer(request("/search?q=%E9%98%B2%E6%B1%9B&year=2023")).body;
  EXPECT_TRUE(has(page, "year=2023&amp;year=2022") || has(page, "year=2022"));
  EXPECT_TRUE(has(page, "href=\"/search?q=%E9%98%B2%E6%B1%9B\""));
}

TEST_F(SiteTest, OpenSearchNamesThisSite) {
  const Site site(options());
  const std::string text = site.answer(request("/opensearch.xml")).body;
  EXPECT_TRUE(has(text, "template=\"http://localhost/search?q={searchTerms}"));
}

}  // namespace
}  // namespace guidang::web

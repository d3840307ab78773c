// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/request.h"

#include <gtest/gtest.h>

#include <ostream>

namespace guidang::web {
namespace {

class Everyone : public Doorkeeper {
 public:
  [[nodiscard]] Visitor admit(const Knock& knock) const override {
    return {.staff = !knock.forwarded && !knock.cross_site};
  }
};

RawRequest raw(std::string target, std::vector<std::pair<std::string, std::string>> headers = {}) {
  RawRequest request{.method = "GET", .target = std::move(target), .headers = std::move(headers)};
  if (request.count("host") == 0) request.headers.emplace_back("host", "localhost:8420");
  request.peer = *endpoint_of("127.0.0.1", 40000);
  request.own = *endpoint_of("127.0.0.1", 8420);
  return request;
}

Understood read(const RawRequest& request) {
  return understand(request, {.names = {"Archive.example"}}, Everyone{});
}

int status(const RawRequest& request) {
  const Understood understood = read(request);
  return understood.refusal ? understood.refusal->status : 200;
}

TEST(Request, IsReadWhole) {
  const Understood understood =
      read(raw("/record/X001-1?q=%E9%98%B2%E6%B1%9B",
               {{"accept-encoding", "br, gzip;q=0.8"}, {"if-none-match", "\"a\""}}));
  ASSERT_FALSE(understood.refusal);
  const Request& request = understood.request;
  EXPECT_EQ(request.segments, (std::vector<std::string>{"record", "X001-1"}));
  EXPECT_EQ(request.parameters.get("q"), "防汛");
  EXPECT_TRUE(request.gzip);
  EXPECT_FALSE(request.head);
  EXPECT_EQ(request.if_none_match, "\"a\"");
  EXPECT_EQ(request.origin, "http://localhost:8420");
  EXPECT_TRUE(request.visitor.staff);
}

struct Case {
  std::string name{};
  std::string host{};
  int status = 200;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Host : public ::testing::TestWithParam<Case> {};

TEST_P(Host, IsOursOrRefused) {
  EXPECT_EQ(status(raw("/", {{"host", GetParam().host}})), GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(
    All, Host,
    ::testing::Values(
        Case{"Localhost", "localhost"}, Case{"WithPort", "localhost:8420"},
        Case{"TunnelPort", "localhost:9000"}, Case{"Case", "LocalHost"},
        Case{"Dot", "localhost.:80"}, Case{"Sub", "archive.localhost"},
        Case{"Four", "127.0.0.1:8420"}, Case{"FourOther", "127.9.9.9"}, Case{"Six", "[::1]:8420"},
        Case{"Given", "archive.example"}, Case{"Foreign", "evil.example:8420", 421},
        Case{"Rebound", "localhost.evil.example", 421}, Case{"OtherAddress", "10.0.0.1", 421},
        Case{"Empty", "", 421}, Case{"BadPort", "localhost:x", 421},
        Case{"LongPort", "localhost:842000", 421}, Case{"User", "localhost@evil.example", 421},
        Case{"OpenBracket", "[::1", 421}),
    [](const auto& test) { return test.param.name; });

TEST(Request, NeedsExactlyOneHost) {
  RawRequest none = raw("/");
  none.headers.clear();
  EXPECT_EQ(status(none), 400);
  EXPECT_EQ(status(raw("/", {{"host", "localhost"}, {"host", "evil.example"}})), 400);
}

TEST(Request, OnlyReads) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "X"}) {
    RawRequest request = raw("/");
    request.method = method;
    EXPECT_EQ(status(request), 405) << method;
  }
  RawRequest head = raw("/");
  head.method = "HEAD";
  EXPECT_EQ(status(head), 200);
  EXPECT_EQ(status(raw("/", {{"content-length", "5"}})), 400);
  EXPECT_EQ(status(raw("/", {{"transfer-encoding", "chunked"}})), 400);
  EXPECT_EQ(status(raw("/", {{"content-length", "0"}})), 200);
}

TEST(Request, RefusesWhatCannotBeRead) {
  EXPECT_EQ(status(raw("/%zz")), 400);
  EXPECT_EQ(status(raw("/../etc/passwd")), 400);
  EXPECT_EQ(status(raw("/search?q=%FF")), 400);
  EXPECT_EQ(status(raw("*")), 400);
  EXPECT_EQ(status(raw("/search?q=" + std::string(9000, 'a'))), 414);
}

TEST(Request, TakesTheAbsoluteForm) {
  EXPECT_EQ(read(raw("http://localhost:8420/help?lang=en")).request.path, "/help");
  EXPECT_EQ(read(raw("http://localhost:8420")).request.path, "/");
}

TEST(Request, LanguageIsOfTheAddressThenOfTheBrowser) {
  const auto language = [](const char* target, const char* accepted) {
    return read(raw(target, {{"accept-language", accepted}})).request.language;
  };
  EXPECT_EQ(language("/", ""), Language::zh);
  EXPECT_EQ(language("/", "de"), Language::zh);
  EXPECT_EQ(language("/", "en-GB,en;q=0.9"), Language::en);
  EXPECT_EQ(language("/", "en;q=0.5, zh-CN;q=0.8"), Language::zh);
  EXPECT_EQ(language("/", "en;q=0"), Language::zh);
  EXPECT_EQ(language("/?lang=en", "zh"), Language::en);
  EXPECT_EQ(language("/?lang=zh", "en"), Language::zh);
  EXPECT_EQ(language("/?lang=fr", "en"), Language::en);
}

TEST(Request, WhoComesThroughOthersIsSaidSo) {
  for (const char* header : {"forwarded", "via", "x-forwarded-for", "x-real-ip"}) {
    EXPECT_FALSE(read(raw("/", {{header, "10.0.0.1"}})).request.visitor.staff) << header;
  }
  EXPECT_FALSE(read(raw("/", {{"sec-fetch-site", "cross-site"}})).request.visitor.staff);
  EXPECT_FALSE(read(raw("/", {{"sec-fetch-site", "same-site"}})).request.visitor.staff);
  EXPECT_TRUE(read(raw("/", {{"sec-fetch-site", "same-origin"}})).request.visitor.staff);
  EXPECT_TRUE(read(raw("/", {{"sec-fetch-site", "none"}})).request.visitor.staff);
}

}  // namespace
}  // namespace guidang::web

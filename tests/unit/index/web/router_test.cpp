// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/router.h"

#include <gtest/gtest.h>

#include <array>

#include "index/web/url.h"

namespace guidang::web {
namespace {

Response first(const Context& /*context*/) { return {}; }
Response second(const Context& /*context*/) { return {}; }
Response third(const Context& /*context*/) { return {}; }

constexpr std::array kRoutes{Route{"/", first}, Route{"/record/*.json", second},
                             Route{"/record/*", first}, Route{"/record/*/*/files/*", third}};

Handler route(std::string_view path) { return find_route(kRoutes, *segments_of(path)); }

TEST(Router, TakesTheFirstThatFits) {
  EXPECT_EQ(route("/"), first);
  EXPECT_EQ(route("/record/X001-1"), first);
  EXPECT_EQ(route("/record/X001-1.json"), second);
  EXPECT_EQ(route("/record/X001/d01/files/1"), third);
}

TEST(Router, FindsNothingElse) {
  for (const char* path : {"/record", "/record/a/b", "/record/a/b/files", "/other",
                           "/record/.json/x", "/record/X001/d01/files/1/2", "/RECORD/a"}) {
    EXPECT_EQ(route(path), nullptr) << path;
  }
}

TEST(Router, EncodedSlashesStayInTheirSegment) {
  EXPECT_EQ(route("/record/a%2Fb"), first);
  EXPECT_EQ(route("/record/a%2Fb%2Ffiles%2F1"), first);
}

}  // namespace
}  // namespace guidang::web

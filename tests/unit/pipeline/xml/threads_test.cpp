// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "pipeline/xml/html.h"
#include "pipeline/xml/reader.h"
#include "tests/unit/pipeline/xml/parsed.h"

namespace guidang::xml {
namespace {

// Errors of one thread must not turn up in another, nor on stderr.
TEST(XmlThreads, EachGetsItsOwnErrors) {
  testing::internal::CaptureStderr();
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([t, &wrong] {
        const std::string bad = repeated("\n", static_cast<std::size_t>(t)) + "<a><b></a>";
        for (int i = 0; i < 200; ++i) {
          const auto result = Document::parse(bad, "bad.xml");
          const auto* error = std::get_if<XmlError>(&result);
          if (error == nullptr || error->line != static_cast<std::size_t>(t) + 1) ++wrong;
          if (parsed("<a><b>x</b></a>").root().text() != "x") ++wrong;
          if (good(parse_html("<p>x<b", "a.html")).root().text() != "x") ++wrong;
          Reader reader{"<a>x</a>", "r.xml"};
          while (reader.next()) {
          }
          if (reader.error()) ++wrong;
        }
      });
    }
  }
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace guidang::xml

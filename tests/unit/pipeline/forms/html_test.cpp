// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/files/fd.h"
#include "pipeline/forms/book.h"
#include "tests/support/temp_folder.h"

namespace guidang::forms {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path kRoot = GUIDANG_SOURCE_DIR;

std::string items_list(const Values& sheet, const std::vector<Values>& rows) {
  const test::TempFolder folder;
  const Form form = Form::load(kRoot, kRoot / "templates/forms/items-list.xml");
  Book book(form, folder.path(), "list", {.html = true, .pdf = false, .csv = false});
  book.sheet(sheet);
  for (const Values& row : rows) book.row(row);
  book.finish();
  return files::read_file(folder.path() / "list.html", 1U << 20);
}

TEST(Html, HoldsValuesEscaped) {
  const std::string html =
      items_list({{"fonds_name", "<b>&\"县"}}, {{{"item_title", "</td><script>x"}}});
  EXPECT_THAT(html, HasSubstr("&lt;b&gt;&amp;&quot;县"));
  EXPECT_THAT(html, HasSubstr("&lt;/td&gt;&lt;script&gt;x"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
}

TEST(Html, CountsAndSumsLines) {
  const std::string html = items_list({}, {{{"pages", "3"}}, {{"pages", "14"}}});
  EXPECT_THAT(html, HasSubstr("共 2 件"));
  EXPECT_THAT(html, HasSubstr(">17<"));
}

}  // namespace
}  // namespace guidang::forms

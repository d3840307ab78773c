// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/analyser.h"
#include "index/web/context.h"
#include "pipeline/xml/writer.h"

namespace guidang::web {

/// A page in the making: an XML document of data, which a stylesheet of templates/web turns into
/// HTML. README.md says what is in it.
class Page {
 public:
  /// `kind` names the stylesheet and the element that `model()` stands in.
  Page(const Context& context, std::string_view kind);
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  /// Parameters that the search box keeps, besides the query.
  Page& box(std::string_view query, const Parameters& keep = {});
  /// Inside the page's own element. Call `box` before, if at all.
  [[nodiscard]] xml::Writer& model();

  /// The model as it stands, for tests; nothing can be added afterwards.
  [[nodiscard]] const std::string& text();
  [[nodiscard]] Response render(int status = 200);

 private:
  void begin_content();

  const Context& context_;
  std::string kind_;
  std::string text_{};
  xml::Writer writer_;
  bool has_box_ = false;
  bool in_content_ = false;
  bool finished_ = false;
};

/// Writes a text whose ranges stand in <mark>. Ranges ascend and do not overlap.
void write_marked(xml::Writer& writer, std::string_view text,
                  std::span<const index::ByteRange> marks);

/// A page (or JSON) that says what is wrong; `reason` is the id of a text. The page of what is not
/// there is the same whatever was asked for.
[[nodiscard]] Response error_answer(const Context& context, Refusal refusal);
[[nodiscard]] Response not_found(const Context& context);

}  // namespace guidang::web

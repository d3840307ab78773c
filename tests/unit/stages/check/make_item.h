// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/view.h"

namespace guidang::tests {

/// A received report without a flaw, to be bent by a test.
struct Draft {
  Origin origin{.place = "收文/1.txt", .direction = Direction::received};
  Description description{};
  Components components{.list = {{.digest = "x", .name = "收文/1.txt"}}};
  Text text{.components = {{.digest = "x", .state = TextState::read}}};
  Relations relations{};
  std::vector<std::string> pages{};

  Draft() {
    set("title", "石桥镇人民政府关于2023年上半年防汛工作情况的报告");
    set("document_number", "石政〔2023〕9号");
    set("creator", "石桥镇人民政府");
    set("date", "2023-07-04");
    set("doctype", "报告");
    set("recipients", "云溪县人民政府办公室");
    set("received", "2023-07-06");
  }
  Draft& set(const std::string& field, const std::string& value) {
    description.fields[field] = {.values = {value}, .source = "1:3", .confidence = 0.9};
    return *this;
  }
  Draft& unset(const std::string& field) {
    description.fields.erase(field);
    return *this;
  }
  [[nodiscard]] View item(Decisions decisions = {}) const {
    View document{"d1", [pages = pages](const ComponentText&) { return pages; }};
    document.put(origin);
    document.put(description);
    document.put(components);
    document.put(text);
    document.put(relations);
    View item{"i1", {}};
    item.put(Item{.main = "d1", .parts = {{.document = "d1"}}});
    item.put(std::vector<View>{document});
    item.put(std::move(decisions));
    return item;
  }
};

}  // namespace guidang::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fields/describe_text.h"

#include <variant>
#include <vector>

#include "pipeline/view.h"

namespace bench {

guidang::Description describe(const guidang::Describe& stage, const std::string& text,
                              guidang::Findings& findings) {
  guidang::View view("d0000000000000000",
                     [&](const guidang::ComponentText&) { return std::vector{text}; });
  guidang::Component component;
  component.name = "1.txt";
  guidang::ComponentText read;
  read.state = guidang::TextState::read;
  view.put(guidang::Origin{});
  view.put(guidang::Components{{component}});
  view.put(guidang::Text{{read}});
  return std::get<guidang::Description>(*stage.run(view, findings));
}

}  // namespace bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pipeline/forms/form_node.h"

namespace guidang::forms {

/// What all readers of a description share: its names, its styles, its texts, and how a flaw is
/// told.
class DescriptionScope {
 public:
  DescriptionScope(const std::string& source, Form::Layout& made) : source_(source), made_(made) {}

 protected:
  using Node = xml::Node;
  /// Which names a text may hold.
  enum class Names { sheet, after_lines, line, page };

  [[noreturn]] void fail(const Node& node, const std::string& found,
                         const std::string& expected) const;
  /// A number of an attribute that the schema has checked.
  [[nodiscard]] static double length(const Node& node, std::string_view name, double otherwise = 0);
  void add_field(const Node& node, std::vector<Field>& fields, const std::string& zh);
  [[nodiscard]] bool known(std::string_view name, Names names) const;
  [[nodiscard]] std::string known_names(Names names) const;
  [[nodiscard]] TextTemplate text(const Node& node, Names names) const;
  [[nodiscard]] TextTemplate parsed(const Node& node, const std::string& plain, Names names) const;
  [[nodiscard]] std::size_t style(const Node& node, std::string_view attribute = "style") const;
  [[nodiscard]] Condition condition(const Node& node, Names names = Names::sheet) const;

  const std::string& source_;
  Form::Layout& made_;
};

}  // namespace guidang::forms

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/search_explain.h"

#include <fmt/format.h>

#include <map>
#include <ostream>

#include "pipeline/cli/search_printer.h"
#include "pipeline/cli/words.h"

namespace guidang::cli {
namespace {

using index::Field;
using index::QueryNode;

/// Values that are compared as a whole.
bool is_whole_value(Field field) {
  return field == Field::doctype || field == Field::retention || field == Field::secrecy ||
         field == Field::direction || field == Field::fonds;
}

std::string phrase_line(const QueryNode& node, const Console& console) {
  std::string line(name_of(node.field, console));
  line += "  " + node.text + (node.prefix ? "*" : "");
  if (node.quoted) line += std::string("  ") + std::string(console(kQuotedWord));
  if (is_whole_value(node.field)) line += std::string("  ") + std::string(console(kWholeWord));
  if (node.added) line += std::string("  ") + std::string(console(kSynonymWord));
  return line;
}

std::string range(std::string_view from, std::string_view to) {
  return fmt::format("{}..{}", from, to);
}

void print_node(const QueryNode& node, int depth, const Console& console) {
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  const auto children = [&](const Both& heading) {
    console.out << indent << console(heading) << '\n';
    for (const QueryNode& child : node.children) print_node(child, depth + 1, console);
  };
  switch (node.kind) {
    case QueryNode::Kind::phrase:
      console.out << indent << phrase_line(node, console) << '\n';
      return;
    case QueryNode::Kind::years:
      console.out << indent << console(kYearPart) << "  "
                  << range(node.from > 0 ? std::to_string(node.from) : "",
                           node.to < 9999 ? std::to_string(node.to) : "")
                  << '\n';
      return;
    case QueryNode::Kind::dates:
      console.out << indent << console(kDateWord) << "  " << range(node.first_day, node.last_day)
                  << '\n';
      return;
    case QueryNode::Kind::all_of:
      return children(kAllOf);
    case QueryNode::Kind::any_of:
      return children(kAnyOf);
    case QueryNode::Kind::none_of:
      return children(kNoneOf);
  }
}

}  // namespace

void print_reading(const index::Asked& asked, const Console& console) {
  console.out << console(kReadAs) << '\n';
  print_node(asked.query.root, 1, console);
  const auto list = [&](const Both& heading, const std::vector<index::Widened>& all) {
    for (const index::Widened& one : all) {
      console.out << fmt::format("{}{} → {}\n", console(heading), one.typed,
                                 fmt::join(one.also, "、"));
    }
  };
  list(kWidenedBy, asked.widened);
  list(kCouldAsk, asked.near);
}

void print_contributions(const index::Hit& hit, const std::vector<index::Contribution>& all,
                         const Console& console) {
  std::map<Field, std::pair<double, std::string>> by_field;
  for (const index::Contribution& one : all) {
    auto& [sum, pieces] = by_field[one.field];
    sum += one.score;
    pieces += fmt::format("{}{} {:.2f}", pieces.empty() ? "" : "、", one.piece, one.score);
  }
  std::string line;
  for (const auto& [field, parts] : by_field) {
    line += fmt::format("{}{} {:.2f}（{}）", line.empty() ? "" : " + ", name_of(field, console),
                        parts.first, parts.second);
  }
  console.out << fmt::format("    {} {:.2f}{}{}\n", console(kScoreWord), hit.score,
                             line.empty() ? "" : " = ", line);
}

}  // namespace guidang::cli

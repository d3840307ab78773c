// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/list_template.h"

#include <algorithm>

#include "pipeline/failure.h"
#include "pipeline/files/digest.h"
#include "pipeline/files/fd.h"
#include "pipeline/text/utf8.h"

namespace guidang::lists {
namespace {

constexpr std::uint64_t kLongestTemplate = 1U << 20;

constexpr std::array<std::string_view, 11> kPageNames{
    "list",   "fonds_code", "fonds_name", "year",      "date",      "count",
    "tables", "edition",    "draft",      "sealed_by", "checked_by"};
constexpr std::array<std::string_view, 6> kTableNames{"series", "table_period", "table_count",
                                                      "first",  "last",         "mixed"};
constexpr std::array<std::string_view, 12> kRowNames{
    "number",  "code",  "document_number", "creator", "title",       "row_date",
    "secrecy", "pages", "period",          "remarks", "provisional", "reason"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

/// Reads one template from front to back.
class TemplateParser {
 public:
  using Part = ListTemplate::Part;
  using Kind = ListTemplate::Kind;

  TemplateParser(std::string_view text, const std::string& source) : text_(text), source_(source) {}

  ListTemplate run() {
    if (!text::is_utf8(text_)) fail("bytes that are not UTF-8", "a template in UTF-8");
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t open = text_.find("{{", at);
      literal(text_.substr(at, open == std::string_view::npos ? open : open - at));
      if (open == std::string_view::npos) break;
      const std::size_t close = text_.find("}}", open);
      if (close == std::string_view::npos) fail("{{ without }}", "{{name}}");
      tag(text_.substr(open + 2, close - open - 2));
      at = close + 2;
    }
    if (!open_.empty()) fail("the end", "{{/" + open_.back() + "}}");
    if (part_ != Part::after) fail("no {{#table}} with a {{#row}}", "{{#table}}…{{#row}}…");
    made_.digest_ = files::sha256_hex(text_);
    return std::move(made_);
  }

 private:
  void literal(std::string_view text) {
    line_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (!text.empty()) add(Kind::literal, text);
  }

  void tag(std::string_view inner) {
    if (inner.starts_with('!')) {
      line_ += static_cast<std::size_t>(std::count(inner.begin(), inner.end(), '\n'));
      return;
    }
    const std::string_view name = text::trim(inner.substr(
        inner.find_first_not_of("#/?") == std::string_view::npos ? inner.size()
                                                                 : inner.find_first_not_of("#/?")));
    if (inner.starts_with('#')) return begin_block(name);
    if (inner.starts_with('/')) return end(name);
    if (!known(name)) fail("{{" + std::string(inner) + "}}", expected_names());
    if (inner.starts_with('?')) {
      open_.emplace_back(name);
      return add(Kind::when, name);
    }
    add(Kind::value, name);
  }

  void begin_block(std::string_view name) {
    const bool table = name == "table" && part_ == Part::before && open_.empty();
    const bool row = name == "row" && part_ == Part::table_head && open_.size() == 1;
    if (!table && !row) {
      fail("{{#" + std::string(name) + "}}", "one {{#table}}, and in it one {{#row}}");
    }
    part_ = table ? Part::table_head : Part::row;
    open_.emplace_back(name);
  }

  void end(std::string_view name) {
    if (open_.empty() || open_.back() != name) {
      fail("{{/" + std::string(name) + "}}",
           open_.empty() ? "nothing to be closed" : "{{/" + open_.back() + "}}");
    }
    open_.pop_back();
    if (name == "row" && part_ == Part::row) {
      part_ = Part::table_foot;
    } else if (name == "table") {
      if (part_ != Part::table_foot) fail("{{/table}}", "{{#row}}…{{/row}} before it");
      part_ = Part::after;
    } else {
      add(Kind::end, name);
    }
  }

  bool known(std::string_view name) const {
    const bool in_row = part_ == Part::row;
    const bool in_table = in_row || part_ == Part::table_head || part_ == Part::table_foot;
    return among(kPageNames, name) || (in_table && among(kTableNames, name)) ||
           (in_row && among(kRowNames, name));
  }

  std::string expected_names() const {
    std::string names = "one of";
    for (const auto name : kPageNames) names.append(" ").append(name);
    if (part_ != Part::before && part_ != Part::after) {
      for (const auto name : kTableNames) names.append(" ").append(name);
    }
    if (part_ == Part::row) {
      for (const auto name : kRowNames) names.append(" ").append(name);
    }
    return names;
  }

  void add(Kind kind, std::string_view text) {
    made_.parts_[static_cast<std::size_t>(part_)].push_back({kind, std::string(text)});
  }

  [[noreturn]] void fail(const std::string& found, const std::string& expected) const {
    throw Failure(
        source_ + ":" + std::to_string(line_) + ": found " + found + ", expected " + expected,
        "修改模板 mend the template", ExitStatus::usage);
  }

  std::string_view text_;
  const std::string& source_;
  std::size_t line_ = 1;
  Part part_ = Part::before;
  std::vector<std::string> open_{};
  ListTemplate made_{};
};

ListTemplate ListTemplate::parse(std::string_view text, const std::string& source) {
  return TemplateParser(text, source).run();
}

ListTemplate ListTemplate::load(const std::filesystem::path& file) {
  return parse(files::read_file(file, kLongestTemplate), file.string());
}

void ListTemplate::render(Part part, const Values& values, std::string& out) const {
  std::size_t hidden = 0;
  for (const Piece& piece : parts_[static_cast<std::size_t>(part)]) {
    const auto value = values.find(piece.text);
    const bool empty = value == values.end() || value->second.empty();
    switch (piece.kind) {
      case Kind::literal:
        if (hidden == 0) out += piece.text;
        break;
      case Kind::value:
        if (hidden == 0 && !empty) escape_html(value->second, out);
        break;
      case Kind::when:
        if (hidden > 0 || empty) ++hidden;
        break;
      case Kind::end:
        if (hidden > 0) --hidden;
        break;
    }
  }
}

void escape_html(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
  }
}

}  // namespace guidang::lists

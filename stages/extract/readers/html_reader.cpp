// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "pipeline/files/fd.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/html.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/text_builder.h"

namespace guidang::extract {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 43> kBlocks{
    "address",  "article", "aside",   "blockquote", "body",    "caption",  "center",     "dd",
    "details",  "dir",     "div",     "dl",         "dt",      "fieldset", "figcaption", "figure",
    "footer",   "form",    "h1",      "h2",         "h3",      "h4",       "h5",         "h6",
    "header",   "hr",      "html",    "legend",     "li",      "main",     "menu",       "ol",
    "optgroup", "p",       "pre",     "section",    "summary", "table",    "tbody",      "tfoot",
    "thead",    "ul",      "frameset"};

/// What a reader of the page does not see as its text: programs, menus, controls, other files.
constexpr std::array<std::string_view, 17> kUnseen{
    "head",   "script", "style",  "noscript", "template", "nav",   "select", "button",  "textarea",
    "iframe", "object", "applet", "svg",      "canvas",   "audio", "video",  "datalist"};

/// Metas that serve the browser.
constexpr std::array<std::string_view, 6> kTechnical{"viewport", "generator",        "renderer",
                                                     "robots",   "format-detection", "referrer"};

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Ideographs, kana, full-width forms: between these a line end in the source is no blank.
bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0xFE30 && c < 0xFE50) || (c >= 0xFF00 && c < 0xFF61) || c >= 0x20000;
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return text.empty() ? 0 : text::next(text, at);
}

bool hidden(const xml::Node& node) {
  if (node.attribute("hidden")) return true;
  const auto style = node.attribute("style");
  if (!style) return false;
  std::string compact = lower(*style);
  std::erase_if(compact, is_space);
  return compact.find("display:none") != std::string::npos ||
         compact.find("visibility:hidden") != std::string::npos;
}

class Page {
 public:
  Page(Extraction& result, const Limits& limits) : result_(result), text_(limits.text_bytes) {}

  void element(const xml::Node& node) {
    const std::string_view name = node.name();
    if (name == "head") return head(node);
    if (name == "title") return title(node);
    if (name == "meta") return meta(node);
    if (among(kUnseen, name) || hidden(node) || text_.full()) return;
    if (name == "br") return line_break();
    if (name == "tr") {
      text_.begin_row();
      content(node);
      return text_.end_row();
    }
    if (name == "td" || name == "th") {
      text_.begin_cell();
      content(node);
      return text_.end_cell();
    }
    const bool block = among(kBlocks, name);
    if (block) text_.end_line();
    const bool outer = std::exchange(preformatted_, preformatted_ || name == "pre");
    content(node);
    preformatted_ = outer;
    if (block) text_.end_line();
  }

  [[nodiscard]] bool full() const { return text_.full(); }
  [[nodiscard]] std::string take() { return text_.take(); }

 private:
  void content(const xml::Node& node) {
    for (const xml::Piece& piece : node.content()) {
      if (piece.element) {
        element(*piece.element);
      } else if (preformatted_) {
        text_.text(piece.text);
      } else {
        flowing(piece.text);
      }
    }
  }

  void line_break() {
    pending_ = Blank::none;
    text_.new_line();
  }

  /// Blanks run together and vanish at both ends of a line, as a browser shows them.
  void flowing(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && is_space(text[end])) {
        const bool breaks = text[end] == '\n' || text[end] == '\r';
        if (breaks) pending_ = Blank::source_line;
        if (pending_ == Blank::none) pending_ = Blank::space;
        ++end;
      }
      at = end;
      while (end < text.size() && !is_space(text[end])) ++end;
      if (end > at) word(text.substr(at, end - at));
      at = end;
    }
  }

  void word(std::string_view word) {
    const std::string_view line = text_.line();
    const Blank blank = std::exchange(pending_, Blank::none);
    if (blank != Blank::none && !line.empty()) {
      std::size_t at = 0;
      const bool joined =
          blank == Blank::source_line && is_wide(last_of(line)) && is_wide(text::next(word, at));
      if (!joined) text_.text(" ");
    }
    text_.text(word);
  }

  void head(const xml::Node& node) {
    for (const xml::Node& child : node.descendants()) {
      if (child.name() == "title") title(child);
      if (child.name() == "meta") meta(child);
    }
  }

  void title(const xml::Node& node) { add_property(result_, "title", node.text()); }

  void meta(const xml::Node& node) {
    const auto name = node.attribute("name");
    const auto value = node.attribute("content");
    if (!name || !value) return;
    const std::string key = lower(text::trim(*name));
    if (key.starts_with("x-") || key.starts_with("msapplication") || among(kTechnical, key)) return;
    const bool common = key == "keywords" || key == "description";
    add_property(result_, common ? key : key == "author" ? "creator" : "meta:" + key, *value);
  }

  enum class Blank : std::uint8_t { none, source_line, space };

  Extraction& result_;
  TextBuilder text_;
  Blank pending_ = Blank::none;
  bool preformatted_ = false;
};

/// The value behind `charset=` or `encoding=`, with or without quotation marks.
std::string value_behind(std::string_view text, std::string_view key) {
  const std::size_t found = text.find(key);
  if (found == std::string_view::npos) return {};
  text.remove_prefix(found + key.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\"'="), text.size()));
  return std::string{text.substr(0, text.find_first_of(" \t\r\n\"';/>?"))};
}

/// What the page says of its encoding: in a meta element, else in an XML declaration.
std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kNear = 8192;  // HTML asks for the first KiB; pages with long scripts exist
  const std::string near = lower(bytes.substr(0, kNear));
  for (std::size_t at = near.find("<meta"); at != std::string::npos;
       at = near.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view{near}.substr(at, near.find('>', at) - at);
    if (std::string name = value_behind(tag, "charset"); !name.empty()) return name;
  }
  if (!near.starts_with("<?xml")) return {};
  return value_behind(std::string_view{near}.substr(0, near.find("?>")), "encoding");
}

}  // namespace

Extraction read_html(int fd, const Limits& limits) {
  const std::optional<std::string> bytes = files::read_all(fd, limits.plain_bytes);
  if (!bytes) return failed(fmt::format("page is longer than {} MB", limits.plain_bytes >> 20));
  const std::string declared = declared_encoding(*bytes);
  const text::Decoded decoded = text::decode(*bytes, declared);

  Extraction result;
  result.encoding = decoded.encoding;
  result.undecodable = decoded.undecodable;
  add_property(result, "declared_encoding", declared);
  const xml::Limits parse{limits.plain_bytes * 2, limits.nesting, limits.xml_nodes};
  const xml::ParseResult parsed = xml::parse_html(decoded.text, "html", xml::Scripts::drop, parse);
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    return failed(std::move(result), error->message);
  }
  Page page{result, limits};
  page.element(std::get<xml::Document>(parsed).root());
  if (page.full()) {
    return failed(std::move(result),
                  fmt::format("text is longer than {} MB", limits.text_bytes >> 20));
  }
  result.state = TextState::read;
  result.pages.push_back(page.take());
  return result;
}

}  // namespace guidang::extract

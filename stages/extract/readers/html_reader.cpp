// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "pipeline/files/fd.h"
#include "pipeline/technical.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/html.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/encoding.h"
#include "stages/extract/readers/html_look.h"
#include "stages/extract/readers/html_page.h"
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

/// Elements whose `src` (of an object `data`) is shown or run with the page.
constexpr std::array<std::string_view, 9> kFetching{"img",   "script", "iframe", "frame", "embed",
                                                    "audio", "video",  "source", "object"};

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

/// The style attribute in small letters, without blanks.
std::string css_of(const xml::Node& node) {
  const auto style = node.attribute("style");
  if (!style) return {};
  std::string compact = lower(*style);
  std::erase_if(compact, is_space);
  return compact;
}

bool hidden(const xml::Node& node, std::string_view css) {
  return node.attribute("hidden") || css.find("display:none") != std::string::npos ||
         css.find("visibility:hidden") != std::string::npos;
}

/// What the page brings along or fetches.
struct Counts {
  std::size_t scripts = 0;
  std::size_t images = 0;
  std::size_t external = 0;
};

class Page {
 public:
  Page(Extraction& result, const HtmlPage& page, const Limits& limits)
      : result_(result), page_(page), text_(limits.text_bytes) {}

  void element(const xml::Node& node) {
    const std::string_view name = node.name();
    count(node);
    if (name == "head") return head(node);
    if (name == "title") return title(node);
    if (name == "meta") return meta(node);
    if (among(kUnseen, name) || text_.full()) return;
    const std::string css = css_of(node);
    if (hidden(node, css)) return;
    if (name == "br") return line_break();
    const LineStyle outer = look_;
    apply_html_look(node, name, css, look_);
    shown(node, name);
    look_ = outer;
  }

  [[nodiscard]] bool full() const { return text_.full(); }
  [[nodiscard]] StyledText take() { return text_.take_styled(); }
  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  void shown(const xml::Node& node, std::string_view name) {
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

  void content(const xml::Node& node) {
    for (const xml::Piece& piece : node.content()) {
      if (piece.element) {
        element(*piece.element);
      } else if (preformatted_) {
        text_.style(look_);
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
    text_.style(look_);
    text_.text(word);
  }

  void head(const xml::Node& node) {
    for (const xml::Node& child : node.descendants()) {
      count(child);
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
    if (key == "generator") add_technical(result_, technical::kProgram, *value);
    if (key.starts_with("x-") || key.starts_with("msapplication") || among(kTechnical, key)) return;
    const bool common = key == "keywords" || key == "description";
    add_property(result_, common ? key : key == "author" ? "creator" : "meta:" + key, *value);
  }

  void count(const xml::Node& node) {
    const std::string_view name = node.name();
    if (name == "script") ++counts_.scripts;
    if (name == "img") ++counts_.images;
    const bool sheet = name == "link" && lower(node.attribute("rel").value_or("")) == "stylesheet";
    if (!sheet && !among(kFetching, name)) return;
    const auto address = node.attribute(sheet ? "href" : name == "object" ? "data" : "src");
    if (address && is_elsewhere(text::trim(*address))) ++counts_.external;
  }

  [[nodiscard]] bool is_elsewhere(std::string_view address) const {
    constexpr std::array<std::string_view, 5> kHere{"data:", "cid:", "about:", "javascript:", "#"};
    if (address.empty() || (page_.inside && page_.inside(address))) return false;
    const std::string start = lower(address.substr(0, 12));
    return std::ranges::none_of(kHere,
                                [&](std::string_view here) { return start.starts_with(here); });
  }

  enum class Blank : std::uint8_t { none, source_line, space };

  Extraction& result_;
  const HtmlPage& page_;
  TextBuilder text_;
  Counts counts_{};
  Blank pending_ = Blank::none;
  bool preformatted_ = false;
  LineStyle look_{};
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

struct Version {
  std::string_view mark{};  ///< in the document type declaration
  std::string_view name{};
  std::string_view puid{};
};

Version version_of(std::string_view utf8) {
  constexpr std::array kVersions{
      Version{"xhtml 1.0", "XHTML 1.0", "fmt/102"}, Version{"xhtml 1.1", "XHTML 1.1", "fmt/103"},
      Version{"html 4.01", "4.01", "fmt/100"},      Version{"html 4.0", "4.0", "fmt/99"},
      Version{"html 3.2", "3.2", "fmt/98"},         Version{"html 2.0", "2.0", "fmt/97"}};
  constexpr Version kHtml5{{}, "5", "fmt/471"};
  constexpr Version kUnsaid{{}, "", "fmt/96"};
  constexpr std::size_t kNear = 4096;
  const std::string near = lower(utf8.substr(0, kNear));
  const std::size_t start = near.find("<!doctype");
  if (start == std::string::npos) return kUnsaid;
  const std::string_view type = std::string_view{near}.substr(start, near.find('>', start) - start);
  for (const Version& version : kVersions) {
    if (type.find(version.mark) != std::string_view::npos) return version;
  }
  return type.find("public") == std::string_view::npos ? kHtml5 : kUnsaid;
}

void add_count(Extraction& result, std::string_view key, std::size_t count) {
  if (count > 0) add_technical(result, key, std::to_string(count));
}

}  // namespace

Extraction read_page(const HtmlPage& source, const Limits& limits) {
  const std::string declared =
      source.charset.empty() ? declared_encoding(source.bytes) : std::string{source.charset};
  const text::Decoded decoded = text::decode(source.bytes, declared);

  Extraction result;
  add_encoding(result, decoded);
  const xml::Limits parse{limits.plain_bytes * 2, limits.nesting, limits.xml_nodes};
  const xml::ParseResult parsed = xml::parse_html(decoded.text, "html", xml::Scripts::keep, parse);
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    return failed(std::move(result), error->message);
  }
  Page page{result, source, limits};
  page.element(std::get<xml::Document>(parsed).root());
  if (page.full()) {
    return failed(std::move(result),
                  fmt::format("text is longer than {} MB", limits.text_bytes >> 20));
  }
  const Version version = version_of(decoded.text);
  add_technical(result, technical::kFormatVersion, version.name);
  add_technical(result, technical::kPuid, version.puid);
  add_count(result, technical::kScripts, page.counts().scripts);
  add_count(result, technical::kImages, page.counts().images);
  add_count(result, technical::kExternal, page.counts().external);
  result.state = TextState::read;
  add_page(result, page.take());
  return result;
}

Extraction read_html(int fd, const Limits& limits) {
  const std::optional<std::string> bytes = files::read_all(fd, limits.plain_bytes);
  if (!bytes) return failed(fmt::format("page is longer than {} MB", limits.plain_bytes >> 20));
  return read_page({.bytes = *bytes}, limits);
}

}  // namespace guidang::extract

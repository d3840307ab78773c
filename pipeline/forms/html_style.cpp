// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/forms/html_style.h"

#include <fmt/format.h>

namespace guidang::forms {
namespace {

constexpr std::string_view kCommon = R"(
*{box-sizing:border-box}
body{margin:0;color:#000;background:#fff}
p,h1{margin:0}
table{border-collapse:collapse;table-layout:fixed;width:auto}
thead{display:table-header-group}
tr,.keep,.line{break-inside:avoid}
h1,h2,.before{break-after:avoid}
th,td{padding:.9mm 1mm;border:0 solid #000;font-weight:inherit;overflow-wrap:anywhere;
vertical-align:middle}
.text,.line,.place{overflow-wrap:anywhere;white-space:pre-wrap}
th,td{white-space:pre-wrap}
.line{display:flex;flex-wrap:wrap;align-items:baseline}
.right{margin-left:auto}
.blank{display:inline-block;border-bottom:.25mm solid #000;min-height:1.3em;padding:0 .5mm;
text-align:center}
.leaf{position:relative;break-after:page}
.sheet:last-of-type>.leaf:last-child{break-after:auto}
.place,.tile{position:absolute;border:0 solid #000}
.rest{font-size:10.5pt!important;text-align:left!important;overflow-wrap:anywhere}
.place{display:flex;flex-direction:column;padding:.3mm .6mm}
.vertical{writing-mode:vertical-rl;text-orientation:upright}
.place.vertical>div{margin:auto}
.top{vertical-align:top;justify-content:flex-start}
.middle{vertical-align:middle;justify-content:center}
.bottom{vertical-align:bottom;justify-content:flex-end}
.left{text-align:left}.center{text-align:center}.end{text-align:right}.justify{text-align:justify}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.mark{position:fixed;inset:0;display:grid;place-items:center;z-index:1;pointer-events:none}
.mark>div{color:rgb(176 0 0/.12);transform:rotate(-25deg)}
@media screen{body{background:#ddd}.leaf{background:#fff;margin:6mm auto;box-shadow:0 0 2mm #888}}
)";

// A leaf exactly as high as the page may be rounded up onto the next one.
constexpr double kSlack = 0.5;
// Browsers cut what lies beyond the margins, such as the outer half of a table's border.
constexpr double kBleed = 0.5;

std::string_view css_align(Align align) {
  constexpr std::array<std::string_view, 4> kNames{"left", "center", "right", "justify"};
  return kNames[static_cast<std::size_t>(align)];
}

std::string css_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    // Also a `<`, so that no text can end the style element.
    if (c == '"' || c == '\\' || c == '<' || c == '\n') {
      out += fmt::format("\\{:x} ", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string font(const Form::Layout& form, const Style& style) {
  const RoleFonts& role = form.fonts->roles[static_cast<std::size_t>(style.font)];
  std::string out =
      fmt::format("font:{} {}pt/{} ", style.bold ? "bold" : "normal", style.size, style.leading);
  out += css_text(role.role) + ",";
  for (const std::string& name : role.screen) out += css_text(name) + ",";
  out += style.font == Role::hei ? "sans-serif" : "serif";
  if (style.spacing > 0) out += fmt::format(";letter-spacing:{}em", style.spacing);
  return out;
}

std::string page_number(const Form::Layout& form) {
  if (!form.page_number) return {};
  constexpr std::string_view kHere = "\x01";
  std::string text = form.page_number->text.render([&](std::string_view) { return kHere; });
  std::string content;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t page = std::min(text.find(kHere, at), text.size());
    if (page > at) content += " " + css_text(std::string_view(text).substr(at, page - at));
    if (page < text.size()) content += " counter(page)";
    at = page + 1;
  }
  const Style& style = form.styles[form.page_number->style];
  return fmt::format("@bottom-{}{{content:{};{}}}", css_align(style.align), content,
                     font(form, style));
}

}  // namespace

std::string html_style(const std::vector<const Form::Layout*>& forms) {
  std::string out(kCommon);
  // By the names of single faces too, so that a bold one can stand for 小标宋.
  for (const RoleFonts& role : forms.front()->fonts->roles) {
    out += "@font-face{font-family:" + css_text(role.role) + ";src:";
    for (const std::string& name : role.screen) {
      out += (&name == &role.screen.front() ? "local(" : ",local(") + css_text(name) + ")";
    }
    out += "}\n";
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const Form::Layout& form = *forms[i];
    const Paper& paper = form.paper;
    const double right = std::min(kBleed, paper.right);
    const double left = std::min(kBleed, paper.left);
    out += fmt::format("@page f{}{{size:{} {};margin:{} {} {} {};{}}}\n", i, mm(paper.width),
                       mm(paper.height), mm(paper.top), mm(paper.right - right), mm(paper.bottom),
                       mm(paper.left - left), page_number(form));
    out += fmt::format(".f{}{{page:f{}}}\n", i, i);
    out += fmt::format(
        "@media print{{.f{}>.leaf{{--left:{};--top:0mm;padding:0 {} 0 {};min-height:{}}}}}\n", i,
        mm(left), mm(right), mm(left), mm(form.content_height() - kSlack));
    out += fmt::format(
        "@media screen{{.f{}>.leaf{{--left:{};--top:{};width:{};min-height:{};padding:{} {} {} "
        "{}}}}}\n",
        i, mm(paper.left), mm(paper.top), mm(paper.width), mm(paper.height), mm(paper.top),
        mm(paper.right), mm(paper.bottom), mm(paper.left));
    if (form.page_number && form.page_number->by_sheet) {
      out += fmt::format(".f{}{{counter-reset:page 0}}\n", i);
    }
    for (const Style& style : form.styles) {
      out += fmt::format(".f{} .s-{}{{{};text-align:{}}}\n", i, style.name, font(form, style),
                         css_align(style.align));
      if (style.indent > 0) {
        out += fmt::format(".f{} .s-{} p{{text-indent:{}em}}\n", i, style.name, style.indent);
      }
    }
  }
  return out;
}

std::string mm(double length) { return fmt::format("{:.6g}mm", length); }

}  // namespace guidang::forms

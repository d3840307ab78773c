// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/rtf/words.h"

#include <algorithm>
#include <array>

#include "pipeline/reader.h"

namespace guidang::extract::rtf {
namespace {

constexpr Word does(std::string_view name, Action action) {
  return {.name = name, .action = action};
}
constexpr Word skips(std::string_view name) { return does(name, Action::skip_group); }
constexpr Word is(std::string_view name, char32_t code) {
  return {.name = name, .action = Action::character, .code = code};
}
constexpr Word tells(std::string_view name, std::string_view property) {
  return {.name = name, .action = Action::property, .property = property};
}

constexpr Word aligns(std::string_view name, Align align) {
  return {.name = name, .action = Action::align, .code = static_cast<char32_t>(align)};
}

constexpr auto kWords = [] {
  std::array words{
      does("par", Action::paragraph),
      does("line", Action::line),
      does("lbr", Action::line),
      does("page", Action::page),
      does("sect", Action::page),
      does("column", Action::page),
      does("cell", Action::cell),
      does("row", Action::row),
      does("nestcell", Action::inner_cell),
      does("nestrow", Action::inner_row),
      does("u", Action::unicode),
      is("tab", U'\t'),
      is("emdash", 0x2014),
      is("endash", 0x2013),
      is("emspace", 0x2003),
      is("enspace", 0x2002),
      is("qmspace", 0x2005),
      is("bullet", 0x2022),
      is("lquote", 0x2018),
      is("rquote", 0x2019),
      is("ldblquote", 0x201C),
      is("rdblquote", 0x201D),
      is("ltrmark", 0x200E),
      is("rtlmark", 0x200F),
      is("zwj", 0x200D),
      is("zwnj", 0x200C),

      does("plain", Action::plain),
      does("pard", Action::paragraph_plain),
      does("intbl", Action::in_table),
      does("deleted", Action::deleted),
      does("f", Action::font),
      does("fs", Action::size),
      does("cf", Action::colour),
      does("b", Action::bold),
      aligns("ql", Align::left),
      aligns("qj", Align::left),
      aligns("qc", Align::centre),
      aligns("qd", Align::centre),
      aligns("qr", Align::right),
      does("outlinelevel", Action::outline),
      does("li", Action::left_indent),
      does("fi", Action::first_indent),
      does("brdrb", Action::rule_below),
      does("red", Action::red),
      does("green", Action::green),
      does("blue", Action::blue),
      does("fcharset", Action::charset),
      does("cpg", Action::font_code_page),
      does("uc", Action::fallback_length),
      does("rtf", Action::version),
      does("ansicpg", Action::code_page),
      does("deff", Action::default_font),

      does("fonttbl", Action::font_table),
      does("colortbl", Action::colour_table),
      does("header", Action::head),
      does("headerl", Action::head),
      does("headerr", Action::head),
      does("headerf", Action::head),
      does("footer", Action::foot),
      does("footerl", Action::foot),
      does("footerr", Action::foot),
      does("footerf", Action::foot),
      does("footnote", Action::note),
      does("shptxt", Action::box),
      does("dptxbxtext", Action::box),
      does("upr", Action::both_forms),
      does("ud", Action::unicode_form),
      does("shpinst", Action::transparent),
      does("shppict", Action::transparent),
      does("shpgrp", Action::transparent),
      does("do", Action::transparent),
      does("pict", Action::picture),
      does("object", Action::object),

      does("info", Action::info),
      tells("title", "title"),
      tells("subject", "subject"),
      tells("author", "creator"),
      tells("operator", "last_modified_by"),
      tells("keywords", "keywords"),
      tells("category", "category"),
      tells("company", "company"),
      tells("doccomm", "description"),
      does("generator", Action::program),
      does("creatim", Action::created),
      does("revtim", Action::modified),
      does("yr", Action::year),
      does("mo", Action::month),
      does("dy", Action::day),
      does("hr", Action::hour),
      does("min", Action::minute),
      does("sec", Action::second),

      // Without \* although they hold no text, or what is said elsewhere too.
      skips("stylesheet"),
      skips("filetbl"),
      skips("fldinst"),
      skips("datafield"),
      skips("annotation"),
      skips("sp"),
      skips("shprslt"),
      skips("nonshppict"),
      skips("nonesttables"),
      skips("objclass"),
      skips("objname"),
      skips("objdata"),
      skips("bkmkstart"),
      skips("bkmkend"),
      skips("xe"),
      skips("tc"),
      skips("rxe"),
      skips("txe"),
      skips("ftnsep"),
      skips("ftnsepc"),
      skips("ftncn"),
      skips("aftnsep"),
      skips("aftnsepc"),
      skips("aftncn"),
  };
  std::ranges::sort(words, {}, &Word::name);
  return words;
}();

}  // namespace

const Word* find_word(std::string_view name) {
  const auto found = std::ranges::lower_bound(kWords, name, {}, &Word::name);
  return found != kWords.end() && found->name == name ? &*found : nullptr;
}

}  // namespace guidang::extract::rtf

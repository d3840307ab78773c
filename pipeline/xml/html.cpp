// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <vector>

#include "pipeline/xml/bounded_sax.h"
#include "pipeline/xml/library.h"

namespace guidang::xml {
namespace {

struct FreeContext {
  void operator()(htmlParserCtxt* context) const noexcept { htmlFreeParserCtxt(context); }
};
struct FreeNode {
  void operator()(xmlNode* node) const noexcept { xmlFreeNode(node); }
};

bool is_script(const xmlNode* node) {
  constexpr std::array<std::string_view, 4> kNames = {"script", "style", "noscript", "template"};
  return node->type == XML_ELEMENT_NODE &&
         std::ranges::find(kNames, from_xml(node->name)) != kNames.end();
}

void drop_scripts(xmlNode* root) {
  xmlNode* node = root;
  while (node != nullptr) {
    const bool dropped = node != root && is_script(node);
    xmlNode* next = dropped || node->type != XML_ELEMENT_NODE ? nullptr : node->children;
    for (xmlNode* up = node; next == nullptr && up != root; up = up->parent) next = up->next;
    if (dropped) {
      xmlUnlinkNode(node);
      const std::unique_ptr<xmlNode, FreeNode> owned{node};
    }
    node = next;
  }
}

}  // namespace

ParseResult parse_html(std::string_view utf8, std::string source, Scripts scripts,
                       const Limits& limits) {
  prepare_library();
  if (auto too_big = check_size(utf8.size(), source, limits)) return std::move(*too_big);
  const std::unique_ptr<htmlParserCtxt, FreeContext> context{htmlNewParserCtxt()};
  if (!context) throw std::bad_alloc{};
  ErrorCapture capture{source};
  Budget budget{limits};
  budget.watch_html(*context);
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
  DocPtr doc{htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr,
                                "UTF-8", kOptions)};
  if (budget.refusal()) {
    XmlError refusal = *budget.refusal();
    refusal.source = std::move(source);
    return refusal;
  }
  if (context->disableSAX != 0) return capture.first();
  xmlNode* root = doc ? xmlDocGetRootElement(doc.get()) : nullptr;
  if (root == nullptr) {
    // An empty page is a page.
    doc.reset(htmlNewDocNoDtD(nullptr, nullptr));
    root = doc ? xmlNewDocNode(doc.get(), nullptr, to_xml("html"), nullptr) : nullptr;
    if (root == nullptr) throw std::bad_alloc{};
    xmlDocSetRootElement(doc.get(), root);
  }
  if (scripts == Scripts::drop) drop_scripts(root);
  return DocumentAccess::make(std::move(source), std::move(doc));
}

}  // namespace guidang::xml

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/bounded_sax.h"

#include <libxml/SAX2.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace guidang::xml {
namespace {

xmlParserCtxt& context_of(void* user) { return *static_cast<xmlParserCtxt*>(user); }
Budget& budget_of(void* user) { return *static_cast<Budget*>(context_of(user)._private); }

void on_doctype(void* user, const xmlChar* /*name*/, const xmlChar* /*id*/,
                const xmlChar* /*url*/) {
  budget_of(user).doctype(context_of(user));
}

void on_start(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
              int namespaces, const xmlChar** namespace_list, int attributes, int defaulted,
              const xmlChar** attribute_list) {
  const auto own = static_cast<std::size_t>(std::max(namespaces + attributes, 0));
  if (!budget_of(user).enter(context_of(user), own)) return;
  xmlSAX2StartElementNs(user, name, prefix, uri, namespaces, namespace_list, attributes, defaulted,
                        attribute_list);
}

void on_end(void* user, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
  budget_of(user).leave();
  xmlSAX2EndElementNs(user, name, prefix, uri);
}

void on_html_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  std::size_t own = 0;
  while (attributes != nullptr && attributes[2 * own] != nullptr) ++own;
  if (budget_of(user).enter(context_of(user), own)) xmlSAX2StartElement(user, name, attributes);
}

void on_html_end(void* user, const xmlChar* name) {
  budget_of(user).leave();
  xmlSAX2EndElement(user, name);
}

void on_text(void* user, const xmlChar* text, int size) {
  if (budget_of(user).spend(context_of(user), 1)) xmlSAX2Characters(user, text, size);
}

void on_cdata(void* user, const xmlChar* text, int size) {
  if (budget_of(user).spend(context_of(user), 1)) xmlSAX2CDataBlock(user, text, size);
}

void on_comment(void* user, const xmlChar* text) {
  if (budget_of(user).spend(context_of(user), 1)) xmlSAX2Comment(user, text);
}

void on_instruction(void* user, const xmlChar* target, const xmlChar* data) {
  if (budget_of(user).spend(context_of(user), 1)) xmlSAX2ProcessingInstruction(user, target, data);
}

}  // namespace

void Budget::watch_xml(xmlParserCtxt& context) {
  context._private = this;
  xmlSAXHandler& sax = *context.sax;
  sax.internalSubset = on_doctype;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_cdata;
  sax.comment = on_comment;
  sax.processingInstruction = on_instruction;
}

void Budget::watch_html(xmlParserCtxt& context) {
  context._private = this;
  xmlSAXHandler& sax = *context.sax;
  sax.startElement = on_html_start;
  sax.endElement = on_html_end;
  sax.characters = on_text;
  sax.cdataBlock = on_cdata;
  sax.comment = on_comment;
  sax.processingInstruction = on_instruction;
}

void Budget::doctype(xmlParserCtxt& context) {
  refuse(context, "不接受文档类型声明 document type declaration is not accepted");
}

bool Budget::enter(xmlParserCtxt& context, std::size_t attributes) {
  ++depth_;
  if (depth_ > limits_.depth) {
    refuse(context, "层次过深 nested too deep (> " + std::to_string(limits_.depth) + ")");
    return false;
  }
  return spend(context, 1 + attributes);
}

bool Budget::spend(xmlParserCtxt& context, std::size_t nodes) {
  if (refusal_) return false;
  nodes_ += nodes;
  if (nodes_ <= limits_.nodes) return true;
  refuse(context, "节点过多 too many nodes (> " + std::to_string(limits_.nodes) + ")");
  return false;
}

void Budget::refuse(xmlParserCtxt& context, std::string message) {
  if (refusal_) return;
  const int line = context.input == nullptr ? 0 : context.input->line;
  refusal_ = XmlError{.line = line > 0 ? static_cast<std::size_t>(line) : 0,
                      .message = std::move(message)};
  xmlStopParser(&context);
}

std::optional<XmlError> check_size(std::size_t size, const std::string& source,
                                   const Limits& limits) {
  // The library counts in int.
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<int>::max());
  const std::uint64_t limit = std::min(limits.bytes, kMost);
  if (size <= limit) return std::nullopt;
  return XmlError{
      .source = source,
      .message = "过大 too big: " + std::to_string(size) + " (> " + std::to_string(limit) + ")"};
}

}  // namespace guidang::xml

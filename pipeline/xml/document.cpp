// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/xml/document.h"

#include <libxml/parser.h>

#include <new>
#include <utility>

#include "pipeline/files/fd.h"
#include "pipeline/xml/bounded_sax.h"
#include "pipeline/xml/library.h"

namespace guidang::xml {
namespace {

struct FreeContext {
  void operator()(xmlParserCtxt* context) const noexcept { xmlFreeParserCtxt(context); }
};

const xmlNode* element(const void* node) { return static_cast<const xmlNode*>(node); }

bool matches(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && (name.empty() || from_xml(node->name) == name);
}

// The node behind `node` in document order, not leaving `top`; without recursion, since depth is
// the file's choice.
const xmlNode* behind(const xmlNode* node, const xmlNode* top) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != top && node->next == nullptr) node = node->parent;
  return node == top ? nullptr : node->next;
}

}  // namespace

std::string_view Node::name() const { return from_xml(element(node_)->name); }

std::string_view Node::namespace_uri() const {
  const xmlNs* ns = element(node_)->ns;
  return ns == nullptr ? std::string_view{} : from_xml(ns->href);
}

std::optional<std::string> Node::attribute(std::string_view name) const {
  for (const xmlAttr* a = element(node_)->properties; a != nullptr; a = a->next) {
    if (from_xml(a->name) != name) continue;
    std::string value;
    for (const xmlNode* part = a->children; part != nullptr; part = part->next) {
      if (part->type == XML_TEXT_NODE) value += from_xml(part->content);
    }
    return value;
  }
  return std::nullopt;
}

std::string Node::text() const {
  std::string out;
  const xmlNode* top = element(node_);
  for (const xmlNode* node = behind(top, top); node != nullptr; node = behind(node, top)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      out += from_xml(node->content);
    }
  }
  return out;
}

std::vector<Node> Node::children(std::string_view name) const {
  std::vector<Node> out;
  for (const xmlNode* node = element(node_)->children; node != nullptr; node = node->next) {
    if (matches(node, name)) out.push_back(Node{node});
  }
  return out;
}

std::optional<Node> Node::child(std::string_view name) const {
  for (const xmlNode* node = element(node_)->children; node != nullptr; node = node->next) {
    if (matches(node, name)) return Node{node};
  }
  return std::nullopt;
}

std::vector<Node> Node::descendants(std::string_view name) const {
  std::vector<Node> out;
  const xmlNode* top = element(node_);
  for (const xmlNode* node = behind(top, top); node != nullptr; node = behind(node, top)) {
    if (matches(node, name)) out.push_back(Node{node});
  }
  return out;
}

std::vector<Piece> Node::content() const {
  std::vector<Piece> out;
  for (const xmlNode* node = element(node_)->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) {
      out.push_back({Node{node}, {}});
    } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      out.push_back({std::nullopt, from_xml(node->content)});
    }
  }
  return out;
}

std::size_t Node::line() const {
  const long line = xmlGetLineNo(element(node_));
  return line > 0 ? static_cast<std::size_t>(line) : 0;
}

ParseResult Document::parse(std::string_view bytes, std::string source, const Limits& limits) {
  return DocumentAccess::parse(bytes, std::move(source), limits, nullptr);
}

ParseResult DocumentAccess::parse(std::string_view bytes, std::string source, const Limits& limits,
                                  xmlDict* names) {
  prepare_library();
  if (auto too_big = check_size(bytes.size(), source, limits)) return std::move(*too_big);
  const std::unique_ptr<xmlParserCtxt, FreeContext> context{xmlNewParserCtxt()};
  if (!context) throw std::bad_alloc{};
  if (names != nullptr) {
    xmlDictFree(context->dict);
    context->dict = names;
    xmlDictReference(names);
  }
  ErrorCapture capture{source};
  Budget budget{limits};
  budget.watch_xml(*context);
  // BIG_LINES lifts line numbers above 65535; every other option would let the file do more.
  DocPtr doc{xmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr,
                               nullptr, XML_PARSE_NONET | XML_PARSE_BIG_LINES)};
  if (budget.refusal()) {
    XmlError refusal = *budget.refusal();
    refusal.source = std::move(source);
    return refusal;
  }
  // Where the library stops building for want of memory, it calls the stump well-formed.
  if (!doc || context->disableSAX != 0 || xmlDocGetRootElement(doc.get()) == nullptr) {
    return capture.first();
  }
  return DocumentAccess::make(std::move(source), std::move(doc));
}

ParseResult Document::parse_file(const std::string& path, const Limits& limits) {
  return parse(files::read_file(path, limits.bytes), path, limits);
}

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Node Document::root() const { return Node{xmlDocGetRootElement(impl_->doc.get())}; }
const std::string& Document::source() const noexcept { return impl_->source; }

}  // namespace guidang::xml

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/xml/error.h"

namespace guidang::xml {

struct Piece;

/// A name without its prefix and a value.
struct Attribute {
  std::string name{};
  std::string value{};
};

/// An element of a Document: a light handle, valid as long as the Document lives. Any number of
/// threads may read one Document.
class Node {
 public:
  /// Without the prefix. Valid as long as the Document lives.
  [[nodiscard]] std::string_view name() const;
  /// Empty when there is none.
  [[nodiscard]] std::string_view namespace_uri() const;
  /// By name without the prefix; nothing when absent, "" when empty.
  [[nodiscard]] std::optional<std::string> attribute(std::string_view name) const;
  /// All of them, as written.
  [[nodiscard]] std::vector<Attribute> attributes() const;
  /// All text within, at any depth, as written: white space is kept.
  [[nodiscard]] std::string text() const;
  /// The child elements of that name, in order; all of them when `name` is empty.
  [[nodiscard]] std::vector<Node> children(std::string_view name = {}) const;
  /// The first child element of that name.
  [[nodiscard]] std::optional<Node> child(std::string_view name) const;
  /// All elements below this one in document order, filtered by name unless `name` is empty.
  [[nodiscard]] std::vector<Node> descendants(std::string_view name = {}) const;
  /// Child elements and the texts between them, in order.
  [[nodiscard]] std::vector<Piece> content() const;
  /// 1-based line of the start tag.
  [[nodiscard]] std::size_t line() const;

 private:
  friend class Document;
  explicit Node(const void* node) : node_(node) {}
  const void* node_;
};

/// One part of mixed content: an element, or else a text, valid as long as the Document lives.
struct Piece {
  std::optional<Node> element{};
  std::string_view text{};
};

class Document;
using ParseResult = std::variant<Document, XmlError>;

/// One XML document in memory. Reads nothing but the bytes it is given: no network, no files, no
/// entities but the five predefined ones; a document type declaration is refused. UTF-8, UTF-16,
/// GB18030 and whatever iconv knows; GB2312 and GBK are read as GB18030, of which they are parts.
class Document {
 public:
  /// `source` names the bytes in errors.
  static ParseResult parse(std::string_view bytes, std::string source, const Limits& limits = {});
  /// A file of our own. Throws Failure when it cannot be read; what is in it may be an XmlError.
  static ParseResult parse_file(const std::string& path, const Limits& limits = {});

  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  [[nodiscard]] Node root() const;
  [[nodiscard]] const std::string& source() const noexcept;

 private:
  friend struct DocumentAccess;
  struct Impl;
  explicit Document(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::xml

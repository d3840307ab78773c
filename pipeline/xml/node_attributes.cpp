// SPDX-License-Identifier: GPL-3.0-or-later
#include <libxml/tree.h>

#include "pipeline/xml/document.h"
#include "pipeline/xml/library.h"

namespace guidang::xml {

std::vector<Attribute> Node::attributes() const {
  std::vector<Attribute> result;
  const auto* element = static_cast<const xmlNode*>(node_);
  for (const xmlAttr* item = element->properties; item != nullptr; item = item->next) {
    const std::string_view key = from_xml(item->name);
    result.push_back({std::string{key}, attribute(key).value_or("")});
  }
  return result;
}

}  // namespace guidang::xml

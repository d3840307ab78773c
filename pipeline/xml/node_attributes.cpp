// SPDX-License-Identifier: GPL-3.0-or-later
#include <libxml/tree.h>

#include "pipeline/xml/document.h"

namespace guidang::xml {

std::vector<Attribute> Node::attributes() const {
  std::vector<Attribute> result;
  const auto* element = static_cast<const xmlNode*>(node_);
  for (const xmlAttr* item = element->properties; item != nullptr; item = item->next) {
    const std::string key{reinterpret_cast<const char*>(item->name)};
    result.push_back({key, attribute(key).value_or("")});
  }
  return result;
}

}  // namespace guidang::xml

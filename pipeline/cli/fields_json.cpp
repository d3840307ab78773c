// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/fields_json.h"

namespace guidang::cli {
namespace {

nlohmann::ordered_json field_json(const Field& field, bool list) {
  nlohmann::ordered_json object;
  if (list) {
    object["value"] = field.values;
  } else {
    object["value"] = field.values.front();
  }
  object["source"] = field.source;
  object["confidence"] = field.confidence;
  if (!field.original.empty()) object["original"] = field.original;
  if (!field.rivals.empty()) object["rivals"] = field.rivals;
  return object;
}

}  // namespace

nlohmann::ordered_json fields_json(const Description& description) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::object();
  for (const FieldInfo& info : kFields) {
    if (const Field* field = description.find(info.name)) {
      fields[std::string(info.name)] = field_json(*field, info.list);
    }
  }
  for (const auto& [name, field] : description.fields) {
    if (find_field(name) == nullptr && !field.values.empty()) {
      fields[name] = field_json(field, field.values.size() > 1);
    }
  }
  return fields;
}

}  // namespace guidang::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/cli/fields_json.h"

namespace guidang::cli {
namespace {

/// The values as the document groups them.
nlohmann::ordered_json groups_json(const Field& field) {
  nlohmann::ordered_json groups = nlohmann::ordered_json::array();
  std::size_t at = 0;
  for (const std::size_t size : field.groups) {
    nlohmann::ordered_json group = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < size && at < field.values.size(); ++i) {
      group.push_back(field.values[at++]);
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

/// What a field and its rivals share.
template <typename Said>
nlohmann::ordered_json said_json(const Said& said, bool list) {
  nlohmann::ordered_json object;
  if (list) {
    object["value"] = said.values;
  } else {
    object["value"] = said.values.front();
  }
  object["source"] = said.source;
  object["confidence"] = said.confidence;
  return object;
}

nlohmann::ordered_json field_json(const Field& field, bool list) {
  nlohmann::ordered_json object = said_json(field, list);
  if (!field.original.empty()) object["original"] = field.original;
  for (const Rival& rival : field.rivals) {
    if (!rival.values.empty()) object["rivals"].push_back(said_json(rival, list));
  }
  if (!field.groups.empty()) object["groups"] = groups_json(field);
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

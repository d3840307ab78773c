// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/facts_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/failure.h"

namespace guidang {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 11> kRoles{
    "handling_slip", "reply",        "main",  "attachment",  "forwarded", "approval_form",
    "final_draft",   "marked_draft", "draft", "instruction", "copy"};
constexpr std::array<std::string_view, 4> kDirections{"unknown", "received", "issued", "internal"};
constexpr std::array<std::string_view, 2> kPurposes{"filing", "incoming"};
constexpr std::array<std::string_view, 4> kTextStates{"read", "none_by_nature", "no_reader",
                                                      "failed"};
constexpr std::array<std::string_view, 5> kResults{"pass", "fail", "not_applicable",
                                                   "not_checkable", "person"};

template <typename E, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, E value) {
  return words.at(static_cast<std::size_t>(value));
}

template <typename E, std::size_t N>
E from_word(const std::array<std::string_view, N>& words, std::string_view text) {
  const auto it = std::find(words.begin(), words.end(), text);
  if (it == words.end()) throw std::out_of_range("unknown word '" + std::string(text) + "'");
  return static_cast<E>(it - words.begin());
}

/// Writes members that differ from their default, so that equal facts have equal bytes whatever
/// defaults a later version adds.
class Out {
 public:
  template <typename T>
  Out& operator()(const char* key, const T& value, const T& usual = T{}) {
    if (value != usual) object_[key] = value;
    return *this;
  }
  Out& word(const char* key, std::string_view value, std::string_view usual) {
    if (value != usual) object_[key] = value;
    return *this;
  }
  Out& raw(const char* key, json value) {
    if (!value.empty()) object_[key] = std::move(value);
    return *this;
  }
  json take() { return std::move(object_); }

 private:
  json object_ = json::object();
};

template <typename T>
void in(const json& object, const char* key, T& value) {
  if (const auto it = object.find(key); it != object.end()) it->get_to(value);
}

template <typename T>
void in(const json& object, const char* key, std::optional<T>& value) {
  if (const auto it = object.find(key); it != object.end()) value = it->get<T>();
}

template <typename E, std::size_t N>
void in(const json& object, const char* key, E& value,
        const std::array<std::string_view, N>& words) {
  if (const auto it = object.find(key); it != object.end()) {
    value = from_word<E>(words, it->get<std::string>());
  }
}

template <typename T>
json array_of(const std::vector<T>& list) {
  json array = json::array();
  for (const T& element : list) array.push_back(encode(element));
  return array;
}

template <typename T>
void array_in(const json& object, const char* key, std::vector<T>& list) {
  if (const auto it = object.find(key); it != object.end()) {
    for (const json& element : *it) decode(element, list.emplace_back());
  }
}

}  // namespace

// Found by argument-dependent lookup from the templates above, so not in the unnamed namespace.

static json encode(const GivenField& f) {
  return Out{}("name", f.name)("value", f.value)("source", f.source)("where", f.where).take();
}
static void decode(const json& j, GivenField& f) {
  in(j, "name", f.name);
  in(j, "value", f.value);
  in(j, "source", f.source);
  in(j, "where", f.where);
}

static json encode(const Origin& f) {
  return Out{}("batch", f.batch)("place", f.place)
      .word("purpose", to_text(f.purpose), "filing")
      .word("direction", to_text(f.direction), "unknown")("paper_only", f.paper_only)(
          "in_ledger", f.in_ledger)("ledger_seen", f.ledger_seen)
      .raw("given", array_of(f.given))
      .take();
}
static void decode(const json& j, Origin& f) {
  in(j, "batch", f.batch);
  in(j, "place", f.place);
  in(j, "purpose", f.purpose, kPurposes);
  in(j, "direction", f.direction, kDirections);
  in(j, "paper_only", f.paper_only);
  in(j, "in_ledger", f.in_ledger);
  in(j, "ledger_seen", f.ledger_seen);
  array_in(j, "given", f.given);
}

static json encode(const Component& f) {
  return Out{}
      .word("role", to_text(f.role), "main")("digest", f.digest)("size", f.size)("name", f.name)
      .take();
}
static void decode(const json& j, Component& f) {
  in(j, "role", f.role, kRoles);
  in(j, "digest", f.digest);
  in(j, "size", f.size);
  in(j, "name", f.name);
}

static json encode(const Components& f) { return Out{}.raw("list", array_of(f.list)).take(); }
static void decode(const json& j, Components& f) { array_in(j, "list", f.list); }

static json encode(const ComponentText& f) {
  Out out;
  out("digest", f.digest).word("state", to_text(f.state), "no_reader");
  out("format", f.format)("reader", f.reader)("revision", f.revision)("reason", f.reason);
  if (f.pages) out.raw("pages", json(*f.pages));
  out("encoding", f.encoding)("undecodable", f.undecodable);
  return out("technical", f.technical)("tags", f.tags).take();
}
static void decode(const json& j, ComponentText& f) {
  in(j, "digest", f.digest);
  in(j, "state", f.state, kTextStates);
  in(j, "format", f.format);
  in(j, "reader", f.reader);
  in(j, "revision", f.revision);
  in(j, "reason", f.reason);
  in(j, "pages", f.pages);
  in(j, "encoding", f.encoding);
  in(j, "undecodable", f.undecodable);
  in(j, "technical", f.technical);
  in(j, "tags", f.tags);
}

static json encode(const Text& f) { return Out{}.raw("components", array_of(f.components)).take(); }
static void decode(const json& j, Text& f) { array_in(j, "components", f.components); }

static json encode(const Rival& f) {
  return Out{}("values", f.values)("source", f.source)("confidence", f.confidence).take();
}
static void decode(const json& j, Rival& f) {
  // Facts written before rivals had parts hold "source: value".
  if (j.is_string()) {
    const std::string text = j.get<std::string>();
    const std::size_t colon = text.find(": ");
    if (colon != std::string::npos) f.source = text.substr(0, colon);
    f.values = {colon == std::string::npos ? text : text.substr(colon + 2)};
    return;
  }
  in(j, "values", f.values);
  in(j, "source", f.source);
  in(j, "confidence", f.confidence);
}

static json encode(const Field& f) {
  return Out{}("values", f.values)("source", f.source)("confidence", f.confidence)("original",
                                                                                   f.original)
      .raw("rivals", array_of(f.rivals))
      .raw("groups", json(f.groups))
      .take();
}
static void decode(const json& j, Field& f) {
  in(j, "values", f.values);
  in(j, "source", f.source);
  in(j, "confidence", f.confidence);
  in(j, "original", f.original);
  array_in(j, "rivals", f.rivals);
  in(j, "groups", f.groups);
}

static json encode(const Description& f) {
  json object = json::object();
  for (const auto& [name, field] : f.fields) object[name] = encode(field);
  return object;
}
static void decode(const json& j, Description& f) {
  for (const auto& [name, field] : j.items()) decode(field, f.fields[name]);
}

static json encode(const Relation& f) {
  return Out{}("kind", f.kind)("other", f.other)
      .word("role", to_text(f.role), "main")("evidence", f.evidence)
      .take();
}
static void decode(const json& j, Relation& f) {
  in(j, "kind", f.kind);
  in(j, "other", f.other);
  in(j, "role", f.role, kRoles);
  in(j, "evidence", f.evidence);
}

static json encode(const Relations& f) { return Out{}.raw("list", array_of(f.list)).take(); }
static void decode(const json& j, Relations& f) { array_in(j, "list", f.list); }

static json encode(const ItemPart& f) {
  return Out{}("document", f.document).word("role", to_text(f.role), "main").take();
}
static void decode(const json& j, ItemPart& f) {
  in(j, "document", f.document);
  in(j, "role", f.role, kRoles);
}

static json encode(const Item& f) {
  return Out{}("main", f.main).raw("parts", array_of(f.parts)).take();
}
static void decode(const json& j, Item& f) {
  in(j, "main", f.main);
  array_in(j, "parts", f.parts);
}

static json encode(const Checks& f) {
  json others = json::object();
  for (const auto& [rule, result] : f.others) others[rule] = to_text(result);
  return Out{}("profile", f.profile)("passed", f.passed).raw("others", std::move(others)).take();
}
static void decode(const json& j, Checks& f) {
  in(j, "profile", f.profile);
  in(j, "passed", f.passed);
  if (const auto it = j.find("others"); it != j.end()) {
    for (const auto& [rule, result] : it->items()) {
      f.others[rule] = from_word<RuleResult>(kResults, result.get<std::string>());
    }
  }
}

static json encode(const Appraisal& f) {
  return Out{}("filed", f.filed, true)("period", f.period)("code", f.code)("rule", f.rule)(
             "citation", f.citation)("suggestion", f.suggestion)
      .raw("asks", json(f.asks))("opening", f.opening)("control", f.control)
      .take();
}
static void decode(const json& j, Appraisal& f) {
  in(j, "filed", f.filed);
  in(j, "period", f.period);
  in(j, "code", f.code);
  in(j, "rule", f.rule);
  in(j, "citation", f.citation);
  in(j, "suggestion", f.suggestion);
  in(j, "asks", f.asks);
  in(j, "opening", f.opening);
  in(j, "control", f.control);
}

static json encode(const FilingYear& f) {
  Out out;
  if (f.year) out.raw("year", json(*f.year));
  return out("rule", f.rule).take();
}
static void decode(const json& j, FilingYear& f) {
  in(j, "year", f.year);
  in(j, "rule", f.rule);
}

static json encode(const VolumePlace& f) {
  return Out{}("id", f.id)("series", f.series)("position", f.position)("number", f.number)(
             "title", f.title)("part", f.part)
      .take();
}
static void decode(const json& j, VolumePlace& f) {
  in(j, "id", f.id);
  in(j, "series", f.series);
  in(j, "position", f.position);
  in(j, "number", f.number);
  in(j, "title", f.title);
  in(j, "part", f.part);
}

static json encode(const Placement& f) {
  Out out;
  out("series", f.series)("position", f.position);
  if (f.volume) out.raw("volume", encode(*f.volume));
  return out("first_page", f.first_page)("last_page", f.last_page).take();
}
static void decode(const json& j, Placement& f) {
  in(j, "series", f.series);
  in(j, "position", f.position);
  if (const auto volume = j.find("volume"); volume != j.end()) {
    decode(*volume, f.volume.emplace());
  }
  in(j, "first_page", f.first_page);
  in(j, "last_page", f.last_page);
}

static json encode(const ArchivalCode& f) {
  return Out{}("text", f.text)("series", f.series)("number", f.number)("provisional", f.provisional,
                                                                       true)
      .take();
}
static void decode(const json& j, ArchivalCode& f) {
  in(j, "text", f.text);
  in(j, "series", f.series);
  in(j, "number", f.number);
  in(j, "provisional", f.provisional);
}

template <std::size_t I = 0>
static Fact empty_fact(FactKind kind) {
  if constexpr (I + 1 < kFactKinds) {
    if (static_cast<std::size_t>(kind) != I) return empty_fact<I + 1>(kind);
  }
  return Fact{std::in_place_index<I>};
}

std::string_view to_text(Role role) { return word(kRoles, role); }
std::string_view to_text(Direction direction) { return word(kDirections, direction); }
std::string_view to_text(Purpose purpose) { return word(kPurposes, purpose); }
std::string_view to_text(TextState state) { return word(kTextStates, state); }
std::string_view to_text(RuleResult result) { return word(kResults, result); }

std::optional<Role> role_from(std::string_view text) {
  const auto it = std::find(kRoles.begin(), kRoles.end(), text);
  if (it == kRoles.end()) return std::nullopt;
  return static_cast<Role>(it - kRoles.begin());
}

json to_json(const Fact& fact) {
  return std::visit([](const auto& value) { return encode(value); }, fact);
}

std::string to_bytes(const Fact& fact) {
  // Text is valid UTF-8 by contract; a broken byte from anywhere becomes U+FFFD, not an exception.
  return to_json(fact).dump(-1, ' ', false, json::error_handler_t::replace);
}

Fact fact_from_json(FactKind kind, const json& value) {
  Fact fact = empty_fact(kind);
  try {
    std::visit([&](auto& target) { decode(value, target); }, fact);
  } catch (const std::exception& error) {
    throw Failure(
        "登记簿有损坏的记录 / the register holds a damaged '" + std::string(name_of(kind)) +
            "' fact: " + error.what(),
        "从最近的备份恢复 / restore the register from its last backup: guidang restore --help");
  }
  return fact;
}

Fact fact_from_bytes(FactKind kind, std::string_view bytes) {
  const json value = json::parse(bytes, nullptr, false);
  if (!value.is_object()) return fact_from_json(kind, json("not JSON"));
  return fact_from_json(kind, value);
}

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

#include "pipeline/files/fd.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/document.h"

namespace guidang::organs {
namespace {

using profile::Element;
using Words = std::span<const std::string_view>;

constexpr std::string_view kMend = "改正该行 / correct this line";
constexpr std::size_t kMostFlaws = 1'000;

constexpr std::array<std::string_view, 2> kRootAttributes{"include", "file"};
constexpr std::array<std::string_view, 10> kOrganAttributes{
    "id", "name", "from", "to", "parent", "office-of", "area", "level", "line", "standing"};
constexpr std::array<std::string_view, 4> kParts{"name", "short", "alias", "code"};
constexpr std::array<std::string_view, 2> kNameAttributes{"from", "to"};
constexpr std::array<std::string_view, 3> kShapeAttributes{"id", "pattern", "standing"};

class LayerReader {
 public:
  explicit LayerReader(Layer& layer) : layer_(layer) {}

  void read(const Element& element) {
    if (element.name == "organisation") {
      organ(element);
    } else if (element.name == "standing") {
      shape(element);
    } else {
      unknown(element, "元素不认识 / unknown element", fmt::format("<{}>", element.name),
              "<organisation>, <standing>");
    }
  }

  void attributes(const Element& element, Words known) {
    for (const auto& [key, value] : element.attributes) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      unknown(element, "属性不认识 / unknown attribute", fmt::format("{}=\"{}\"", key, value),
              fmt::format("{}", fmt::join(known, ", ")));
    }
  }

 private:
  void unknown(const Element& element, std::string what, std::string found, std::string expected) {
    if (layer_.flaws.size() >= kMostFlaws) return;
    layer_.flaws.push_back({element.place(), std::move(what), std::move(found), std::move(expected),
                            std::string{kMend}});
  }

  std::string word(const Element& element, std::string_view value, std::string_view what) {
    const std::string_view trimmed = text::trim(value);
    if (trimmed.empty()) {
      unknown(element, fmt::format("{} 为空 / {} is empty", what, what), "\"\"", "文字 / text");
    } else if (trimmed.size() > kLongestWord) {
      unknown(element, fmt::format("{} 过长 / {} is too long", what, what),
              fmt::format("{} bytes", trimmed.size()), fmt::format("≤ {} bytes", kLongestWord));
      return {};
    }
    return std::string{trimmed};
  }

  std::optional<Date> day(const Element& element, std::string_view key) {
    if (!element.has(key)) return std::nullopt;
    const auto read = read_day(element.attribute(key), key == "to");
    if (!read) {
      unknown(element, "日期无法识别 / date cannot be read",
              fmt::format("{}=\"{}\"", key, element.attribute(key)), "2018, 2018-03, 2018-03-19");
    }
    return read;
  }

  template <typename T>
  T chosen(const Element& element, std::string_view key, std::optional<T> (*from)(std::string_view),
           std::string_view words) {
    if (!element.has(key)) return T{};
    if (const auto value = from(element.attribute(key))) return *value;
    unknown(element, "取值不认识 / unknown value",
            fmt::format("{}=\"{}\"", key, element.attribute(key)), std::string{words});
    return T{};
  }

  Standing standing(const Element& element) {
    return chosen<Standing>(element, "standing", standing_from,
                            "own, superior, peer, subordinate, outside");
  }

  void organ(const Element& element) {
    attributes(element, kOrganAttributes);
    Organ organ;
    organ.place = element.place();
    organ.id = word(element, element.attribute("id"), "id");
    organ.parent = std::string{element.attribute("parent")};
    organ.office_of = std::string{element.attribute("office-of")};
    organ.area = std::string{element.attribute("area")};
    organ.level = chosen<Level>(element, "level", level_from,
                                "centre, province, prefecture, county, township, village");
    organ.line =
        chosen<Line>(element, "line", line_from,
                     "party, government, congress, cppcc, military, mass, judicial, enterprise");
    organ.standing = standing(element);
    for (const Element& part : element.children) add_part(organ, part);
    if (element.has("name")) {
      organ.names.push_back({word(element, element.attribute("name"), "name"), day(element, "from"),
                             day(element, "to")});
    }
    if (organ.names.empty()) {
      unknown(element, "机构没有名称 / an organ without a name",
              fmt::format("<organisation id=\"{}\">", organ.id),
              "name=\"…\" 或 / or <name from=\"…\" to=\"…\">…</name>");
    }
    if (organ.id.empty() || organ.names.empty()) return;
    if (layer_.organs.size() == kMostOrgans) {
      unknown(element, "机构过多 / too many organs", fmt::format("> {}", kMostOrgans),
              fmt::format("≤ {}", kMostOrgans));
    }
    if (layer_.organs.size() >= kMostOrgans) return;
    layer_.organs.push_back(std::move(organ));
  }

  void add_part(Organ& organ, const Element& part) {
    if (std::find(kParts.begin(), kParts.end(), part.name) == kParts.end()) {
      return unknown(part, "元素不认识 / unknown element", fmt::format("<{}>", part.name),
                     "<name>, <short>, <alias>, <code>");
    }
    attributes(part, part.name == "name" ? Words{kNameAttributes} : Words{});
    std::string value = word(part, part.text, part.name);
    if (value.empty()) return;
    const std::size_t count =
        organ.names.size() + organ.shorts.size() + organ.aliases.size() + organ.codes.size();
    if (count >= kMostWords) {
      return unknown(part, "名称和代字过多 / too many names and codes",
                     fmt::format("> {}", kMostWords), fmt::format("≤ {}", kMostWords));
    }
    if (part.name == "name") {
      organ.names.push_back({std::move(value), day(part, "from"), day(part, "to")});
    } else if (part.name == "short") {
      organ.shorts.push_back(std::move(value));
    } else if (part.name == "alias") {
      organ.aliases.push_back(std::move(value));
    } else {
      organ.codes.push_back(std::move(value));
    }
  }

  void shape(const Element& element) {
    attributes(element, kShapeAttributes);
    Shape shape{.id = word(element, element.attribute("id"), "id"),
                .pattern = word(element, element.attribute("pattern"), "pattern"),
                .standing = standing(element),
                .place = element.place()};
    if (!shape.pattern.empty()) layer_.shapes.push_back(std::move(shape));
  }

  Layer& layer_;
};

Element shallow(const xml::Node& node, const std::string& file) {
  Element element;
  element.name = std::string{node.name()};
  element.file = file;
  element.line = node.line();
  for (auto& [key, value] : node.attributes()) element.attributes.emplace(key, value);
  return element;
}

void read_document(const xml::Document& document, const std::string& shown, Layer& layer) {
  LayerReader reader(layer);
  const xml::Node root = document.root();
  const Element head = shallow(root, shown);
  if (head.name != "organisations") {
    layer.flaws.push_back({head.place(), "不是机构表 / not a table of organisations",
                           fmt::format("<{}>", head.name), "<organisations>", std::string{kMend}});
    return;
  }
  reader.attributes(head, kRootAttributes);
  layer.include = std::string{head.attribute("include")};
  // One organ at a time: the tree of values would weigh more than the table.
  for (const xml::Node& child : root.children()) {
    Element element = shallow(child, shown);
    for (const xml::Node& part : child.children()) {
      Element& last = element.children.emplace_back(shallow(part, shown));
      last.text = part.text();
    }
    reader.read(element);
  }
}

}  // namespace

std::optional<Date> read_day(std::string_view text, bool end) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  std::string day{text::trim(text)};
  if (day.size() == kYear) day += end ? "-12" : "-01";
  if (day.size() != kMonth) return parse_iso(day);
  const auto first = parse_iso(day + "-01");
  if (!first || !end) return first;
  return Date{first->year() / first->month() / std::chrono::last};
}

Layer read_section(const Element& section) {
  Layer layer{.source = section.file, .include = std::string{section.attribute("include")}};
  LayerReader reader(layer);
  reader.attributes(section, kRootAttributes);
  for (const Element& child : section.children) reader.read(child);
  return layer;
}

Layer read_bytes(std::string_view bytes, const std::string& shown) {
  Layer layer{.source = shown};
  const xml::Limits limits{.bytes = kLargestFile, .nodes = 20'000'000};
  xml::ParseResult parsed = xml::Document::parse(bytes, shown, limits);
  if (const auto* error = std::get_if<xml::XmlError>(&parsed)) {
    layer.flaws.push_back({fmt::format("{}:{}", shown, error->line),
                           "不是良构的 XML / not well-formed XML", error->message,
                           "templates/schema/organisations.rng", std::string{kMend}});
    return layer;
  }
  read_document(std::get<xml::Document>(parsed), shown, layer);
  return layer;
}

Layer read_file(const std::filesystem::path& file, const std::string& shown) {
  return read_bytes(files::read_file(file, kLargestFile), shown);
}

}  // namespace guidang::organs

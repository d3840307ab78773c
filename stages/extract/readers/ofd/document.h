// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pipeline/xml/document.h"
#include "stages/extract/readers/ofd/geometry.h"
#include "stages/extract/readers/ofd/package.h"
#include "stages/extract/readers/ofd/page_content.h"

namespace guidang::extract::ofd {

/// A location and the file that it stands in.
struct Place {
  std::string from{};
  std::string location{};
};

/// DocBody of OFD.xml.
struct Body {
  Place root{};  ///< of its current version
  std::optional<Place> signatures{};
  std::vector<std::pair<std::string, std::string>> properties{};  ///< key, value
  std::string created{};                                          ///< ISO 8601
  std::string modified{};
  std::string program{};
};

/// OFD.xml.
struct Entry {
  std::string version{};  ///< "1.1"; with the document type before it unless that is OFD
  std::vector<Body> bodies{};
};

struct PagePlace {
  std::uint64_t id = 0;
  std::string location{};
};
struct TemplatePlace {
  std::string location{};
  Order order = Order::background;
};

/// Document.xml, but for what stands in files of its own.
struct DocumentRoot {
  std::string path{};
  std::optional<Rectangle> area{};
  std::vector<PagePlace> pages{};
  std::unordered_map<std::uint64_t, TemplatePlace> templates{};
  std::vector<std::string> resources{};
  std::vector<std::string> annotations{};
  std::vector<std::string> attachments{};
  std::vector<std::string> custom_tags{};
  std::vector<std::string> prohibitions{};  ///< "copying not permitted" …
  std::uint64_t urls = 0;                   ///< actions and locations that lead outside
  std::uint64_t starting = 0;               ///< actions that open attachments or play media
};

/// Nothing when the package has failed; so with all functions below.
[[nodiscard]] std::optional<Entry> read_entry(Package& package);
/// Refuses more pages than the limit before any of them is read.
[[nodiscard]] std::optional<DocumentRoot> read_document(Package& package, const Body& body);

/// A date "2021-9-30", with or without a time, as ISO 8601; "" when it is none.
[[nodiscard]] std::string iso_time(std::string_view text);

}  // namespace guidang::extract::ofd

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/readers/ofd/content_reader.h"
#include "stages/extract/readers/ofd/package.h"
#include "stages/extract/readers/ofd/resources.h"

namespace guidang::extract::ofd {

/// From behind to before.
enum class Order : std::uint8_t { background, body, foreground };
/// The standard's word for it; `usual` for anything else.
[[nodiscard]] Order order_of(std::string_view word, Order usual);

/// A page's use of a template page.
struct TemplateUse {
  std::uint64_t id = 0;
  std::optional<Order> order{};
};

/// One file of type Page: a page or a template page.
struct PageContent {
  std::string path{};
  std::vector<TemplateUse> templates{};
  std::optional<Rectangle> area{};  ///< PhysicalBox of its own
  std::array<Content, 3> layers{};  ///< by Order
};

/// Reads a page from front to back; its own resource files go to `resources`.
[[nodiscard]] std::optional<PageContent> read_page(Package& package, std::string_view from,
                                                   std::string_view location, Resources& resources,
                                                   Counts& counts);

}  // namespace guidang::extract::ofd

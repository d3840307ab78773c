// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/page_content.h"

#include <fmt/format.h>

#include <utility>

#include "stages/extract/readers/ofd/paths.h"

namespace guidang::extract::ofd {
namespace {

class PageReader {
 public:
  PageReader(Package& package, const Part& part, Resources& resources, Counts& counts)
      : package_(package),
        part_(part),
        resources_(resources),
        counts_(counts),
        contents_(counts),
        reader_(part.bytes, part.path, package.stream_limits()) {
    page_.path = part.path;
  }

  std::optional<PageContent> run() {
    while (package_.ok() && reader_.next()) {
      contents_.event(reader_, layer_);
      if (reader_.event() == xml::Event::start) start();
      if (reader_.event() == xml::Event::text) text();
      if (reader_.event() == xml::Event::end) end();
    }
    if (reader_.error()) package_.fail(reader_.error()->text());
    for (const Content& layer : page_.layers) {
      if (layer.pieces.size() <= kMostPieces) continue;
      package_.fail(fmt::format("{}: more than {} text objects", part_.path, kMostPieces));
    }
    if (!package_.ok()) return std::nullopt;
    return std::move(page_);
  }

 private:
  void start() {
    const std::string_view name = reader_.name();
    words_.clear();
    if (reader_.depth() == 0 && name != "Page") {
      package_.fail(fmt::format("{}: root element is {}, expected Page", part_.path, name));
    } else if (name == "Layer") {
      const Order order = order_of(text_attribute(reader_, "Type"), Order::body);
      layer_ = &page_.layers[static_cast<std::size_t>(order)];
      layer_depth_ = reader_.depth();
    } else if (name == "Content" && layer_ == nullptr) {
      // Objects right in the content, without a layer, are drawn by all viewers.
      layer_ = &page_.layers[static_cast<std::size_t>(Order::body)];
    } else if (name == "Template" && layer_ == nullptr) {
      TemplateUse use{id_attribute(reader_, "TemplateID"), std::nullopt};
      const std::string order = text_attribute(reader_, "ZOrder");
      if (!order.empty()) use.order = order_of(order, Order::background);
      page_.templates.push_back(use);
    }
  }

  void text() {
    const std::string_view name = contents_.open(0);
    if (name == "PhysicalBox" || name == "PageRes") words_ += reader_.text();
  }

  void end() {
    const std::string_view name = reader_.name();
    if (name == "Layer" && layer_ != nullptr && reader_.depth() == layer_depth_) {
      layer_ = &page_.layers[static_cast<std::size_t>(Order::body)];
    } else if (name == "Content" && reader_.depth() <= 1) {
      layer_ = nullptr;
    } else if (name == "PhysicalBox" && layer_ == nullptr) {
      page_.area = rectangle(words_);
    } else if (name == "PageRes" && layer_ == nullptr) {
      resources_.add(part_.path, words_, counts_);
    }
  }

  Package& package_;
  const Part& part_;
  Resources& resources_;
  Counts& counts_;
  ContentReader contents_;
  xml::Reader reader_;
  PageContent page_{};
  Content* layer_ = nullptr;
  std::size_t layer_depth_ = 0;
  std::string words_{};
};

}  // namespace

Order order_of(std::string_view word, Order usual) {
  const std::string plain = folded(word);
  if (plain == "background") return Order::background;
  if (plain == "body") return Order::body;
  if (plain == "foreground") return Order::foreground;
  return usual;
}

std::optional<PageContent> read_page(Package& package, std::string_view from,
                                     std::string_view location, Resources& resources,
                                     Counts& counts) {
  const auto part = package.required(from, location);
  if (!part) return std::nullopt;
  return PageReader{package, *part, resources, counts}.run();
}

}  // namespace guidang::extract::ofd

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "pipeline/decision.h"
#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"
#include "pipeline/reader.h"

namespace guidang {

/// Gives the pages of a stored text, and where they are known the places and looks of its lines;
/// called by the thread that uses the view.
class PageSource {
 public:
  using Pages = std::function<std::vector<std::string>(const ComponentText&)>;
  using Layout = std::function<std::vector<PageLayout>(const ComponentText&)>;

  PageSource() = default;
  template <typename F>
    requires std::is_invocable_r_v<std::vector<std::string>, F&, const ComponentText&>
  PageSource(F pages, Layout layout = {}) : pages_(std::move(pages)), layout_(std::move(layout)) {}

  [[nodiscard]] std::vector<std::string> pages(const ComponentText& text) const {
    return pages_ ? pages_(text) : std::vector<std::string>{};
  }
  [[nodiscard]] std::vector<PageLayout> layout(const ComponentText& text) const {
    return layout_ ? layout_(text) : std::vector<PageLayout>{};
  }

 private:
  Pages pages_{};
  Layout layout_{};
};

/// A read-only picture of one record: the facts its stage declared to read, with people's decisions
/// laid over them, and for an item the pictures of its documents. Cheap to copy, no access to the
/// register, safe to hand to another thread.
class View {
 public:
  View() = default;
  View(RecordId id, PageSource pages) : id_(std::move(id)), pages_(std::move(pages)) {}

  [[nodiscard]] const RecordId& id() const { return id_; }

  /// The fact, or null when no stage has said it. Asking for a kind the stage did not declare gives
  /// null too; the pipeline's own tests catch that.
  template <typename F>
  [[nodiscard]] const F* find() const {
    const auto& slot = facts_[static_cast<std::size_t>(kind_for<F>())];
    return slot == nullptr ? nullptr : &std::get<F>(*slot);
  }

  /// The fact; it must be there.
  template <typename F>
  [[nodiscard]] const F& get() const {
    const F* fact = find<F>();
    if (fact == nullptr) throw std::logic_error("view lacks a fact that its stage reads");
    return *fact;
  }

  /// Pages of one component's text, in order; empty when it was not read.
  [[nodiscard]] std::vector<std::string> pages(const ComponentText& text) const {
    return text.state == TextState::read ? pages_.pages(text) : std::vector<std::string>{};
  }
  /// Of each of these pages the places and looks of its lines; empty when they are not known.
  [[nodiscard]] std::vector<PageLayout> layout(const ComponentText& text) const {
    return text.state == TextState::read ? pages_.layout(text) : std::vector<PageLayout>{};
  }

  [[nodiscard]] const Decisions& decisions() const { return decisions_; }
  [[nodiscard]] bool decided(std::string_view field) const {
    return decisions_.find(field) != decisions_.end();
  }

  /// Documents of an item in the item's order; empty for a document.
  [[nodiscard]] std::span<const View> parts() const { return parts_; }
  /// The item's main document; the view itself for a document.
  [[nodiscard]] const View& main() const {
    const Item* item = find<Item>();
    if (item != nullptr) {
      for (const View& part : parts_) {
        if (part.id() == item->main) return part;
      }
    }
    return *this;
  }

  /// Findings of earlier stages, for stages that declare to read them.
  [[nodiscard]] std::span<const Finding> findings() const { return findings_; }

  /// True when a seal pinned the record: its facts no longer change.
  [[nodiscard]] bool sealed() const { return sealed_; }
  void put_sealed(bool sealed) { sealed_ = sealed; }

  void put(Fact fact) { put(std::make_shared<const Fact>(std::move(fact))); }
  void put(std::shared_ptr<const Fact> fact) {
    const auto slot = static_cast<std::size_t>(kind_of(*fact));
    facts_[slot] = std::move(fact);
  }
  void put(Decisions decisions) { decisions_ = std::move(decisions); }
  void put(std::vector<View> parts) { parts_ = std::move(parts); }
  void put(std::vector<Finding> findings) { findings_ = std::move(findings); }

 private:
  RecordId id_;
  PageSource pages_;
  std::array<std::shared_ptr<const Fact>, kFactKinds> facts_{};
  Decisions decisions_;
  std::vector<View> parts_;
  std::vector<Finding> findings_;
  bool sealed_ = false;
};

}  // namespace guidang

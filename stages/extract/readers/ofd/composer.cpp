// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/extract/readers/ofd/composer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace guidang::extract::ofd {
namespace {

/// Units within units multiply: of one page, so many are followed.
constexpr std::size_t kMostUses = 100'000;
/// Units or templates within each other; writers nest one or two.
constexpr std::size_t kDeepest = 32;

Piece moved(const Piece& piece, const Matrix& matrix) {
  Piece out = piece;
  out.start = matrix.at(piece.start);
  out.end = matrix.at(piece.end);
  out.up = matrix.along(piece.up);
  return out;
}

}  // namespace

std::vector<Piece> Composer::page(const PageContent& page) {
  uses_ = 0;
  return compose(page);
}

std::vector<Piece> Composer::compose(const PageContent& page) {
  std::vector<Piece> pieces;
  for (const Order order : {Order::background, Order::body, Order::foreground}) {
    for (const TemplateUse& use : page.templates) {
      const auto place = root_.templates.find(use.id);
      if (place == root_.templates.end()) {
        package_.fail(fmt::format("{} uses template page {}, which {} does not name", page.path,
                                  use.id, root_.path));
        return {};
      }
      if (use.order.value_or(place->second.order) != order) continue;
      const std::vector<Piece>* content = template_page(use.id, page.path);
      if (content == nullptr) return {};
      if (pieces.size() + content->size() > kMostPieces) {
        package_.fail(fmt::format("{}: more than {} text objects", page.path, kMostPieces));
        return {};
      }
      pieces.insert(pieces.end(), content->begin(), content->end());
    }
    add(page.layers[static_cast<std::size_t>(order)], page.path, pieces);
  }
  return pieces;
}

const std::vector<Piece>* Composer::template_page(std::uint64_t id, const std::string& user) {
  if (const auto known = templates_.find(id); known != templates_.end()) return &known->second;
  if (std::ranges::find(open_templates_, id) != open_templates_.end()) {
    package_.fail(fmt::format("{}: template page {} contains itself", user, id));
    return nullptr;
  }
  if (open_templates_.size() >= kDeepest) {
    package_.fail(fmt::format("{}: more than {} templates within each other", user, kDeepest));
    return nullptr;
  }
  const auto page =
      read_page(package_, root_.path, root_.templates.at(id).location, resources_, counts_);
  if (!page) return nullptr;
  open_templates_.push_back(id);
  std::vector<Piece> pieces = compose(*page);
  open_templates_.pop_back();
  template_pieces_ += pieces.size();
  if (template_pieces_ > kMostPieces) {
    package_.fail(fmt::format("{}: more than {} text objects in templates", user, kMostPieces));
  }
  if (!package_.ok()) return nullptr;
  return &templates_.emplace(id, std::move(pieces)).first->second;
}

void Composer::add(const Content& content, const std::string& path, std::vector<Piece>& pieces) {
  expand(content, Matrix{}, path, pieces);
}

void Composer::expand(const Content& content, const Matrix& matrix, const std::string& path,
                      std::vector<Piece>& pieces) {
  std::size_t done = 0;
  const auto copy_until = [&](std::size_t end) {
    for (; done < end; ++done) pieces.push_back(moved(content.pieces[done], matrix));
  };
  for (const Use& use : content.uses) {
    copy_until(use.before);
    add_unit(use, matrix, path, pieces);
    if (!package_.ok()) return;
  }
  copy_until(content.pieces.size());
  if (pieces.size() > kMostPieces) {
    package_.fail(fmt::format("{}: more than {} text objects", path, kMostPieces));
  }
}

void Composer::add_unit(const Use& use, const Matrix& outer, const std::string& path,
                        std::vector<Piece>& pieces) {
  const Content* unit = resources_.unit(use.unit);
  if (unit == nullptr) {
    return package_.fail(
        fmt::format("{}: composite object {} uses unit {}, which no resource "
                    "file defines",
                    path, use.id, use.unit));
  }
  if (std::ranges::find(open_units_, use.unit) != open_units_.end()) {
    return package_.fail(fmt::format("{}: composite unit {} contains itself", path, use.unit));
  }
  if (open_units_.size() >= kDeepest || ++uses_ > kMostUses) {
    return package_.fail(fmt::format("{}: too many composite units within each other", path));
  }
  open_units_.push_back(use.unit);
  expand(*unit, outer * use.matrix, path, pieces);
  open_units_.pop_back();
}

}  // namespace guidang::extract::ofd

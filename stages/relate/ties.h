// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>

#include "pipeline/stage.h"
#include "stages/relate/row.h"

namespace guidang::relate {

/// Gathers what was found, document by document, and what later steps must know of it.
class Ties {
 public:
  Ties(std::unique_ptr<Sorter> sorter, Sink& sink) : sorter_(std::move(sorter)), sink_(sink) {}

  void add_duplicate(const Row& row, const Row& stands, const std::string& evidence);
  /// `row` is a version or an attachment of `main`, by its role.
  void add_part(const Row& row, const Row& main, Role role, const std::string& evidence);
  void add_answer(const Row& reply, const Row& request, const std::string& evidence);
  void add(const Row& from, std::string_view kind, const Row& to, Role role,
           const std::string& evidence);
  void report(const Row& row, Finding finding);

  [[nodiscard]] bool is_duplicate(const Row& row) const;
  /// A version or an attachment of another document.
  [[nodiscard]] bool is_part(const Row& row) const;
  [[nodiscard]] bool has_answered(const Row& row) const;
  [[nodiscard]] bool is_answered(const Row& row) const;

  /// Writes one Relations fact a document, in order of ids.
  void finish();

 private:
  using Keys = std::unordered_set<std::uint64_t>;

  std::unique_ptr<Sorter> sorter_;
  Sink& sink_;
  Keys duplicates_;
  Keys parts_;
  Keys replies_;
  Keys answered_;
};

}  // namespace guidang::relate

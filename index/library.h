// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "index/reader.h"
#include "index/record.h"

namespace guidang::index {

/// The indexes of some homes, opened as often as threads ask for them at once and opened anew when
/// a home has a newer generation: a long-running program never serves what was closed since, and
/// never fails because an old generation was removed. Safe from any thread.
class Library {
 public:
  /// Homes, in the order in which hits name them. Throws Failure when one has no index that this
  /// version can read.
  explicit Library(std::vector<std::filesystem::path> homes);
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library();

  [[nodiscard]] const std::vector<std::filesystem::path>& homes() const;

  /// Readers for one thread; given back when it goes. Each home is at its current generation at the
  /// time of `borrow` and stays so.
  class Loan {
   public:
    Loan(Loan&&) noexcept;
    Loan& operator=(Loan&&) noexcept;
    ~Loan();
    [[nodiscard]] std::span<const Reader* const> readers() const;

   private:
    friend class Library;
    struct Held;
    explicit Loan(std::unique_ptr<Held> held);
    std::unique_ptr<Held> held_;
  };

  /// Opens these classes and nothing else.
  [[nodiscard]] Loan borrow(std::span<const Access> classes);

 private:
  struct Shelf;
  std::unique_ptr<Shelf> shelf_;
};

}  // namespace guidang::index

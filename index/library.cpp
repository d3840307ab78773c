// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/library.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <compare>
#include <map>
#include <mutex>
#include <utility>

#include "pipeline/files/fd.h"

namespace guidang::index {
namespace fs = std::filesystem;
namespace {

/// Readers kept open for the next request, over all homes; each holds some files open.
constexpr std::size_t kIdle = 64;

using ClassSet = std::array<bool, kAllAccess.size()>;

/// Tells one switch of CURRENT from every other, also from that of an index made anew.
struct Edition {
  std::string name{};
  dev_t device = 0;
  ino_t inode = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  auto operator<=>(const Edition&) const = default;
};

/// What CURRENT says now; an empty edition, equal to no other, when it cannot be read.
Edition edition_of(const fs::path& index_folder) {
  Edition edition;
  const files::Fd file(::open((index_folder / "CURRENT").c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0) return edition;
  std::array<char, 64> bytes{};
  const ssize_t size = ::read(file.get(), bytes.data(), bytes.size());
  if (size <= 0) return edition;
  edition = {.name = std::string(bytes.data(), static_cast<std::size_t>(size)),
             .device = status.st_dev,
             .inode = status.st_ino,
             .seconds = status.st_mtim.tv_sec,
             .nanoseconds = status.st_mtim.tv_nsec};
  return edition;
}

}  // namespace

struct Library::Shelf {
  /// A reader and the edition seen just before it was opened: when that is still the current one,
  /// the reader shows it.
  struct Kept {
    Edition edition{};
    ClassSet classes{};
    std::unique_ptr<Reader> reader{};
  };
  struct Home {
    fs::path index{};
    std::mutex mutex{};  ///< guards idle
    std::vector<Kept> idle{};
  };

  explicit Shelf(std::vector<fs::path> paths) : homes(std::move(paths)), places(homes.size()) {
    for (std::size_t i = 0; i < homes.size(); ++i) places[i].index = homes[i] / "index";
  }

  /// An idle reader of this edition; those of others are let go.
  static std::unique_ptr<Reader> take(Home& home, const Edition& edition, const ClassSet& classes) {
    std::vector<Kept> old;  // outlives the lock: closing files takes time
    const std::lock_guard lock(home.mutex);
    const auto current = [&](const Kept& kept) { return kept.edition == edition; };
    const auto first_old = std::partition(home.idle.begin(), home.idle.end(), current);
    std::move(first_old, home.idle.end(), std::back_inserter(old));
    home.idle.erase(first_old, home.idle.end());
    const auto found = std::find_if(home.idle.begin(), home.idle.end(),
                                    [&](const Kept& kept) { return kept.classes == classes; });
    if (found == home.idle.end()) return nullptr;
    std::unique_ptr<Reader> reader = std::move(found->reader);
    home.idle.erase(found);
    return reader;
  }

  Kept lend(std::size_t number, const ClassSet& classes) {
    Home& home = places[number];
    Kept kept{.edition = edition_of(home.index), .classes = classes};
    kept.reader = take(home, kept.edition, classes);
    if (kept.reader != nullptr) return kept;
    std::vector<Access> wanted;
    for (const Access access : kAllAccess) {
      if (classes[static_cast<std::size_t>(access)]) wanted.push_back(access);
    }
    kept.reader = std::make_unique<Reader>(home.index, wanted);
    return kept;
  }

  void take_back(std::size_t number, Kept kept) {
    Home& home = places[number];
    if (kept.edition.name.empty() || edition_of(home.index) != kept.edition) return;
    const std::size_t limit = std::max<std::size_t>(1, kIdle / places.size());
    const std::lock_guard lock(home.mutex);
    if (home.idle.size() < limit) home.idle.push_back(std::move(kept));
  }

  std::vector<fs::path> homes;
  std::vector<Home> places;
};

struct Library::Loan::Held {
  explicit Held(Shelf* of) : shelf(of) {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    for (std::size_t i = 0; i < kept.size(); ++i) shelf->take_back(i, std::move(kept[i]));
  }

  Shelf* shelf;
  std::vector<Shelf::Kept> kept{};
  std::vector<const Reader*> readers{};
};

Library::Loan::Loan(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Library::Loan::Loan(Loan&&) noexcept = default;
Library::Loan& Library::Loan::operator=(Loan&&) noexcept = default;
Library::Loan::~Loan() = default;

std::span<const Reader* const> Library::Loan::readers() const { return held_->readers; }

Library::Library(std::vector<fs::path> homes) : shelf_(std::make_unique<Shelf>(std::move(homes))) {
  for (const Shelf::Home& home : shelf_->places) const Reader look(home.index, kAllAccess);
}

Library::~Library() = default;

const std::vector<fs::path>& Library::homes() const { return shelf_->homes; }

Library::Loan Library::borrow(std::span<const Access> classes) {
  ClassSet wanted{};
  for (const Access access : classes) wanted[static_cast<std::size_t>(access)] = true;
  auto held = std::make_unique<Loan::Held>(shelf_.get());
  held->kept.reserve(shelf_->places.size());
  for (std::size_t i = 0; i < shelf_->places.size(); ++i) {
    held->readers.push_back(held->kept.emplace_back(shelf_->lend(i, wanted)).reader.get());
  }
  return Loan(std::move(held));
}

}  // namespace guidang::index

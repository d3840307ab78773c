// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/files/lock.h"
#include "pipeline/files/object_store.h"
#include "pipeline/home/fonds.h"
#include "pipeline/intake.h"
#include "pipeline/register/register.h"
#include "pipeline/register/text_store.h"

namespace guidang {

/// One fonds (全宗) in one folder; the layout is in the README beside this file. Homes share
/// nothing.
class Home {
 public:
  enum class Mode : std::uint8_t {
    read,  ///< reports and search; many at a time, also while a run goes on
    write  ///< the one writer: takes the lock, or throws a Failure that names its holder
  };

  /// Makes a new home. Throws Failure when the folder exists and is not empty.
  static void init(const std::filesystem::path& given, const Fonds& fonds);
  Home(std::filesystem::path root, Mode mode);

  /// A throw-away copy of the register beside the same originals, for `--dry-run`: everything is
  /// written to `folder`, nothing to this home.
  [[nodiscard]] std::unique_ptr<Home> rehearsal(const std::filesystem::path& folder);

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] const Fonds& fonds() const { return fonds_; }
  [[nodiscard]] Register& registry() { return *register_; }
  [[nodiscard]] TextStore& texts() { return *texts_; }
  [[nodiscard]] files::ObjectStore& objects() { return *objects_; }
  /// Thread-safe.
  [[nodiscard]] ContentStore& content() { return *content_; }

  /// `organisations.xml`, the office's own table of organs, when there is one.
  [[nodiscard]] std::vector<std::filesystem::path> organ_files() const;
  /// `organisations-learnt.xml`, what a person had derived from registers, when there is one.
  [[nodiscard]] std::vector<std::filesystem::path> learnt_organ_files() const;

  [[nodiscard]] std::filesystem::path runs() const { return root_ / "runs"; }
  [[nodiscard]] std::filesystem::path lists() const { return root_ / "lists"; }
  [[nodiscard]] std::filesystem::path index() const { return root_ / "index"; }
  [[nodiscard]] std::filesystem::path bundles() const { return root_ / "bundles"; }
  [[nodiscard]] std::filesystem::path quarantine() const { return root_ / "quarantine"; }

 private:
  std::filesystem::path root_;
  std::optional<files::HomeLock> lock_;
  Fonds fonds_;
  std::unique_ptr<Register> register_;
  std::unique_ptr<TextStore> texts_;
  std::unique_ptr<files::ObjectStore> objects_;
  std::unique_ptr<ContentStore> content_;
};

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/home/home.h"

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/home/content.h"
#include "pipeline/register/commit.h"

namespace guidang {

using sqlite::Database;

namespace {

constexpr const char* kOrgans = "organisations.xml";
constexpr const char* kLearntOrgans = "organisations-learnt.xml";

/// What a killed writer left half-written. Only the holder of the lock may call it.
void sweep(const std::filesystem::path& root, files::ObjectStore& objects) {
  objects.sweep();
  const std::filesystem::path quarantined = root / "quarantine" / "objects";
  if (std::filesystem::exists(quarantined)) files::ObjectStore(quarantined).sweep();
  for (const char* name : {"index", "quarantine", "lists", "runs"}) {
    const std::filesystem::path folder = root / name;
    files::remove_leftovers(folder);
    if (!std::filesystem::is_directory(folder)) continue;
    // A folder a year, a run, a generation.
    for (const auto& inner : std::filesystem::directory_iterator(folder)) {
      if (inner.is_directory()) files::remove_leftovers(inner.path());
    }
  }
}

}  // namespace

void Home::init(const std::filesystem::path& given, const Fonds& fonds) {
  check_fonds(fonds);
  std::filesystem::path root = std::filesystem::absolute(given).lexically_normal();
  if (!root.has_filename()) root = root.parent_path();
  if (std::filesystem::exists(root) && !std::filesystem::is_empty(root)) {
    throw Failure(root.string() + " 已存在且非空 / exists and is not empty",
                  "换一个新目录 / choose a new folder for the home", ExitStatus::usage);
  }
  // The whole home appears at once: a killed init leaves nothing that looks like one.
  std::filesystem::remove(root);
  if (root.has_parent_path()) std::filesystem::create_directories(root.parent_path());
  files::AtomicFolder folder(root);
  files::write_atomically(folder.path() / "fonds.xml", fonds_text(fonds));
  for (const char* name : {"objects", "index", "quarantine", "runs", "lists", "bundles"}) {
    std::filesystem::create_directories(folder.path() / name);
  }
  Register::create(folder.path() / "register.sqlite");
  TextStore(folder.path() / "texts.sqlite", Database::Mode::create);
  folder.commit();
}

Home::Home(std::filesystem::path root, Mode mode) : root_(std::move(root)) {
  if (!std::filesystem::exists(root_ / "fonds.xml")) {
    throw Failure(
        root_.string() + " 不是全宗库：没有 fonds.xml / is not a home: it has no fonds.xml",
        "建库 / make one with: guidang init HOME --fonds CODE --name NAME", ExitStatus::usage);
  }
  const bool writes = mode == Mode::write;
  if (writes) lock_.emplace(files::HomeLock::acquire(root_ / ".lock"));
  fonds_ = read_fonds(root_ / "fonds.xml");
  const auto database_mode = writes ? Database::Mode::read_write : Database::Mode::read_only;
  register_ = std::make_unique<Register>(root_ / "register.sqlite", database_mode);
  const bool texts_there = std::filesystem::exists(root_ / "texts.sqlite");
  if (writes && !texts_there) {
    // Derived and gone: extract takes every text out of its original again. Said before the empty
    // store is made, so that a kill in between changes nothing.
    Commit commit(*register_, "texts");
    commit.forget("extract");
    commit.finish();
  }
  // A reader makes nothing: without texts it sees an empty store of its own.
  texts_ = std::make_unique<TextStore>(
      writes || texts_there ? root_ / "texts.sqlite" : std::filesystem::path(":memory:"),
      texts_there ? database_mode : Database::Mode::create);
  objects_ = std::make_unique<files::ObjectStore>(root_ / "objects");
  if (writes) sweep(root_, *objects_);
  content_ = make_content(*objects_, *texts_, quarantine());
}

std::vector<std::filesystem::path> Home::organ_files() const {
  const std::filesystem::path file = root_ / kOrgans;
  if (!std::filesystem::exists(file)) return {};
  return {file};
}

std::vector<std::filesystem::path> Home::learnt_organ_files() const {
  const std::filesystem::path file = root_ / kLearntOrgans;
  if (!std::filesystem::exists(file)) return {};
  return {file};
}

std::unique_ptr<Home> Home::rehearsal(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(root_ / "fonds.xml", folder / "fonds.xml");
  for (const std::filesystem::path& file : organ_files()) {
    std::filesystem::copy_file(file, folder / kOrgans);
  }
  for (const std::filesystem::path& file : learnt_organ_files()) {
    std::filesystem::copy_file(file, folder / kLearntOrgans);
  }
  register_->database().backup_to(folder / "register.sqlite");
  texts_->backup_to(folder / "texts.sqlite");
  auto home = std::make_unique<Home>(folder, Mode::write);
  home->content_ =
      make_content(*home->objects_, *home->texts_, home->quarantine(), root_ / "objects");
  return home;
}

}  // namespace guidang

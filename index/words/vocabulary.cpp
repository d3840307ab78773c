// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words/vocabulary.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "index/words/read_words.h"
#include "pipeline/failure.h"
#include "pipeline/home/fonds.h"
#include "pipeline/organs/load.h"

namespace guidang::index {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNational = "templates/search/synonyms.xml";
constexpr const char* kSchema = "templates/schema/search-words.rng";

/// What must be the same for homes to share their table of organs.
struct OrganSources {
  std::string profile{};
  std::vector<fs::path> files{};
  auto operator<=>(const OrganSources&) const = default;
};

class Collector {
 public:
  Collector(const fs::path& data_root, bool staff) : data_root_(data_root), staff_(staff) {}

  void national() {
    WordTable table = read_words(data_root_ / kNational, kNational, data_root_ / kSchema);
    if (const auto* flaw = std::get_if<std::string>(&table)) {
      throw Failure(*flaw, "恢复随程序提供的文件 / restore the file that came with the program",
                    ExitStatus::usage);
    }
    add(std::move(std::get<std::vector<WordGroup>>(table)));
  }

  void home(const fs::path& home) {
    std::error_code error;
    if (const fs::path own = home / kOwnWords; fs::exists(own, error)) {
      WordTable table = read_words(own, own.string(), data_root_ / kSchema);
      if (auto* flaw = std::get_if<std::string>(&table)) {
        flaws_.push_back(std::move(*flaw));
      } else {
        add(std::move(std::get<std::vector<WordGroup>>(table)));
      }
    }
    // An index may have been copied without its home.
    if (!fs::exists(home / "fonds.xml", error)) return;
    try {
      add_organs(home, read_fonds(home / "fonds.xml"));
    } catch (const Failure& failure) {
      flaws_.emplace_back(failure.what());
    }
  }

  [[nodiscard]] Synonyms synonyms() const { return Synonyms(groups_); }
  [[nodiscard]] std::vector<std::string> take_flaws() { return std::move(flaws_); }

 private:
  void add(std::vector<WordGroup> groups) {
    std::move(groups.begin(), groups.end(), std::back_inserter(groups_));
  }

  void add_organs(const fs::path& home, const Fonds& fonds) {
    OrganSources sources{fonds.profile, {}};
    organs::Local local;
    std::error_code error;
    const auto take = [&](const char* name, std::vector<fs::path>& into) {
      if (!fs::exists(home / name, error)) return;
      into.push_back(home / name);
      sources.files.push_back(home / name);
    };
    take("organisations.xml", local.files);
    if (staff_) take("organisations-learnt.xml", local.learnt);
    if (!seen_.insert(std::move(sources)).second) return;
    std::vector<organs::Flaw> flaws;
    const auto table = organs::Authority::build(
        organs::read_layers(Profile::load(data_root_, fonds.profile), local), flaws);
    for (const organs::Flaw& flaw : flaws) flaws_.push_back(flaw.text());
    add(words_of(table->organs()));
  }

  const fs::path& data_root_;
  bool staff_;
  std::set<OrganSources> seen_{};
  std::vector<WordGroup> groups_{};
  std::vector<std::string> flaws_{};
};

}  // namespace

std::shared_ptr<const Vocabulary> Vocabulary::load(const fs::path& data_root,
                                                   std::span<const fs::path> homes,
                                                   std::span<const Access> classes) {
  const bool staff = std::find(classes.begin(), classes.end(), Access::staff) != classes.end();
  Collector collector(data_root, staff);
  for (const fs::path& home : homes) collector.home(home);
  collector.national();
  auto vocabulary = std::make_shared<Vocabulary>(collector.synonyms());
  vocabulary->flaws_ = collector.take_flaws();
  return vocabulary;
}

}  // namespace guidang::index

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/organs/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/organs/read.h"

namespace guidang::organs {
namespace {

constexpr std::string_view kDataFolder = "templates/";

/// A table that lies underneath is one of the program's own, so its path stays below the data root.
bool is_own_path(const std::string& path) {
  return path.starts_with(kDataFolder) && path.find("..") == std::string::npos;
}

}  // namespace

Failure unusable(const std::vector<Flaw>& flaws) {
  constexpr std::size_t kShown = 5;
  std::string what = "机构表不能使用 / the table of organisations cannot be used";
  for (std::size_t i = 0; i < flaws.size() && i < kShown; ++i) what += "\n  " + flaws[i].text();
  if (flaws.size() > kShown) {
    what += fmt::format("\n  另有 {} 处 / {} more", flaws.size() - kShown, flaws.size() - kShown);
  }
  return Failure(what,
                 "改正后重新运行;guidang organs check FILE 列出全部 / correct it and run again; "
                 "guidang organs check FILE lists all",
                 ExitStatus::usage);
}

std::vector<Layer> read_layers(const Profile& profile, const Local& local) {
  std::vector<Layer> layers;
  const profile::Element& section = profile.section("organisations");
  Layer own = read_section(section);
  if (!own.include.empty()) {
    if (!is_own_path(own.include)) {
      throw section.flaw(fmt::format("include=\"{}\"", own.include), "templates/organisations/…");
    }
    layers.push_back(read_file(profile.data_root() / own.include, own.include));
  } else {
    layers.emplace_back();
  }
  layers.push_back(std::move(own));
  for (const std::filesystem::path& file : local.files) {
    layers.push_back(read_file(file, file.string()));
    layers.back().complete = true;
  }
  for (const std::filesystem::path& file : local.learnt) {
    layers.push_back(read_file(file, file.string()));
  }
  return layers;
}

std::shared_ptr<const Authority> load(const Profile& profile, const Local& local) {
  std::vector<Flaw> flaws;
  auto authority = Authority::build(read_layers(profile, local), flaws, local.own_name);
  if (!flaws.empty()) throw unusable(flaws);
  return authority;
}

}  // namespace guidang::organs

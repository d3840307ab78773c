// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profile/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "pipeline/files/digest.h"
#include "pipeline/profile/merge.h"
#include "pipeline/profile/read.h"

namespace guidang {
namespace {

using profile::Element;

constexpr std::string_view kProfiles = "templates/profiles";

constexpr std::array<std::string_view, 13> kSections{
    "organisations", "receive", "describe",  "relate",  "check", "appraise", "year",
    "arrange",       "number",  "catalogue", "package", "index", "deadlines"};

/// A form of codes that is named becomes its pattern, so that whoever extends either wins.
void put_pattern(const std::filesystem::path& data_root, Element& number_section) {
  const auto form = number_section.attributes.find("form");
  if (form == number_section.attributes.end()) return;
  const std::string file = "templates/numbers/" + form->second + ".xml";
  if (!profile::is_plain_name(form->second) ||
      !std::filesystem::is_regular_file(data_root / file)) {
    throw number_section.flaw(fmt::format("form=\"{}\"", form->second),
                              "一种形式，见 guidang number patterns / one of them");
  }
  number_section.attributes.insert_or_assign("pattern",
                                             profile::read(data_root, file).required("pattern"));
  number_section.attributes.erase("form");
}

/// The profile's own file, its sections from files of their own put in place.
Element read_own(const std::filesystem::path& data_root, const std::string& id) {
  const std::string folder = fmt::format("{}/{}", kProfiles, id);
  Element root = profile::read(data_root, folder + "/profile.xml");
  if (root.name != "profile") throw root.flaw(fmt::format("<{}>", root.name), "<profile>");
  if (root.required("id") != id) {
    throw root.flaw(fmt::format("id=\"{}\"", root.required("id")),
                    fmt::format("id=\"{}\", the name of its folder", id));
  }
  for (Element& section : root.children) {
    if (!section.has("file")) continue;
    const std::string& file = section.required("file");
    if (!profile::is_plain_name(file)) {
      throw section.flaw(fmt::format("file=\"{}\"", file), "the name of a file in this folder");
    }
    Element own = profile::read(data_root, folder + "/" + file);
    if (own.name != section.name) {
      throw own.flaw(fmt::format("<{}>", own.name), fmt::format("<{}>", section.name));
    }
    section = std::move(own);
  }
  for (Element& section : root.children) {
    if (section.name == "number") put_pattern(data_root, section);
  }
  return root;
}

}  // namespace

Profile Profile::load(const std::filesystem::path& data_root, std::string_view id) {
  if (!profile::is_plain_name(id) ||
      !std::filesystem::is_regular_file(data_root / kProfiles / std::string{id} / "profile.xml")) {
    throw Failure(fmt::format("规则集“{}”不存在 / there is no profile '{}'", id, id),
                  fmt::format("现有规则集 / there are: {}", fmt::join(list(data_root), ", ")),
                  ExitStatus::usage);
  }
  Profile result;
  result.data_root_ = data_root;
  std::vector<Element> chain;
  for (std::string next{id}; !next.empty();) {
    const auto& lineage = result.lineage_;
    if (std::find(lineage.begin(), lineage.end(), next) != lineage.end()) {
      throw chain.back().flaw(fmt::format("extends=\"{}\", which extends this one", next),
                              "a chain of profiles that ends");
    }
    if (!chain.empty() &&
        !std::filesystem::is_regular_file(data_root / kProfiles / next / "profile.xml")) {
      throw chain.back().flaw(fmt::format("extends=\"{}\"", next),
                              fmt::format("one of: {}", fmt::join(list(data_root), ", ")));
    }
    chain.push_back(read_own(data_root, next));
    result.lineage_.push_back(next);
    next = std::string{chain.back().attribute("extends")};
  }
  const Element& own = chain.front();
  result.id_ = own.required("id");
  result.version_ = own.required("version");
  result.title_zh_ = std::string{own.in("title", "zh")};
  result.title_en_ = std::string{own.in("title", "en")};
  for (auto level = chain.rbegin(); level != chain.rend(); ++level) {
    for (Element& section : level->children) {
      if (section.name == "title") continue;
      const auto it = result.sections_.find(section.name);
      if (it == result.sections_.end()) {
        result.sections_.emplace(section.name, std::move(section));
      } else {
        it->second = profile::lay_over(it->second, std::move(section));
      }
    }
  }
  for (auto& [name, section] : result.sections_) section = profile::settle(std::move(section));
  for (const std::string_view name : kSections) {
    Element none{.name = std::string{name}, .file = own.file};
    result.sections_.try_emplace(std::string{name}, std::move(none));
  }
  return result;
}

std::vector<std::string> Profile::list(const std::filesystem::path& data_root) {
  std::vector<std::string> ids;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data_root / kProfiles, error)) {
    if (std::filesystem::is_regular_file(entry.path() / "profile.xml")) {
      ids.push_back(entry.path().filename().string());
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

bool Profile::has_section(std::string_view name) const { return section(name).line != 0; }

const Element& Profile::section(std::string_view name) const {
  const auto it = sections_.find(name);
  if (it == sections_.end()) {
    throw std::logic_error(fmt::format("no profile section is called '{}'", name));
  }
  return it->second;
}

std::string Profile::section_digest(std::string_view name) const {
  return files::sha256_hex(section(name).canonical());
}

std::string Profile::file_digest(std::string_view path) const {
  return files::digest_file(data_root_ / path).sha256;
}

}  // namespace guidang

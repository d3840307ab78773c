// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/assets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

namespace guidang::web {
namespace {

const Asset* find(std::string_view name) {
  const auto found = std::ranges::find(all_assets(), name, &Asset::name);
  return found == all_assets().end() ? nullptr : &*found;
}

std::string source_of(const std::string& path) {
  std::ifstream file(std::string(GUIDANG_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Assets, AreTheFilesOfTheTemplatesByteForByte) {
  for (const char* name :
       {"site.css", "search.css", "record.css", "print.css", "site.js", "icon.svg"}) {
    const Asset* asset = find(name);
    ASSERT_NE(asset, nullptr) << name;
    EXPECT_EQ(asset->bytes, source_of(std::string("templates/web/") + name)) << name;
  }
}

TEST(Assets, LoadNothingFromElsewhere) {
  for (const Asset& asset : all_assets()) {
    if (!asset.type.starts_with("text/css")) continue;
    EXPECT_EQ(asset.bytes.find("url("), std::string_view::npos) << asset.name;
    EXPECT_EQ(asset.bytes.find("@import"), std::string_view::npos) << asset.name;
  }
}

TEST(Assets, BringTheLicenceOfEachShippedPackage) {
  const Asset* licences = find("licences.txt");
  ASSERT_NE(licences, nullptr);
  const auto lock = nlohmann::json::parse(source_of("index/web/front/package-lock.json"));
  for (const auto& [path, package] : lock.at("packages").items()) {
    if (path.empty() || package.value("dev", false)) continue;
    const std::string name = path.substr(std::string("node_modules/").size());
    const std::string line = name + " " + package.at("version").get<std::string>();
    EXPECT_NE(licences->bytes.find(line), std::string_view::npos) << line;
    EXPECT_TRUE(package.contains("integrity")) << name;
  }
}

TEST(Assets, HaveAVersion) {
  EXPECT_EQ(assets_version().size(), 16u);
  EXPECT_EQ(assets_version().find_first_not_of("0123456789abcdef"), std::string_view::npos);
}

}  // namespace
}  // namespace guidang::web

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/meta/source_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace guidang::test {
namespace {

namespace fs = std::filesystem;

constexpr std::array kFolders{"cmake",     "index",   "pipeline", "stages",
                              "templates", "samples", "tests"};
constexpr std::array<std::string_view, 14> kTextEndings{".h",    ".cpp",  ".in",  ".sql",  ".py",
                                                        ".sh",   ".md",   ".txt", ".xml",  ".rng",
                                                        ".html", ".json", ".tsv", ".cmake"};

bool is_data(std::string_view path) {
  const bool page = path.ends_with("README.md");
  return !page && (path.starts_with("samples/") || path.starts_with("tests/fuzz/corpus/"));
}

bool is_text(std::string_view path) {
  return std::any_of(kTextEndings.begin(), kTextEndings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

SourceFile read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {.path = path.lexically_relative(source_root()).generic_string(),
          .text = std::string(std::istreambuf_iterator<char>(in), {})};
}

std::vector<SourceFile> read_tree() {
  std::vector<SourceFile> files;
  const auto take = [&](const fs::directory_entry& entry) {
    const std::string path = entry.path().lexically_relative(source_root()).generic_string();
    if (entry.is_regular_file() && is_text(path) && !is_data(path)) {
      files.push_back(read(entry.path()));
    }
  };
  for (const auto& entry : fs::directory_iterator(source_root())) take(entry);
  for (const char* folder : kFolders) {
    for (const auto& entry : fs::recursive_directory_iterator(source_root() / folder)) take(entry);
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace

bool SourceFile::in(std::string_view folder) const {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string SourceFile::folder() const {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

fs::path source_root() { return fs::path(GUIDANG_SOURCE_DIR); }

const std::vector<SourceFile>& source_tree() {
  static const std::vector<SourceFile> kTree = read_tree();
  return kTree;
}

std::string read_source(std::string_view path) {
  EXPECT_TRUE(fs::exists(source_root() / path)) << path << " is not there";
  return read(source_root() / path).text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string room_of(const SourceFile& file) {
  const std::string folder = file.folder();
  const std::size_t second = folder.find('/', folder.find('/') + 1);
  return folder.find('/') == std::string::npos ? folder : folder.substr(0, second);
}

}  // namespace guidang::test

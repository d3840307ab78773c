// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom, as pipeline/README.md and cmake/Packages.cmake say.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/unit/meta/source_tree.h"

namespace guidang::test {
namespace {

struct Include {
  std::string path{};
  bool own = false;  ///< in quotation marks
};

std::vector<Include> includes_of(const SourceFile& file) {
  constexpr std::string_view kWord = "#include ";
  std::vector<Include> includes;
  for (const std::string& line : lines_of(file.text)) {
    if (!line.starts_with(kWord) || line.size() < kWord.size() + 2) continue;
    const bool own = line[kWord.size()] == '"';
    const std::size_t begin = kWord.size() + 1;
    const std::size_t end = line.find(own ? '"' : '>', begin);
    includes.push_back({.path = line.substr(begin, end - begin), .own = own});
  }
  return includes;
}

bool is_of(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
}

bool is_pipeline(std::string_view path) {
  return is_of(path, "pipeline") && !is_of(path, "pipeline/cli");
}

/// True when the layers allow this file of the product to include that one.
bool may_include(const SourceFile& file, std::string_view path) {
  if (file.in("pipeline/cli")) return true;
  if (file.in("pipeline")) return is_pipeline(path);
  if (file.in("index")) return is_pipeline(path) || is_of(path, "index");
  const std::string room = room_of(file);
  if (room == "stages") return is_pipeline(path) || is_of(path, "stages");
  if (is_of(room, "stages")) {
    return is_pipeline(path) || is_of(path, room) ||
           (room == "stages/index" && is_of(path, "index"));
  }
  return file.in("tests") && !is_of(path, "pipeline/cli");
}

TEST(Includes, StartAtTheRoot) {
  for (const SourceFile& file : source_tree()) {
    if (!file.is_cpp()) continue;
    for (const Include& include : includes_of(file)) {
      if (!include.own) continue;
      EXPECT_TRUE(std::filesystem::exists(source_root() / include.path))
          << file.path << " includes \"" << include.path << '"';
    }
  }
}

TEST(Includes, StayInTheirLayer) {
  for (const SourceFile& file : source_tree()) {
    if (!file.is_cpp()) continue;
    for (const Include& include : includes_of(file)) {
      if (!include.own) continue;
      EXPECT_TRUE(may_include(file, include.path))
          << file.path << " must not include " << include.path;
    }
  }
}

/// How the headers of a library begin, by its name in Packages.cmake.
struct Library {
  std::string_view package{};
  std::vector<std::string_view> headers{};
};

const std::array kLibraries{
    Library{"Poco", {"Poco/"}},
    Library{"LibXml2", {"libxml/"}},
    Library{"LibXslt", {"libxslt/", "libexslt/"}},
    Library{"OpenSSL", {"openssl/"}},
    Library{"SQLite3", {"sqlite3"}},
    Library{"ICU", {"unicode/"}},
    Library{"nlohmann_json", {"nlohmann/"}},
    Library{"fmt", {"fmt/"}},
    Library{"CLI11", {"CLI/"}},
    Library{"LIBZIP", {"zip.h", "zipconf.h"}},
    Library{"UCHARDET", {"uchardet"}},
    Library{"LIBGSF", {"gsf/", "glib"}},
    Library{"ZLIB", {"zlib.h", "zconf.h"}},
    Library{"ARCHIVE", {"archive.h", "archive_entry.h"}},
    Library{"GMIME", {"gmime/"}},
    Library{"XAPIAN", {"xapian"}},
    Library{"ZLIB", {"zlib.h"}},
    Library{"POPPLER", {"poppler/"}},
    Library{"TESSERACT", {"tesseract/"}},
    Library{"LEPTONICA", {"leptonica/"}},
    Library{"PANGO", {"pango/", "cairo", "fontconfig/"}},
    Library{"XLSXWRITER", {"xlsxwriter"}},
};

/// What the comment beside the package says: a folder, one for each component, or "anywhere".
std::vector<std::string> owners_of(std::string_view package) {
  for (const std::string& line : lines_of(read_source("cmake/Packages.cmake"))) {
    const std::size_t open = line.find('(');
    const std::size_t mark = line.find("# ");
    if (open == std::string::npos || mark == std::string::npos || mark < open) continue;
    const std::string name = line.substr(open + 1, line.find_first_of(" )", open) - open - 1);
    if (name != package) continue;
    std::vector<std::string> owners;
    const std::string list = line.substr(mark + 2, line.find(':', mark) - mark - 2);
    for (std::size_t at = 0; at < list.size();) {
      const std::size_t end = std::min(list.find(", ", at), list.size());
      owners.push_back(list.substr(at, end - at));
      at = end + 2;
    }
    return owners;
  }
  return {};
}

TEST(Libraries, AllHaveAnOwner) {
  for (const Library& library : kLibraries) {
    const std::vector<std::string> owners = owners_of(library.package);
    EXPECT_FALSE(owners.empty()) << library.package;
    for (const std::string& owner : owners) {
      EXPECT_TRUE(owner == "anywhere" || std::filesystem::is_directory(source_root() / owner))
          << library.package << ": '" << owner << "'";
    }
  }
}

TEST(Libraries, AreAllKnownHere) {
  for (const std::string& line : lines_of(read_source("cmake/Packages.cmake"))) {
    const bool finds = line.starts_with("find_package(") || line.starts_with("pkg_check_modules(");
    if (!finds || line.find("# ") == std::string::npos) continue;
    const std::size_t open = line.find('(');
    const std::string name = line.substr(open + 1, line.find_first_of(" )", open) - open - 1);
    bool known = false;
    for (const Library& library : kLibraries) known = known || library.package == name;
    EXPECT_TRUE(known) << name << " has no row in " << __FILE__;
  }
}

TEST(Libraries, StayWithTheirOwner) {
  for (const Library& library : kLibraries) {
    const std::vector<std::string> owners = owners_of(library.package);
    if (owners == std::vector<std::string>{"anywhere"}) continue;
    for (const SourceFile& file : source_tree()) {
      const bool owned = std::any_of(owners.begin(), owners.end(),
                                     [&](const std::string& owner) { return file.in(owner); });
      if (!file.is_cpp() || file.in("tests") || owned) continue;
      for (const Include& include : includes_of(file)) {
        for (const std::string_view header : library.headers) {
          EXPECT_FALSE(!include.own && include.path.starts_with(header))
              << file.path << " includes " << include.path << ", which belongs to "
              << owners.front();
        }
      }
    }
  }
}

}  // namespace
}  // namespace guidang::test

// SPDX-License-Identifier: GPL-3.0-or-later
// encodings FOLDER...: files decoded right, by encoding. The encoding is the name of a file's
// folder or, where that is none (a language), of the file; right means the same text as iconv gives
// with that name.
#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/text/decode.h"

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Folder names carry a language behind the encoding: iso-8859-2-croatian.
std::string encoding_of(std::string name) {
  for (auto dash = name.rfind('-'); dash != name.npos && name.find_first_of("0123456789") < dash;
       dash = name.rfind('-')) {
    if (std::isdigit(static_cast<unsigned char>(name[dash + 1])) != 0) break;
    name.resize(dash);
  }
  return name;
}

bool is_encoding(const std::string& name) {
  const iconv_t handle = iconv_open("UTF-8", name.c_str());
  const bool known = handle != reinterpret_cast<iconv_t>(-1);
  if (known) iconv_close(handle);
  return known;
}

/// As the file's folder is called, else as the file itself: zh/big5.txt, ko/utf-16.le.
std::string label_of(const fs::path& path) {
  const std::string folder = path.parent_path().filename().string();
  if (is_encoding(encoding_of(folder))) return folder;
  const std::string extension = path.extension().string();
  std::string stem = path.stem().string();
  if (extension == ".le" || extension == ".be") stem += extension.substr(1);
  return is_encoding(stem) ? stem : folder;
}

std::optional<std::string> expected(const std::string& bytes, const std::string& encoding) {
  const iconv_t handle = iconv_open("UTF-8", encoding.c_str());
  if (handle == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string text(bytes.size() * 4 + 16, '\0');
  char* in = const_cast<char*>(bytes.data());
  char* out = text.data();
  std::size_t left = bytes.size();
  std::size_t room = text.size();
  const bool clean = iconv(handle, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
  iconv_close(handle);
  if (!clean) return std::nullopt;
  text.resize(text.size() - room);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

struct Tally {
  int right = 0;
  int wrong = 0;
  int no_truth = 0;
  std::vector<std::string> misses;
};

bool is_ours(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return name.starts_with("utf") || name.starts_with("gb") || name.starts_with("big5") ||
         name == "ascii";
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, Tally> tallies;
  std::size_t bytes_seen = 0;
  std::chrono::duration<double> spent{};
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      const std::string folder = label_of(entry.path());
      const std::string bytes = read(entry.path());
      Tally& tally = tallies[folder];
      // The tables of GB2312 and GB18030 disagree about · and —; the newer one is the truth.
      const std::string encoding = encoding_of(folder);
      const auto truth = expected(bytes, encoding == "GB2312" ? "GB18030" : encoding);
      const auto start = std::chrono::steady_clock::now();
      const auto decoded = guidang::text::decode(bytes);
      spent += std::chrono::steady_clock::now() - start;
      bytes_seen += bytes.size();
      if (!truth) {
        ++tally.no_truth;
      } else if (decoded.text == *truth) {
        ++tally.right;
      } else {
        ++tally.wrong;
        tally.misses.push_back(entry.path().filename().string() + " as " + decoded.encoding);
      }
    }
  }
  for (const bool ours : {true, false}) {
    Tally all;
    fmt::print("{}\n", ours ? "UTF-*, GB*, Big5, ASCII" : "others");
    for (const auto& [folder, tally] : tallies) {
      if (is_ours(folder) != ours) continue;
      fmt::print("  {:24} {:3} right {:3} wrong {:3} without truth", folder, tally.right,
                 tally.wrong, tally.no_truth);
      for (const auto& miss : tally.misses) fmt::print("{} {}", ours ? "\n     " : ",", miss);
      fmt::print("\n");
      all.right += tally.right;
      all.wrong += tally.wrong;
    }
    fmt::print("  {} of {}\n", all.right, all.right + all.wrong);
  }
  fmt::print("{} bytes in {:.2f} s\n", bytes_seen, spent.count());
}

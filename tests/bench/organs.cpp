// SPDX-License-Identifier: GPL-3.0-or-later
// bench_organs [N]: a made-up table of N organs (100,000) is read, laid and asked.
#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "pipeline/organs/authority.h"
#include "pipeline/organs/read.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Counties of forty departments each, all of one province.
std::string made_up(std::size_t count) {
  constexpr std::string_view kHan =
      "东西南北中上下左右金木水火土青红蓝白黑大小长短高低新老春夏秋冬";
  constexpr std::size_t kBytes = 3;
  constexpr std::size_t kDepartments = 40;
  const std::size_t letters = kHan.size() / kBytes;
  const auto name = [&](std::size_t n) {
    std::string text;
    for (int i = 0; i < 3; ++i, n /= letters) text += kHan.substr(n % letters * kBytes, kBytes);
    return text;
  };
  std::string xml = "<organisations><organisation id=\"p\" name=\"云岭省人民政府\"/>";
  for (std::size_t i = 1; i < count; ++i) {
    const std::string county = name(i / kDepartments + 7) + "县";
    if (i % kDepartments == 1) {
      xml +=
          fmt::format("<organisation id=\"{}\" name=\"{}人民政府\" parent=\"p\"/>", county, county);
    }
    const std::string trade = name(i % kDepartments * 97 + 1);
    xml += fmt::format(
        "<organisation id=\"o{}\" name=\"{}{}局\" parent=\"{}\"><short>{}{}</short>"
        "<alias>县{}局</alias><code>{}发{}</code></organisation>",
        i, county, trade, county, county, trade, trade, county, i);
  }
  return xml + "</organisations>";
}

}  // namespace

int main(int argc, char** argv) {
  namespace organs = guidang::organs;
  const std::size_t count = argc > 1 ? std::stoul(argv[1]) : 100'000;
  const std::string xml = made_up(count);
  Clock::time_point start = Clock::now();
  organs::Layer layer = organs::read_bytes(xml, "made up");
  std::cout << fmt::format("read    {} organs, {} MiB  {:.2f} s\n", layer.organs.size(),
                           xml.size() >> 20U, seconds_since(start));
  start = Clock::now();
  std::vector<organs::Flaw> flaws;
  const auto table = organs::Authority::build({organs::Layer{}, std::move(layer)}, flaws);
  std::cout << fmt::format("build   {} flaws  {:.2f} s\n", flaws.size(), seconds_since(start));
  for (std::size_t i = 0; i < flaws.size() && i < 3; ++i) std::cout << flaws[i].text() << '\n';

  start = Clock::now();
  std::size_t found = 0;
  for (const organs::Organ& organ : table->organs()) {
    found += table->find(organ.names.front().text).organ == nullptr ? 0U : 1U;
  }
  std::cout << fmt::format("find    {} of {}  {:.2f} µs each\n", found, table->organs().size(),
                           seconds_since(start) * 1e6 / static_cast<double>(count));

  start = Clock::now();
  std::size_t near = table->nearest("云岭省人民政肤", 3).size();
  std::cout << fmt::format("nearest {}, with its index  {:.2f} s\n", near, seconds_since(start));
  start = Clock::now();
  constexpr std::size_t kAsked = 200;
  for (std::size_t i = 0; i < kAsked; ++i) {
    std::string name = table->organs()[i * 7 % count].names.front().text;
    name.replace(0, 3, "误");
    near += table->nearest(name, 3).size();
  }
  std::cout << fmt::format("nearest {}  {:.2f} ms each\n", near,
                           seconds_since(start) * 1e3 / static_cast<double>(kAsked));
  return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz.h"

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> inputs;
  for (int i = 1; i < argc; ++i) {
    std::ranges::copy(std::filesystem::directory_iterator{argv[i]},
                      std::filesystem::directory_iterator{}, std::back_inserter(inputs));
  }
  std::ranges::sort(inputs);
  for (const auto& input : inputs) {
    std::ifstream in{input, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    std::cout << input.filename().string() << std::endl;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  return inputs.empty() ? 1 : 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/numbers/numbers_bench.h"

#include <exception>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() >= 2 && arguments[0] == "registry") {
      const int sample = arguments.size() > 3 ? std::stoi(arguments[3]) : 0;
      bench::measure_registry(arguments[1], arguments.size() > 2 ? std::stoull(arguments[2]) : 1,
                              sample);
    } else if (arguments.size() == 3 && arguments[0] == "own") {
      bench::measure_own_numbers(arguments[1], arguments[2]);
    } else if (arguments.size() == 2 && arguments[0] == "codes") {
      bench::list_codes(arguments[1]);
    } else {
      std::cerr << "usage: numbers_bench registry FILE [SEED COUNT] | own LABELS FOLDER"
                   " | codes FOLDER\n";
      return 2;
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 3;
  }
  return 0;
}

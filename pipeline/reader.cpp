// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/reader.h"

namespace guidang {

std::vector<StyleRun> style_runs(const std::vector<LineStyle>& styles) {
  std::vector<StyleRun> runs;
  for (const LineStyle& style : styles) {
    if (runs.empty() || runs.back().style != style) runs.push_back({0, style});
    ++runs.back().count;
  }
  return runs;
}

std::map<std::string, std::string> tags_of(const Extraction& extraction) {
  std::map<std::string, std::string> tags;
  for (const auto& [name, value] : extraction.properties) {
    if (name.starts_with(kTagPrefix)) tags.emplace(name.substr(kTagPrefix.size()), value);
  }
  return tags;
}

Extraction Reader::tables(int /*fd*/, std::string_view /*name*/) {
  return {.state = TextState::no_reader, .format = "unknown"};
}

MemberContent Reader::member(int /*fd*/, std::string_view /*name*/, std::uint32_t /*index*/) {
  return {.reason = "no reader"};
}

}  // namespace guidang

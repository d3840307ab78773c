// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "pipeline/text/document_number.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

constexpr std::size_t kMostCited = 200;
constexpr std::string_view kSign = "号";
constexpr std::size_t kTail = 120;  // bytes of a line that may hold the first half of a number

// Whether a line ends inside a number: 凤政办发〔2023〕 / 6号.
std::string_view open_number(std::string_view text) {
  const std::size_t from = text.size() > kTail ? text.size() - kTail : 0;
  std::string_view tail = text.substr(from);
  std::size_t bracket = std::string_view::npos;
  for (const std::string_view open : {"〔", "［", "[", "【"}) {
    const std::size_t at = tail.rfind(open);
    if (at != std::string_view::npos && (bracket == std::string_view::npos || at > bracket)) {
      bracket = at;
    }
  }
  if (bracket == std::string_view::npos || contains(tail.substr(bracket), "号")) return {};
  // Not to start inside a character.
  while (!tail.empty() && (static_cast<unsigned char>(tail.front()) & 0xC0U) == 0x80U) {
    tail.remove_prefix(1);
  }
  return tail;
}

}  // namespace

void find_citations(const Reading& reading, Candidates& out) {
  Candidate cited{"cited_numbers", {}, {}, 0.85, {}};
  std::set<std::string> seen;
  for (const Candidate& own : out.list) {
    if (own.field == "document_number") seen.insert(own.values.front());
  }
  std::string_view open;
  for (std::size_t i = 0; i < reading.lines.size() && i < reading.zones.main_end; ++i) {
    const Line& line = reading.lines[i];
    if (line.furniture) continue;
    const std::size_t sign = line.text.find(kSign);
    std::string joined;
    if (!open.empty() && sign < kTail)
      joined = std::string{open}.append(line.text, 0, sign + kSign.size());
    open = open_number(line.text);
    const auto take = [&](std::string_view text) {
      for (const text::FoundNumber& number :
           text::find_document_numbers(text, reading.settings->codes)) {
        // A bare ordinal (第3号) points to nothing that could be found again.
        if (number.suggested || number.value.code.empty()) continue;
        std::string value = number.value.to_text();
        if (cited.values.size() >= kMostCited || !seen.insert(value).second) continue;
        if (cited.source.empty()) cited.source = line.place();
        cited.values.push_back(std::move(value));
      }
    };
    if (sign == std::string_view::npos) continue;
    if (!joined.empty()) take(joined);
    take(line.text);
  }
  if (!cited.values.empty()) out.list.push_back(std::move(cited));
}

}  // namespace guidang::describe

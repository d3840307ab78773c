// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pipeline/text/secrecy_mark.h"
#include "pipeline/text/urgency.h"
#include "pipeline/text/utf8.h"
#include "stages/describe/elements.h"
#include "stages/describe/scan.h"

namespace guidang::describe {
namespace {

// The text of the head, lines as they are: marks hide in gaps between blanks.
std::string head_of(const Reading& reading) {
  std::string head;
  std::size_t seen = 0;
  for (const Line& line : reading.lines) {
    if (seen++ == text::kHeadLines || head.size() > kFlatBytes) break;
    head += line.text.substr(0, kFlatBytes);
    head += '\n';
  }
  return head;
}

std::vector<std::string> names_of(std::string_view flat, std::string_view text) {
  // 李 四: a blank inside a name of two characters is typesetting.
  std::vector<std::string> names;
  std::string name;
  const auto take = [&] {
    if (!name.empty()) names.push_back(name);
    name.clear();
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const char32_t c = text::next(text, pos);
    const bool mark = c == U'、' || c == U',' || c == U'，' || c == U';' || c == U'；';
    if (mark || (text::is_blank(c) && text::length(name) > 1)) {
      take();
    } else if (!text::is_blank(c)) {
      name.append(text, at, pos - at);
    }
  }
  take();
  if (names.empty() && !flat.empty()) names.emplace_back(flat);
  return names;
}

void find_signers(const Reading& reading, Candidates& out) {
  constexpr std::size_t kLongest = 300;
  for (const std::size_t i : reading.zones.signers) {
    const Line& line = reading.lines[i];
    constexpr std::string_view kSigner = "签发人";
    std::size_t at = line.text.find(kSigner);
    std::string_view rest = at == std::string_view::npos ? std::string_view{line.flat} : line.text;
    at = rest.find(kSigner);
    if (at == std::string_view::npos) continue;
    rest = text::trim(rest.substr(at + kSigner.size()));
    constexpr auto kColon = std::to_array<std::string_view>({":", "："});
    rest = text::trim(rest.substr(starting(rest, kColon)));
    if (rest.empty() || rest.size() > kLongest) continue;
    Candidate signer{"signer", names_of({}, rest), line.place(), 0.9, {}};
    if (!signer.values.empty()) out.list.push_back(std::move(signer));
  }
}

}  // namespace

void find_marks(const Reading& reading, Candidates& out) {
  const std::string head = head_of(reading);
  const auto place_of = [&](std::size_t line) {
    return line > 0 && line <= reading.lines.size() ? reading.lines[line - 1].place()
                                                    : std::string{"1:1"};
  };
  if (const auto found = text::find_head_mark(head)) {
    const std::string place = place_of(found->line);
    out.add("secrecy", std::string{text::to_text(found->mark.level)}, place, 0.9);
    if (found->mark.has_term) out.add("secrecy_term", found->mark.term, place, 0.9);
  }
  if (const auto urgency = text::find_head_urgency(head)) {
    std::string place = "1:1";
    for (const Line& line : reading.lines) {
      if (!contains(line.text, urgency->original)) continue;
      place = line.place();
      break;
    }
    out.add("urgency", urgency->term, place, 0.9, urgency->original);
  }
  for (const std::size_t i : reading.zones.marks) {
    const Line& line = reading.lines[i];
    if (!is_copy_number(line.flat)) continue;
    constexpr auto kLabels = std::to_array<std::string_view>({"份号:", "份号", "No.", "NO."});
    const std::string_view number =
        std::string_view{line.flat}.substr(starting(line.flat, kLabels));
    out.add("copy_number", std::string{number}, line.place(), 0.85);
    break;
  }
  find_signers(reading, out);
}

}  // namespace guidang::describe

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "pipeline/text/utf8.h"
#include "stages/describe/scan.h"
#include "stages/describe/subtype.h"
#include "stages/describe/title_block.h"

namespace guidang::describe {
namespace {

struct Sent {
  std::vector<std::string> titles{};
  std::string place{};
};

// 现将《甲办法》《乙办法》印发给你们: titles behind 将 and before the verb.
Sent sent_in_body(const Reading& reading) {
  constexpr std::size_t kFirstLines = 4;
  constexpr auto kTakes = std::to_array<std::string_view>({"现将《", "现把《", "同意，现将《"});
  constexpr auto kSends = std::to_array<std::string_view>({"印发", "转发", "批转", "发给", "发布"});
  const std::vector<Line>& lines = reading.lines;
  std::size_t seen = 0;
  for (std::size_t i = reading.zones.body; i < lines.size() && seen < kFirstLines; ++i) {
    if (lines[i].furniture) continue;
    ++seen;
    const std::string_view text = lines[i].text;
    std::size_t at = std::string_view::npos;
    std::size_t mark = 0;
    for (const std::string_view word : kTakes) {
      const std::size_t found = text.find(word);
      if (found < at) {
        at = found;
        mark = found + word.size() - std::string_view{"《"}.size();
      }
    }
    if (at == std::string_view::npos) continue;
    std::string_view rest = text.substr(mark);
    rest = rest.substr(0, rest.find("。"));
    const std::size_t close = rest.rfind("》");
    if (close == std::string_view::npos) continue;
    // What is sent ends at the verb behind its marks: further marks are only spoken of.
    std::size_t verb = std::string_view::npos;
    std::size_t depth_end = rest.find("》");
    while (depth_end != std::string_view::npos && verb == std::string_view::npos) {
      const std::string_view behind = rest.substr(depth_end);
      const std::size_t next = behind.find("《");
      const std::string_view between = behind.substr(0, next);
      for (const std::string_view word : kSends) {
        const std::size_t found = between.find(word);
        if (found != std::string_view::npos) verb = std::min(verb, depth_end + found);
      }
      depth_end = rest.find("》", depth_end + 1);
    }
    if (verb == std::string_view::npos) continue;
    std::vector<std::string> titles = marked_titles(rest.substr(0, verb));
    if (!titles.empty()) return {std::move(titles), lines[i].place()};
  }
  return {};
}

// The heading of the text that follows the signature, when it is one of those titles or the end of
// one: what is forwarded bears its title without its organ.
void find_headings(const Reading& reading, const std::vector<std::string>& titles,
                   Candidates& out) {
  constexpr std::size_t kNear = 14;
  constexpr std::size_t kMostLines = 4;
  constexpr std::size_t kTelling = 18;  // bytes
  const Zones& zones = reading.zones;
  if (!zones.sign_off.date || titles.size() != 1) return;
  const std::string wanted = flatten(titles.front(), kFlatBytes);
  const std::vector<Line>& lines = reading.lines;
  for (std::size_t i = zones.main_end; i < lines.size() && i < zones.main_end + kNear; ++i) {
    if (lines[i].furniture) continue;
    std::string joined;
    for (std::size_t n = i; n < lines.size() && n < i + kMostLines; ++n) {
      if (lines[n].furniture) continue;
      joined += lines[n].flat;
      if (joined.size() > wanted.size()) break;
      if (joined.size() < kTelling || !wanted.ends_with(joined)) continue;
      out.list.push_back({"inner_title", titles, lines[i].place(), 0.85, lines[i].flat, false, {}});
      return;
    }
  }
}

}  // namespace

void find_sent(const Reading& reading, const Description& settled, Candidates& out) {
  const Field* title = settled.find("title");
  if (title == nullptr) return;
  const std::string& words = title->values.front();
  const std::string type = type_of_title(words).value_or(std::string{settled.value("doctype")});
  out.add("subtype", std::string{subtype_of(words, type)}, "derived", title->confidence);
  const InnerTitles inner = inner_titles(words);
  // A title cut out of a sentence is a guess about where it begins and ends.
  constexpr double kCut = 0.75;
  if (!inner.titles.empty()) {
    out.list.push_back({"inner_title",
                        inner.titles,
                        "derived",
                        title->confidence * (inner.marked ? 1.0 : kCut),
                        {},
                        false,
                        {}});
  }
  Sent sent;
  if (title->source != "file name" && sends_text(words)) sent = sent_in_body(reading);
  if (!sent.titles.empty()) {
    out.list.push_back({"inner_title", sent.titles, sent.place, 0.85, {}, false, {}});
  }
  find_headings(reading, inner.titles.empty() ? sent.titles : inner.titles, out);
}

}  // namespace guidang::describe

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/files/fd.h"
#include "pipeline/technical.h"
#include "pipeline/text/decode.h"
#include "pipeline/text/utf8.h"
#include "pipeline/xml/reader.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/encoding.h"

namespace guidang::extract {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// The declaration at the beginning, without `<?xml` and `?>`; empty when there is none.
std::string_view declaration(std::string_view text) {
  constexpr std::string_view kStart = "<?xml";
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t end = text.substr(0, 1024).find("?>");
  if (!text.starts_with(kStart) || end == std::string_view::npos) return {};
  return text.substr(kStart.size(), end - kStart.size());
}

std::string_view value_of(std::string_view declaration, std::string_view name) {
  const std::size_t at = declaration.find(name);
  if (at == std::string_view::npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  return declaration.substr(open + 1, close - open - 1);
}

/// Takes away, in place and keeping lines, a document type declaration before the root: nothing is
/// fetched or expanded on its account, and a text that uses an entity of it is refused.
bool blank_doctype(std::string& text) {
  constexpr std::string_view kStart = "<!DOCTYPE";
  const std::size_t root = text.find(kStart);
  if (root == std::string::npos) return false;
  // Before it only comments and instructions may stand; behind a tag it is no declaration.
  for (std::size_t at = text.find('<'); at < root; at = text.find('<', at + 1)) {
    if (text[at + 1] != '?' && text[at + 1] != '!') return false;
  }
  char quote = '\0';
  bool inside = false;
  for (std::size_t at = root; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[' || c == ']') {
      inside = c == '[';
    } else if (c == '>' && !inside) {
      const auto from = text.begin() + static_cast<std::ptrdiff_t>(root);
      std::replace_if(
          from, from + static_cast<std::ptrdiff_t>(at + 1 - root), [](char d) { return d != '\n'; },
          ' ');
      return true;
    }
  }
  return false;
}

/// Each element that holds text directly makes a line, with whatever elements stand within that
/// text. Only the text behind its first child shows that an element is one of these, so the line
/// ends that its children made are taken back then.
class Lines {
 public:
  explicit Lines(std::uint64_t most) : most_(most) {}

  void start() {
    if (!levels_.empty() && !levels_.back().mixed) break_line();
    levels_.emplace_back();
  }

  void end() {
    levels_.pop_back();
    if (!levels_.empty() && !levels_.back().mixed) break_line();
  }

  void text(std::string_view text) {
    if (levels_.empty()) return;
    Level& level = levels_.back();
    const bool blank = text.find_first_not_of(kBlanks) == std::string_view::npos;
    if (blank && !level.mixed) return;
    if (!level.mixed) {
      level.mixed = true;
      take_back(level);
    }
    if (text_.size() + text.size() > most_) full_ = true;
    if (!full_) text_ += text;
  }

  [[nodiscard]] bool full() const { return full_; }

  /// Blanks at both ends of a line are the layout of the source.
  std::string take() {
    std::string out;
    std::size_t from = 0;
    breaks_.push_back(text_.size());
    for (const std::size_t to : breaks_) {
      if (to < from) continue;
      std::string_view line = std::string_view{text_}.substr(from, to - from);
      from = to;
      const std::size_t first = line.find_first_not_of(kBlanks);
      if (first == std::string_view::npos) continue;
      out += line.substr(first, line.find_last_not_of(kBlanks) + 1 - first);
      out += '\n';
    }
    return out;
  }

 private:
  struct Level {
    bool mixed = false;                 ///< holds text directly
    std::vector<std::size_t> breaks{};  ///< those in `breaks_` that its children made
  };

  void break_line() {
    if (!breaks_.empty() && breaks_.back() == text_.size()) return;
    levels_.back().breaks.push_back(text_.size());
    breaks_.push_back(text_.size());
  }

  void take_back(Level& level) {
    if (level.breaks.empty()) return;
    // What stands before the element stays a line of its own.
    const auto first = std::ranges::lower_bound(breaks_, level.breaks.front());
    std::vector<std::size_t> kept;
    std::ranges::set_difference(first, breaks_.end(), level.breaks.begin(), level.breaks.end(),
                                std::back_inserter(kept));
    breaks_.erase(first, breaks_.end());
    breaks_.insert(breaks_.end(), kept.begin(), kept.end());
    level.breaks.clear();
  }

  std::uint64_t most_;
  std::string text_{};
  std::vector<std::size_t> breaks_{};  ///< offsets in `text_` at which a line ends
  std::vector<Level> levels_{};
  bool full_ = false;
};

/// A declaration that does not hold is put right only where the bytes leave no doubt.
bool is_sure(const text::Decoded& decoded) {
  return decoded.declared_mismatch.empty() || decoded.encoding == "GB18030" ||
         decoded.encoding.starts_with("UTF-");
}

std::string root_name(const xml::Reader& reader) {
  const std::string_view space = reader.namespace_uri();
  return space.empty() ? std::string{reader.name()} : fmt::format("{{{}}}{}", space, reader.name());
}

}  // namespace

Extraction read_xml(int fd, const Limits& limits) {
  const std::optional<std::string> bytes = files::read_all(fd, limits.plain_bytes);
  if (!bytes) return failed(fmt::format("XML is longer than {} MB", limits.plain_bytes >> 20));
  const std::string_view said = value_of(declaration(*bytes), "encoding");
  // The parser gives up at the first character outside a declared GB2312, so it is given UTF-8.
  text::Decoded decoded = text::decode(*bytes, said.empty() ? "UTF-8" : said);

  Extraction result{.state = TextState::read};
  add_encoding(result, decoded);
  if (decoded.undecodable > 0 || !is_sure(decoded)) {
    return failed(std::move(result), fmt::format("its bytes are not in the declared encoding {}",
                                                 said.empty() ? "UTF-8" : said));
  }
  const std::string_view declared = declaration(decoded.text);
  std::string version{value_of(declared, "version")};
  if (version.empty()) version = "1.0";
  add_technical(result, technical::kFormatVersion, version);
  if (version == "1.0") add_technical(result, technical::kPuid, "fmt/101");
  // Lines keep their numbers.
  const std::size_t declaration_size = declared.empty() ? 0 : declared.size() + 7;
  std::ranges::replace_if(
      decoded.text.begin(), decoded.text.begin() + static_cast<std::ptrdiff_t>(declaration_size),
      [](char c) { return c != '\n'; }, ' ');

  if (blank_doctype(decoded.text)) {
    add_technical(result, technical::kFlaw, "a document type declaration, not looked at");
  }
  xml::Reader reader{
      decoded.text, "xml", {limits.plain_bytes * 2, limits.nesting, limits.xml_nodes}};
  Lines lines{limits.text_bytes};
  while (!lines.full() && reader.next()) {
    switch (reader.event()) {
      case xml::Event::start:
        if (reader.depth() == 0) add_property(result, "root", root_name(reader));
        lines.start();
        break;
      case xml::Event::end:
        lines.end();
        break;
      case xml::Event::text:
        lines.text(reader.text());
        break;
    }
  }
  if (lines.full()) {
    return failed(std::move(result),
                  fmt::format("text is longer than {} MB", limits.text_bytes >> 20));
  }
  if (reader.error()) return failed(std::move(result), reader.error()->text());
  result.pages.push_back(lines.take());
  return result;
}

}  // namespace guidang::extract

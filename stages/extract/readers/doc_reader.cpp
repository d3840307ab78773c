// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/compound_file.h"
#include "stages/extract/readers/doc/stories.h"
#include "stages/extract/readers/head_texts.h"

namespace guidang::extract {
namespace {

using word::Box;
using word::Fib;
using word::Range;
using word::Story;

/// The streams of a document and what they hold.
class Document {
 public:
  Document(const CompoundFile& file, const Limits& limits) : file_(file), limits_(limits) {}

  /// False when the text cannot be had, for the reason in `refusal`.
  bool open() {
    main_ = stream("WordDocument");
    const LittleEndian main{main_, "stream WordDocument"};
    fib_ = word::read_fib(main);
    if (fib_.encrypted) {
      refusal_ = fib_.obfuscated ? "encrypted: the document asks for a password (XOR)"
                                 : "encrypted: the document asks for a password";
      return false;
    }
    if (fib_.version < word::kWord97) {
      refusal_ =
          fmt::format("written by Word 95 or older (nFib {}), which is not read", fib_.version);
      return false;
    }
    table_bytes_ = stream(fib_.table);
    if (file_.find("Data") != nullptr) data_bytes_ = stream("Data");
    table_name_ = fmt::format("stream {}", fib_.table);
    table_ = {table_bytes_, table_name_};
    characters_ =
        word::read_characters(fib_, main, table_, {data_bytes_, "stream Data"}, limits_.text_bytes);
    fonts_ = word::read_fonts(table_, fib_.fonts);
    styles_.emplace(table_, fib_.styles, fonts_);
    return true;
  }

  [[nodiscard]] const std::string& refusal() const { return refusal_; }

  /// The text, then what hangs nowhere, foot- and endnotes.
  StyledText text() {
    TextBuilder out{limits_.text_bytes};
    const std::vector<Box> boxes = word::read_boxes(
        table_, fib_.boxes, fib_.anchors, fib_.story(Story::boxes), fib_.story(Story::main));
    write(fib_.story(Story::main), boxes, out);
    for (const Box& box : boxes) {
      if (!box.anchored) write(word::without_guard(characters_, box.text), {}, out);
    }
    for (const Story notes : {Story::footnotes, Story::endnotes}) {
      write(word::without_guard(characters_, fib_.story(notes)), {}, out);
    }
    return out.take_styled();
  }

  /// Heads and feet of all sections, each text once.
  std::pair<std::string, std::string> heads_and_feet() {
    const Range story = fib_.story(Story::heads);
    const std::vector<Box> boxes = word::read_boxes(table_, fib_.head_boxes, fib_.head_anchors,
                                                    fib_.story(Story::head_boxes), story);
    const LittleEndian list = table_.part(fib_.head_stories.offset, fib_.head_stories.length);
    // Six stories part the notes from the text; then each section has six: heads of even and odd
    // pages, feet of even and odd pages, head and foot of the first page.
    constexpr std::size_t kFirst = 6;
    HeadTexts heads;
    HeadTexts feet;
    std::uint32_t last = 0;
    for (std::size_t i = kFirst; 4 * (i + 2) <= list.size(); ++i) {
      const std::uint32_t end = std::min(list.u32(4 * (i + 1)), story.end - story.begin);
      const std::uint32_t begin = std::max(list.u32(4 * i), last);
      if (begin >= end) continue;
      last = end;
      const std::size_t kind = (i - kFirst) % 6;
      const bool foot = kind == 2 || kind == 3 || kind == 5;
      add_to(foot ? feet : heads, {story.begin + begin, story.begin + end}, boxes);
    }
    for (const Box& box : boxes) {
      if (!box.anchored) add_to(heads, box.text, {});
    }
    return {heads.joined(), feet.joined()};
  }

  [[nodiscard]] const Fib& fib() const { return fib_; }

 private:
  std::string stream(std::string_view name) const {
    StreamBytes stream = file_.read(name, limits_.input_bytes);
    if (!stream.flaw.empty()) throw Damage(stream.flaw);
    return std::move(stream.bytes);
  }

  void write(Range range, const std::vector<Box>& boxes, TextBuilder& out) {
    word::StoryWriter{characters_, fonts_, *styles_}.write(range, boxes, out);
    if (out.full()) {
      throw Damage(fmt::format("text is longer than {} MB", limits_.text_bytes >> 20));
    }
  }

  void add_to(HeadTexts& texts, Range range, const std::vector<Box>& boxes) {
    TextBuilder out{limits_.text_bytes};
    write(range, boxes, out);
    texts.add(out.take());
  }

  const CompoundFile& file_;
  const Limits& limits_;
  std::string refusal_{};
  std::string main_{};
  std::string table_name_{};
  std::string table_bytes_{};
  std::string data_bytes_{};
  LittleEndian table_{};
  Fib fib_{};
  word::Characters characters_{};
  std::vector<std::string> fonts_{};
  std::optional<word::StyleSheet> styles_{};
};

/// Modules of the macros' project, but for what belongs to the project itself.
std::size_t count_macros(const CompoundFile& file) {
  constexpr std::string_view kFolder = "Macros/VBA/";
  return static_cast<std::size_t>(
      std::ranges::count_if(file.entries(), [&](const CompoundEntry& entry) {
        std::string_view name = entry.path;
        if (entry.storage || !name.starts_with(kFolder)) return false;
        name.remove_prefix(kFolder.size());
        return name != "dir" && name != "_VBA_PROJECT" && !name.starts_with("__SRP_");
      }));
}

std::size_t count_embedded(const CompoundFile& file) {
  constexpr std::string_view kFolder = "ObjectPool/";
  return static_cast<std::size_t>(
      std::ranges::count_if(file.entries(), [&](const CompoundEntry& entry) {
        return entry.storage && entry.path.starts_with(kFolder) &&
               entry.path.find('/', kFolder.size()) == std::string::npos;
      }));
}

void add_facts(const CompoundFile& file, const Fib& fib, Extraction& result) {
  const bool word97 = fib.version >= word::kWord97;
  add_technical(result, technical::kFormatVersion, word97 ? "97-2003" : "95 or older");
  // PRONOM tells Word 97–2003 by this name in the stream of the creating class.
  const StreamBytes creator = file.read("\001CompObj", 1U << 16);
  if (word97 && creator.bytes.find("Word.Document.8") != std::string::npos) {
    add_technical(result, technical::kPuid, "fmt/40");
  }
  add_technical(result, technical::kScripts, std::to_string(count_macros(file)));
  add_technical(result, technical::kAttachments, std::to_string(count_embedded(file)));
}

}  // namespace

Extraction read_doc(int fd, const Limits& limits) {
  const auto opened = CompoundFile::open(fd, limits);
  if (const auto* flaw = std::get_if<std::string>(&opened)) return failed(*flaw);
  const auto& file = std::get<CompoundFile>(opened);
  Extraction result;
  file.add_summary(result);
  try {
    Document document{file, limits};
    const bool readable = document.open();
    add_facts(file, document.fib(), result);
    if (!readable) return failed(std::move(result), document.refusal());
    StyledText text = document.text();
    const auto [heads, feet] = document.heads_and_feet();
    add_property(result, "header_text", heads);
    add_property(result, "footer_text", feet);
    result.state = TextState::read;
    add_page(result, std::move(text));
    return result;
  } catch (const Damage& damage) {
    return failed(std::move(result), damage.what());
  }
}

}  // namespace guidang::extract

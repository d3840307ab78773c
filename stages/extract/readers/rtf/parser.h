// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/reader.h"
#include "stages/extract/limits.h"
#include "stages/extract/readers/head_texts.h"
#include "stages/extract/readers/rtf/code_pages.h"
#include "stages/extract/readers/rtf/tokens.h"
#include "stages/extract/readers/rtf/words.h"
#include "stages/extract/readers/text_builder.h"

namespace guidang::extract::rtf {

/// Reads one RTF document from its tokens.
class Parser {
 public:
  Parser(std::string_view bytes, const Limits& limits);

  /// Fills pages, properties and technical facts; the answer is what is wrong with the file, "" for
  /// nothing.
  [[nodiscard]] std::string parse(Extraction& result);

 private:
  /// Where lines are gathered: of the text, a note, a box, a head.
  struct Sink {
    explicit Sink(std::uint64_t limit) : out(limit) {}
    TextBuilder out;
    bool row = false;
    bool cell = false;
    bool inner_tab = false;  ///< a cell of an inner table has ended on this line
  };
  enum class Target : std::uint8_t { nothing, lines, words, fonts, colours };
  /// What a group inherits.
  struct Group {
    Target target = Target::lines;
    Target outer = Target::lines;  ///< what \ud takes up again
    Action own = Action::none;     ///< that this very group began, to be finished at its end
    std::string_view property{};
    std::int32_t font = 0;
    std::int32_t fallback = 1;  ///< \uc
    bool deleted = false;
    bool in_table = false;
    LineStyle look{.align = Align::left, .size = kUsualSize};
    std::int32_t left = 0;  ///< twips: of the paragraph, and more of its first line
    std::int32_t first = 0;
  };
  static constexpr std::uint16_t kUsualSize = 1200;

  void open();
  void close();
  void symbol(char c);
  void word(const Token& token);
  bool begins_group(const Word& word);
  void begin(const Word& word);
  void format(const Word& word, const Token& token);
  bool look(const Word& word, const Token& token);
  void add_colours(std::string_view text);
  [[nodiscard]] LineStyle look_now() const;
  void layout(Action action);
  void byte(char c);
  void unicode(std::int32_t value);
  void flush();
  void put(std::string_view utf8);
  void put(char32_t code);
  void into_cell();
  void end_row();
  void finish(const Group& group);
  void finish_sink(Action own);
  void end_font();
  [[nodiscard]] const Font& font() const;
  [[nodiscard]] Group& top() { return groups_.back(); }
  [[nodiscard]] Sink& sink() { return *sinks_.back(); }
  void fail(std::string why) {
    if (error_.empty()) error_ = std::move(why);
  }

  Tokens tokens_;
  const Limits& limits_;
  std::vector<Group> groups_{};
  std::size_t skip_from_ = 0;  ///< depth of the group that is skipped; 0: none
  bool starred_ = false;
  std::vector<std::unique_ptr<Sink>> sinks_{};
  std::string bytes_{};         ///< not yet decoded, all of one font
  std::string words_{};         ///< of a property
  char16_t surrogate_ = 0;      ///< first half of a pair
  std::int32_t fallbacks_ = 0;  ///< characters still to leave out
  std::map<std::int32_t, Font> fonts_{};
  std::int32_t font_id_ = 0;  ///< being described in the table
  std::vector<std::uint32_t> colours_{};
  std::uint32_t colour_ = 0;  ///< being described in the table
  std::int32_t code_page_ = 1252;
  std::int32_t default_font_ = 0;
  CodePages code_pages_{};
  std::array<std::int32_t, 6> time_{};

  TextBuilder notes_;
  HeadTexts heads_{};
  HeadTexts feet_{};
  std::uint64_t undecodable_ = 0;
  std::size_t pictures_ = 0;
  std::size_t objects_ = 0;
  Extraction facts_{};
  std::string error_{};
};

}  // namespace guidang::extract::rtf

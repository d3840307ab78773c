// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/files/fd.h"

namespace guidang {

/// A place on a page, in hundredths of a millimetre from the page's upper left corner. All zero
/// when not known.
struct Box {
  std::int32_t left = 0;
  std::int32_t top = 0;
  std::int32_t width = 0;
  std::int32_t height = 0;
  friend bool operator==(const Box&, const Box&) = default;
};

/// Where a line stands between the margins, as its paragraph says; justified ones are `left`.
enum class Align : std::uint8_t { unknown, left, centre, right };

/// Families of Chinese type, by the font's name: 宋体, 黑体, 仿宋, 楷体, 小标宋.
enum class Face : std::uint8_t { unknown, song, hei, fangsong, kai, title_song, other };

/// The outline level of a document's own title ("Title" "标题").
inline constexpr std::uint8_t kTitleOutline = 10;

/// How a line looks, as far as the format says: of a line in several ways, what most of its
/// characters have.
struct LineStyle {
  Align align = Align::unknown;
  Face face = Face::unknown;
  bool bold = false;
  bool rule_below = false;   ///< a line is drawn below, or right above the next one
  bool table = false;        ///< a row of a table, or part of one
  std::uint8_t outline = 0;  ///< 1 … 9: a heading of that level; kTitleOutline; 0: none
  std::uint16_t size = 0;    ///< hundredths of a point; 0 when not known
  std::uint32_t colour = 0;  ///< 0xRRGGBB; black when not known
  friend bool operator==(const LineStyle&, const LineStyle&) = default;
};

/// Where the lines of one page stand and how they look.
struct PageLayout {
  std::int32_t width = 0;  ///< hundredths of a millimetre; 0 when the format has no pages
  std::int32_t height = 0;
  std::vector<Box> lines{};  ///< one for each line of the page's text, in the same order, or none
  std::vector<LineStyle> styles{};  ///< the same
  friend bool operator==(const PageLayout&, const PageLayout&) = default;
};

/// A stretch of lines that look alike, the form in which styles are stored and sent.
struct StyleRun {
  std::uint32_t count = 0;
  LineStyle style{};
};
[[nodiscard]] std::vector<StyleRun> style_runs(const std::vector<LineStyle>& styles);

/// A file inside another one: an entry of an archive, what hangs on a mail or lies in a document.
struct Member {
  std::string name{};      ///< path, valid UTF-8, as its container gives it; nothing is judged yet
  std::string raw_name{};  ///< its very bytes; "" when they are those of `name`
  std::string encoding{};  ///< of the raw name: "GB18030" "CP437" …; "" for UTF-8
  std::uint64_t size = 0;  ///< unpacked, as announced; 0 when the container does not say
  /// Why its content will not be had, in one English line: "encrypted", "symbolic link", "device"
  /// …; "" for a plain file.
  std::string refusal{};
  friend bool operator==(const Member&, const Member&) = default;
};

inline constexpr std::string_view kTagPrefix = "tag:";

/// What came out of one file.
struct Extraction {
  TextState state = TextState::no_reader;
  std::string format{};              ///< by content: "txt" "html" "docx" "pdf" "zip" … ; "unknown"
  std::string reader{};              ///< name of the reader that answered, "" when none
  int revision = 0;                  ///< of that reader
  std::string reason{};              ///< when `failed`: one English line; the limit or damage met
  std::vector<std::string> pages{};  ///< UTF-8; one entry when the format has no pages
  bool paged = false;                ///< the entries of `pages` are the document's own pages
  std::vector<PageLayout> layout{};  ///< one for each page, or none at all
  std::string encoding{};
  std::uint64_t undecodable = 0;
  /// What the file says of itself: "title" "subject" "keywords" "category" "author" …; with
  /// kTagPrefix the parts of the text that it marks as elements of the document.
  std::map<std::string, std::string> properties{};
  /// What is known of it as a file; keys are those of technical.h.
  std::map<std::string, std::string> technical{};
  /// What lies inside, in the container's order; `Reader::member` takes the index.
  std::vector<Member> members{};
};

/// The properties that are tags, by their names without kTagPrefix.
[[nodiscard]] std::map<std::string, std::string> tags_of(const Extraction& extraction);

/// Ends the name of a reader whose text was recognised in pictures: such text may hold a mark, but
/// does not show that there is none.
inline constexpr std::string_view kRecognised = "+ocr";

/// The bytes of a member.
struct MemberContent {
  files::Fd file{};      ///< a sealed file in memory; none when it could not be had
  std::string reason{};  ///< why not, in one English line
};

/// Takes text out of files. Safe to call from several threads. In all calls `fd` is a readable
/// regular file whose offset may be moved, and `name` a hint only: the format is told by content.
/// They never throw for what is in the file; a Failure means the machine is at fault.
class Reader {
 public:
  virtual ~Reader() = default;
  [[nodiscard]] virtual Extraction read(int fd, std::string_view name) = 0;
  /// Revision of the reader of this name, 0 when there is none: a text taken out by an older
  /// revision is taken out again.
  [[nodiscard]] virtual int revision_of(std::string_view reader) const = 0;
  /// True when `read` also recognises text in pictures and scanned pages.
  [[nodiscard]] virtual bool recognises() const { return false; }
  /// The tables of a spreadsheet: each page is one sheet as CSV (RFC 4180, a row a record, rows
  /// that are empty in the sheet kept, so that row n is record n; dates in ISO). `no_reader` for
  /// anything that is no spreadsheet.
  [[nodiscard]] virtual Extraction tables(int fd, std::string_view name);
  /// The bytes of member `index` of what `read` listed.
  [[nodiscard]] virtual MemberContent member(int fd, std::string_view name, std::uint32_t index);
};

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_reading.h"

#include <algorithm>

#include "index/web/record_text.h"
#include "pipeline/facts_json.h"

namespace guidang::web {
namespace {

std::string_view yes_no(bool value) { return value ? "yes" : "no"; }

std::string digits(std::size_t number) { return std::to_string(number); }

struct Reading {
  std::vector<TextPage> pages{};
  std::vector<Screen> screens{};
  std::size_t at = 0;  ///< index of the screen that is shown
};

/// Where a click on a mark leads: to the next one, on the next screen where it must, and from the
/// last to the first.
class MarkLinks {
 public:
  MarkLinks(const Reading& reading, const std::vector<std::string>& hrefs)
      : reading_(reading), hrefs_(hrefs) {
    total_ = reading.screens.back().first_mark + reading.screens.back().marks - 1;
  }
  [[nodiscard]] std::size_t total() const { return total_; }
  [[nodiscard]] std::string to(std::size_t mark) const {
    for (std::size_t i = 0; i < reading_.screens.size(); ++i) {
      const Screen& screen = reading_.screens[i];
      if (mark < screen.first_mark || mark >= screen.first_mark + screen.marks) continue;
      return (i == reading_.at ? "" : hrefs_[i]) + "#m" + digits(mark);
    }
    return "#m1";
  }
  [[nodiscard]] std::string after(std::size_t mark) const {
    return to(mark == total_ ? 1 : mark + 1);
  }

 private:
  const Reading& reading_;
  const std::vector<std::string>& hrefs_;
  std::size_t total_ = 0;
};

void write_page_text(xml::Writer& writer, const TextPage& page, std::size_t& mark,
                     const MarkLinks& links) {
  writer.open("text").mixed();
  std::size_t at = 0;
  for (const index::ByteRange& range : page.marks) {
    writer.text(std::string_view(page.text).substr(at, range.begin - at));
    writer.open("mark")
        .attribute("id", "m" + digits(mark))
        .attribute("next", links.after(mark))
        .text(std::string_view(page.text).substr(range.begin, range.end - range.begin))
        .close();
    at = range.end;
    ++mark;
  }
  writer.text(std::string_view(page.text).substr(at)).close();
}

const FileView* file_of(const RecordView& record, std::size_t number) {
  for (const FileView& file : record.known.files) {
    if (file.number == number) return &file;
  }
  return nullptr;
}

}  // namespace

void write_reading(xml::Writer& writer, const RecordView& record, std::size_t wanted,
                   std::size_t screen_size,
                   const std::function<std::string(std::size_t screen)>& address) {
  Reading reading;
  reading.pages = cut_long_pages(record.text, screen_size);
  reading.screens = screens_of(reading.pages, screen_size);
  reading.at = std::clamp<std::size_t>(wanted, 1, reading.screens.size()) - 1;
  std::vector<std::string> hrefs;
  for (std::size_t i = 1; i <= reading.screens.size(); ++i) hrefs.push_back(address(i));
  const MarkLinks links(reading, hrefs);
  const Screen& screen = reading.screens[reading.at];
  writer.open("reading")
      .attribute("pages", digits(record.text.size()))
      .attribute("marks", digits(links.total()))
      .attribute("screen", digits(reading.at + 1))
      .attribute("screens", digits(reading.screens.size()));
  if (links.total() > 0) writer.attribute("first", links.to(1));
  for (std::size_t i = 0; hrefs.size() > 1 && i < hrefs.size(); ++i) {
    writer.open("screen")
        .attribute("n", digits(i + 1))
        .attribute("current", yes_no(i == reading.at))
        .attribute("marks", digits(reading.screens[i].marks))
        .attribute("href", hrefs[i] + "#text")
        .close();
  }
  std::size_t mark = screen.first_mark;
  std::size_t file_before = screen.first == 0 ? 0 : reading.pages[screen.first - 1].file;
  for (std::size_t i = screen.first; i < screen.first + screen.count; ++i) {
    const TextPage& page = reading.pages[i];
    if (page.text.empty() && page.of <= 1) continue;
    writer.open("leaf")
        .attribute("id", "p" + digits(i + 1))
        .attribute("n", digits(page.number))
        .attribute("of", digits(page.of))
        .attribute("continued", yes_no(page.continued));
    const FileView* file = file_of(record, page.file);
    if (file != nullptr && (page.file != file_before || i == screen.first)) {
      writer.attribute("file", file->name)
          .attribute("part", to_text(file->part))
          .attribute("role", to_text(file->role));
    }
    file_before = page.file;
    write_page_text(writer, page, mark, links);
    writer.close();
  }
  writer.close();
}

}  // namespace guidang::web

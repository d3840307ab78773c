// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/record_text.h"

#include <algorithm>
#include <utility>

namespace guidang::web {
namespace {

struct FileText {
  std::size_t file = 0;
  std::vector<std::string> pages{};
};

std::vector<FileText> stored_texts(std::span<const FileView> files, TextStore& texts) {
  std::vector<FileText> stored;
  for (const FileView& file : files) {
    if (file.state != TextState::read) continue;
    const auto summary = texts.find(file.digest);
    if (!summary) continue;
    stored.push_back({file.number, texts.pages(*summary)});
  }
  return stored;
}

/// Whether the index holds these pages from `at` on.
bool stands_at(const index::Card& card, std::size_t at, const std::vector<std::string>& pages) {
  return at + pages.size() <= card.pages.size() &&
         std::equal(pages.begin(), pages.end(),
                    card.pages.begin() + static_cast<std::ptrdiff_t>(at));
}

std::vector<TextPage> pages_alone(const index::Card& card) {
  std::vector<TextPage> pages;
  for (std::size_t i = 0; i < card.pages.size(); ++i) {
    TextPage& page = pages.emplace_back();
    page.number = i + 1;
    page.of = card.pages.size();
    page.text = card.pages[i];
    if (i < card.marks.size()) page.marks = card.marks[i];
  }
  // A record without text has one page without a character in the index.
  if (pages.size() == 1 && pages.front().text.empty()) pages.clear();
  return pages;
}

/// Where a piece of at most `room` bytes from `begin` may end.
std::size_t cut_at(const TextPage& page, std::size_t begin, std::size_t room) {
  const std::string& text = page.text;
  std::size_t end = begin + room;
  if (end >= text.size()) return text.size();
  const std::size_t line = text.rfind('\n', end - 1);
  if (line != std::string::npos && line > begin + room / 2) end = line + 1;
  while (end > begin && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  for (const index::ByteRange& mark : page.marks) {
    if (mark.begin < end && end < mark.end) return mark.begin > begin ? mark.begin : mark.end;
  }
  return end > begin ? end : text.size();
}

}  // namespace

std::vector<TextPage> text_of(const index::Card& card, std::span<const FileView> files,
                              TextStore* texts, bool whole, const index::Marker* marker) {
  if (texts == nullptr) return pages_alone(card);
  std::vector<TextPage> pages;
  std::size_t at = 0;
  for (FileText& stored : stored_texts(files, *texts)) {
    const bool indexed = stands_at(card, at, stored.pages);
    if (!indexed && !whole) return pages_alone(card);
    for (std::size_t i = 0; i < stored.pages.size(); ++i) {
      TextPage& page = pages.emplace_back();
      page.file = stored.file;
      page.number = i + 1;
      page.of = stored.pages.size();
      page.text = std::move(stored.pages[i]);
      if (indexed && at + i < card.marks.size()) page.marks = card.marks[at + i];
      if (!indexed && marker != nullptr) page.marks = marker->marks(index::Part::body, page.text);
    }
    if (indexed) at += stored.pages.size();
  }
  // Texts that the store lacks, or has read anew since the index was made.
  const bool all_there = at == card.pages.size() || (at == 0 && pages_alone(card).empty());
  return all_there ? pages : pages_alone(card);
}

std::vector<TextPage> cut_long_pages(std::vector<TextPage> pages, std::size_t screen) {
  std::vector<TextPage> cut;
  for (TextPage& page : pages) {
    if (page.text.size() <= screen) {
      cut.push_back(std::move(page));
      continue;
    }
    auto mark = page.marks.begin();
    for (std::size_t begin = 0; begin < page.text.size();) {
      const std::size_t end = cut_at(page, begin, screen);
      TextPage& piece = cut.emplace_back();
      piece.file = page.file;
      piece.number = page.number;
      piece.of = page.of;
      piece.continued = begin > 0;
      piece.text = page.text.substr(begin, end - begin);
      for (; mark != page.marks.end() && mark->end <= end; ++mark) {
        piece.marks.push_back({mark->begin - begin, mark->end - begin});
      }
      begin = end;
    }
  }
  return cut;
}

std::vector<Screen> screens_of(std::span<const TextPage> pages, std::size_t screen) {
  std::vector<Screen> screens(1);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (screens.back().count > 0 && bytes + pages[i].text.size() > screen) {
      const Screen& full = screens.back();
      screens.push_back({.first = i, .first_mark = full.first_mark + full.marks});
      bytes = 0;
    }
    bytes += pages[i].text.size();
    ++screens.back().count;
    screens.back().marks += pages[i].marks.size();
  }
  return screens;
}

}  // namespace guidang::web

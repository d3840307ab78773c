// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/technical.h"
#include "stages/extract/readers.h"
#include "stages/extract/readers/compound_file.h"
#include "stages/extract/readers/ooxml_package.h"
#include "stages/extract/readers/sheet/biff_records.h"
#include "stages/extract/readers/sheet/number_format.h"
#include "stages/extract/readers/sheet/sheet_builder.h"
#include "stages/extract/readers/sheet/xlsx_parts.h"

namespace guidang::extract {
namespace {

using biff::Cursor;
using biff::Id;
using biff::Record;
using biff::Records;

constexpr std::uint16_t kExcel97 = 0x0600;
constexpr std::uint16_t kExcel5 = 0x0500;
constexpr std::uint8_t kWorksheet = 0;
constexpr std::uint8_t kMacroSheet = 1;

/// One workbook in the binary form of Excel 5 to 2003.
class BinaryBook {
 public:
  BinaryBook(std::string_view stream, SheetUse use, const Limits& limits)
      : stream_(stream), use_(use), limits_(limits), sheets_(use, limits) {}

  Extraction read(bool has_macros) {
    read_globals();
    for (const Sheet& sheet : list_) {
      if (!error_.empty() || sheets_.full()) break;
      sheets_.begin(sheet.name);
      if (sheet.hidden) hidden_.add(sheet.name);
      if (sheet.kind == kMacroSheet) ++scripts_;
      if (sheet.kind == kWorksheet || sheet.kind == kMacroSheet) read_sheet(sheet);
      sheets_.end();
    }
    if (!error_.empty()) return failed(error_);
    if (list_.empty()) return failed("workbook without sheets");
    Extraction result = sheets_.take({});
    if (result.state != TextState::read) return result;
    add_property(result, "header_text", heads_.joined());
    add_property(result, "footer_text", feet_.joined());
    add_property(result, "hidden_sheets", hidden_.joined());
    if (use_ == SheetUse::tables) return result;
    add_technical(result, technical::kFormatVersion, strings_.unicode() ? "97-2003" : "5.0-95");
    scripts_ += has_macros ? 1 : 0;
    add_technical(result, technical::kScripts, std::to_string(scripts_));
    add_technical(result, technical::kExternal, std::to_string(external_));
    return result;
  }

 private:
  struct Sheet {
    std::string name{};
    std::size_t at = 0;
    bool hidden = false;
    std::uint8_t kind = kWorksheet;
  };

  void fail(std::string why) {
    if (error_.empty()) error_ = std::move(why);
  }

  void read_globals() {
    Records records{stream_};
    Record record;
    if (!records.next(record) || record.id != Id::bof) return fail("no workbook stream");
    const std::uint16_t version = Cursor{record}.u16();
    if (version != kExcel97 && version != kExcel5) {
      return fail(fmt::format("version {:#06x} of the format, expected Excel 5 to 2003", version));
    }
    strings_ = biff::Strings{version == kExcel97};
    while (error_.empty() && records.next(record)) {
      if (record.id == Id::eof) return;
      global(record);
    }
    fail("workbook stream is cut off");
  }

  void global(const Record& record) {
    Cursor at{record};
    switch (record.id) {
      case Id::filepass:
        return fail("encrypted: the workbook needs its password");
      case Id::codepage:
        strings_.code_page(at.u16());
        break;
      case Id::date1904:
        if (at.u16() == 1) formats_.count_from_1904();
        break;
      case Id::format: {
        const std::uint16_t id = at.u16();
        formats_.add_code(id, at.string(strings_, strings_.unicode() ? 2 : 1));
        break;
      }
      case Id::xf:
        at.skip(2);
        formats_.add_style(at.u16());
        break;
      case Id::boundsheet: {
        Sheet sheet{.at = at.u32()};
        sheet.hidden = (at.u8() & 3) != 0;
        sheet.kind = at.u8();
        sheet.name = at.string(strings_, 1);
        list_.push_back(std::move(sheet));
        break;
      }
      case Id::sst:
        read_shared(at);
        break;
      case Id::supbook:
        at.skip(2);
        // The book itself and functions of programs are none.
        if (const std::uint16_t mark = at.u16(); mark != 0x0401 && mark != 0x3A01) ++external_;
        break;
      default:
        break;
    }
    if (!at.good()) fail(fmt::format("record {:#06x} is cut off", static_cast<int>(record.id)));
  }

  void read_shared(Cursor& at) {
    at.skip(4);
    const std::uint32_t count = at.u32();
    for (std::uint32_t i = 0; i < count && at.good(); ++i) {
      if (at.rest().empty()) at.next_part();
      shared_.add(at.unicode_string(at.u16()));
      if (shared_.bytes() > limits_.text_bytes) {
        return fail(fmt::format("text is longer than {} MB", limits_.text_bytes >> 20));
      }
    }
  }

  void read_sheet(const Sheet& sheet) {
    if (sheet.at >= stream_.size()) return fail("sheet " + sheet.name + " lies outside the file");
    Records records{stream_, sheet.at};
    Record record;
    // Charts on the sheet are streams within its own, and keep copies of cells.
    int depth = 0;
    while (records.next(record)) {
      if (record.id == Id::bof) ++depth;
      if (record.id == Id::eof && --depth <= 0) return;
      if (depth == 0) return fail("sheet " + sheet.name + " does not begin where it should");
      if (depth > 1) continue;
      cell(record);
      if (!error_.empty() || sheets_.full()) return;
    }
    fail("sheet " + sheet.name + " is cut off");
  }

  struct Place {
    std::uint16_t row = 0;
    std::uint16_t column = 0;
    std::uint16_t style = 0;
  };
  static Place place(Cursor& at) {
    Place place{.row = at.u16()};
    place.column = at.u16();
    place.style = at.u16();
    return place;
  }
  void put(const Place& place, std::string_view text) {
    sheets_.cell(place.row, place.column, text);
  }
  void put(const Place& place, double value) { put(place, formats_.show(value, place.style)); }

  void cell(const Record& record) {
    Cursor at{record};
    switch (record.id) {
      case Id::number: {
        const Place where = place(at);
        put(where, at.f64());
        break;
      }
      case Id::rk: {
        const Place where = place(at);
        put(where, biff::rk_value(at.u32()));
        break;
      }
      case Id::mulrk:
        many(at);
        break;
      case Id::labelsst: {
        const Place where = place(at);
        const auto text = shared_.at(at.u32());
        if (!text) return fail("a shared text that is not there");
        put(where, *text);
        break;
      }
      case Id::label:
      case Id::rstring: {
        const Place where = place(at);
        // Formatting may follow that is of no use here.
        put(where, at.string(strings_, 2));
        break;
      }
      case Id::boolerr: {
        const Place where = place(at);
        const std::uint8_t value = at.u8();
        put_flag(where, value, at.u8() != 0);
        break;
      }
      case Id::formula:
        formula(at);
        break;
      case Id::string:
        if (awaited_) put(*std::exchange(awaited_, std::nullopt), at.string(strings_, 2));
        break;
      default:
        other(record, at);
        break;
    }
    if (!at.good()) fail(fmt::format("record {:#06x} is cut off", static_cast<int>(record.id)));
  }

  void other(const Record& record, Cursor& at) {
    switch (record.id) {
      case Id::mergecells: {
        const std::uint16_t count = at.u16();
        for (std::uint16_t i = 0; i < count && at.good(); ++i) {
          const std::uint16_t row = at.u16();
          const std::uint16_t last_row = at.u16();
          const std::uint16_t column = at.u16();
          sheets_.merge(row, column, last_row, at.u16());
        }
        break;
      }
      case Id::header:
      case Id::footer:
        if (!at.at_end()) {
          const std::string text = running_text(at.string(strings_, strings_.unicode() ? 2 : 1));
          (record.id == Id::header ? heads_ : feet_).add(text);
        }
        break;
      case Id::txo:
        // Comments and text boxes; the characters come in the records that continue it.
        if (strings_.unicode()) {
          at.skip(10);
          const std::uint16_t count = at.u16();
          if (count == 0 || record.parts.size() < 2) break;
          at.next_part();
          const bool wide = (at.u8() & 1) != 0;
          sheets_.beside(at.characters(count, wide));
        }
        break;
      case Id::note:
        if (!strings_.unicode()) {
          at.skip(6);
          sheets_.beside(strings_.bytes(at.rest()));
        }
        break;
      default:
        break;
    }
  }

  void many(Cursor& at) {
    Place where{.row = at.u16()};
    where.column = at.u16();
    while (at.rest().size() >= 8) {
      where.style = at.u16();
      put(where, biff::rk_value(at.u32()));
      ++where.column;
    }
  }

  void put_flag(const Place& where, std::uint8_t value, bool is_error) {
    const std::string_view flag = value != 0 ? "TRUE" : "FALSE";
    put(where, is_error ? biff::error_text(value) : flag);
  }

  /// What it came to when the file was saved; a text follows in a record of its own.
  void formula(Cursor& at) {
    const Place where = place(at);
    const std::string_view rest = at.rest();
    const double value = at.f64();
    if (rest.size() < 8 || rest.substr(6, 2) != "\xFF\xFF") {
      put(where, value);
      return;
    }
    const auto detail = static_cast<std::uint8_t>(rest[2]);
    if (rest[0] == 0) awaited_ = where;
    if (rest[0] == 1 || rest[0] == 2) put_flag(where, detail, rest[0] == 2);
  }

  std::string_view stream_;
  SheetUse use_;
  const Limits& limits_;
  SheetBuilder sheets_;
  biff::Strings strings_{true};
  CellFormats formats_{};
  SharedTexts shared_{};
  std::vector<Sheet> list_{};
  DistinctTexts heads_{};
  DistinctTexts feet_{};
  DistinctTexts hidden_{};
  std::optional<Place> awaited_{};
  int scripts_ = 0;
  int external_ = 0;
  std::string error_{};
};

Extraction read_binary(int fd, const Limits& limits, SheetUse use) {
  const auto opened = CompoundFile::open(fd, limits);
  if (const auto* flaw = std::get_if<std::string>(&opened)) return failed(*flaw);
  const auto& file = std::get<CompoundFile>(opened);
  for (const char* name : {"Workbook", "WORKBOOK", "Book", "BOOK"}) {
    if (file.find(name) == nullptr) continue;
    const StreamBytes stream = file.read(name, limits.zip_entry_bytes);
    if (!stream.flaw.empty()) return failed(stream.flaw);
    const bool has_macros = file.find("_VBA_PROJECT_CUR") != nullptr;
    Extraction result = BinaryBook{stream.bytes, use, limits}.read(has_macros);
    if (result.state == TextState::read) file.add_summary(result);
    return result;
  }
  return failed("no stream Workbook or Book");
}

}  // namespace

Extraction read_xls(int fd, const Limits& limits) {
  return read_binary(fd, limits, SheetUse::text);
}

Extraction xls_tables(int fd, const Limits& limits) {
  return read_binary(fd, limits, SheetUse::tables);
}

}  // namespace guidang::extract

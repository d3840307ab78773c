// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/lists/paper.h"

#include <algorithm>

#include "pipeline/lists/packing.h"
#include "pipeline/lists/writing.h"
#include "pipeline/register/ledger.h"

namespace guidang::lists {

Arrangement arrangement_of(const Profile& profile) {
  return profile.section("arrange").word("mode", {"item", "volume"}, "item") == "volume"
             ? Arrangement::volume
             : Arrangement::item;
}

Backing backing_of(Register& source) {
  return {.seals = [&source](int year) { return Ledger(source).seals(year); },
          .changed_numbers =
              [&source](int year) {
                std::vector<LedgerRow> rows;
                Ledger(source).for_each(year, [&](const LedgerRow& row) {
                  const bool added = row.state == "used" && row.edition > 1 && !is_volume(row);
                  if (added || row.state == "tombstone") rows.push_back(row);
                });
                return rows;
              }};
}

Office make_office(const Profile& profile, Backing backing) {
  return {.profile = profile,
          .settings = PaperSettings::read(profile),
          .arrangement = arrangement_of(profile),
          .backing = std::move(backing)};
}

Binder::Binder(const std::vector<forms::Form>& forms, std::filesystem::path folder,
               forms::Formats formats)
    : forms_(forms), folder_(std::move(folder)), formats_(formats) {
  if (!forms_.front().is_list()) formats_.csv = formats_.xlsx = false;
}

forms::Book& Binder::open(std::string_view suffix) {
  end_book();
  stem_ = forms_.front().title();
  if (!suffix.empty()) stem_.append("-").append(suffix);
  book_ = std::make_unique<forms::Book>(forms_, folder_, stem_, formats_);
  return *book_;
}

void Binder::end_book() {
  if (book_ == nullptr) return;
  book_->finish();
  book_.reset();
  const auto made = [&](bool wanted, const char* ending) {
    if (wanted) files_.push_back(folder_ / (stem_ + ending));
  };
  made(formats_.html, ".html");
  made(formats_.pdf, ".pdf");
  made(formats_.csv, ".csv");
  made(formats_.xlsx, ".xlsx");
}

std::vector<std::filesystem::path> Binder::finish() {
  end_book();
  return std::move(files_);
}

PaperYear::PaperYear(const Office& office, const Deck& deck, std::string_view kind, int year)
    : office_(office), deck_(deck), kind_(kind), year_(year) {
  if (year_ > 0 && office_.backing.seals) seals_ = office_.backing.seals(year_);
}

forms::Values PaperYear::head(bool draft) const {
  forms::Values values;
  values["fonds_code"] = office_.fonds_code;
  values["fonds_name"] = office_.fonds_name;
  if (year_ > 0) values["year"] = std::to_string(year_);
  values["date"] = office_.date;
  values["count"] = std::to_string(count());
  if (draft) {
    values["draft"] = "未定稿";
  } else if (!seals_.empty()) {
    const SealRow& seal = seals_.back();
    values["edition"] = std::to_string(seal.edition);
    values["sealed_by"] = seal.by;
    values["checked_by"] = seal.checked_by;
    values["seal_date"] = written_date(seal.date);
    values["date"] = seal.date;
  }
  return values;
}

forms::Form load_form(const Profile& profile, std::string_view id) {
  for (const profile::Element* form : profile.section("catalogue").all("form")) {
    if (form->attribute("id") == id && form->has("file")) {
      return forms::Form::load(profile.data_root(), profile.data_root() / form->required("file"));
    }
  }
  return forms::Form::load(profile.data_root(), profile.data_root() / "templates" / "forms" /
                                                    (std::string(id) + ".xml"));
}

std::vector<forms::Form> load_forms(const Profile& profile, const Paper& paper) {
  std::vector<forms::Form> all{load_form(profile, paper.form)};
  for (const std::string_view id : paper.further) {
    if (!id.empty()) all.push_back(load_form(profile, id));
  }
  return all;
}

bool set_format(std::string_view name, forms::Formats& formats) {
  bool* const which = name == "html"   ? &formats.html
                      : name == "pdf"  ? &formats.pdf
                      : name == "csv"  ? &formats.csv
                      : name == "xlsx" ? &formats.xlsx
                                       : nullptr;
  if (which != nullptr) *which = true;
  return which != nullptr;
}

Press::Press(const Office& office, std::span<const Paper* const> papers,
             std::unique_ptr<Sorter> sorter)
    : office_(office), deck_(std::move(sorter)) {
  for (const Paper* paper : papers) {
    if (std::find(kinds_.begin(), kinds_.end(), paper->lines) == kinds_.end()) {
      kinds_.push_back(paper->lines);
    }
  }
}

void Press::take(const View& item) {
  for (const LineKind* kind : kinds_) {
    kind->gather(item, office_, [&](const Line& line) { deck_.add(kind->id, item.id(), line); });
  }
}

std::vector<int> Press::years(const Paper& paper) const { return deck_.years(paper.lines->id); }

PaperYear Press::lines(const Paper& paper, int year) const {
  return {office_, deck_, paper.lines->id, year};
}

std::vector<std::filesystem::path> Press::print(const Paper& paper,
                                                const std::vector<forms::Form>& forms, int year,
                                                const std::filesystem::path& folder,
                                                forms::Formats formats) const {
  Binder binder(forms, folder, formats);
  paper.print(lines(paper, year), binder);
  return binder.finish();
}

std::string pack_values(const forms::Values& values) {
  std::string bytes;
  for (const auto& [name, value] : values) {
    append_text(bytes, name);
    append_text(bytes, value);
  }
  return bytes;
}

forms::Values unpack_values(std::string_view bytes) {
  forms::Values values;
  while (!bytes.empty()) {
    const std::string_view name = take_text(bytes);
    values.emplace(name, take_text(bytes));
  }
  return values;
}

}  // namespace guidang::lists

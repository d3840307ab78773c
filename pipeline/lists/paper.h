// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/forms/book.h"
#include "pipeline/lists/deck.h"
#include "pipeline/lists/settings.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/commit.h"
#include "pipeline/view.h"

namespace guidang::lists {

class LedgerTwins;

/// How an office arranges (整理方式), as its profile says.
enum class Arrangement : std::uint8_t { item, volume };

[[nodiscard]] Arrangement arrangement_of(const Profile& profile);

/// What papers tell that cannot be read from the items. Each may be empty.
struct Backing {
  /// Every seal of a year, oldest first.
  std::function<std::vector<SealRow>(int year)> seals{};
  /// Numbers of a year that 备考表 tell of: withdrawn ones (state "tombstone"), and used ones that
  /// a later edition than the first added.
  std::function<std::vector<LedgerRow>(int year)> changed_numbers{};
  /// What a finding's code means, in Chinese; "" when unknown.
  std::function<std::string(std::string_view code)> code_title{};
};

/// Seals and changed numbers of a register.
[[nodiscard]] Backing backing_of(Register& source);

/// Whose papers are printed. Outlives all that uses it.
struct Office {
  const Profile& profile;
  PaperSettings settings{};  ///< of the profile
  std::string fonds_code{};
  std::string fonds_name{};
  std::string date{};  ///< ISO: the day the papers speak of; a sealed year's own day goes before it
  Arrangement arrangement = Arrangement::item;
  Backing backing{};
  /// Rows of the office's registers that are the same as a document with a file. May be null.
  const LedgerTwins* twins = nullptr;
};

[[nodiscard]] Office make_office(const Profile& profile, Backing backing);

/// Lines of one kind, gathered in one pass over all items; several forms may be printed from them.
struct LineKind {
  using Add = std::function<void(const Line&)>;
  std::string_view id{};
  /// Adds what the item gives: no line, one or many. The view holds what `kPaperReads` names.
  void (*gather)(const View& item, const Office& office, const Add& add) = nullptr;
};

/// Makes the books of one paper and one year, one open at a time.
class Binder {
 public:
  /// `forms` as `load_forms` gives them; they outlive the binder.
  Binder(const std::vector<forms::Form>& forms, std::filesystem::path folder,
         forms::Formats formats);

  /// A new book named after the first form, with `-suffix` when there is one. Ends the book before.
  forms::Book& open(std::string_view suffix = {});
  /// For sheets of the further forms of a book: 0 is the first.
  [[nodiscard]] const forms::Form& form(std::size_t index) const { return forms_.at(index); }
  /// Ends the last book. Gives all files' paths, in the order of their making.
  std::vector<std::filesystem::path> finish();

 private:
  void end_book();

  const std::vector<forms::Form>& forms_;
  std::filesystem::path folder_;
  forms::Formats formats_;
  std::string stem_{};
  std::unique_ptr<forms::Book> book_{};
  std::vector<std::filesystem::path> files_{};
};

/// What a paper is printed from: one year's lines of its kind.
class PaperYear {
 public:
  PaperYear(const Office& office, const Deck& deck, std::string_view kind, int year);

  [[nodiscard]] const Office& office() const { return office_; }
  [[nodiscard]] int year() const { return year_; }  ///< 0: unknown; kWholeFonds
  [[nodiscard]] std::uint64_t count() const { return deck_.count(kind_, year_); }
  /// True while a number may still change: 未定稿.
  [[nodiscard]] bool draft() const { return deck_.provisional(kind_, year_); }
  [[nodiscard]] const std::vector<SealRow>& seals() const { return seals_; }
  /// In order; may be called again.
  void for_each(const std::function<void(std::string_view payload)>& visit) const {
    deck_.for_each(kind_, year_, visit);
  }
  /// What every form may say: fonds_code fonds_name year date count draft, and of a sealed year
  /// edition sealed_by checked_by seal_date (2024年6月30日). `date` is ISO. A sheet of which no
  /// number may change is no draft though the year is.
  [[nodiscard]] forms::Values head() const { return head(draft()); }
  [[nodiscard]] forms::Values head(bool draft) const;

 private:
  const Office& office_;
  const Deck& deck_;
  std::string kind_;
  int year_;
  std::vector<SealRow> seals_;
};

/// One form that is printed: a row in a table of all of them.
struct Paper {
  std::string_view form{};  ///< id of its description, `templates/forms/<id>.xml`
  const LineKind* lines = nullptr;
  std::optional<Arrangement> only{};  ///< printed by offices that arrange so
  void (*print)(const PaperYear& year, Binder& binder) = nullptr;
  std::array<std::string_view, 2> further{};  ///< forms bound into the same books
  bool handed_over = false;                   ///< goes into the bundle beside the year's own papers
};

/// The form that the profile's section `catalogue` names for an id
/// (`<form id="filed" file="templates/forms/ours.xml"/>`), or the program's own. Throws Failure.
[[nodiscard]] forms::Form load_form(const Profile& profile, std::string_view id);
/// The paper's own form and the further ones. Throws Failure.
[[nodiscard]] std::vector<forms::Form> load_forms(const Profile& profile, const Paper& paper);

/// Sets the format of that name (html pdf csv xlsx); false when there is none such.
[[nodiscard]] bool set_format(std::string_view name, forms::Formats& formats);

/// Gathers the lines of papers and prints them.
class Press {
 public:
  /// Gathers only the kinds that the papers need.
  Press(const Office& office, std::span<const Paper* const> papers, std::unique_ptr<Sorter> sorter);

  void take(const View& item);
  /// All items were taken. Once, before printing.
  void close() { deck_.close(); }

  /// Years that the paper has lines of.
  [[nodiscard]] std::vector<int> years(const Paper& paper) const;
  [[nodiscard]] PaperYear lines(const Paper& paper, int year) const;
  /// Prints one paper of one year into the folder. Gives the files.
  std::vector<std::filesystem::path> print(const Paper& paper,
                                           const std::vector<forms::Form>& forms, int year,
                                           const std::filesystem::path& folder,
                                           forms::Formats formats) const;

 private:
  const Office& office_;
  std::vector<const LineKind*> kinds_{};
  Deck deck_;
};

/// Values of a line as bytes and back, for kinds without a struct of their own.
[[nodiscard]] std::string pack_values(const forms::Values& values);
[[nodiscard]] forms::Values unpack_values(std::string_view bytes);

}  // namespace guidang::lists

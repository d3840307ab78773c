// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/organs/authority.h"
#include "pipeline/organs/evidence.h"
#include "pipeline/organs/organ.h"

/// Which 机关代字 belongs to which organ, derived from evidence. Only what nothing speaks against
/// becomes a row of a table; everything else is told apart for a person to settle.
namespace guidang::organs {

/// How matters stand with a code.
enum class Ruling : std::uint8_t {
  learnt,     ///< enough numbers, one organ, nothing against it
  known,      ///< the office's table, or one that is sure, says the same
  few,        ///< one organ, fewer numbers than asked for
  no_area,    ///< one name, which the table does not know and which lacks its area: 县财政局
  generic,    ///< a code without a word for its organ (政办发), with which others' end
  spellings,  ///< names that may be ways of writing one organ
  office,     ///< an organ and its own office (办公厅、室)
  renamed,    ///< one name after the other in time
  slip,       ///< one organ, but for a number or a few that may be mistakes
  conflict,   ///< several organs
  other       ///< the table says another organ
};
inline constexpr std::size_t kRulings = 11;

/// A ruling in words for users.
struct RulingText {
  Ruling ruling = Ruling::learnt;
  std::string_view name{};  ///< for machines: "slip"
  std::string_view zh{};
  std::string_view en{};
  std::string_view advice_zh{};  ///< what to do; "" when nothing
  std::string_view advice_en{};
};
[[nodiscard]] const RulingText& text_of(Ruling ruling);
/// Whether a person has to settle it: codes with evidence against them.
[[nodiscard]] bool is_contradiction(Ruling ruling);

/// What the evidence says of one code.
struct Lesson {
  std::string code{};
  Ruling ruling = Ruling::learnt;
  bool taken = false;           ///< goes into the table
  Voice main{};                 ///< under the organ with most numbers; joint ones with it included
  std::vector<Voice> others{};  ///< what speaks against it, most numbers first
  std::size_t against = 0;      ///< numbers in `others`
  Holder in_table{};            ///< whose code it is by the table, if it is anybody's
};

struct LearnOptions {
  std::size_t least = 3;  ///< numbers that a code must have
  std::set<std::string>
      confirmed{};  ///< codes that a person takes in spite of few or stray numbers
};

/// By ruling, then by code. Throws Failure (usage) for a confirmed code that the evidence does not
/// have, or that needs more than a yes: who the organ is, or which name it had when.
[[nodiscard]] std::vector<Lesson> learn(const Evidence& evidence, const Authority& authority,
                                        const LearnOptions& options = {});

/// `table` with the codes of the lessons that are taken. An organ that `table` lacks is added with
/// its id in the authority file, or its name as its id. In the order of `table`, then by id.
[[nodiscard]] std::vector<Organ> with_lessons(std::vector<Organ> table,
                                              std::span<const Lesson> lessons);

/// The taken lessons as CSV for `import_csv`, one organ a row, with a column (依据) for people that
/// says on what each code rests. UTF-8 with BOM.
[[nodiscard]] std::string lessons_csv(std::span<const Lesson> lessons);

}  // namespace guidang::organs

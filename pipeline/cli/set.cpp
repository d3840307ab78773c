// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ostream>

#include "pipeline/calendar/date.h"
#include "pipeline/cli/clock.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/resolve.h"
#include "pipeline/cli/words.h"
#include "pipeline/fields.h"
#include "pipeline/files/data_root.h"
#include "pipeline/home/home.h"
#include "pipeline/number/periods.h"
#include "pipeline/profile/profile.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/views.h"
#include "pipeline/text/utf8.h"
#include "stages/relate/kinds.h"
#include "stages/seal/seal.h"

namespace guidang::cli {
namespace {

/// A decision that is no description field, and the values it may have ("" in the list: any text).
struct Decidable {
  std::string_view field{};
  bool of_item = false;  ///< else of a document
  std::array<std::string_view, 3> values{};
};

constexpr std::array kDecidable{
    Decidable{"period", true, {}},
    Decidable{"filed", true, {"yes", "no"}},
    Decidable{"opening", true, {"open", "controlled"}},
    Decidable{"year", true, {}},
    Decidable{"class", true, {}},
    Decidable{"return", true, {"approved", "refused"}},
    Decidable{"withdraw", false, {"yes"}},
    Decidable{"duplicate", false, {"no"}},
    Decidable{"merge", false, {}},
    Decidable{"split", false, {"yes"}},
    Decidable{"pin", false, {"yes"}},
};

[[noreturn]] void refuse(const std::string& what, const std::string& advice) {
  throw Failure(what, advice, ExitStatus::usage);
}

void check_value(const SetArguments& arguments, const Decidable& decidable) {
  const auto& values = decidable.values;
  if (values[0].empty() || arguments.value.empty()) return;
  if (std::find(values.begin(), values.end(), arguments.value) != values.end()) return;
  std::string allowed;
  for (const std::string_view value : values) {
    if (!value.empty()) allowed += (allowed.empty() ? "" : " | ") + std::string(value);
  }
  refuse("'" + arguments.value + "' 不是这个字段的值 / is no value of '" + arguments.field + "'",
         "可用 / use " + allowed + "；空值为撤销 / an empty text takes the decision back");
}

void check_year(const std::string& text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || year < 1900 || year > 2200) {
    refuse("'" + text + "' 不是年度 / is not a year", "写成 / write it like 2023");
  }
}

std::string kinds_of_ties() {
  std::string names;
  for (const relate::TieKind& kind : relate::kTieKinds) {
    names += (names.empty() ? "" : ", ") + std::string(kind.name);
    if (!kind.inverse.empty() && kind.inverse != kind.name)
      names += ", " + std::string(kind.inverse);
  }
  return names;
}

/// The kind and the other document of `relation:KIND:RECORD`; nothing for other fields.
std::optional<relate::TieField> tie_field(const SetArguments& arguments) {
  if (!arguments.field.starts_with(relate::kTieDecision)) return std::nullopt;
  const auto named = relate::parse_tie_field(arguments.field);
  if (!named || relate::find_kind(named->kind) == nullptr) {
    refuse("没有这种关联 / there is no such kind of tie: '" + arguments.field + "'",
           "写成 / write relation:KIND:RECORD, KIND: " + kinds_of_ties());
  }
  if (arguments.value != "yes" && arguments.value != "no" && !arguments.value.empty()) {
    refuse("'" + arguments.value + "' 不是关联的决定 / is no decision about a tie",
           "建立 yes，解除 no，空值为撤销 / yes sets it, no takes it back, an empty text takes the "
           "decision back");
  }
  return named;
}

/// True when the decision belongs to the item rather than to its document.
bool belongs_to_item(const SetArguments& arguments) {
  if (tie_field(arguments)) return false;
  if (arguments.field.starts_with("waive:") && arguments.field.size() > 6) return true;
  for (const Decidable& decidable : kDecidable) {
    if (decidable.field != arguments.field) continue;
    check_value(arguments, decidable);
    if (arguments.field == "year" && !arguments.value.empty()) check_year(arguments.value);
    return decidable.of_item;
  }
  if (find_field(arguments.field) == nullptr) {
    refuse("没有这个字段 / there is no field '" + arguments.field + "'",
           "字段见 guidang export，另有 / fields are those of guidang export, and period, filed, "
           "opening, year, class, return, "
           "waive:CODE, relation:KIND:RECORD, withdraw, duplicate, merge, split, pin");
  }
  if (arguments.field == "date" && !arguments.value.empty() && !parse_iso(arguments.value)) {
    refuse("'" + arguments.value + "' 不是日历上的一天 / is not a day of the calendar",
           "写成 / write it like 2023-08-30");
  }
  return false;
}

/// The main document of an item; a document is its own.
RecordId document_of(RecordReader& records, const RecordId& record) {
  const Known known = records.load(record);
  const auto& slot = known.facts[static_cast<std::size_t>(FactKind::item)];
  return slot == nullptr ? record : std::get<Item>(*slot).main;
}

/// The period's name in the profile's table, for the name or the code.
std::string period_of(const Home& home, const std::string& text) {
  const Profile profile = Profile::load(files::data_root(), home.fonds().profile);
  const Periods periods(profile.section("appraise"));
  if (const std::string_view name = periods.name(text); !name.empty()) return std::string(name);
  refuse("保管期限表没有这一期限 / the table of periods has no '" + text + "'",
         "可用 / there are: " + periods.names());
}

/// A sealed item is not simply withdrawn: its number stays behind as a tombstone.
bool bury_if_sealed(Home& home, const RecordId& document, const SetArguments& arguments,
                    const Console& console) {
  const auto item = RecordReader(home.registry()).item_of(document);
  if (!item || !Ledger(home.registry()).of_item(*item)) return false;
  if (arguments.value != "yes")
    refuse("已封存件的撤回不能取消 / a sealed item's withdrawal cannot be taken back", "");
  bury_item(home.registry(), *item,
            {.by = arguments.by,
             .date = as_of(arguments.as_of),
             .why = arguments.why,
             .at = timestamp()});
  console.err << console(kWithdrawn) << *item << '\n';
  return true;
}

}  // namespace

ExitStatus execute(const SetArguments& arguments, const Console& console) {
  for (const std::string* text : {&arguments.value, &arguments.by, &arguments.why}) {
    if (!text::is_utf8(*text))
      refuse("命令行不是 UTF-8 / the command line is not UTF-8",
             "用 UTF-8 终端 / use a UTF-8 terminal");
  }
  if (text::trim(arguments.by).empty() || text::trim(arguments.why).empty()) {
    refuse("决定要有决定人和理由 / a decision needs a name and a reason",
           "给出 / give both --by and --why");
  }
  const bool to_item = belongs_to_item(arguments);
  Home home(arguments.home, Home::Mode::write);
  RecordReader records(home.registry());
  RecordId record = resolve(home.registry(), arguments.record);
  if (const bool is_item = record.starts_with('i'); to_item && !is_item) {
    // A document that no item holds yet keeps the decision itself.
    record = records.item_of(record).value_or(record);
  } else if (!to_item && is_item) {
    record = document_of(records, record);
  }
  if (arguments.field == "withdraw" && bury_if_sealed(home, record, arguments, console)) {
    return ExitStatus::done;
  }
  std::string value = arguments.value;
  std::string field = arguments.field;
  if (const auto named = tie_field(arguments)) {
    // One tie, one decision: it stands on the active side, from whichever side it was named.
    const RecordId other =
        document_of(records, resolve(home.registry(), std::string(named->other)));
    const auto tie = relate::tie_of(record, named->kind, other);
    if (!tie) {
      refuse("文件不能与自己关联 / a document has no tie to itself: " + record,
             "另指一份文件 / name another document");
    }
    record = tie->from;
    field = relate::field_of(*tie);
  }
  if (arguments.field == "merge" && !value.empty()) {
    value = document_of(records, resolve(home.registry(), value));
  }
  if (arguments.field == "period" && !value.empty()) value = period_of(home, value);
  const bool sealed = Ledger(home.registry()).sealed(record);
  Commit commit(home.registry(), "decision", {}, timestamp());
  commit.put_decision(
      record, field,
      {.value = value, .by = arguments.by, .date = as_of(arguments.as_of), .why = arguments.why});
  commit.finish();
  console.err << console(kDecided) << "  " << record << ' ' << field << " = " << value << "  "
              << console(sealed ? kOnlyProposed : kRunAgain) << '\n';
  return ExitStatus::done;
}

}  // namespace guidang::cli

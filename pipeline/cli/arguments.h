// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/cli/console.h"

/// The command line as data. Options and help are declared in arguments.cpp, the only file that
/// knows the parsing library; what a command does is in the file of its name.
namespace guidang::cli {

struct InitArguments {
  std::string home{}, fonds{}, name{}, profile = "national", ceiling = "none";
};
struct RunArguments {
  std::string home{};
  std::vector<std::string> batches{};
  std::string purpose = "filing", until{}, as_of{}, declared_by{};
  unsigned jobs = 0;  ///< 0: as many as the machine has
  bool dry_run = false, ocr = false, json = false;
};
/// `run` again with failures forgotten; without batches a look at what lies in quarantine.
struct RetryArguments {
  RunArguments run{};
};
struct SealArguments {
  std::string home{};
  int year = 0;
  std::string by{}, checked_by{}, as_of{}, why{};
  bool leave_held = false, json = false;
};
struct PackageArguments {
  std::string home{};
  int year = 0;
  std::string to{};
  bool zip = false;
};
struct FormsArguments {
  std::string home{};
  int year = 0;
  std::vector<std::string> forms{}, formats{};
  std::string to{}, as_of{};
};
struct VerifyArguments {
  std::string path{};
  bool json = false;
};
struct CheckArguments {
  std::vector<std::string> files{};
  std::string profile = "national", org{}, received{}, direction{};
  std::string purpose = "incoming";
  bool ocr = false, json = false;
};
struct TextArguments {
  std::vector<std::string> files{};
  bool ocr = false, json = false;
};
struct ExportArguments {
  std::string home{};
  int year = 0;
  bool csv = false;
};
struct SearchArguments {
  std::vector<std::string> homes{};
  std::optional<std::string> query{};
  std::optional<unsigned> limit{};
  unsigned offset = 0;
  std::string sort = "relevance";
  /// What was chosen of each facet, in the order of index::kFacets.
  std::array<std::vector<std::string>, 6> choices{};
  std::string similar{};  ///< a record or 档号, in place of a query
  bool json = false, csv = false, count = false, open_only = false;
  bool all = false, facets = false, explain = false, grammar = false;
};
struct ServeArguments {
  std::vector<std::string> homes{}, names{};
  std::string listen = "127.0.0.1:8420";
  unsigned threads = 256;
  bool open_only = false, log = false;
};
struct StatusArguments {
  std::string home{};
  bool json = false, all = false;
};
struct ExplainArguments {
  std::string subject{};  ///< a home, or a rule's id
  std::string record{};
  std::string profile = "national";
};
struct SetArguments {
  std::string home{}, record{}, field{}, value{}, by{}, why{}, as_of{};
};
struct ReviewArguments {
  std::string action{};  ///< export, apply
  std::string home{};
  std::string file{};  ///< apply: the table that comes back
  std::string to{}, by{}, why{}, as_of{};
  int year = 0;
  bool all = false, dry_run = false, json = false;
};
struct UndoArguments {
  std::string home{};
  std::int64_t event = 0;  ///< 0: the newest
  std::string by{}, why{}, as_of{};
  bool list = false, json = false;
};
struct CheckYearArguments {
  std::string home{};
  int year = 0;
  std::string to{}, as_of{};
  bool json = false;
};
struct AnswerArguments {
  std::string home{}, record{}, question{}, value{}, by{}, why{}, as_of{};
  bool list = false, only_this = false, json = false;
};
struct RetentionArguments {
  std::string action{};  ///< import, show, diff, test
  std::string table{};   ///< a file, or the id of a shipped table or of a profile
  std::string other{};   ///< diff: the newer table; test: the cases
  std::string to{}, title{}, approved_by{}, approved_on{};
};
struct RulesArguments {
  std::string profile = "national";
  bool json = false;
};
struct LedgerArguments {
  std::string home{}, as_of{};
  std::vector<std::string> files{};
};
struct RenumberArguments {
  std::string home{};
  int year = 0;
  std::string plan{}, apply{}, by{}, why{}, as_of{};
};
struct NumberArguments {
  std::string action{};                 ///< patterns, parse, check, archive
  std::vector<std::string> subjects{};  ///< codes, or a file
  std::string pattern{}, profile{}, home{}, by{}, why{}, as_of{};
  bool json = false;
};
struct OrgansArguments {
  std::string action{};                 ///< import, list, check, find, learn
  std::vector<std::string> subjects{};  ///< files, or for find a name; for learn also a home
  std::string to{}, org{}, date{};
  std::vector<std::string> confirmed{};  ///< codes to learn in spite of few or stray numbers
  unsigned least = 3;                    ///< numbers that a code needs to be learnt
  std::string profile = "national";
  bool leave_bad = false, json = false;
};
struct BackupArguments {
  std::string home{}, target{};
};
struct RestoreArguments {
  std::string source{}, home{};
};
struct DoctorArguments {
  std::vector<std::string> homes{};
  bool deep = false;
};

struct IndexArguments {
  std::string home{};
  bool rebuild = false, verify = false, json = false;
  unsigned jobs = 0;
};

/// What the archivist does with volumes (案卷) before they are sealed.
struct VolumeArguments {
  std::string action{};  ///< list, move, merge, split, reorder, retitle
  std::string home{};
  std::vector<std::string> subjects{};  ///< volumes or documents, as the action asks
  std::string to{}, by{}, why{}, as_of{};
  int year = 0;
  bool json = false;
};

using Arguments =
    std::variant<InitArguments, RunArguments, RetryArguments, SealArguments, PackageArguments,
                 FormsArguments, VerifyArguments, CheckArguments, TextArguments, ExportArguments,
                 SearchArguments, StatusArguments, ExplainArguments, SetArguments, RulesArguments,
                 LedgerArguments, NumberArguments, OrgansArguments, BackupArguments,
                 RestoreArguments, DoctorArguments, VolumeArguments, AnswerArguments,
                 RetentionArguments, RenumberArguments, ReviewArguments, UndoArguments,
                 CheckYearArguments, ServeArguments, IndexArguments>;

/// What to do, or how to end at once: help (0) and a wrong command line (2) are already printed.
struct Parsed {
  std::variant<Arguments, ExitStatus> what = ExitStatus::usage;
  Language language = Language::zh;
};

/// `locale` is the value of LC_ALL, LC_MESSAGES or LANG, whichever is set first.
[[nodiscard]] Parsed parse(int argc, const char* const* argv, std::string_view locale);

}  // namespace guidang::cli

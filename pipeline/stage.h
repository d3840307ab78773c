// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/findings/codes.h"
#include "pipeline/view.h"

namespace guidang {

/// What a stage looks at. A set stage sees all documents or all items, one view at a time.
enum class Scope : std::uint8_t { document, item };

/// One thing that a stage reads. Only what is named here reaches its view and its fingerprint.
struct Read {
  FactKind kind = FactKind::origin;
  bool of_parts = false;  ///< of the item's documents rather than of the item itself
  std::span<const std::string_view> fields{};  ///< top-level members (for descriptions: field
                                               ///< names) that count; empty = the whole fact
};

/// A stage's identity card.
struct StageInfo {
  std::string_view name{};     ///< on the command line and in the register
  std::string_view zh{};       ///< the trade's word
  std::string_view summary{};  ///< one English line for `help`
  Scope scope = Scope::document;
  std::span<const Read> reads{};
  std::optional<FactKind> writes{};               ///< nothing for stages that only derive files
  std::span<const std::string_view> decisions{};  ///< fields people may decide that it looks at;
                                                  ///< "waive:" stands for all that begin so
  bool reads_findings = false;
  std::span<const CodeInfo> codes{};  ///< every code it can report by itself
  int revision = 1;                   ///< raised when the same input may now give another fact
};

/// Looks at one document or item at a time. Const and without state: several threads share it.
class RecordStage {
 public:
  virtual ~RecordStage() = default;
  [[nodiscard]] virtual const StageInfo& info() const = 0;
  /// Digest of the profile section (and other data files) that it goes by; part of the fingerprint.
  [[nodiscard]] virtual std::string settings() const { return {}; }
  /// The fact, or nothing after reporting why there is none.
  [[nodiscard]] virtual std::optional<Fact> run(const View& view, Findings& findings) const = 0;
};

/// Where a set stage puts what it found. Facts that equal the current ones are not written again.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void put(const RecordId& record, Fact fact) = 0;
  virtual void report(const RecordId& record, Finding finding) = 0;
};

/// A key to sort by, and what goes with it.
struct SortedRow {
  std::string key{};  ///< compared as bytes
  RecordId record{};
  std::string payload{};
};

/// Sorts any number of rows in bounded memory (they spill to a private file).
class Sorter {
 public:
  virtual ~Sorter() = default;
  virtual void add(std::string_view key, std::string_view record, std::string_view payload) = 0;
  /// Rows in order of (key, record). May be called again; rows may not be added meanwhile.
  virtual void for_each(const std::function<void(const SortedRow&)>& visit) = 0;
};

/// What a set stage sees: a cursor over all records of its scope, one view at a time.
class RecordSet {
 public:
  virtual ~RecordSet() = default;
  /// Documents (or items, when `items`) in order of their ids, with the facts that the stage
  /// declared. The view lives only during the call.
  virtual void for_each_document(const std::function<void(const View&)>& visit) = 0;
  virtual void for_each_item(const std::function<void(const View&)>& visit) = 0;
  [[nodiscard]] virtual std::unique_ptr<Sorter> sorter() = 0;
};

/// Must see all records before it can say anything of one. Never holds them all in memory.
class SetStage {
 public:
  virtual ~SetStage() = default;
  [[nodiscard]] virtual const StageInfo& info() const = 0;
  [[nodiscard]] virtual std::string settings() const { return {}; }
  virtual void run(RecordSet& set, Sink& sink) const = 0;
};

/// Where a stage that derives files may write, and what it may print on them.
struct Place {
  std::filesystem::path home{};
  std::string fonds_code{};  ///< 全宗号
  std::string fonds_name{};  ///< 立档单位
  std::string as_of{};       ///< ISO date that stands for today
  std::string chain_head{};
  unsigned jobs = 1;
};

/// Makes files that can be made again at any time from register and objects: lists, the index.
class DerivedStage {
 public:
  virtual ~DerivedStage() = default;
  [[nodiscard]] virtual const StageInfo& info() const = 0;
  [[nodiscard]] virtual std::string settings() const { return {}; }
  /// True when what it makes is missing, though nothing that it reads has changed.
  [[nodiscard]] virtual bool stale(const Place&) const { return false; }
  /// Whole or absent: writes beside and renames.
  virtual void run(RecordSet& set, const Place& place) const = 0;
};

}  // namespace guidang

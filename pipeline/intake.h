// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/findings/finding.h"
#include "pipeline/reader.h"

namespace guidang {

/// What became of one thing found in a batch. Every one is counted once (files account).
enum class FileState : std::uint8_t {
  component,    ///< stored, part of a document
  metadata,     ///< ledger, sidecar, batch.xml: read into facts
  ignored,      ///< by its name
  quarantined,  ///< could not be read; kept in quarantine/ with the reason
  refused       ///< not kept: above the ceiling, a link, a device, unreadable, too large …
};

struct FileRow {
  std::string key{};    ///< identity over runs: from place and content; reveals neither for a stub
  std::string batch{};  ///< name of the batch
  std::string path{};   ///< as shown; "" for what lies above the ceiling
  FileState state = FileState::refused;
  std::string code{};      ///< code of the finding that says why, "" for plain components
  std::string digest{};    ///< "" unless stored
  std::uint64_t size = 0;  ///< 0 for what lies above the ceiling
  RecordId document{};     ///< of a component or its sidecar
};

/// A document as it came in. A stub has an id and nothing else.
struct ReceivedDocument {
  RecordId id{};
  bool stub = false;
  Origin origin{};
  Components components{};
  std::vector<Finding> findings{};
};

/// Takes what receive found. Calls come from one thread, in an order that depends only on the
/// batch. What was put before may be put again: equal rows change nothing.
class IntakeSink {
 public:
  virtual ~IntakeSink() = default;
  /// How many things the walk found: counted apart from the rows, so that the account can fail.
  virtual void seen(std::uint64_t count) = 0;
  virtual void put(const FileRow& row) = 0;
  virtual void put(const ReceivedDocument& document) = 0;
  /// A finding about a file or the batch itself rather than a document; `key` is a FileRow's.
  virtual void report(const std::string& key, const Finding& finding) = 0;
  /// All content behind the rows put so far is on disk: they may be committed now.
  virtual void may_commit() = 0;
  /// Thrown out of here (as Interrupted) when the user asked to stop.
  virtual void progress(std::uint64_t done, std::uint64_t total) = 0;
};

/// Where content goes: objects, texts and quarantine of the home. Thread-safe.
class ContentStore {
 public:
  virtual ~ContentStore() = default;
  /// Stores the bytes of `fd` (a regular file, any offset) under their sha256, which the caller
  /// already knows. Durable when it returns.
  virtual void put_object(int fd, const std::string& digest) = 0;
  /// The stored outcome of reading these bytes, if its reader's revision still holds.
  [[nodiscard]] virtual std::optional<ComponentText> find_text(const std::string& digest) = 0;
  /// Stores an extraction; the answer is its summary for the `Text` fact.
  virtual ComponentText put_text(const std::string& digest, const Extraction& extraction) = 0;
  /// Pages of a stored text.
  [[nodiscard]] virtual std::vector<std::string> pages(const ComponentText& text) = 0;
  /// Places and looks of its lines; empty when they are not known.
  [[nodiscard]] virtual std::vector<PageLayout> layout(const ComponentText& /*text*/) { return {}; }
  /// Opens a stored object for reading; the caller closes the descriptor.
  [[nodiscard]] virtual int open_object(const std::string& digest) = 0;
  /// Keeps a file that could not be read, with a readable reason beside it.
  virtual void quarantine(int fd, const std::string& digest, const std::string& path,
                          const std::string& reason) = 0;
};

/// One place that documents come from.
struct Batch {
  std::filesystem::path root{};               ///< folder, or folder of the bare files
  std::vector<std::filesystem::path> only{};  ///< bare files named on the command line, if any
  std::string name{};                         ///< the folder's own name; "" for bare files
  Purpose purpose = Purpose::filing;
  std::string declared_by{};  ///< who declares 本批无涉密 on the command line, "" for nobody
};

/// Makes documents out of files. It is not a stage: stages refine records, intake creates them.
class Intake {
 public:
  virtual ~Intake() = default;
  virtual void run(const Batch& batch, Reader& reader, ContentStore& store, unsigned jobs,
                   IntakeSink& sink) const = 0;
};

}  // namespace guidang

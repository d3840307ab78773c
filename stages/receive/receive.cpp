// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/receive.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "pipeline/files/digest.h"
#include "pipeline/files/display_name.h"
#include "pipeline/files/fd.h"
#include "stages/receive/codes.h"
#include "stages/receive/delivery.h"
#include "stages/receive/document.h"
#include "stages/receive/join.h"
#include "stages/receive/ordered.h"
#include "stages/receive/plain_files.h"
#include "stages/receive/survey.h"
#include "stages/receive/unpack.h"

namespace guidang::receive {
namespace {

/// Results that wait for their turn, for each thread: documents differ much in size.
constexpr std::size_t kWindowPerJob = 8;

Finding declaration(const std::string& by, const std::string& on, const std::string& path) {
  return {.code = std::string{kDeclared},
          .severity = Severity::note,
          .path = path,
          .found = on.empty() ? by : by + ' ' + on};
}

/// Receiving one batch, step by step.
class Run {
 public:
  Run(const Settings& settings, const Gate& gate, const SidecarReader& sidecars, const Batch& batch,
      Reader& reader, ContentStore& store, IntakeSink& sink)
      : batch_(batch),
        sink_(sink),
        root_(files::open_folder(batch.root)),
        opener_(root_.get(), reader, settings),
        context_{.settings = settings,
                 .gate = gate,
                 .sidecars = sidecars,
                 .reader = reader,
                 .store = store,
                 .opener = opener_,
                 .more_ignored = more_ignored_,
                 .declared = !batch.declared_by.empty(),
                 .batch_name =
                     gate.above_path(batch.name) ? std::string{} : files::display_name(batch.name),
                 .purpose = batch.purpose},
        ledgers_(settings, gate) {}

  void run(unsigned jobs) {
    entries_ = survey(batch_, root_.get(), context_.settings, context_.gate);
    read_batch();
    classify(entries_, context_.settings, more_ignored_);
    unpack(context_, entries_);
    classify(entries_, context_.settings, more_ignored_);
    attach_archives(entries_, context_.settings);
    sink_.seen(entries_.size());
    read_ledgers();
    put_plain_files();
    put_documents(jobs);
    sink_.may_commit();
  }

 private:
  void read_batch() {
    const auto at = std::find_if(entries_.begin(), entries_.end(), [](const Entry& entry) {
      return entry.path == kBatchFileName && entry.refusal == files::WalkRefusal::none &&
             !entry.missing;
    });
    if (at != entries_.end()) {
      ReadBatchFile read = read_batch_file(context_, *at);
      more_ignored_ = std::move(read.content.ignored);
      if (!read.content.declared_by.empty()) {
        context_.declared = true;
        if (!at->marked) {
          read.file.findings.push_back(
              declaration(read.content.declared_by, read.content.declared_on, read.file.row.path));
        }
      }
      metadata_.emplace(at->path, std::move(read.file));
    }
    if (!batch_.declared_by.empty()) {
      sink_.report(files::short_id("b", context_.batch_name),
                   declaration(batch_.declared_by, {}, context_.batch_name));
    }
  }

  void read_ledgers() {
    for (const Entry& entry : entries_) {
      if (entry.kind == EntryKind::ledger) {
        metadata_.emplace(entry.path, read_ledger(context_, entry, ledgers_));
      }
    }
    ledgers_.seal();
  }

  void put_plain_files() {
    for (const Entry& entry : entries_) {
      const auto known = metadata_.find(entry.path);
      if (known != metadata_.end()) {
        put(known->second);
      } else if (is_passed_over(entry) && !waits(entry)) {
        put(pass_over(context_, entry));
      }
    }
  }

  static bool is_passed_over(const Entry& entry) {
    return entry.kind == EntryKind::refused || entry.kind == EntryKind::ignored ||
           entry.kind == EntryKind::archive;
  }
  /// Names of archives, and of what is left out of an attached one, may tell of a document that
  /// turns out to be a secret.
  static bool waits(const Entry& entry) {
    return entry.kind == EntryKind::archive || entry.attached != 0;
  }

  bool is_secret_register(const Entry& entry) const {
    const auto known = metadata_.find(entry.path);
    return known != metadata_.end() && known->second.row.code == kAboveCeiling;
  }

  /// An archive is as secret as what lies in it.
  void put_archives(const Delivery& delivery) {
    std::set<std::string_view> secret;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!entries_[i].marked && !delivery.is_secret(i) && !is_secret_register(entries_[i]))
        continue;
      secret.insert(entries_[i].path);
      for (const Inside* inside = entries_[i].inside.get(); inside != nullptr;
           inside = inside->container->inside.get()) {
        secret.insert(inside->container->path);
      }
    }
    for (Entry& entry : entries_) {
      if (!is_passed_over(entry) || !waits(entry)) continue;
      entry.marked = entry.marked || secret.contains(entry.path);
      put(pass_over(context_, entry));
    }
  }

  void put(const PlainFile& file) {
    sink_.put(file.row);
    for (const Finding& finding : file.findings) sink_.report(file.row.key, finding);
  }

  void put_documents(unsigned jobs) {
    const std::vector<Group> groups = make_groups(entries_, batch_.name, context_.settings);
    const Join join(entries_, groups, ledgers_);
    const Documents documents{context_, entries_, join};
    Delivery delivery(documents, ledgers_, sink_, groups.size());
    const std::size_t window = kWindowPerJob * std::max(jobs, 1U);
    in_order<Prepared>(
        groups.size(), jobs, window,
        [&](std::size_t i) { return make_document(documents, groups[i], join.of(i)); },
        [&](std::size_t i, Prepared prepared) {
          delivery.deliver(std::move(prepared), groups[i], join.of(i));
        });
    delivery.deliver_rest();
    put_archives(delivery);
  }

  const Batch& batch_;
  IntakeSink& sink_;
  files::Fd root_;
  Opener opener_;
  std::vector<IgnoreRule> more_ignored_{};
  Context context_;
  std::vector<Entry> entries_{};
  std::map<std::string, PlainFile> metadata_{};  ///< batch.xml and registers by path
  Ledgers ledgers_;
};

}  // namespace
}  // namespace guidang::receive

namespace guidang {

Receive::Receive(receive::Settings settings, const std::filesystem::path& schemas)
    : settings_(std::move(settings)), gate_(settings_), sidecars_(schemas) {}

void Receive::run(const Batch& batch, Reader& reader, ContentStore& store, unsigned jobs,
                  IntakeSink& sink) const {
  receive::Run(settings_, gate_, sidecars_, batch, reader, store, sink).run(jobs);
}

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/receive/inside.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "pipeline/files/entry_name.h"
#include "pipeline/text/fold.h"
#include "pipeline/text/utf8.h"
#include "stages/receive/codes.h"
#include "stages/receive/names.h"
#include "stages/receive/survey.h"

namespace guidang::receive {
namespace {

constexpr std::array<std::string_view, 7> kArchives{"zip", "tar", "gz", "bz2", "xz", "7z", "rar"};
constexpr std::array<std::string_view, 3> kPacked{"gz", "bz2", "xz"};
constexpr std::size_t kLongestPath = 4'095;
/// Characters of a name that is too long: nobody reads more of it.
constexpr std::size_t kShownOfLong = 100;

bool is_folder(const guidang::Member& member) {
  return member.name.ends_with('/') && member.size == 0 && member.refusal.empty();
}

std::string_view describe(files::NameFlaw flaw) {
  switch (flaw) {
    case files::NameFlaw::none:
      return {};
    case files::NameFlaw::empty:
      return "没有名称 · no name";
    case files::NameFlaw::absolute:
      return "绝对路径 · an absolute path";
    case files::NameFlaw::parent:
      return "含 . 或 .. 或空的一级 · holds . or .. or an empty part";
    case files::NameFlaw::backslash:
      return "含反斜杠 · holds a backslash";
    case files::NameFlaw::drive:
      return "含盘符 · a drive letter";
    case files::NameFlaw::control:
      return "含控制字符 · holds a control character";
    case files::NameFlaw::too_long:
      return "过长 · too long";
  }
  return {};
}

/// Names that more than one member bears, and names of files that are also folders of others.
class Names {
 public:
  explicit Names(const std::vector<guidang::Member>& members) {
    for (const guidang::Member& member : members) {
      if (!is_folder(member)) ++bearers_[text::nfc(member.name)];
    }
  }

  std::string_view flaw(const std::string& name) const {
    const std::string whole = text::nfc(name);
    if (const auto at = bearers_.find(whole); at != bearers_.end() && at->second > 1) {
      return "同名文件不止一个 · several files have this name";
    }
    for (std::string_view folder = folder_of(whole); !folder.empty(); folder = folder_of(folder)) {
      if (bearers_.contains(std::string{folder})) return "其文件夹是文件 · its folder is a file";
    }
    return {};
  }

 private:
  std::unordered_map<std::string, unsigned> bearers_{};
};

std::shared_ptr<const Remark> remark(std::string_view code, std::string found) {
  return std::make_shared<const Remark>(Remark{.code = code, .found = std::move(found)});
}

Entry archive_entry(const Container& container, const guidang::Member& member, const Names& names) {
  const files::NameFlaw found = files::check_entry_name(member.name);
  const bool long_one = found == files::NameFlaw::too_long;
  Entry entry{.path = container.path + '/' +
                      (long_one ? std::string{text::prefix(member.name, kShownOfLong)} + "…"
                                : member.name)};
  std::string_view flaw = describe(found);
  if (flaw.empty() && member.name.ends_with('/')) flaw = "文件夹带有内容 · a folder with content";
  if (flaw.empty() && entry.path.size() > kLongestPath) {
    flaw = describe(files::NameFlaw::too_long);
  }
  if (flaw.empty()) flaw = names.flaw(member.name);
  if (!flaw.empty()) {
    entry.kind = EntryKind::refused;
    entry.remark = remark(kMemberName, std::string{flaw});
  }
  return entry;
}

/// In a mail the name is a label that any program may have written: it is made one that is alone,
/// and the content is taken.
Entry labelled_entry(const Container& container, const guidang::Member& member, std::size_t number,
                     std::set<std::string>& used) {
  const std::size_t slash = member.name.find_last_of("/\\");
  std::string label = slash == std::string::npos ? member.name : member.name.substr(slash + 1);
  const files::NameFlaw flaw = files::check_entry_name(label);
  if (flaw != files::NameFlaw::none && flaw != files::NameFlaw::control) {
    label = "附件" + std::to_string(number);
  }
  if (!used.insert(text::nfc(label)).second) {
    const NameParts parts = split_name(label);
    std::string numbered = std::string{parts.stem} + " (" + std::to_string(number) + ')';
    if (!parts.extension.empty()) numbered += '.' + std::string{parts.extension};
    label = std::move(numbered);
    used.insert(text::nfc(label));
  }
  return {.path = container.path + '/' + label};
}

/// Which limit the container breaks, in words; "" when none. What it takes is off the budget.
std::string broken_limit(const Container& container, std::uint64_t files, std::uint64_t bytes,
                         const UnpackLimits& limits, Budget& budget) {
  if (files > budget.files) {
    return std::to_string(files) + " 个文件超过上限 · files inside, too many";
  }
  const std::uint64_t inflated = std::max(kUnpackSlack, limits.ratio * container.size);
  if (bytes > inflated) {
    return "解压后与压缩前之比过大 · unpacks to " + std::to_string(bytes) + " bytes from " +
           std::to_string(container.size);
  }
  if (bytes > budget.bytes) {
    return "解压后过大 · unpacks to too much, " + std::to_string(bytes) + " bytes";
  }
  budget.files -= files;
  budget.bytes -= bytes;
  return {};
}

}  // namespace

bool is_archive(const Extraction& extraction) {
  const bool listed = extraction.state == TextState::none_by_nature && !extraction.reader.empty();
  return listed &&
         std::find(kArchives.begin(), kArchives.end(), extraction.format) != kArchives.end();
}

void name_packed(Extraction& extraction, std::string_view base) {
  const bool packed = std::find(kPacked.begin(), kPacked.end(), extraction.format) != kPacked.end();
  if (!packed || extraction.members.size() != 1 || !extraction.members.front().name.empty()) return;
  extraction.members.front().name = split_name(base).stem;
}

std::shared_ptr<const Container> container_of(const Entry& entry, bool archive,
                                              std::string_view digest, std::uint64_t size) {
  return std::make_shared<const Container>(
      Container{.path = entry.path,
                .digest = std::string{digest},
                .size = size,
                .depth = entry.inside ? entry.inside->container->depth + 1 : 0,
                .inside = entry.inside,
                .archive = archive});
}

std::variant<std::vector<Entry>, Remark> entries_inside(
    const std::shared_ptr<const Container>& container, const std::vector<guidang::Member>& members,
    const UnpackLimits& limits, Budget& budget) {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  for (const guidang::Member& member : members) {
    if (is_folder(member)) continue;
    ++files;
    const std::uint64_t sum = bytes + member.size;
    bytes = sum < bytes ? UINT64_MAX : sum;
  }
  if (std::string broken = broken_limit(*container, files, bytes, limits, budget);
      !broken.empty()) {
    return Remark{.code = kUnpackLimit, .found = std::move(broken)};
  }
  const Names names(members);
  std::set<std::string> used;
  std::vector<Entry> entries;
  entries.reserve(files);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const guidang::Member& member = members[i];
    if (is_folder(member)) continue;
    Entry& entry =
        entries.emplace_back(container->archive ? archive_entry(*container, member, names)
                                                : labelled_entry(*container, member, i + 1, used));
    entry.inside =
        std::make_shared<const Inside>(Inside{.container = container,
                                              .index = static_cast<std::uint32_t>(i),
                                              .size = member.size,
                                              .raw_name = member.raw_name.substr(0, kLongestPath),
                                              .encoding = member.encoding});
    if (entry.remark) continue;
    if (container->depth + 1 > limits.depth) {
      entry.remark =
          remark(kUnpackLimit, "层次超过 · nested deeper than " + std::to_string(limits.depth));
    } else if (!member.refusal.empty()) {
      entry.remark = remark(kMemberLost, member.refusal);
    }
  }
  return entries;
}

Remark unpacked(std::size_t files) {
  return {.code = kUnpacked, .found = std::to_string(files) + " 份文件 · files"};
}

bool is_marked(const Gate& gate, const Entry& entry) {
  if (gate.above_path(entry.path)) return true;
  return entry.inside && gate.above_path(entry.inside->raw_name);
}

std::uint64_t most_bytes(const Inside& inside, const UnpackLimits& limits) {
  return std::max({inside.size, kUnpackSlack, limits.ratio * inside.container->size});
}

}  // namespace guidang::receive

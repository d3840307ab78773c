// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What can be known of a record, and which stage says it. One kind of fact has one writer.
/// All text is UTF-8, all dates are ISO `YYYY-MM-DD`, "" means "not known".
namespace guidang {

/// "d" (document, 文件) or "i" (item, 件) and 16 hex digits, derived from content and place.
using RecordId = std::string;

/// What a batch is for. It decides how severe a flaw is.
enum class Purpose : std::uint8_t { filing, incoming };

/// Which register of the office a document belongs to.
enum class Direction : std::uint8_t { unknown, received, issued, internal };

/// What a file or document is within its item, in the order of DA/T 22-2015 5.3.
enum class Role : std::uint8_t {
  handling_slip,  ///< 文件处理单, before the received document
  reply,          ///< 复文, before the document it answers
  main,           ///< 正本(印本)
  attachment,     ///< 附件
  forwarded,      ///< 被转发件
  approval_form,  ///< 发文稿纸
  final_draft,    ///< 定稿
  marked_draft,   ///< 花脸稿
  draft,          ///< 底稿
  instruction,    ///< 批示
  copy            ///< 副本
};

/// A field as somebody outside the text gave it: a ledger's row or a sidecar.
struct GivenField {
  std::string name{};    ///< as in `fields.h`; a ledger column that maps to none keeps its heading
  std::string value{};   ///< as written
  std::string source{};  ///< "ledger", "sidecar" or "tag"
  std::string where{};   ///< "收文登记.csv:12" (line, 1-based) or the sidecar's path
};

/// Where a document came from. Written by receive, never changed afterwards.
struct Origin {
  std::string batch{};  ///< the batch folder's own name
  std::string place{};  ///< main file's path in the batch, as shown; for paper only, the ledger row
  Purpose purpose = Purpose::filing;
  Direction direction = Direction::unknown;
  bool paper_only = false;   ///< a ledger row that no file answers
  bool in_ledger = false;    ///< a row names it
  bool ledger_seen = false;  ///< its batch has a ledger at all
  std::vector<GivenField> given{};
};

/// One stored file of a document.
struct Component {
  Role role = Role::main;
  std::string digest{};  ///< sha256, the name in objects/
  std::uint64_t size = 0;
  std::string name{};  ///< path in the batch as shown
};

/// The files of a document, in the order of their roles. Empty for paper only. Written by receive.
struct Components {
  std::vector<Component> list{};
};

enum class TextState : std::uint8_t {
  read,            ///< text was taken out
  none_by_nature,  ///< the format can hold no text (a picture without recognition)
  no_reader,       ///< nothing here reads this format
  failed           ///< a reader exists and could not; see `reason`
};

/// How the reading of one component ended. The text itself is in the text store.
struct ComponentText {
  std::string digest{};  ///< of the component
  TextState state = TextState::no_reader;
  std::string format{};  ///< "txt", "docx" …, by content
  std::string reader{};
  int revision = 0;
  std::string reason{};                            ///< for `failed`, one line
  std::optional<std::uint32_t> pages{};            ///< only where the format knows pages
  std::string encoding{};                          ///< of plain text and HTML
  std::uint64_t undecodable = 0;                   ///< bytes without meaning, kept as U+FFFD
  std::map<std::string, std::string> technical{};  ///< keys are those of technical.h
  /// Parts of its text that the file itself marks as elements of the document (标引, the custom
  /// tags of OFD): the tag's name and the text.
  std::map<std::string, std::string> tags{};
};

/// The outcome of reading, one entry a component, same order. Written by extract.
struct Text {
  std::vector<ComponentText> components{};
};

/// What another source says of a field.
struct Rival {
  std::vector<std::string> values{};
  std::string source{};  ///< as Field::source
  double confidence = 0.0;
  friend bool operator==(const Rival&, const Rival&) = default;

  /// "ledger: 凤政办发〔2023〕7号", several values parted by 、.
  [[nodiscard]] std::string to_text() const;
};

/// One element of the description with where it was read and how sure that is.
struct Field {
  std::vector<std::string> values{};  ///< one, or several for a list field; in normal form
  /// "ledger", "sidecar", "tag", "1:5" (page:line, 1-based), "file name", "derived", "person".
  std::string source{};
  double confidence = 0.0;      ///< 0…1
  std::string original{};       ///< as it stands in the source, when the normal form differs
  std::vector<Rival> rivals{};  ///< other sources that disagree, the most trusted first
  /// How the document parts a list into groups (抄送：甲，乙。丙。): the number of values of each,
  /// in order, adding up to all of them. Empty when it does not.
  std::vector<std::size_t> groups{};
};

/// What the document says it is. Written by describe; names and order in `fields.h`.
struct Description {
  std::map<std::string, Field, std::less<>> fields{};

  [[nodiscard]] const Field* find(std::string_view name) const {
    const auto it = fields.find(name);
    return it == fields.end() || it->second.values.empty() ? nullptr : &it->second;
  }
  /// First value, or "".
  [[nodiscard]] std::string_view value(std::string_view name) const {
    const Field* field = find(name);
    return field == nullptr ? std::string_view{} : std::string_view{field->values.front()};
  }
};

/// A tie to another document. Kinds: "duplicate_of" "version_of" "attachment_of" "cites"
/// "near_duplicate" and, with their inverses, "replies_to" "replied_by", "forwards" "forwarded_by",
/// "replaces" "replaced_by", "amends" "amended_by", "resubmits" "resubmitted_by".
struct Relation {
  std::string kind{};
  RecordId other{};
  Role role = Role::main;  ///< of this document towards the other, for version_of and attachment_of
  std::string evidence{};  ///< what was seen, in one line
};

/// A document's ties. Written by relate.
struct Relations {
  std::vector<Relation> list{};
};

/// One document of an item and its role there.
struct ItemPart {
  RecordId document{};
  Role role = Role::main;
};

/// Documents joined into a 件, in the standard's order (DA/T 22-2015 5.1, 5.3). Written by itemise.
struct Item {
  RecordId main{};  ///< the document it is described by
  std::vector<ItemPart> parts{};
};

enum class RuleResult : std::uint8_t { pass, fail, not_applicable, not_checkable, person };

/// What the rules said of an item; passes are only counted. Written by check.
struct Checks {
  std::string profile{};  ///< id and version
  std::uint32_t passed = 0;
  std::map<std::string, RuleResult, std::less<>> others{};  ///< by rule id
};

/// How long it is kept. Written by appraise.
struct Appraisal {
  bool filed = true;         ///< false: outside 归档范围
  std::string period{};      ///< "永久" "30年" "10年" …; "" = 待鉴定
  std::string code{};        ///< its code in 档号: Y D30 D10
  std::string rule{};        ///< row of the unit's table that decided
  std::string citation{};    ///< clause behind the row
  std::string suggestion{};  ///< what the national annex would say, when the unit's table is silent
  /// Questions that only a person can answer and that kept a row from deciding, by their ids in the
  /// table ("important", "own_line" …), in the order in which rows asked.
  std::vector<std::string> asks{};
  std::string opening{};  ///< "open" "controlled" "deferred" "" = not examined
  std::string control{};  ///< why it is not open, the id of a reason in the profile
};

/// 归档年度. Written by year.
struct FilingYear {
  std::optional<int> year{};
  std::string rule{};  ///< how it was found
};

/// The volume (案卷) that holds an item, said alike by all items of the volume.
struct VolumePlace {
  std::string id{};            ///< "v" and 16 hex digits, of what the volume was formed by
  std::string series{};        ///< the volume's code up to its number (案卷号)
  std::uint64_t position = 0;  ///< 1-based, among the unsealed volumes of the series
  std::uint32_t number = 0;    ///< 案卷号 of a sealed volume that an item joins; 0: not sealed
  std::string title{};         ///< 案卷题名
  std::uint32_t part = 0;      ///< 之一 is 1; 0 when one volume holds the whole matter
};

/// Its place among its like. Written by arrange.
struct Placement {
  std::string series{};        ///< item mode: the code up to the running number; else ""
  std::uint64_t position = 0;  ///< 1-based, among the unsealed of the series or of the volume
  std::optional<VolumePlace> volume{};  ///< in volume mode
  std::uint32_t first_page = 0;         ///< 1-based in the volume, or in the item; 0: not known
  std::uint32_t last_page = 0;
};

/// 档号. Written by number; lasting only when the year is sealed.
struct ArchivalCode {
  std::string text{};
  std::string series{};  ///< the code up to the number; in volume mode the volume's own code
  std::uint32_t number = 0;
  bool provisional = true;  ///< 预编
};

/// Every kind of fact, in the order in which the stages establish them.
using Fact = std::variant<Origin, Components, Text, Description, Relations, Item, Checks, Appraisal,
                          FilingYear, Placement, ArchivalCode>;

/// Index of the alternative in `Fact`.
enum class FactKind : std::uint8_t {
  origin,
  components,
  text,
  description,
  relations,
  item,
  checks,
  appraisal,
  year,
  placement,
  code
};

inline constexpr std::size_t kFactKinds = std::variant_size_v<Fact>;
inline constexpr std::array<std::string_view, kFactKinds> kFactNames{
    "origin", "components", "text", "description", "relations", "item",
    "checks", "appraisal",  "year", "placement",   "code"};

[[nodiscard]] constexpr std::string_view name_of(FactKind kind) {
  return kFactNames[static_cast<std::size_t>(kind)];
}
[[nodiscard]] inline FactKind kind_of(const Fact& fact) {
  return static_cast<FactKind>(fact.index());
}

template <typename F, std::size_t I = 0>
constexpr FactKind kind_for() {
  if constexpr (std::is_same_v<F, std::variant_alternative_t<I, Fact>>) {
    return static_cast<FactKind>(I);
  } else {
    return kind_for<F, I + 1>();
  }
}

}  // namespace guidang

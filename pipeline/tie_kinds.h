// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/facts.h"

namespace guidang {

/// A kind of tie between two documents, as it stands in `Relation::kind`.
struct TieKind {
  std::string_view name{};
  std::string_view inverse{};  ///< what the other document has; "" when the tie is said once
  std::string_view zh{};
  std::string_view en{};
  std::string_view inverse_zh{};
  std::string_view inverse_en{};
};

/// Active side first: of a kind and its inverse only the first is a row here.
inline constexpr std::array kTieKinds{
    TieKind{"duplicate_of", "", "重份于", "duplicate of", "", ""},
    TieKind{"version_of", "", "稿本属于", "version of", "", ""},
    TieKind{"attachment_of", "", "附件属于", "attachment of", "", ""},
    TieKind{"replies_to", "replied_by", "答复", "replies to", "由此件答复", "answered by"},
    TieKind{"forwards", "forwarded_by", "转发", "passes on", "由此件转发", "passed on by"},
    TieKind{"replaces", "replaced_by", "废止、替代", "replaces", "由此件废止、替代", "replaced by"},
    TieKind{"amends", "amended_by", "修改、部分废止", "amends", "由此件修改", "amended by"},
    TieKind{"resubmits", "resubmitted_by", "重报", "comes again for", "由此件重报",
            "came again as"},
    TieKind{"near_duplicate", "near_duplicate", "内容几乎相同于", "nearly the same text as",
            "内容几乎相同于", "nearly the same text as"},
    TieKind{"cites", "", "引用", "cites", "", ""},
};

/// The kind of that name or inverse name, or null.
[[nodiscard]] const TieKind* find_tie_kind(std::string_view name);

/// A tie in its one form: the active side's, of a symmetric kind the smaller id first.
struct Tie {
  const TieKind* kind = nullptr;
  RecordId from{};
  RecordId to{};
  bool operator==(const Tie&) const = default;
};

/// Nothing when there is no such kind, or both documents are one.
[[nodiscard]] std::optional<Tie> tie_of(const RecordId& record, std::string_view kind,
                                        const RecordId& other);

/// What people's decisions about ties begin with: `relation:KIND:DOCUMENT` = yes | no.
inline constexpr std::string_view kTieDecision = "relation:";

/// Kind and other document of a decision's field, or nothing.
struct TieField {
  std::string_view kind{};
  std::string_view other{};
};
[[nodiscard]] std::optional<TieField> parse_tie_field(std::string_view field);
/// The field under which a decision about the tie stands on the record `tie.from`.
[[nodiscard]] std::string field_of(const Tie& tie);

}  // namespace guidang

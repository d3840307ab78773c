// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace guidang {

/// One element of the description (GB/T 9704-2012 and DA/T 18-2022).
struct FieldInfo {
  std::string_view name{};  ///< in JSON, sidecars, `set`
  std::string_view zh{};
  std::string_view en{};
  bool list = false;  ///< several values; JSON gives an array
};

/// In the order in which people read a document, from its head to its imprint. Names are a contract
/// (command line, sidecar).
inline constexpr std::array kFields{
    // 版头
    FieldInfo{"copy_number", "份号", "copy number"},
    FieldInfo{"secrecy", "密级", "secrecy level"},
    FieldInfo{"secrecy_term", "保密期限", "secrecy term"},
    FieldInfo{"urgency", "紧急程度", "urgency"},
    FieldInfo{"creator", "发文机关", "creator"},
    FieldInfo{"document_number", "文号", "document number"},
    FieldInfo{"signer", "签发人", "signer", true},
    FieldInfo{"countersigner", "会签人", "countersigner", true},
    // 主体
    FieldInfo{"title", "标题", "title"},
    FieldInfo{"doctype", "文种", "document type"},
    FieldInfo{"subtype", "文种细类", "document subtype"},
    FieldInfo{"inner_title", "所发文件标题", "title of what it issues or forwards", true},
    FieldInfo{"adoption", "会议通过", "passed by", true},
    FieldInfo{"recipients", "主送", "recipients", true},
    FieldInfo{"attachments", "附件说明", "attachments", true},
    FieldInfo{"date", "成文日期", "date"},
    FieldInfo{"annotation", "附注", "annotation"},
    FieldInfo{"disclosure", "公开方式", "disclosure"},
    FieldInfo{"annexes", "附件", "annexes", true},
    // 版记
    FieldInfo{"keywords", "主题词", "keywords", true},
    FieldInfo{"cc", "抄送", "copies to", true},
    FieldInfo{"issuing_office", "印发机关", "issuing office"},
    FieldInfo{"issuing_date", "印发日期", "issuing date"},
    FieldInfo{"printed_copies", "印数", "printed copies"},
    // of its reading and handling
    FieldInfo{"cited_numbers", "引用文号", "cited document numbers", true},
    FieldInfo{"received", "收文日期", "received"},
    FieldInfo{"register_no", "登记号", "register number"},
    FieldInfo{"copies", "份数", "copies"},
    FieldInfo{"pages", "页数", "pages"},
    FieldInfo{"handling", "办理情况", "handling"},
    FieldInfo{"remarks", "备注", "remarks"},
};

[[nodiscard]] constexpr const FieldInfo* find_field(std::string_view name) {
  for (const FieldInfo& info : kFields) {
    if (info.name == name) return &info;
  }
  return nullptr;
}

}  // namespace guidang

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

/// In the order in which people read a document. Names are a contract (command line, sidecar).
inline constexpr std::array kFields{
    FieldInfo{"title", "标题", "title"},
    FieldInfo{"document_number", "文号", "document number"},
    FieldInfo{"creator", "发文机关", "creator"},
    FieldInfo{"date", "成文日期", "date"},
    FieldInfo{"doctype", "文种", "document type"},
    FieldInfo{"secrecy", "密级", "secrecy level"},
    FieldInfo{"secrecy_term", "保密期限", "secrecy term"},
    FieldInfo{"urgency", "紧急程度", "urgency"},
    FieldInfo{"routing", "行文方向", "direction between organs"},
    FieldInfo{"incoming_class", "收文类别", "class of incoming document"},
    FieldInfo{"line", "发文系统", "system of the creator"},
    FieldInfo{"recipients", "主送", "recipients", true},
    FieldInfo{"cc", "抄送", "copies to", true},
    FieldInfo{"signer", "签发人", "signer", true},
    FieldInfo{"copy_number", "份号", "copy number"},
    FieldInfo{"attachments", "附件说明", "attachments", true},
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

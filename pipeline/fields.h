// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace guidang {

/// Where an element stands on the page, or whence else it comes.
enum class ElementZone : std::uint8_t {
  head,     ///< 版头
  body,     ///< 主体
  imprint,  ///< 版记
  derived,  ///< concluded from elements
  handling  ///< said by ledgers and people
};

/// One element of the description (GB/T 9704-2012 and DA/T 18-2022).
struct FieldInfo {
  std::string_view name{};  ///< in JSON, sidecars, `set`
  std::string_view zh{};
  std::string_view en{};
  ElementZone zone = ElementZone::body;
  bool list = false;  ///< several values; JSON gives an array
};

/// In the order in which people read a document, from its head to its imprint. Names are a contract
/// (command line, sidecar).
inline constexpr std::array kFields{
    // 版头
    FieldInfo{"copy_number", "份号", "copy number", ElementZone::head},
    FieldInfo{"secrecy", "密级", "secrecy level", ElementZone::head},
    FieldInfo{"secrecy_term", "保密期限", "secrecy term", ElementZone::head},
    FieldInfo{"urgency", "紧急程度", "urgency", ElementZone::head},
    FieldInfo{"creator", "发文机关", "creator", ElementZone::head},
    FieldInfo{"document_number", "文号", "document number", ElementZone::head},
    FieldInfo{"signer", "签发人", "signer", ElementZone::head, true},
    FieldInfo{"countersigner", "会签人", "countersigner", ElementZone::head, true},
    // 主体
    FieldInfo{"title", "标题", "title", ElementZone::body},
    FieldInfo{"doctype", "文种", "document type", ElementZone::derived},
    FieldInfo{"subtype", "文种细类", "document subtype", ElementZone::derived},
    FieldInfo{"inner_title", "所发文件标题", "title of what it issues or forwards",
              ElementZone::derived, true},
    FieldInfo{"adoption", "会议通过", "passed by", ElementZone::body, true},
    FieldInfo{"recipients", "主送", "recipients", ElementZone::body, true},
    FieldInfo{"attachments", "附件说明", "attachments", ElementZone::body, true},
    FieldInfo{"date", "成文日期", "date", ElementZone::body},
    FieldInfo{"annotation", "附注", "annotation", ElementZone::body},
    FieldInfo{"disclosure", "公开方式", "disclosure", ElementZone::body},
    FieldInfo{"annexes", "附件", "annexes", ElementZone::body, true},
    // 版记
    FieldInfo{"keywords", "主题词", "keywords", ElementZone::imprint, true},
    FieldInfo{"cc", "抄送", "copies to", ElementZone::imprint, true},
    FieldInfo{"issuing_office", "印发机关", "issuing office", ElementZone::imprint},
    FieldInfo{"issuing_date", "印发日期", "issuing date", ElementZone::imprint},
    FieldInfo{"printed_copies", "印数", "printed copies", ElementZone::imprint},
    // of its routing and handling
    FieldInfo{"routing", "行文方向", "direction between organs", ElementZone::derived},
    FieldInfo{"incoming_class", "收文类别", "class of incoming document", ElementZone::derived},
    FieldInfo{"line", "发文系统", "system of the creator", ElementZone::derived},
    FieldInfo{"cited_numbers", "引用文号", "cited document numbers", ElementZone::derived, true},
    FieldInfo{"received", "收文日期", "received", ElementZone::handling},
    FieldInfo{"register_no", "登记号", "register number", ElementZone::handling},
    FieldInfo{"copies", "份数", "copies", ElementZone::handling},
    FieldInfo{"pages", "页数", "pages", ElementZone::handling},
    FieldInfo{"handling", "办理情况", "handling", ElementZone::handling},
    FieldInfo{"remarks", "备注", "remarks", ElementZone::handling},
};

[[nodiscard]] constexpr const FieldInfo* find_field(std::string_view name) {
  for (const FieldInfo& info : kFields) {
    if (info.name == name) return &info;
  }
  return nullptr;
}

}  // namespace guidang

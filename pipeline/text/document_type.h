// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace guidang::text {

/// Kinds of document (文种). The first fifteen are those of 党政机关公文处理工作条例 (2012) art. 8.
enum class DocumentType {
  resolution,      ///< 决议
  decision,        ///< 决定
  order,           ///< 命令(令)
  communique,      ///< 公报
  announcement,    ///< 公告
  public_notice,   ///< 通告
  opinion,         ///< 意见
  notice,          ///< 通知
  circular,        ///< 通报
  report,          ///< 报告
  request,         ///< 请示
  reply,           ///< 批复
  motion,          ///< 议案
  letter,          ///< 函
  minutes,         ///< 纪要
  instruction,     ///< 指示; from here on of earlier rules
  proclamation,    ///< 布告
  directive,       ///< 指令
  plan,            ///< 计划, 规划, 要点; from here on filed, but no 文种
  summary,         ///< 总结
  bulletin,        ///< 简报
  charter,         ///< 章程
  regulation,      ///< 条例
  provisions,      ///< 规定
  measures,        ///< 办法
  detailed_rules,  ///< 细则
  rules,           ///< 规则, 制度
  scheme,          ///< 方案, 预案
  standard,        ///< 标准, 规范
  catalogue,       ///< 目录, 名单
  interpretation,  ///< 解释
  contract,        ///< 合同, 协议
  meeting_record,  ///< 会议记录
  speech,          ///< 讲话
  chronicle,       ///< 大事记
  statistics,      ///< 统计表
  introduction,    ///< 介绍信
  telegram         ///< 电报, 明电, 密电
};

/// In which class a kind stands.
enum class TypeGroup {
  statutory,  ///< one of the fifteen
  legacy,     ///< of earlier rules only
  kind        ///< filed, but not a 文种
};

/// Which way a kind goes; a kind may go several ways.
struct Directions {
  bool up = false;
  bool down = false;
  bool level = false;
  bool publish = false;
};

struct DocumentTypeInfo {
  DocumentType type = DocumentType::notice;
  std::string_view name;     ///< 通知
  std::string_view english;  ///< "notice": id in JSON and profiles
  TypeGroup group = TypeGroup::kind;
  Directions directions;
};

/// All kinds, in the order of the enum.
[[nodiscard]] std::span<const DocumentTypeInfo> document_types();
[[nodiscard]] const DocumentTypeInfo& info(DocumentType type);

/// A kind as found in a title.
struct TitleType {
  DocumentType type = DocumentType::notice;
  std::string_view word;  ///< the word that decided, as in our table: 复函, 会议纪要
};

/// The kind a title ends in: the longest word of the table, so that the outer kind wins
/// (转发…的通知 is a 通知). Brackets behind it such as （试行） or （2018年修订） are left out of
/// account.
[[nodiscard]] std::optional<TitleType> document_type_of_title(std::string_view title);

/// The kind that a field names: 通知, 命令(令), 令, notice.
[[nodiscard]] std::optional<DocumentType> parse_document_type(std::string_view field);

}  // namespace guidang::text

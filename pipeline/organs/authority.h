// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/facts.h"
#include "pipeline/organs/organ.h"

namespace guidang::organs {

/// Which kind of name was found.
enum class Form : std::uint8_t { full, short_form, alias };

/// What a name stands for.
struct Answer {
  const Organ* organ = nullptr;  ///< when it is one organ
  Form form = Form::full;
  bool in_time = true;                  ///< a full name that was valid on the day asked for
  std::vector<const Organ*> several{};  ///< when it may be two or more
};

/// Direction of a document between two organs (行文方向), by 隶属 and level.
enum class Route : std::uint8_t {
  unknown,
  inside,    ///< within one organ, or it and its office
  up,        ///< 上行
  down,      ///< 下行
  level,     ///< 平行
  unrelated  ///< 不相隶属
};

/// 上行, 下行, 平行, 不相隶属; "" for unknown and inside.
[[nodiscard]] std::string_view to_chinese(Route route);

/// The class of a received document (收文类别): 上级来文, 比照上级, 下级请示, 下级一般; "" for
/// one's own and for what is not known. Kinds of documents decide only between the last two.
[[nodiscard]] std::string_view incoming_class(Standing sender, std::string_view doctype);

/// The authority file at work: all layers as one table with its indexes. Immutable; threads share
/// it. Answers do not depend on the order of the organs. Pointers live as long as the table.
class Authority {
 public:
  /// Lays `layers` over one another, the base first. An organ is the same as one below when it has
  /// its id or one of its full names; then what it says wins and lists are joined. What cannot be
  /// used is added to `flaws`, in the order of places; the table then leaves it out. `own_name` is
  /// the office itself, if no organ says so.
  [[nodiscard]] static std::shared_ptr<const Authority> build(std::vector<Layer> layers,
                                                              std::vector<Flaw>& flaws,
                                                              std::string_view own_name = {});
  ~Authority();
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;

  /// By id.
  [[nodiscard]] std::span<const Organ> organs() const;
  [[nodiscard]] const Organ* by_id(std::string_view id) const;
  /// The organ of a 机关代字.
  [[nodiscard]] const Organ* by_code(std::string_view code) const;
  /// The same, of codes that nobody else uses: those of the office's own table and of the highest
  /// organs. A county's 财政局 may well write 财建 as the ministry does.
  [[nodiscard]] const Organ* sure_by_code(std::string_view code) const;
  /// Codes of the organs of the upper layers, the office's own knowledge; see the README.
  [[nodiscard]] const std::vector<std::string>& local_codes() const;

  /// Who is meant. A full name goes before short forms and aliases; of two organs with one name
  /// that of the day. 中华人民共和国 in front, blanks, width and case do not count.
  [[nodiscard]] Answer find(std::string_view name, std::optional<Date> day = {}) const;
  /// Full names that differ little from an unknown one, the nearest first.
  [[nodiscard]] std::vector<std::string> nearest(std::string_view name, std::size_t most) const;

  /// The organ whose office it is, else itself.
  [[nodiscard]] const Organ& principal(const Organ& organ) const;
  /// What it is under, or null.
  [[nodiscard]] const Organ* parent(const Organ& organ) const;
  /// Its own, else that of its name, else that of the organ above.
  [[nodiscard]] Line line(const Organ& organ) const;
  [[nodiscard]] Level level(const Organ& organ) const;
  [[nodiscard]] Route route(const Organ& sender, const Organ& receiver) const;
  /// A document that goes up past the next superior (越级).
  [[nodiscard]] bool skips_level(const Organ& sender, const Organ& receiver) const;
  /// An office's own file is part of it, so that a name that is missing is worth a word.
  [[nodiscard]] bool complete() const;
  /// The office itself, or null.
  [[nodiscard]] const Organ* own() const;

  [[nodiscard]] Standing standing_of(const Organ& organ) const;
  /// By name, then by the shapes of names in their order. Of joint organs, parted by blanks, the
  /// first speaks: it is the one that made the document.
  [[nodiscard]] Standing standing_of(std::string_view creator, std::optional<Date> day = {}) const;
  /// As above; what was issued is one's own, and a received document of an unknown organ tells by
  /// its kind: 请示 and 报告 come from below, 批复 from above.
  [[nodiscard]] Standing standing_of(std::string_view creator, Direction direction,
                                     std::string_view doctype, std::optional<Date> day = {}) const;

  /// Digest of all that can change an answer, for `settings()` of the stages that ask.
  [[nodiscard]] const std::string& digest() const;

  struct Impl;

 private:
  explicit Authority(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace guidang::organs

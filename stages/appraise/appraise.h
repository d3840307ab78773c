// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/organs/load.h"
#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"
#include "stages/appraise/answers.h"
#include "stages/appraise/table.h"

namespace guidang {

/// 鉴定: whether an item is filed and how long it is kept, by the unit's own approved table (8号令
/// arts. 4, 12). Writes Appraisal. What a person decided or a ledger gives stays; a table that
/// says otherwise is a note. Without a row that fits the item is 待鉴定 (APR-101), and where a row
/// asks what only a person knows, that is asked (APR-103). The national tables are quoted then, and
/// never decide.
class Appraise : public RecordStage {
 public:
  /// Throws the profile's Failure. `organs` are those of the profile and the home, `answers` those
  /// that people of the home gave.
  Appraise(const Profile& profile, std::shared_ptr<const organs::Authority> organs,
           std::shared_ptr<const appraise::Answers> answers = {});
  explicit Appraise(const Profile& profile) : Appraise(profile, organs::load(profile)) {}

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override { return settings_; }
  [[nodiscard]] std::optional<Fact> run(const View& view, Findings& findings) const override;

  /// The unit's table.
  [[nodiscard]] const appraise::Table& table() const { return table_; }
  /// What the table is asked about an item; lives as long as the view's facts.
  [[nodiscard]] appraise::Subject subject(const View& view) const;
  /// What the table says of an item, whatever has been decided, line by line for people: the row,
  /// what met each of its conditions, or what is missing and asked. Chinese and English.
  [[nodiscard]] std::vector<std::string> explain(const View& view) const;

 private:
  [[nodiscard]] std::string suggestion(const appraise::Subject& subject) const;
  [[nodiscard]] std::string outcomes(const appraise::Table& table, const appraise::Subject& subject,
                                     bool with_scope) const;
  [[nodiscard]] std::string citation(const appraise::Row& row,
                                     const appraise::Subject& subject) const;
  void keep(std::string_view value, std::string_view where, Appraisal& appraisal,
            Findings& findings) const;
  void compare(const appraise::Answer& answer, const Origin& origin, const Appraisal& appraisal,
               Findings& findings) const;
  void hold(const appraise::Answer& answer, const appraise::Subject& subject, bool with_scope,
            const Origin& origin, Appraisal& appraisal, Findings& findings) const;

  appraise::Table table_;
  std::vector<appraise::Table> others_;  ///< national tables, in the order of the profile
  std::shared_ptr<const organs::Authority> organs_;
  std::shared_ptr<const appraise::Answers> answers_;
  std::string settings_;
};

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pipeline/profile/profile.h"
#include "pipeline/stage.h"

namespace guidang {

/// 组件: joins documents into items (件, DA/T 22-2015 5.1) in the standard's order (5.3). Writes
/// Item under the item's id, which comes from its main document. Every document that is neither a
/// duplicate nor withdrawn is in exactly one item; an item that is sealed never changes.
class Itemise final : public SetStage {
 public:
  /// Reads `arrange replies="apart|joined"`: whether 来文 and 复文 are one item. Throws the
  /// profile's Failure.
  explicit Itemise(const Profile& profile);

  [[nodiscard]] const StageInfo& info() const override;
  [[nodiscard]] std::string settings() const override;
  void run(RecordSet& set, Sink& sink) const override;

 private:
  bool joins_replies_ = false;
};

/// The id of the item whose main document this is.
[[nodiscard]] RecordId item_id(const RecordId& main_document);

}  // namespace guidang

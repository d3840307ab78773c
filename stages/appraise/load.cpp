// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/appraise/load.h"

#include "pipeline/register/views.h"

namespace guidang::appraise {

std::unique_ptr<Appraise> load(const Profile& profile, Home& home,
                               std::shared_ptr<const organs::Authority> organs) {
  return std::make_unique<Appraise>(
      profile, std::move(organs), std::make_shared<const Answers>(Answers::load(home.registry())));
}

std::unique_ptr<Appraise> load(const Profile& profile, Home& home) {
  return load(profile, home,
              organs::load(profile, {.files = home.organ_files(), .own_name = home.fonds().name}));
}

std::optional<View> item_view(const Appraise& stage, Register& registry, const RecordId& item) {
  const Known known = RecordReader(registry).load(item);
  if (known.facts[static_cast<std::size_t>(FactKind::item)] == nullptr) return std::nullopt;
  return narrow(known, stage.info(), {});
}

}  // namespace guidang::appraise

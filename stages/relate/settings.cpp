// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/relate/settings.h"

namespace guidang::relate {

Settings read_settings(const profile::Element& section) {
  Settings settings;
  settings.near = section.share("near", settings.near);
  // Below a half most pairs of one office would have to be compared.
  if (settings.near < 0.5) throw section.flaw(section.attribute("near"), "0.5 … 1");
  settings.shortest = static_cast<std::size_t>(
      section.number("shortest", static_cast<long long>(settings.shortest)));
  settings.digest = section.canonical();
  return settings;
}

}  // namespace guidang::relate

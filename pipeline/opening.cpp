// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/opening.h"

#include <algorithm>

namespace guidang {
namespace {

constexpr std::string_view kOpen = "open";

bool secret(const View& part) {
  const Description* description = part.find<Description>();
  return description != nullptr && !description->value("secrecy").empty();
}

}  // namespace

bool is_opened(const View& item) {
  const auto decided = item.decisions().find("opening");
  if (decided == item.decisions().end() || decided->second.value != kOpen) return false;
  const Appraisal* appraisal = item.find<Appraisal>();
  if (appraisal == nullptr || appraisal->opening != kOpen || !appraisal->control.empty()) {
    return false;
  }
  return std::none_of(item.parts().begin(), item.parts().end(), secret);
}

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pipeline/files/digest.h"
#include "pipeline/home/fonds.h"
#include "pipeline/register/ledger.h"
#include "pipeline/register/views.h"
#include "stages/package/sealed_year.h"

namespace guidang::bag {

/// A component as it lies in the bundle.
struct PackedComponent {
  std::string file{};  ///< name in the item's folder
  Role role = Role::main;
  Component original{};
  RecordId document{};
  files::Digests digests{};
  ComponentText text{};
};

/// The metadata of one item, as `templates/packages/metadata.rng` says: English ids, Chinese
/// labels and, where sure, the M numbers of DA/T 46-2009.
[[nodiscard]] std::string item_metadata(const Known& item, const LedgerRow& number,
                                        const std::vector<PackedComponent>& components,
                                        const Fonds& fonds, SealedYear& sealed);

}  // namespace guidang::bag

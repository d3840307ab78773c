// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/files/fd.h"
#include "pipeline/files/multi_digest.h"
#include "pipeline/stage.h"
#include "stages/package/bag_tags.h"
#include "stages/package/verify.h"

namespace guidang::bag {

/// One verification of one folder. Files on disk and lines of manifests go through one sorter by
/// path, so that both directions of completeness and all digests of a file are one look at it.
class BagCheck {
 public:
  BagCheck(const files::Fd& root, VerifyReport& report);
  void run();

 private:
  struct Manifest {
    std::string name{};
    std::string algorithm{};  ///< as its name says
    std::optional<files::Algorithm> known{};
    bool of_tags = false;
  };
  struct Group;

  void problem(BagSeverity severity, std::string_view code, std::string file,
               std::string found = {}, std::string expected = {});
  /// The opened tag file, or nothing after saying why.
  std::optional<files::Fd> open(const std::string& path);
  bool declaration();
  void walk();
  void manifests();
  void read_manifest(std::size_t index);
  void read_info(const std::string& name);
  void read_fetch();
  void check_oxum(const InfoField& field);
  void check_groups();
  void check_group(const Group& group);
  void check_file(const std::string& path,
                  const std::vector<std::pair<std::size_t, std::string>>& wanted);
  void check_listed(const std::string& path, const std::vector<bool>& listed);

  const files::Fd& root_;
  VerifyReport& report_;
  std::unique_ptr<Sorter> rows_;
  Declaration declaration_{};
  std::vector<Manifest> manifests_{};
  std::size_t payload_manifests_ = 0;
  std::vector<std::string> top_{};  ///< names of the regular files beside data/
  std::optional<InfoField> oxum_{};
};

}  // namespace guidang::bag

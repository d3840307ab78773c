// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "index/record.h"
#include "index/web/endpoint.h"
#include "index/web/visitor.h"

namespace guidang::web {

/// What is known of a visitor before anything is opened.
struct Knock {
  Endpoint peer{};
  Endpoint own{};
  bool forwarded = false;   ///< another program passes it on: `Forwarded`, `Via`, `X-Forwarded-…`
  bool cross_site = false;  ///< a browser says that another site's page asks for it
};

/// Says what a visitor may see: the seam behind which accounts can stand. Called by many threads.
class Doorkeeper {
 public:
  virtual ~Doorkeeper() = default;
  [[nodiscard]] virtual Visitor admit(const Knock& knock) const = 0;
};

/// Goes by the permissions of this machine: a program on it that runs as the same user as this one,
/// or as root, sees what that user may read anyway. All others, and all when the server listens to
/// other machines, are strangers.
class MachineDoorkeeper : public Doorkeeper {
 public:
  struct Options {
    bool open_only = false;        ///< everybody is a stranger
    bool beyond_loopback = false;  ///< the server listens to other machines
    unsigned user = 0;             ///< the uid that runs this program
    std::filesystem::path proc = "/proc/self/net";
    /// The classes this program itself may read, asked for at each visit.
    std::function<std::vector<index::Access>()> readable{};
  };
  explicit MachineDoorkeeper(Options options) : options_(std::move(options)) {}
  [[nodiscard]] Visitor admit(const Knock& knock) const override;

 private:
  Options options_;
};

}  // namespace guidang::web

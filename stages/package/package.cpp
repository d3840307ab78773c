// SPDX-License-Identifier: GPL-3.0-or-later
#include "stages/package/package.h"

#include <fmt/format.h>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/fd.h"
#include "pipeline/files/walk.h"
#include "pipeline/files/zip_writer.h"
#include "stages/package/verify.h"
#include "stages/package/year_bundle.h"

namespace guidang {
namespace {

constexpr std::string_view kSeal = "tagmanifest-sha512.txt";
constexpr std::uint64_t kLongestSeal = 1U << 20;

/// The tag manifest digests the payload manifests: bags whose tag manifests are equal hold the
/// same, if each holds what it says.
bool same_bag(const std::filesystem::path& one, const std::filesystem::path& other) {
  if (!std::filesystem::exists(one / kSeal)) return false;
  return files::read_file(one / kSeal, kLongestSeal) ==
             files::read_file(other / kSeal, kLongestSeal) &&
         verify_bundle(one).verdict == BagVerdict::valid;
}

void write_transport(const std::filesystem::path& bundle) {
  const files::Fd root = files::open_folder(bundle);
  std::vector<files::ZipSource> sources;
  const std::string top = bundle.filename().string();
  files::walk(
      root.get(),
      [&](const files::WalkEntry& entry) {
        sources.push_back({.name = top + "/" + entry.relative, .file = bundle / entry.relative});
      },
      {.depth = 256, .entries = 20'000'000});
  files::write_zip(bundle.string() + ".zip", std::move(sources));
}

}  // namespace

std::filesystem::path package_year(Home& home, const Profile& profile, int year,
                                   const PackageOptions& options) {
  const auto say = [&](const std::string& line) {
    if (options.say) options.say(line);
  };
  SealedYear sealed(home.registry(), year);
  const std::string name = fmt::format("{}-{}-{}", home.fonds().code, year, sealed.seal().edition);
  const std::filesystem::path folder = options.to.empty() ? home.bundles() : options.to;
  std::filesystem::create_directories(folder);
  const std::filesystem::path target = folder / name;

  const bool there = std::filesystem::exists(std::filesystem::symlink_status(target));
  {
    files::AtomicFolder made(there ? std::filesystem::path(target.string() + ".again") : target);
    bag::YearBundle bundle(home, profile, sealed, {made.path(), name, options.code_title});
    say(fmt::format("打包 packing {}", name));
    bundle.write();
    if (!there) {
      made.commit();
      say(fmt::format("已打包 {} 件 packed {} items", bundle.items(), bundle.items()));
    } else if (same_bag(target, made.path())) {
      say(fmt::format("移交包已存在且内容相同 the bundle exists with equal bytes: {}", name));
    } else {
      throw Failure(
          fmt::format("移交包已存在但内容不同 another bundle bears the name: {}", target.string()),
          fmt::format("封存后有变更：再次封存得新版次。包已损坏：移走它再打包 "
                      "changed after the seal: seal {} again for the next edition; "
                      "damaged: move it away and pack again",
                      year),
          ExitStatus::usage);
    }
  }
  if (options.zip) {
    say(fmt::format("写 ZIP writing {}.zip", name));
    write_transport(target);
  }
  return target;
}

}  // namespace guidang

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/home/content.h"

#include <optional>

#include "pipeline/failure.h"
#include "pipeline/files/atomic_write.h"
#include "pipeline/files/fd.h"

namespace guidang {
namespace {

class HomeContent : public ContentStore {
 public:
  HomeContent(files::ObjectStore& objects, TextStore& texts, std::filesystem::path quarantine,
              const std::filesystem::path& older)
      : objects_(objects), texts_(texts), quarantine_(std::move(quarantine)) {
    if (!older.empty()) older_.emplace(older);
  }

  void put_object(int fd, const std::string& digest) override {
    if (objects_.has(digest) || (older_ && older_->has(digest))) return;
    if (objects_.put(fd) != digest) {
      throw Failure("批次里有文件在读取时被改动 / a file of the batch changed while it was read",
                    "不要在接收时改动批次，再重跑 / let nobody write into the batch, then run the "
                    "command again");
    }
  }

  std::optional<ComponentText> find_text(const std::string& digest) override {
    return texts_.find(digest);
  }
  ComponentText put_text(const std::string& digest, const Extraction& extraction) override {
    return texts_.put(digest, extraction);
  }
  std::vector<std::string> pages(const ComponentText& text) override { return texts_.pages(text); }
  std::vector<PageLayout> layout(const ComponentText& text) override { return texts_.layout(text); }

  int open_object(const std::string& digest) override {
    if (older_ && !objects_.has(digest)) return older_->open(digest).release();
    return objects_.open(digest).release();
  }

  void quarantine(int fd, const std::string& digest, const std::string& path,
                  const std::string& reason) override {
    std::filesystem::create_directories(quarantine_);
    const std::filesystem::path kept = quarantine_ / digest.substr(0, 16);
    files::ObjectStore store(quarantine_ / "objects");
    const std::string stored = store.put(fd);
    files::write_atomically(kept.string() + ".txt",
                            "文件 file: " + path + "\n原因 reason: " + reason +
                                "\n内容 bytes: objects/" + stored.substr(0, 2) + "/" +
                                stored.substr(2) + "\n");
  }

 private:
  files::ObjectStore& objects_;
  TextStore& texts_;
  std::filesystem::path quarantine_;
  std::optional<files::ObjectStore> older_;
};

}  // namespace

std::unique_ptr<ContentStore> make_content(files::ObjectStore& objects, TextStore& texts,
                                           std::filesystem::path quarantine,
                                           std::filesystem::path older) {
  return std::make_unique<HomeContent>(objects, texts, std::move(quarantine), older);
}

}  // namespace guidang

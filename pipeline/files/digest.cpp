// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/digest.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <new>
#include <stdexcept>
#include <vector>

#include "pipeline/files/fd.h"
#include "pipeline/files/io_failure.h"

namespace guidang::files {
namespace {

struct FreeMd {
  void operator()(EVP_MD* md) const noexcept { EVP_MD_free(md); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

// Fetching anew for each digest triples the cost of a small one.
const EVP_MD* sha256() {
  static const std::unique_ptr<EVP_MD, FreeMd> md{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  return md.get();
}
const EVP_MD* sha512() {
  static const std::unique_ptr<EVP_MD, FreeMd> md{EVP_MD_fetch(nullptr, "SHA512", nullptr)};
  return md.get();
}

void require(bool good) {
  if (!good) throw Failure{"OpenSSL 无法计算摘要 OpenSSL cannot digest"};
}

class Digester {
 public:
  explicit Digester(const EVP_MD* md) : md_(md), context_(EVP_MD_CTX_new()) {
    if (!context_) throw std::bad_alloc{};
    start();
  }
  void update(const void* data, std::size_t size) {
    require(EVP_DigestUpdate(context_.get(), data, size) == 1);
  }
  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(context_.get(), raw.data(), &size) == 1);
    start();
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(2UL * size);
    for (unsigned int i = 0; i < size; ++i) {
      out += kDigits[raw[i] >> 4U];
      out += kDigits[raw[i] & 15U];
    }
    return out;
  }

 private:
  void start() { require(md_ != nullptr && EVP_DigestInit_ex2(context_.get(), md_, nullptr) == 1); }

  const EVP_MD* md_;
  std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
};

constexpr std::size_t kBlock = 128UL * 1024;

}  // namespace

struct Sha256::Impl {
  Digester digester{sha256()};
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) { impl_->digester.update(bytes.data(), bytes.size()); }
std::string Sha256::hex() { return impl_->digester.hex(); }

std::string sha256_hex(std::string_view bytes) {
  Digester digester{sha256()};
  digester.update(bytes.data(), bytes.size());
  return digester.hex();
}

Digests digest_fd(int fd) {
  Digester short_digest{sha256()};
  Digester long_digest{sha512()};
  Digests out;
  std::vector<char> block(kBlock);
  while (true) {
    const ssize_t got = ::pread(fd, block.data(), block.size(), static_cast<off_t>(out.size));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw io_failure("无法读取 cannot read", "fd " + std::to_string(fd), errno);
    if (got == 0) break;
    const auto size = static_cast<std::size_t>(got);
    short_digest.update(block.data(), size);
    long_digest.update(block.data(), size);
    out.size += size;
  }
  out.sha256 = short_digest.hex();
  out.sha512 = long_digest.hex();
  return out;
}

Digests digest_file(const std::filesystem::path& path) {
  const Fd fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!fd) throw io_failure("无法打开 cannot open", path, errno);
  return digest_fd(fd.get());
}

std::string short_id(std::string_view prefix, std::string_view content) {
  return std::string{prefix} + sha256_hex(content).substr(0, 16);
}

}  // namespace guidang::files

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/files/multi_digest.h"

#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "pipeline/failure.h"
#include "pipeline/files/io_failure.h"

namespace guidang::files {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

const EVP_MD* method(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::md5:
      return EVP_md5();
    case Algorithm::sha1:
      return EVP_sha1();
    case Algorithm::sha224:
      return EVP_sha224();
    case Algorithm::sha256:
      return EVP_sha256();
    case Algorithm::sha384:
      return EVP_sha384();
    case Algorithm::sha512:
      return EVP_sha512();
    case Algorithm::sm3:
      return EVP_sm3();
  }
  return nullptr;
}

void require(bool good) {
  if (!good) throw Failure{"OpenSSL 无法计算摘要 OpenSSL cannot digest"};
}

struct Running {
  const EVP_MD* md = nullptr;
  std::unique_ptr<EVP_MD_CTX, FreeContext> context{};

  void start() const { require(EVP_DigestInit_ex2(context.get(), md, nullptr) == 1); }
};

std::string hex_of(const std::array<unsigned char, EVP_MAX_MD_SIZE>& raw, unsigned int size) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2UL * size);
  for (unsigned int i = 0; i < size; ++i) {
    out += kDigits[raw[i] >> 4U];
    out += kDigits[raw[i] & 15U];
  }
  return out;
}

}  // namespace

std::optional<Algorithm> algorithm_named(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '-') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const auto* found = std::find(kAlgorithmNames.begin(), kAlgorithmNames.end(), plain);
  if (found == kAlgorithmNames.end()) return std::nullopt;
  return static_cast<Algorithm>(found - kAlgorithmNames.begin());
}

std::size_t hex_length(Algorithm algorithm) {
  return 2U * static_cast<std::size_t>(EVP_MD_get_size(method(algorithm)));
}

struct MultiDigest::Impl {
  std::vector<Running> running{};
  std::uint64_t size = 0;
};

MultiDigest::MultiDigest(const std::vector<Algorithm>& algorithms)
    : impl_(std::make_unique<Impl>()) {
  for (const Algorithm algorithm : algorithms) {
    Running& one = impl_->running.emplace_back();
    one.md = method(algorithm);
    one.context.reset(EVP_MD_CTX_new());
    if (!one.context) throw std::bad_alloc{};
    one.start();
  }
}

MultiDigest::~MultiDigest() = default;
MultiDigest::MultiDigest(MultiDigest&&) noexcept = default;
MultiDigest& MultiDigest::operator=(MultiDigest&&) noexcept = default;

void MultiDigest::update(std::string_view bytes) {
  for (const Running& one : impl_->running) {
    require(EVP_DigestUpdate(one.context.get(), bytes.data(), bytes.size()) == 1);
  }
  impl_->size += bytes.size();
}

void MultiDigest::update_from(int fd) {
  std::vector<char> block(128UL * 1024);
  off_t offset = 0;
  while (true) {
    const ssize_t got = ::pread(fd, block.data(), block.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw io_failure("无法读取 cannot read", "fd " + std::to_string(fd), errno);
    if (got == 0) return;
    update({block.data(), static_cast<std::size_t>(got)});
    offset += got;
  }
}

std::uint64_t MultiDigest::size() const { return impl_->size; }

std::vector<std::string> MultiDigest::hex() {
  std::vector<std::string> all;
  for (const Running& one : impl_->running) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(one.context.get(), raw.data(), &size) == 1);
    all.push_back(hex_of(raw, size));
    one.start();
  }
  impl_->size = 0;
  return all;
}

}  // namespace guidang::files

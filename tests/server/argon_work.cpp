#include "tests/server/argon_work.hpp"

#include <dlfcn.h>
#include <sodium.h>

#include <atomic>
#include <charconv>
#include <stdexcept>
#include <string_view>

namespace senkoi::tests {
namespace {

std::atomic<std::uint64_t> hashes{0}, cost{0};

template <class Function>
Function* libsodiums(const char* name) {
  void* const found = ::dlsym(RTLD_NEXT, name);
  if (found == nullptr) throw std::logic_error("libsodium is linked in another way than these tests know");
  return reinterpret_cast<Function*>(found);
}

std::uint64_t parameter(std::string_view hash, std::string_view name) {
  std::uint64_t value = 0;
  const auto at = hash.find(name);
  if (at == std::string_view::npos) return 0;
  std::from_chars(hash.data() + at + name.size(), hash.data() + hash.size(), value);
  return value;
}

void count(std::uint64_t memoryKiB, std::uint64_t passes) {
  ++hashes;
  cost += memoryKiB * passes;
}

// What libsodium cannot read it refuses without any work.
bool isReadable(const char* hash) {
  return ::crypto_pwhash_str_needs_rehash(hash, 1, crypto_pwhash_MEMLIMIT_MIN) != -1;
}

}  // namespace

ArgonWork argonWork() {
  return {hashes, cost};
}

}  // namespace senkoi::tests

extern "C" {

int crypto_pwhash_str_alg(char out[crypto_pwhash_STRBYTES], const char* const password, unsigned long long length,
                          unsigned long long passes, size_t memory, int algorithm) {
  static auto* const real = senkoi::tests::libsodiums<decltype(crypto_pwhash_str_alg)>("crypto_pwhash_str_alg");
  senkoi::tests::count(memory / 1024, passes);
  return real(out, password, length, passes, memory, algorithm);
}

int crypto_pwhash_str_verify(const char* hash, const char* const password, unsigned long long length) {
  static auto* const real = senkoi::tests::libsodiums<decltype(crypto_pwhash_str_verify)>("crypto_pwhash_str_verify");
  if (senkoi::tests::isReadable(hash))
    senkoi::tests::count(senkoi::tests::parameter(hash, "$m="), senkoi::tests::parameter(hash, ",t="));
  return real(hash, password, length);
}
}

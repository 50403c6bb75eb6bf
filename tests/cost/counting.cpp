// The counter that the compiler's -fsanitize-coverage=trace-pc calls at each basic block. Not counted itself.
#include <cstdint>

namespace senkoi::cost {
std::uint64_t blocks = 0;
}

extern "C" void __sanitizer_cov_trace_pc() {
  ++senkoi::cost::blocks;
}

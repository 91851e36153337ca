#include "json_strings.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

// Vectors of 64 bytes are an extension of the language that both compilers have: where the processor's are shorter, the compiler
// takes several.
typedef uint8_t block __attribute__((vector_size(64)));
typedef bool flags __attribute__((ext_vector_type(64)));

// One bit a byte for which a comparison holds, the lowest for the first byte.
#define BITS(comparison) ({ \
    flags holds = __builtin_convertvector(comparison, flags); \
    uint64_t bits; \
    memcpy(&bits, &holds, sizeof bits); \
    bits; \
})

#define ODD_PLACES 0xaaaaaaaaaaaaaaaaULL

#define TARGET
#define NAME string_end_basic
#include "string_end.h"
#undef TARGET
#undef NAME

#if defined(__x86_64__)

#define TARGET __attribute__((target("avx2,bmi,bmi2")))
#define NAME string_end_avx2
#include "string_end.h"
#undef TARGET
#undef NAME

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2")))
#define NAME string_end_avx512
#include "string_end.h"
#undef TARGET
#undef NAME

int vectors_best_version(void) {
    if (!__builtin_cpu_supports("bmi2")) return VECTORS_BASIC;
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) return VECTORS_AVX512;
    return __builtin_cpu_supports("avx2") ? VECTORS_AVX2 : VECTORS_BASIC;
}

vectors_string vectors_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit) {
    switch (version) {
    case VECTORS_AVX512: return string_end_avx512(bytes, position, limit);
    case VECTORS_AVX2: return string_end_avx2(bytes, position, limit);
    default: return string_end_basic(bytes, position, limit);
    }
}

#else

int vectors_best_version(void) { return VECTORS_BASIC; }

vectors_string vectors_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit) {
    (void)version;
    return string_end_basic(bytes, position, limit);
}

#endif

vectors_string vectors_string_end(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    // Two tasks may both ask the processor, and are told the same.
    static _Atomic int chosen = -1;
    int version = atomic_load_explicit(&chosen, memory_order_relaxed);
    if (version < 0) {
        version = vectors_best_version();
        atomic_store_explicit(&chosen, version, memory_order_relaxed);
    }
    return vectors_string_end_by(version, bytes, position, limit);
}

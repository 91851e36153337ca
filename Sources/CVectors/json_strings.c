#include "json_strings.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

// Vectors of 64 bytes are an extension of Clang, which builds the C of a Swift package: where the processor's are shorter, it takes
// several.
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

// The bytes that are escaped, from the places of backslashes; `due` is whether the block's first byte is, and becomes that of the
// next block. A backslash that is not escaped itself escapes the byte behind it: of a run of them, every second one does. Runs that
// begin at an odd place and at an even one are told apart by an addition, whose carry runs to the end of a run.
#define ESCAPED(slashes, due) ({ \
    uint64_t escaped = due; \
    if ((slashes) | (due)) { \
        uint64_t first = (slashes) & ~(due); \
        uint64_t pairs = (((first << 1) | ODD_PLACES) - first) ^ ODD_PLACES; \
        escaped = pairs ^ ((slashes) | (due)); \
        (due) = (pairs & (slashes)) >> 63; \
    } \
    escaped; \
})

#define TARGET
#define NAME string_end_basic
#define SOUND_NAME sound_string_end_basic
#include "string_end.h"
#undef TARGET
#undef NAME
#undef SOUND_NAME

#if defined(__x86_64__)

#define TARGET __attribute__((target("avx2,bmi,bmi2")))
#define NAME string_end_avx2
#define SOUND_NAME sound_string_end_avx2
#include "string_end.h"
#undef TARGET
#undef NAME
#undef SOUND_NAME

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2")))
#define NAME string_end_avx512
#define SOUND_NAME sound_string_end_avx512
#include "string_end.h"
#undef TARGET
#undef NAME
#undef SOUND_NAME

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

vectors_string vectors_sound_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit) {
    switch (version) {
    case VECTORS_AVX512: return sound_string_end_avx512(bytes, position, limit);
    case VECTORS_AVX2: return sound_string_end_avx2(bytes, position, limit);
    default: return sound_string_end_basic(bytes, position, limit);
    }
}

#else

int vectors_best_version(void) { return VECTORS_BASIC; }

vectors_string vectors_sound_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit) {
    (void)version;
    return sound_string_end_basic(bytes, position, limit);
}

vectors_string vectors_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit) {
    (void)version;
    return string_end_basic(bytes, position, limit);
}

#endif

/// The version that is used; asked once.
static int version(void) {
    // Two tasks may both ask the processor, and are told the same.
    static _Atomic int chosen = -1;
    int known = atomic_load_explicit(&chosen, memory_order_relaxed);
    if (known < 0) {
        known = vectors_best_version();
        atomic_store_explicit(&chosen, known, memory_order_relaxed);
    }
    return known;
}

vectors_string vectors_string_end(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    return vectors_string_end_by(version(), bytes, position, limit);
}

vectors_string vectors_sound_string_end(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    return vectors_sound_string_end_by(version(), bytes, position, limit);
}

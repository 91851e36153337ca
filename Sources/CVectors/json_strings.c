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

/// One version of either function that looks for a string's end, and of the one that looks for two bytes.
typedef vectors_string string_end(const uint8_t *bytes, uint64_t position, uint64_t limit);
typedef uint64_t pair_search(const uint8_t *bytes, uint64_t position, uint64_t end, vectors_pair pair);

#define TARGET
#define NAME string_end_basic
#define SOUND_NAME sound_string_end_basic
#define PAIR_NAME pair_search_basic
#include "string_end.h"
#undef TARGET
#undef NAME
#undef SOUND_NAME
#undef PAIR_NAME

#if defined(__x86_64__)

#define TARGET __attribute__((target("avx2,bmi,bmi2")))
#define NAME string_end_avx2
#define SOUND_NAME sound_string_end_avx2
#define PAIR_NAME pair_search_avx2
#include "string_end.h"
#undef TARGET
#undef NAME
#undef SOUND_NAME
#undef PAIR_NAME

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2")))
#define NAME string_end_avx512
#define SOUND_NAME sound_string_end_avx512
#define PAIR_NAME pair_search_avx512
#include "string_end.h"
#undef TARGET
#undef NAME
#undef SOUND_NAME
#undef PAIR_NAME

int vectors_best_version(void) {
    if (!__builtin_cpu_supports("bmi2")) return VECTORS_BASIC;
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) return VECTORS_AVX512;
    return __builtin_cpu_supports("avx2") ? VECTORS_AVX2 : VECTORS_BASIC;
}

static string_end *version_of_string_end(int version) {
    return version == VECTORS_AVX512 ? string_end_avx512 : version == VECTORS_AVX2 ? string_end_avx2 : string_end_basic;
}

static string_end *version_of_sound_string_end(int version) {
    return version == VECTORS_AVX512 ? sound_string_end_avx512
           : version == VECTORS_AVX2 ? sound_string_end_avx2
                                     : sound_string_end_basic;
}

static pair_search *version_of_pair_search(int version) {
    return version == VECTORS_AVX512 ? pair_search_avx512
           : version == VECTORS_AVX2 ? pair_search_avx2
                                     : pair_search_basic;
}

#else

int vectors_best_version(void) { return VECTORS_BASIC; }

static string_end *version_of_string_end(int version) {
    (void)version;
    return string_end_basic;
}

static string_end *version_of_sound_string_end(int version) {
    (void)version;
    return sound_string_end_basic;
}

static pair_search *version_of_pair_search(int version) {
    (void)version;
    return pair_search_basic;
}

#endif

vectors_string vectors_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit) {
    return version_of_string_end(version)(bytes, position, limit);
}

vectors_string vectors_sound_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit) {
    return version_of_sound_string_end(version)(bytes, position, limit);
}

uint64_t vectors_pair_search_by(int version, const uint8_t *bytes, uint64_t position, uint64_t end, vectors_pair pair) {
    return version_of_pair_search(version)(bytes, position, end, pair);
}

static string_end choose, choose_sound;
static pair_search choose_pair_search;

// The versions that are used. Each is chosen at the first call; two tasks may both choose, and choose the same.
static _Atomic(string_end *) chosen = choose, chosen_sound = choose_sound;
static _Atomic(pair_search *) chosen_pair_search = choose_pair_search;

static vectors_string choose(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    const int version = vectors_best_version();
    atomic_store_explicit(&chosen, version_of_string_end(version), memory_order_relaxed);
    return vectors_string_end_by(version, bytes, position, limit);
}

static vectors_string choose_sound(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    const int version = vectors_best_version();
    atomic_store_explicit(&chosen_sound, version_of_sound_string_end(version), memory_order_relaxed);
    return vectors_sound_string_end_by(version, bytes, position, limit);
}

static uint64_t choose_pair_search(const uint8_t *bytes, uint64_t position, uint64_t end, vectors_pair pair) {
    const int version = vectors_best_version();
    atomic_store_explicit(&chosen_pair_search, version_of_pair_search(version), memory_order_relaxed);
    return vectors_pair_search_by(version, bytes, position, end, pair);
}

vectors_string vectors_string_end(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    return atomic_load_explicit(&chosen, memory_order_relaxed)(bytes, position, limit);
}

vectors_string vectors_sound_string_end(const uint8_t *bytes, uint64_t position, uint64_t limit) {
    return atomic_load_explicit(&chosen_sound, memory_order_relaxed)(bytes, position, limit);
}

uint64_t vectors_pair_search(const uint8_t *bytes, uint64_t position, uint64_t end, vectors_pair pair) {
    return atomic_load_explicit(&chosen_pair_search, memory_order_relaxed)(bytes, position, end, pair);
}

#include "digests.h"
#include <stdatomic.h>
#include <string.h>

/// Adds a number of blocks of 64 bytes to a state.
typedef void digests_add(uint32_t *state, const uint8_t *blocks, size_t count);

#define UNROLLED _Pragma("clang loop unroll(full)")

// Written as two shifts, it is taken apart and added piece by piece.
static inline uint32_t rotated(uint32_t word, uint32_t count) { return __builtin_rotateleft32(word, count); }

static inline uint32_t big_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline uint32_t little_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

/// Adds a message, 0x80, zeros, and the number of its bits in eight bytes.
static void add_message(uint32_t *state, const digests_message *message, bool bits_are_big_endian, digests_add *add) {
    uint8_t last[128];
    const uint8_t *body = message->body;
    size_t count = message->body_count, held = message->head_count;
    const uint64_t bits = (message->behind + held + count) * 8;
    if (held > 0) memcpy(last, message->head, held);
    if (held > 0 && held + count >= 64) {
        memcpy(last + held, body, 64 - held);
        add(state, last, 1);
        body += 64 - held;
        count -= 64 - held;
        held = 0;
    }
    if (held == 0 && count >= 64) {
        add(state, body, count / 64);
        body += count / 64 * 64;
        count %= 64;
    }
    if (count > 0) memcpy(last + held, body, count);
    held += count;
    const size_t size = held < 56 ? 64 : 128;
    memset(last + held, 0, size - held);
    last[held] = 0x80;
    for (int index = 0; index < 8; index++) {
        last[size - 8 + (size_t)index] = (uint8_t)(bits >> 8 * (bits_are_big_endian ? 7 - index : index));
    }
    add(state, last, size / 64);
}

// MARK: MD5

/// The integer part of 2³² times the sine of 1 to 64 (RFC 1321, 3.4).
static const uint32_t sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

static void add_md5(uint32_t *state, const uint8_t *block, size_t count) {
    static const uint32_t turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    for (; count > 0; count--, block += 64) {
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
        UNROLLED for (int step = 0; step < 64; step++) {
            const int round = step / 16;
            const uint32_t mixed = round == 0   ? (b & c) | (~b & d)
                                   : round == 1 ? (d & b) | (~d & c)
                                   : round == 2 ? b ^ c ^ d
                                                : c ^ (b | ~d);
            const int word = round == 0 ? step : round == 1 ? 5 * step + 1 : round == 2 ? 3 * step + 5 : 7 * step;
            const uint32_t sum = a + mixed + sines[step] + little_endian(block + 4 * (word & 15));
            a = d;
            d = c;
            c = b;
            b += rotated(sum, turns[round][step & 3]);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }
}

// MARK: SHA-1

static void add_sha1(uint32_t *state, const uint8_t *block, size_t count) {
    for (; count > 0; count--, block += 64) {
        uint32_t words[16];
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
        UNROLLED for (int step = 0; step < 80; step++) {
            uint32_t *word = &words[step & 15];
            *word = step < 16 ? big_endian(block + 4 * step)
                              : rotated(
                                    words[(step - 3) & 15] ^ words[(step - 8) & 15] ^ words[(step - 14) & 15] ^ *word, 1);
            const uint32_t mixed = step < 20   ? ((b & c) | (~b & d)) + 0x5a827999
                                   : step < 40 ? (b ^ c ^ d) + 0x6ed9eba1
                                   : step < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
                                               : (b ^ c ^ d) + 0xca62c1d6;
            const uint32_t sum = rotated(a, 5) + mixed + e + *word;
            e = d;
            d = c;
            c = rotated(b, 30);
            b = a;
            a = sum;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }
}

// MARK: SHA-256

/// The first 32 bits of the fractions of the first 64 primes' cube roots (FIPS 180-4, 4.2.2).
static const uint32_t roots[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static void add_sha256(uint32_t *state, const uint8_t *block, size_t count) {
    for (; count > 0; count--, block += 64) {
        uint32_t words[16];
        uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
        uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
        UNROLLED for (int step = 0; step < 64; step++) {
            uint32_t *word = &words[step & 15];
            const uint32_t early = words[(step - 15) & 15], late = words[(step - 2) & 15];
            *word = step < 16 ? big_endian(block + 4 * step)
                              : *word + words[(step - 7) & 15] + (rotated(early, 25) ^ rotated(early, 14) ^ early >> 3)
                                    + (rotated(late, 15) ^ rotated(late, 13) ^ late >> 10);
            const uint32_t first = h + (rotated(e, 26) ^ rotated(e, 21) ^ rotated(e, 7)) + ((e & f) ^ (~e & g))
                                   + roots[step] + *word;
            const uint32_t second = (rotated(a, 30) ^ rotated(a, 19) ^ rotated(a, 10)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}

// MARK: With the processor's instructions

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static bool find_instructions(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
    const bool shuffles = c & 1u << 9 && c & 1u << 19;  // SSSE3 and SSE4.1
    return shuffles && __get_cpuid_count(7, 0, &a, &b, &c, &d) && b & 1u << 29;
}

#define ACCELERATED __attribute__((target("sha,sse4.1")))

/// Loads four words, each big-endian in its place.
ACCELERATED static inline __m128i loaded(const uint8_t *bytes, __m128i order) {
    return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes), order);
}

ACCELERATED static void add_sha1_accelerated(uint32_t *state, const uint8_t *block, size_t count) {
    // The instructions want the first word in the highest place.
    const __m128i order = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
    __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0x1b);
    __m128i e = _mm_set_epi32((int)state[4], 0, 0, 0);
    for (; count > 0; count--, block += 64) {
        const __m128i abcd_before = abcd, e_before = e;
        __m128i words[4], past = abcd;
        UNROLLED for (int group = 0; group < 20; group++) {
            __m128i *word = &words[group & 3];
            *word = group < 4 ? loaded(block + 16 * group, order)
                              : _mm_sha1msg2_epu32(
                                    _mm_xor_si128(
                                        _mm_sha1msg1_epu32(*word, words[(group + 1) & 3]), words[(group + 2) & 3]),
                                    words[(group + 3) & 3]);
            // What was the first word four steps ago is, rotated, the fifth one now.
            e = group == 0 ? _mm_add_epi32(e, *word) : _mm_sha1nexte_epu32(past, *word);
            past = abcd;
            abcd = group < 5    ? _mm_sha1rnds4_epu32(abcd, e, 0)
                   : group < 10 ? _mm_sha1rnds4_epu32(abcd, e, 1)
                   : group < 15 ? _mm_sha1rnds4_epu32(abcd, e, 2)
                                : _mm_sha1rnds4_epu32(abcd, e, 3);
        }
        e = _mm_sha1nexte_epu32(past, e_before);
        abcd = _mm_add_epi32(abcd, abcd_before);
    }
    _mm_storeu_si128((__m128i *)state, _mm_shuffle_epi32(abcd, 0x1b));
    state[4] = (uint32_t)_mm_extract_epi32(e, 3);
}

ACCELERATED static void add_sha256_accelerated(uint32_t *state, const uint8_t *block, size_t count) {
    const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    // The instructions want the eight words as abef and cdgh, the first in the highest place.
    const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
    const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
    __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
    __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xf0);
    for (; count > 0; count--, block += 64) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i words[4];
        UNROLLED for (int group = 0; group < 16; group++) {
            __m128i *word = &words[group & 3];
            const __m128i last = words[(group + 3) & 3];
            *word = group < 4 ? loaded(block + 16 * group, order)
                              : _mm_sha256msg2_epu32(
                                    _mm_add_epi32(
                                        _mm_sha256msg1_epu32(*word, words[(group + 1) & 3]),
                                        _mm_alignr_epi8(last, words[(group + 2) & 3], 4)),
                                    last);
            const __m128i sum = _mm_add_epi32(*word, _mm_loadu_si128((const __m128i *)(roots + 4 * group)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#elif defined(__aarch64__) && (defined(__APPLE__) || defined(__linux__))
#include <arm_neon.h>

#if defined(__APPLE__)
static bool find_instructions(void) { return true; }
#define ACCELERATED
#else
#include <sys/auxv.h>

static bool find_instructions(void) {
    const unsigned long both = 1ul << 5 | 1ul << 6;  // HWCAP_SHA1 and HWCAP_SHA2
    return (getauxval(AT_HWCAP) & both) == both;
}
#define ACCELERATED __attribute__((target("sha2")))
#endif

/// Loads four words, each big-endian.
ACCELERATED static inline uint32x4_t loaded(const uint8_t *bytes) {
    return vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(bytes)));
}

ACCELERATED static void add_sha1_accelerated(uint32_t *state, const uint8_t *block, size_t count) {
    uint32x4_t abcd = vld1q_u32(state);
    uint32_t e = state[4];
    for (; count > 0; count--, block += 64) {
        const uint32x4_t abcd_before = abcd;
        const uint32_t e_before = e;
        uint32x4_t words[4];
        UNROLLED for (int group = 0; group < 20; group++) {
            uint32x4_t *word = &words[group & 3];
            *word = group < 4 ? loaded(block + 16 * group)
                              : vsha1su1q_u32(
                                    vsha1su0q_u32(*word, words[(group + 1) & 3], words[(group + 2) & 3]),
                                    words[(group + 3) & 3]);
            const uint32_t next = vsha1h_u32(vgetq_lane_u32(abcd, 0));
            abcd = group < 5    ? vsha1cq_u32(abcd, e, vaddq_u32(*word, vdupq_n_u32(0x5a827999)))
                   : group < 10 ? vsha1pq_u32(abcd, e, vaddq_u32(*word, vdupq_n_u32(0x6ed9eba1)))
                   : group < 15 ? vsha1mq_u32(abcd, e, vaddq_u32(*word, vdupq_n_u32(0x8f1bbcdc)))
                                : vsha1pq_u32(abcd, e, vaddq_u32(*word, vdupq_n_u32(0xca62c1d6)));
            e = next;
        }
        abcd = vaddq_u32(abcd, abcd_before);
        e += e_before;
    }
    vst1q_u32(state, abcd);
    state[4] = e;
}

ACCELERATED static void add_sha256_accelerated(uint32_t *state, const uint8_t *block, size_t count) {
    uint32x4_t abcd = vld1q_u32(state), efgh = vld1q_u32(state + 4);
    for (; count > 0; count--, block += 64) {
        const uint32x4_t abcd_before = abcd, efgh_before = efgh;
        uint32x4_t words[4];
        UNROLLED for (int group = 0; group < 16; group++) {
            uint32x4_t *word = &words[group & 3];
            *word = group < 4 ? loaded(block + 16 * group)
                              : vsha256su1q_u32(
                                    vsha256su0q_u32(*word, words[(group + 1) & 3]), words[(group + 2) & 3],
                                    words[(group + 3) & 3]);
            const uint32x4_t sum = vaddq_u32(*word, vld1q_u32(roots + 4 * group)), past = abcd;
            abcd = vsha256hq_u32(abcd, efgh, sum);
            efgh = vsha256h2q_u32(efgh, past, sum);
        }
        abcd = vaddq_u32(abcd, abcd_before);
        efgh = vaddq_u32(efgh, efgh_before);
    }
    vst1q_u32(state, abcd);
    vst1q_u32(state + 4, efgh);
}

#else

static bool find_instructions(void) { return false; }
#define add_sha1_accelerated add_sha1
#define add_sha256_accelerated add_sha256

#endif

bool digests_have_instructions(void) {
    // 0 until it was asked; whoever asks at the same time gets the same answer.
    static atomic_int known;
    int answer = atomic_load_explicit(&known, memory_order_relaxed);
    if (answer == 0) {
        answer = find_instructions() ? 1 : -1;
        atomic_store_explicit(&known, answer, memory_order_relaxed);
    }
    return answer > 0;
}

void digests_md5(uint32_t *state, const digests_message *message) { add_message(state, message, false, add_md5); }

void digests_sha1(uint32_t *state, const digests_message *message, bool portable) {
    const bool fast = !portable && digests_have_instructions();
    add_message(state, message, true, fast ? add_sha1_accelerated : add_sha1);
}

void digests_sha256(uint32_t *state, const digests_message *message, bool portable) {
    const bool fast = !portable && digests_have_instructions();
    add_message(state, message, true, fast ? add_sha256_accelerated : add_sha256);
}

void digests_sha256_blocks(uint32_t *state, const uint8_t *blocks, size_t count, bool portable) {
    const bool fast = !portable && digests_have_instructions();
    (fast ? add_sha256_accelerated : add_sha256)(state, blocks, count);
}

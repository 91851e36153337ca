// Compares 32 bytes at once and gives the answer as one bit a byte.
//
// Swift's SIMD types compare as well, and have no way to turn a mask into an integer: the one instruction that the
// string scanner needs and Swift cannot reach.

#ifndef CVECTORS_H
#define CVECTORS_H

#include <stdint.h>

#include "block_memory.h"
#include "digests.h"
#include "json_strings.h"

// Each is a handful of instructions in the middle of a loop: a call would cost more than the work.
#define VECTORS_INLINE static inline __attribute__((always_inline))

typedef uint8_t vectors_bytes16 __attribute__((vector_size(16)));

VECTORS_INLINE vectors_bytes16 vectors_load16(const void *bytes) {
    vectors_bytes16 text;
    __builtin_memcpy(&text, bytes, 16);
    return text;
}

#if defined(__SSE2__)
#include <emmintrin.h>

VECTORS_INLINE uint32_t vectors_mask16(vectors_bytes16 mask) { return (uint32_t)_mm_movemask_epi8((__m128i)mask); }

VECTORS_INLINE uint32_t vectors_specials16(const void *bytes) {
    __m128i text = _mm_loadu_si128((const __m128i *)bytes);
    // Compared as signed, the bytes from 0x80 on are below 0x20 too.
    __m128i low = _mm_cmplt_epi8(text, _mm_set1_epi8(0x20));
    __m128i quote = _mm_cmpeq_epi8(text, _mm_set1_epi8('"'));
    __m128i backslash = _mm_cmpeq_epi8(text, _mm_set1_epi8('\\'));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(low, _mm_or_si128(quote, backslash)));
}

VECTORS_INLINE uint32_t vectors_quotes16(const void *bytes) {
    __m128i text = _mm_loadu_si128((const __m128i *)bytes);
    __m128i quote = _mm_cmpeq_epi8(text, _mm_set1_epi8('"'));
    __m128i backslash = _mm_cmpeq_epi8(text, _mm_set1_epi8('\\'));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(quote, backslash));
}

VECTORS_INLINE uint32_t vectors_digits16(const void *bytes) {
    __m128i text = _mm_loadu_si128((const __m128i *)bytes);
    __m128i digits = _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('0' - 1)), _mm_cmplt_epi8(text, _mm_set1_epi8('9' + 1)));
    return (uint32_t)_mm_movemask_epi8(digits);
}

VECTORS_INLINE uint32_t vectors_equal16(const void *bytes, uint8_t byte) {
    __m128i text = _mm_loadu_si128((const __m128i *)bytes);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(text, _mm_set1_epi8((char)byte)));
}

VECTORS_INLINE uint32_t vectors_others16(const void *bytes) {
    return (uint32_t)_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)bytes));
}

#elif defined(__aarch64__)
#include <arm_neon.h>

VECTORS_INLINE uint32_t vectors_bits16(uint8x16_t mask) {
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t marked = vandq_u8(mask, vld1q_u8(weights));
    return (uint32_t)vaddv_u8(vget_low_u8(marked)) | (uint32_t)vaddv_u8(vget_high_u8(marked)) << 8;
}

VECTORS_INLINE uint32_t vectors_mask16(vectors_bytes16 mask) { return vectors_bits16((uint8x16_t)mask); }

VECTORS_INLINE uint32_t vectors_quotes16(const void *bytes) {
    uint8x16_t text = vld1q_u8((const uint8_t *)bytes);
    return vectors_bits16(vorrq_u8(vceqq_u8(text, vdupq_n_u8('"')), vceqq_u8(text, vdupq_n_u8('\\'))));
}

VECTORS_INLINE uint32_t vectors_specials16(const void *bytes) {
    uint8x16_t text = vld1q_u8((const uint8_t *)bytes);
    uint8x16_t low = vcltq_s8(vreinterpretq_s8_u8(text), vdupq_n_s8(0x20));
    uint8x16_t quote = vceqq_u8(text, vdupq_n_u8('"'));
    uint8x16_t backslash = vceqq_u8(text, vdupq_n_u8('\\'));
    return vectors_bits16(vorrq_u8(low, vorrq_u8(quote, backslash)));
}

VECTORS_INLINE uint32_t vectors_digits16(const void *bytes) {
    uint8x16_t text = vld1q_u8((const uint8_t *)bytes);
    return vectors_bits16(vcltq_u8(vsubq_u8(text, vdupq_n_u8('0')), vdupq_n_u8(10)));
}

VECTORS_INLINE uint32_t vectors_equal16(const void *bytes, uint8_t byte) {
    return vectors_bits16(vceqq_u8(vld1q_u8((const uint8_t *)bytes), vdupq_n_u8(byte)));
}

VECTORS_INLINE uint32_t vectors_others16(const void *bytes) {
    return vectors_bits16(vcgeq_u8(vld1q_u8((const uint8_t *)bytes), vdupq_n_u8(0x80)));
}

#else

VECTORS_INLINE uint32_t vectors_mask16(vectors_bytes16 mask) {
    uint32_t marks = 0;
    for (int index = 0; index < 16; index++) { marks |= (uint32_t)(mask[index] >> 7) << index; }
    return marks;
}

VECTORS_INLINE uint32_t vectors_specials16(const void *bytes) {
    const uint8_t *text = (const uint8_t *)bytes;
    uint32_t marks = 0;
    for (int index = 0; index < 16; index++) {
        uint8_t byte = text[index];
        marks |= (uint32_t)(byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') << index;
    }
    return marks;
}

VECTORS_INLINE uint32_t vectors_digits16(const void *bytes) {
    const uint8_t *text = (const uint8_t *)bytes;
    uint32_t marks = 0;
    for (int index = 0; index < 16; index++) {
        marks |= (uint32_t)((uint8_t)(text[index] - '0') < 10) << index;
    }
    return marks;
}

VECTORS_INLINE uint32_t vectors_equal16(const void *bytes, uint8_t byte) {
    const uint8_t *text = (const uint8_t *)bytes;
    uint32_t marks = 0;
    for (int index = 0; index < 16; index++) { marks |= (uint32_t)(text[index] == byte) << index; }
    return marks;
}

VECTORS_INLINE uint32_t vectors_others16(const void *bytes) {
    const uint8_t *text = (const uint8_t *)bytes;
    uint32_t marks = 0;
    for (int index = 0; index < 16; index++) { marks |= (uint32_t)(text[index] >= 0x80) << index; }
    return marks;
}

VECTORS_INLINE uint32_t vectors_quotes16(const void *bytes) {
    return vectors_equal16(bytes, '"') | vectors_equal16(bytes, '\\');
}

#endif

VECTORS_INLINE uint32_t vectors_ordinary_escapes16(const uint8_t *bytes) {
    vectors_bytes16 begun = (vectors_bytes16)((vectors_load16(bytes) == '\\') & (vectors_load16(bytes + 1) == 'u'));
    vectors_bytes16 first = vectors_load16(bytes + 2);
    vectors_bytes16 second = vectors_load16(bytes + 3);
    vectors_bytes16 third = vectors_load16(bytes + 4);
    // Below the first byte of a range the difference is a large number.
    vectors_bytes16 letters = (vectors_bytes16)(((third | 0x20) - 'c' <= 'f' - 'c') & (second == '0'));
    vectors_bytes16 alphabets = (vectors_bytes16)((second - '1' <= 1) | (second - '4' <= 1));
    vectors_bytes16 others = (vectors_bytes16)(first - '4' <= '9' - '4');
    return vectors_mask16(begun & (((vectors_bytes16)(first == '0') & (letters | alphabets)) | others));
}

/// Returns a bit for each of 32 bytes that begins an escape of a letter of Latin, Cyrillic, Armenian or Hebrew, or of a Chinese
/// character: U+00C0 to U+02FF, U+0400 to U+05FF, U+4000 to U+9FFF. Four more bytes are read; two digits are not looked at.
VECTORS_INLINE uint32_t vectors_ordinary_escapes32(const void *bytes) {
    const uint8_t *text = (const uint8_t *)bytes;
    return vectors_ordinary_escapes16(text) | vectors_ordinary_escapes16(text + 16) << 16;
}

/// Returns a bit for each of 32 bytes that ends a run of plain characters inside a JSON string: a quote, a backslash, a
/// control character, or a byte of a longer UTF-8 sequence. The lowest bit is the first byte's.
VECTORS_INLINE uint32_t vectors_specials32(const void *bytes) {
    return vectors_specials16(bytes) | vectors_specials16((const uint8_t *)bytes + 16) << 16;
}

/// Returns a bit for each of 32 bytes that is a quote or a backslash.
VECTORS_INLINE uint32_t vectors_quotes32(const void *bytes) {
    return vectors_quotes16(bytes) | vectors_quotes16((const uint8_t *)bytes + 16) << 16;
}

/// Returns a bit for each of 32 bytes that is a decimal digit of ASCII.
VECTORS_INLINE uint32_t vectors_digits32(const void *bytes) {
    return vectors_digits16(bytes) | vectors_digits16((const uint8_t *)bytes + 16) << 16;
}

/// Returns a bit for each of 32 bytes that is not ASCII.
VECTORS_INLINE uint32_t vectors_others32(const void *bytes) {
    return vectors_others16(bytes) | vectors_others16((const uint8_t *)bytes + 16) << 16;
}

/// Returns a bit for each of 32 bytes that is that byte.
VECTORS_INLINE uint32_t vectors_equal32(const void *bytes, uint8_t byte) {
    return vectors_equal16(bytes, byte) | vectors_equal16((const uint8_t *)bytes + 16, byte) << 16;
}

#endif

// The message digests that ids are made of: MD5 (RFC 1321), SHA-1 (RFC 3174) and SHA-256 (FIPS 180-4).
//
// SHA-1 and SHA-256 have instructions of their own on most processors, which Swift cannot reach. Whether this processor
// has them is asked once; the portable versions are always there.

#ifndef CVECTORS_DIGESTS_H
#define CVECTORS_DIGESTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A message in two parts, behind bytes that are part of the state already.
typedef struct {
    /// How many bytes those are, a multiple of 64.
    uint64_t behind;
    /// The first part, fewer than 64 bytes.
    const uint8_t *head;
    size_t head_count;
    const uint8_t *body;
    size_t body_count;
} digests_message;

/// Adds a message and its padding to a state of four words, which is then MD5's digest.
void digests_md5(uint32_t *state, const digests_message *message);

/// Adds a message and its padding to a state of five words, which is then SHA-1's digest.
void digests_sha1(uint32_t *state, const digests_message *message, bool portable);

/// Adds a message and its padding to a state of eight words, which is then SHA-256's digest.
void digests_sha256(uint32_t *state, const digests_message *message, bool portable);

/// Adds a number of blocks of 64 bytes to SHA-256's state of eight words, and no padding.
void digests_sha256_blocks(uint32_t *state, const uint8_t *blocks, size_t count, bool portable);

/// Whether this processor has instructions for SHA-1 and SHA-256.
bool digests_have_instructions(void);

#endif

// Passes the rest of a JSON string 64 bytes at a time, and checks escapes, control characters and UTF-8 on the way; looks for two
// bytes that stand side by side.

#ifndef CVECTORS_JSON_STRINGS_H
#define CVECTORS_JSON_STRINGS_H

#include <stdint.h>

/// What was found in the rest of a string.
typedef struct {
    /// The offset behind the closing quote; 0 where something is wrong, or the text is too short.
    uint64_t end;
    /// Where a closer look has to begin in that case: what lies before is sound, and no escape or character goes on there.
    uint64_t resume;
    /// Whether there is a backslash, 0 or 1.
    uint64_t has_escape;
} vectors_string;

/// The versions of one function, for processors that can do more and more.
enum { VECTORS_BASIC, VECTORS_AVX2, VECTORS_AVX512 };

/// Returns the last version that this processor can run.
int vectors_best_version(void);

/// Passes the rest of a string.
///
/// - Parameters:
///   - position: an offset inside the string at which no escape or character goes on.
///   - limit: the largest offset at which 64 bytes can be read.
vectors_string vectors_string_end(const uint8_t *bytes, uint64_t position, uint64_t limit);

/// The same with that version, which the processor must be able to run.
vectors_string vectors_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit);

/// Passes the rest of a string that has been passed before, and checks nothing: looks for its closing quote.
///
/// Returns an end of 0 if there is none; `resume` is then the offset that was not looked at any more.
vectors_string vectors_sound_string_end(const uint8_t *bytes, uint64_t position, uint64_t limit);

/// The same with that version, which the processor must be able to run.
vectors_string vectors_sound_string_end_by(int version, const uint8_t *bytes, uint64_t position, uint64_t limit);

/// Two bytes; of each the case is ignored where the other member is 0x20, and counts where it is 0.
typedef struct {
    /// The first byte, a small letter where its case is ignored.
    uint8_t first, first_case;
    uint8_t second, second_case;
} vectors_pair;

/// Returns the first offset before `end` at which a pair begins; `end` if there is none. 64 bytes behind `end` can be read.
uint64_t vectors_pair_search(const uint8_t *bytes, uint64_t position, uint64_t end, vectors_pair pair);

/// The same with that version, which the processor must be able to run.
uint64_t vectors_pair_search_by(int version, const uint8_t *bytes, uint64_t position, uint64_t end, vectors_pair pair);

#endif

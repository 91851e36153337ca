// Memory that grows where it is, if it can: so that what a large record has touched is not touched again.

#ifndef CVECTORS_BLOCK_MEMORY_H
#define CVECTORS_BLOCK_MEMORY_H

#include <stdlib.h>

/// Returns memory of that size which begins with the bytes of `memory`, or of nothing where that is NULL; `memory` is given up.
/// NULL where there is none.
static inline void *block_memory_grown(void *memory, size_t size) { return realloc(memory, size); }

static inline void block_memory_free(void *memory) { free(memory); }

#endif

#include "revision.h"

// Another revision compiles this file anew, and no other.
#ifndef CHATEVENTS_REVISION
#define CHATEVENTS_REVISION ""
#endif

const char *chatevents_revision(void) { return CHATEVENTS_REVISION; }

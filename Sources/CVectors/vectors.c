// What the header defines is inline.
#include "vectors.h"

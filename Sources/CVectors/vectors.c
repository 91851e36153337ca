// The module is its header; a C target needs a source file.
#include "vectors.h"

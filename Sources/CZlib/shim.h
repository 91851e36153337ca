// The system's zlib, which unpacks gzip.
#include <zlib.h>

// The system's zlib, which unpacks and packs gzip.
#include <zlib.h>

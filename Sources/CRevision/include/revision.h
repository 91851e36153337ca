// The revision of the sources that a binary was made from.

#ifndef CREVISION_H
#define CREVISION_H

/// Returns the revision that the build was given as CHATEVENTS_REVISION; an empty text if it was given none.
const char *chatevents_revision(void);

#endif

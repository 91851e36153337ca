// Makes one call of the system fail, stop short or be interrupted: the one of FAULT_CALL that comes as number FAULT_AT, from 1.
//
// FAULT_KIND is the number of an error, or 0 for a transfer of one byte. Where the call was made, the file FAULT_HIT is there.
// If FAULT_KEEP is set, no file can be removed.
// Only calls count that are about files and pipes of the user: the runtime's own would end the process.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int made;

static int is_users(int descriptor) {
  struct stat record;
  if (syscall(SYS_fstat, descriptor, &record) != 0) return 0;
  return S_ISREG(record.st_mode) || S_ISFIFO(record.st_mode);
}

static int is_users_path(const char *path) {
  static const char *const others[] = {"/proc/", "/sys/", "/etc/", "/dev/", "/usr/", "/lib"};
  for (size_t index = 0; index < sizeof others / sizeof *others; index++)
    if (strncmp(path, others[index], strlen(others[index])) == 0) return 0;
  return 1;
}

// Whether this call is the one; then `kind` is what happens to it.
static int is_hit(const char *call, int *kind) {
  const char *wanted = getenv("FAULT_CALL"), *at = getenv("FAULT_AT"), *chosen = getenv("FAULT_KIND"), *hit = getenv("FAULT_HIT");
  if (!wanted || !at || !chosen || !hit || strcmp(wanted, call) != 0) return 0;
  if (atomic_fetch_add(&made, 1) + 1 != atoi(at)) return 0;
  int file = (int)syscall(SYS_openat, AT_FDCWD, hit, O_WRONLY | O_CREAT, 0600);
  if (file >= 0) syscall(SYS_close, file);
  *kind = atoi(chosen);
  return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t read(int descriptor, void *buffer, size_t count) {
  int kind;
  if (is_users(descriptor) && is_hit("read", &kind)) {
    if (kind) { errno = kind; return -1; }
    count = count > 1 ? 1 : count;
  }
  return NEXT(read)(descriptor, buffer, count);
}

ssize_t write(int descriptor, const void *buffer, size_t count) {
  int kind;
  if (is_users(descriptor) && is_hit("write", &kind)) {
    if (kind) { errno = kind; return -1; }
    count = count > 1 ? 1 : count;
  }
  return NEXT(write)(descriptor, buffer, count);
}

int fsync(int descriptor) {
  int kind;
  if (is_hit("fsync", &kind)) { errno = kind; return -1; }
  return NEXT(fsync)(descriptor);
}

// A file is closed even if that fails.
int close(int descriptor) {
  int kind, users = is_users(descriptor);
  int result = NEXT(close)(descriptor);
  if (users && is_hit("close", &kind)) { errno = kind; return -1; }
  return result;
}

int renameat(int from, const char *path, int to, const char *other) {
  int kind;
  if (is_hit("rename", &kind)) { errno = kind; return -1; }
  return NEXT(renameat)(from, path, to, other);
}

int unlinkat(int folder, const char *path, int flags) {
  if (getenv("FAULT_KEEP")) { errno = EACCES; return -1; }
  return NEXT(unlinkat)(folder, path, flags);
}

int poll(struct pollfd *requests, nfds_t count, int timeout) {
  int kind;
  if (count == 1 && is_users(requests[0].fd) && is_hit("poll", &kind)) { errno = kind; return -1; }
  return NEXT(poll)(requests, count, timeout);
}

off_t lseek(int descriptor, off_t offset, int origin) {
  int kind;
  if (is_users(descriptor) && is_hit("lseek", &kind)) { errno = kind; return -1; }
  return NEXT(lseek)(descriptor, offset, origin);
}

int mkdir(const char *path, mode_t mode) {
  int kind;
  if (is_hit("mkdir", &kind)) { errno = kind; return -1; }
  return NEXT(mkdir)(path, mode);
}

static int opened(int folder, const char *path, int flags, va_list more) {
  int kind;
  if (is_users_path(path) && is_hit("open", &kind)) { errno = kind; return -1; }
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int result = opened(folder, path, flags, more);
  va_end(more);
  return result;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int result = opened(AT_FDCWD, path, flags, more);
  va_end(more);
  return result;
}

/* SPDX-License-Identifier: MIT */
/* Preloaded into the program by test_failures.py: makes one chosen call fail, or every read short.
   SHIM=malloc:N        the N-th allocation (of anybody: jansson, libxml2, us) fails, once
   SHIM=malloc-from:N   that and every later one
   SHIM=write:N:ERRNO   the N-th write to anything but standard error fails with that number
   SHIM=read-from:N:ERRNO  the N-th read and every later one
   SHIM=fsync:N:ERRNO, SHIM=rename:N:ERRNO, SHIM=read:N:ERRNO, SHIM=open:N:ERRNO   likewise
   SHIM=short           reads give one byte at a time, writes take one, every other one is interrupted
   SHIM=serve:IN:OUT    waits in front of main() for specs such as these, 64 bytes each, on descriptor IN, and runs the
   program for each in a process of its own, whose wait status, an int, it writes to OUT: libraries are loaded once, not
   thousands of times */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SPEC = 64 };

static char call[32];
static long nth, number, seen;
static int armed;

/* Returns in a child, with its spec. */
static const char *serve(int in, int out, char spec[SPEC])
{
    int status;

    while (read(in, spec, SPEC) == SPEC) {
        pid_t child = fork();
        if (child == 0)
            return spec;
        if (child < 0 || waitpid(child, &status, 0) != child || write(out, &status, sizeof status) < 0)
            _exit(99);
    }
    _exit(0);
}

__attribute__((constructor)) static void arm(void)
{
    static char served[SPEC];
    const char *spec = getenv("SHIM");
    int in, out;

    if (spec && sscanf(spec, "serve:%d:%d", &in, &out) == 2)
        spec = serve(in, out, served);
    if (spec && sscanf(spec, "%31[a-z-]:%ld:%ld", call, &nth, &number) >= 1)
        armed = 1;
}

static int hit(const char *name)
{
    return armed && strcmp(call, name) == 0 && ++seen == nth;
}

static int hit_from(const char *name)
{
    return armed && strcmp(call, name) == 0 && ++seen >= nth;
}

static int memory_hit(void)
{
    return hit("malloc") || hit_from("malloc-from");
}

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *malloc(size_t size)
{
    if (armed && memory_hit()) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    if (armed && memory_hit()) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    if (armed && memory_hit()) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_realloc(memory, size);
}

static int interrupted(void)
{
    static int turn;
    if (!armed || strcmp(call, "short") != 0)
        return 0;
    turn = !turn;
    if (turn)
        errno = EINTR;
    return turn ? -1 : 1;
}

ssize_t read(int fd, void *buffer, size_t size)
{
    static ssize_t (*next)(int, void *, size_t);
    if (!next)
        next = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    int short_call = interrupted();
    if (short_call < 0 || hit("read") || hit_from("read-from")) {
        errno = short_call < 0 ? EINTR : (int)number;
        return -1;
    }
    return next(fd, buffer, short_call && size ? 1 : size);
}

ssize_t write(int fd, const void *buffer, size_t size)
{
    static ssize_t (*next)(int, const void *, size_t);
    if (!next)
        next = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    int short_call = fd == STDERR_FILENO ? 0 : interrupted();
    if (short_call < 0 || (fd != STDERR_FILENO && hit("write"))) {
        errno = short_call < 0 ? EINTR : (int)number;
        return -1;
    }
    return next(fd, buffer, short_call && size ? 1 : size);
}

#define FAILING(name, parameters, arguments)                                                                          \
    int name parameters                                                                                               \
    {                                                                                                                 \
        static int(*next) parameters;                                                                                 \
        if (!next)                                                                                                    \
            next = (int(*) parameters)dlsym(RTLD_NEXT, #name);                                                        \
        if (hit(#name)) {                                                                                             \
            errno = (int)number;                                                                                      \
            return -1;                                                                                                \
        }                                                                                                             \
        return next arguments;                                                                                        \
    }
FAILING(fsync, (int fd), (fd))
FAILING(rename, (const char *from, const char *to), (from, to))

int open(const char *path, int flags, ...)
{
    static int (*next)(const char *, int, ...);
    va_list args;
    va_start(args, flags);
    int mode = flags & O_CREAT ? va_arg(args, int) : 0;
    va_end(args);
    if (!next)
        next = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
    if (hit("open")) {
        errno = (int)number;
        return -1;
    }
    return next(path, flags, mode);
}

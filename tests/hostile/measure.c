/* SPDX-License-Identifier: MIT */
/* measure PROGRAM ARGUMENT...: runs a program and says on the last line of standard error what it took:
   "measured: KIB of memory at its peak, MICROSECONDS of processor time, STATUS". A small parent of its own, since a
   process inherits the peak of the one that it was forked from. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long micros(const struct timeval *t)
{
    return t->tv_sec * 1000000L + t->tv_usec;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    int status = 0;
    if (argc < 2)
        return 2;
    pid_t child = fork();
    if (child == 0) {
        execv(argv[1], argv + 1);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0)
        return 2;
    fprintf(stderr, "measured: %ld %ld %d\n", usage.ru_maxrss, micros(&usage.ru_utime) + micros(&usage.ru_stime),
            WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
    return 0;
}

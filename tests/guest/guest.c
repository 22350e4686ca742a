/* SPDX-License-Identifier: MIT */
/* A host: loads the workload with its libogp in various circumstances. guest MODE DIRECTORY WORKLOAD... */
#define _GNU_SOURCE
#include "workload.h"
#include <dlfcn.h>
#include <link.h>
#include <malloc.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

static struct { uintptr_t from, to; } guest;
static size_t direct_allocations;
static const int *handed_out;

static void notice(const void *caller)
{
    if (!handed_out || !*handed_out)
        direct_allocations += (uintptr_t)caller >= guest.from && (uintptr_t)caller < guest.to;
}

void *malloc(size_t size)
{
    notice(__builtin_return_address(0));
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    notice(__builtin_return_address(0));
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    notice(__builtin_return_address(0));
    return __libc_realloc(memory, size);
}

static int find_guest(struct dl_phdr_info *info, size_t size, void *unused)
{
    (void)size;
    (void)unused;
    if (!strstr(info->dlpi_name, "/libogp.so"))
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        uintptr_t from = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
        if (info->dlpi_phdr[i].p_type != PT_LOAD)
            continue;
        guest.from = guest.from && guest.from < from ? guest.from : from;
        guest.to = guest.to > from + info->dlpi_phdr[i].p_memsz ? guest.to : from + info->dlpi_phdr[i].p_memsz;
    }
    return 1;
}

static void *load(const char *workload, guest_work_fn **work)
{
    void *module = dlopen(workload, RTLD_NOW | RTLD_LOCAL);
    if (!module)
        fprintf(stderr, "%s\n", dlerror());
    *work = module ? (guest_work_fn *)(uintptr_t)dlsym(module, "guest_work") : NULL;
    return *work ? module : NULL;
}

static int answer(guest_work_fn *work, const char *directory, const ogp_allocator *allocator)
{
    guest_digest digest;
    int failed = work(&digest, directory, allocator);

    if (failed)
        fprintf(stderr, "step %d of the workload failed\n", failed);
    else
        printf("%016llx %zu\n", (unsigned long long)digest.value, digest.bytes);
    fflush(stdout);
    return failed;
}

/* What the heap holds. What of it is mapped, or in memory, changes with the machine's need and the heap's own. */
static size_t held_bytes(void)
{
    struct mallinfo2 heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

enum { RELOADS = 1000 };

/* Loads, works, unloads: nothing may stay mapped and memory may not pile up. */
static int reload(const char *directory, const char *workload)
{
    size_t before = 0;
    guest_work_fn *work;
    guest_digest digest;

    /* Half the rounds go by before it is counted: pieces of the heap take hundreds of them to find their places. */
    for (int round = 0; round < 2 * RELOADS; round++) {
        void *module = load(workload, &work);
        if (!module || (round % 100 == 0 && work(&digest, directory, NULL)) || dlclose(module))
            return 1;
        if (dl_iterate_phdr(find_guest, NULL)) {
            fprintf(stderr, "libogp stays mapped after dlclose\n");
            return 1;
        }
        if (round == RELOADS)
            before = held_bytes();
    }
    printf("held bytes: %zu, after %d more rounds %zu\n", before, RELOADS, held_bytes());
    return held_bytes() > before + 64 * RELOADS;
}

static int after_fork(const char *directory, const char *workload)
{
    guest_work_fn *work;
    int status = 1;

    if (!load(workload, &work) || answer(work, directory, NULL))
        return 1;
    pid_t child = fork();
    if (child == 0)
        _exit(answer(work, directory, NULL));
    return child < 0 || waitpid(child, &status, 0) != child || status || answer(work, directory, NULL);
}

static struct { size_t made, freed, bytes; } counted;

static void *count_allocate(size_t size, void *user)
{
    (void)user;
    counted.made++;
    counted.bytes += size;
    return __libc_malloc(size);
}

static void *count_reallocate(void *memory, size_t size, void *user)
{
    (void)user;
    counted.made += memory == NULL;
    counted.bytes += size;
    return __libc_realloc(memory, size);
}

static void count_release(void *memory, void *user)
{
    (void)user;
    counted.freed += memory != NULL;
    free(memory);
}

/* With an allocator of the host's own, libogp itself calls neither malloc, calloc nor realloc. */
static int own_allocator(const char *directory, const char *workload)
{
    const ogp_allocator allocator = { count_allocate, count_reallocate, count_release, NULL };
    guest_work_fn *work;
    void *module = load(workload, &work);
    handed_out = module ? dlsym(module, "guest_handed_out") : NULL;
    if (!handed_out || !dl_iterate_phdr(find_guest, NULL) || answer(work, directory, &allocator))
        return 1;
    fprintf(stderr, "allocations through the context %zu, freed %zu, bytes %zu; around it %zu\n", counted.made,
            counted.freed, counted.bytes, direct_allocations);
    return counted.made != counted.freed || direct_allocations != 0;
}

static int in_locale(const char *directory, const char *workload, const char *locale)
{
    guest_work_fn *work;

    if (!setlocale(LC_ALL, locale)) {
        fprintf(stderr, "no locale %s\n", locale);
        return 1;
    }
    return !load(workload, &work) || answer(work, directory, NULL);
}

/* Two libogp with different sonames in one process, each with its own workload. */
static int together(const char *directory, const char *first, const char *second)
{
    guest_work_fn *works[2];

    if (!load(first, &works[0]) || !load(second, &works[1]) || works[0] == works[1])
        return 1;
    return answer(works[0], directory, NULL) || answer(works[1], directory, NULL) || answer(works[0], directory, NULL);
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    if (!strcmp(argv[1], "reload"))
        return reload(argv[2], argv[3]);
    if (!strcmp(argv[1], "fork"))
        return after_fork(argv[2], argv[3]);
    if (!strcmp(argv[1], "allocator"))
        return own_allocator(argv[2], argv[3]);
    if (!strcmp(argv[1], "locale") && argc > 4)
        return in_locale(argv[2], argv[3], argv[4]);
    if (!strcmp(argv[1], "together") && argc > 4)
        return together(argv[2], argv[3], argv[4]);
    return 2;
}

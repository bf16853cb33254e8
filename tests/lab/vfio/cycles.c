/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Opening and closing, again and again: what a process holds of the kernel and of EAL is the same after many
 * cycles as after a few, and the device holds nothing of it between two.
 */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include <rte_malloc.h>

#include "vfio.h"

#define WARM 3u /* cycles until caches of the C library and EAL are filled */

enum { FDS, THREADS, MAPS, LOCKED_KB, PINNED_KB, HEAP, KINDS };
static const char *const kinds[KINDS] = {
	"descriptors", "threads", "maps", "locked KiB", "pinned KiB", "EAL allocations"};

static unsigned long entries(const char *folder)
{
	DIR *d = opendir(folder);
	unsigned long n = 0;

	if (!d)
		die("%s cannot be read", folder);
	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

static void census(unsigned long held[KINDS])
{
	struct rte_malloc_socket_stats s;
	char line[512];
	FILE *f;

	memset(held, 0, KINDS * sizeof(*held));
	held[FDS] = entries("/proc/self/fd");
	held[THREADS] = entries("/proc/self/task");
	f = fopen("/proc/self/maps", "re");
	while (f && fgets(line, sizeof(line), f))
		held[MAPS]++;
	if (f)
		fclose(f);
	f = fopen("/proc/self/status", "re");
	while (f && fgets(line, sizeof(line), f)) {
		sscanf(line, "VmLck: %lu", &held[LOCKED_KB]);
		sscanf(line, "VmPin: %lu", &held[PINNED_KB]);
	}
	if (f)
		fclose(f);
	for (int node = 0; node < 8; node++) {
		if (rte_malloc_get_socket_stats(node, &s) == 0)
			held[HEAP] += s.alloc_count;
	}
}

/* Bytes go over and come back. */
static void exchange(struct lac_port *from, struct lac_port *to, uint32_t salt)
{
	struct pair p = {.port = {from, to}};

	pair_open(&p);
	fill(p.a.mem, 64 * 1024, salt);
	end_write(&p.a, &p.b, p.a.mem, 64 * 1024, 0);
	check(p.b.mem, 64 * 1024, salt, "after a WRITE");
	end_read(&p.a, &p.b, p.a.mem + END_BYTES / 2, 64 * 1024, 0);
	check(p.a.mem + END_BYTES / 2, 64 * 1024, salt, "after a READ");
	pair_close(&p);
}

void cycles(unsigned int n)
{
	static const char *const zero[] = {"pages_held", "dma_maps", "objects"};
	unsigned long before[KINDS], after[KINDS];
	struct lac_port *port[2];
	unsigned int ports = 0;

	for (unsigned int i = 0; i < WARM + n; i++) {
		ports = ports_open(port, 2);
		if (i % 10 == 0)
			exchange(port[0], port[ports - 1], i);
		ports_close(port, ports);
		if (i + 1 == WARM)
			census(before);
	}
	census(after);
	for (int k = 0; k < KINDS; k++) {
		if (after[k] != before[k])
			die("%lu %s after %u cycles, %lu before", after[k], kinds[k], n, before[k]);
	}
	for (unsigned int p = 0; p < ports; p++) {
		for (size_t k = 0; k < sizeof(zero) / sizeof(zero[0]); k++) {
			uint64_t v = emu_stat(p, zero[k]);

			if (v)
				die("port %u: the device's %s is %lu when all is closed", p,
					zero[k], (unsigned long)v);
		}
	}
	printf("%u cycles of %u ports: %lu descriptors, %lu maps, %lu KiB locked before and "
	       "after\n",
		n, ports, after[FDS], after[MAPS], after[LOCKED_KB] + after[PINNED_KB]);
}

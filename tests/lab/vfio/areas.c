/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Areas of memory that is not EAL's: more of them than EAL's own VFIO takes (256), and as many as the kernel takes and
 * one more. Each byte that moves is verified, and the device's own count of maps is held against ours.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vfio.h"

#define PIECE_OFF 17u /* each piece begins and ends within its page */
#define PIECE_LEN (PAGE - 100u)

static struct pair pr;

static struct {
	int fd;
	uint8_t *base;
	uint32_t n; /* areas: every other page */
	struct lac_mem **mem;
} areas;

static uint8_t *area(uint32_t i)
{
	return areas.base + (size_t)i * 2 * PAGE;
}

static void areas_new(uint32_t n)
{
	areas.n = n;
	areas.fd = memfd_create("lab", MFD_CLOEXEC);
	areas.mem = calloc(n, sizeof(*areas.mem));
	if (areas.fd < 0 || ftruncate(areas.fd, (off_t)n * 2 * PAGE) || !areas.mem)
		die("no memory for %u areas", n);
	areas.base = mmap(
		NULL, (size_t)n * 2 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, areas.fd, 0);
	if (areas.base == MAP_FAILED)
		die("no memory for %u areas", n);
	for (uint32_t i = 0; i < n; i++)
		fill(area(i), PAGE, i);
}

static void areas_free(void)
{
	munmap(areas.base, (size_t)areas.n * 2 * PAGE);
	close(areas.fd);
	free(areas.mem);
}

static int area_add(uint32_t i)
{
	return lac_mem_add(
		pr.port[i & 1], area(i), PAGE, areas.fd, (uint64_t)i * 2 * PAGE, &areas.mem[i]);
}

static void area_del(uint32_t i)
{
	must(lac_mem_del(areas.mem[i]), "taking an area back", pr.port[i & 1], NULL);
	areas.mem[i] = NULL;
}

/* A piece of each of @n areas under one key goes over in one WRITE, comes back in one READ. */
static void areas_move(uint32_t first, uint32_t n)
{
	const struct lac_keys_attr attr = {.size = sizeof(attr),
		.max_entries = n,
		.access = LAC_LOCAL_WRITE,
		.count = 1,
		.zero_based = 1,
		.lcore = LAC_ANY};
	const uint32_t bytes = n * PIECE_LEN;
	struct iovec *v = calloc(n, sizeof(*v));
	struct lac_keys *keys;
	struct lac_key *key;

	if (bytes > END_BYTES)
		die("%u areas are too many at once", n);
	must(lac_keys_create(lac_port_pd(pr.port[0]), &attr, &keys), "keys", pr.port[0], NULL);
	key = lac_key_get(keys);
	for (uint32_t i = 0; i < n; i++)
		v[i] = (struct iovec){area(first + i) + PIECE_OFF, PIECE_LEN};
	memset(pr.b.mem, 0, bytes);
	must(lac_sq_map_write(
		     pr.a.sq, key, lac_src_iov(v, n), LAC_LEN_SUM, pr.b.rem, LAC_SIGNAL, 4),
		"registering the areas", NULL, NULL);
	end_done(&pr.a, 4, 0);
	for (uint32_t i = 0; i < n; i++) {
		if (memcmp(pr.b.mem + (size_t)i * PIECE_LEN, area(first + i) + PIECE_OFF,
			    PIECE_LEN))
			die("area %u did not arrive", first + i);
		memset(area(first + i), 0, PAGE);
	}
	must(lac_sq_read(pr.a.sq, (struct lac_loc){0, bytes, lac_key_lkey(key)}, pr.b.rem,
		     LAC_SIGNAL, 5),
		"READ", NULL, NULL);
	end_done(&pr.a, 5, 0);
	must(lac_sq_inv(pr.a.sq, key, LAC_SIGNAL, 6), "invalidation", NULL, NULL);
	end_done(&pr.a, 6, 0);
	for (uint32_t i = 0; i < n; i++) {
		const uint8_t *p = area(first + i);

		if (memcmp(pr.b.mem + (size_t)i * PIECE_LEN, p + PIECE_OFF, PIECE_LEN))
			die("area %u did not come back", first + i);
		if (p[PIECE_OFF - 1] || p[PIECE_OFF + PIECE_LEN])
			die("area %u: a byte of its gap changed", first + i);
		fill(area(first + i), PAGE, first + i);
	}
	must(lac_key_put(keys, key), "key", NULL, NULL);
	must(lac_keys_destroy(keys), "keys", pr.port[0], NULL);
	free(v);
}

static void areas_move_all(uint32_t n)
{
	const uint32_t most = END_BYTES / PIECE_LEN;

	for (uint32_t i = 0; i < n; i += most)
		areas_move(i, n - i < most ? n - i : most);
}

/* Neighbours are one stretch to whoever names memory, though each was added by itself. */
static void neighbours(void)
{
	const uint32_t n = areas.n < 16 ? areas.n : 16, bytes = n * 2 * PAGE;
	struct lac_mem *gap[16];

	if (lac_mem_known(pr.port[0], areas.base, 2 * PAGE))
		die("the gap between two areas is known");
	for (uint32_t i = 0; i < n; i++)
		must(lac_mem_add(pr.port[0], area(i) + PAGE, PAGE, areas.fd,
			     (uint64_t)i * 2 * PAGE + PAGE, &gap[i]),
			"adding a gap", pr.port[0], NULL);
	if (!lac_mem_known(pr.port[1], areas.base, bytes))
		die("neighbours are not one stretch");
	fill(areas.base, bytes, 5);
	end_write(&pr.a, &pr.b, areas.base, bytes, 0);
	check(pr.b.mem, bytes, 5, "one WRITE over many neighbours");
	for (uint32_t i = 0; i < n; i++) {
		must(lac_mem_del(gap[i]), "taking a gap back", pr.port[0], NULL);
		fill(area(i), PAGE, i);
	}
}

void external(unsigned int n)
{
	uint64_t base[2];

	pair_up(&pr);
	emu_maps(base);
	areas_new(n);
	for (int turn = 0; turn < 2; turn++) {
		for (uint32_t i = 0; i < n; i++)
			must(area_add(i), "adding an area", pr.port[i & 1], NULL);
		emu_maps_grew(base, n, "all areas are added");
		areas_move_all(n);
		neighbours();
		for (uint32_t i = 0; i < n; i++)
			area_del(i);
		emu_maps_grew(base, 0, "all areas are taken back");
	}
	areas_free();
	pair_down(&pr);
	printf("%u areas added, moved and taken back, twice\n", n);
}

/* A queue pair whose list ring makes EAL grow, when no map is left for what it grows by. */
static void ring_out_of_reach(void)
{
	struct lac_qp_attr attr = {
		.size = sizeof(attr), .lcore = LAC_ANY, .scq = pr.a.cq, .list_entries = 1u << 20};
	struct lac_qp *qp = NULL;
	struct lac_err why;
	char text[256];
	int err = lac_qp_create(lac_port_pd(pr.port[0]), &attr, &qp);

	if (err != -ENOSPC)
		die("a queue pair in memory that no device reaches: %s",
			err ? strerror(-err) : "made");
	must(lac_port_err(pr.port[0], &why), "record", NULL, NULL);
	lac_err_str(&why, text, sizeof(text));
	printf("refused: %s\n", text);
}

void limit(unsigned int n)
{
	struct lac_err why;
	char text[256], number[16];
	uint32_t took = 0;
	int err;

	pair_up(&pr);
	areas_new(n + 1);
	while (took <= n && !(err = area_add(took)))
		took++;
	if (took > n)
		die("%u areas and EAL's memory are within a limit of %u", took, n);
	if (err != -ENOSPC)
		must(err < 0 ? err : -EIO, "the area past the limit", pr.port[took & 1], NULL);
	must(lac_port_err(pr.port[took & 1], &why), "record", NULL, NULL);
	lac_err_str(&why, text, sizeof(text));
	snprintf(number, sizeof(number), "%u", n);
	if (!strstr(text, number))
		die("the refusal does not name the limit of %u: %s", n, text);
	printf("refused: %s\n", text);
	if (lac_mem_known(pr.port[0], area(took), PAGE) || took < 257)
		die("%u areas were taken, the one past the limit is known", took);
	areas_move_all(took);
	ring_out_of_reach();
	/* one goes, so one fits, and no more */
	area_del(0);
	must(area_add(took), "the area that fits now", pr.port[took & 1], NULL);
	if (area_add(0) != -ENOSPC)
		die("one area more than the limit");
	areas_move(1, took < 400 ? took : 400);
	for (uint32_t i = 1; i <= took; i++)
		area_del(i);
	for (uint32_t i = 0; i < took; i++)
		must(area_add(i), "adding an area again", pr.port[i & 1], NULL);
	areas_move_all(took);
	for (uint32_t i = 0; i < took; i++)
		area_del(i);
	areas_free();
	pair_down(&pr);
	printf("%u areas up to a limit of %u maps, all of them moved\n", took, n);
}

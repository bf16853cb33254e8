/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A mempool in memory that EAL knows nothing of, given to it page by page: its neighbouring chunks are one map for the
 * kernel, so a limit of a third of its pages is enough for it.
 */
#include <stdio.h>
#include <sys/mman.h>

#include <rte_mempool.h>

#include "vfio.h"

#define OBJECT_BYTES (PAGE / 2) /* one a page */

static struct rte_mempool *pool_new(uint8_t *pages, unsigned int n)
{
	struct rte_mempool *mp = rte_mempool_create_empty(
		"lab", n, OBJECT_BYTES, 0, 0, SOCKET_ID_ANY, 0);

	if (!mp || rte_mempool_set_ops_byname(mp, "ring_mp_mc", NULL))
		die("no pool");
	for (unsigned int i = 0; i < n; i++) {
		if (rte_mempool_populate_iova(mp, (char *)pages + (size_t)i * PAGE, RTE_BAD_IOVA,
			    PAGE, NULL, NULL) != 1)
			die("the pool does not take page %u", i);
	}
	return mp;
}

void pool(unsigned int n)
{
	uint8_t *pages = mmap(NULL, (size_t)n * PAGE, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	struct rte_mempool *mp;
	struct lac_mem *mem;
	struct pair p;
	uint64_t base[2];
	void *object;

	pair_up(&p);
	if (pages == MAP_FAILED)
		die("no memory for a pool");
	mp = pool_new(pages, n);
	emu_maps(base);
	must(lac_mem_add_mempool(p.port[0], mp, &mem), "adding the pool", p.port[0], NULL);
	/* the guest's IOMMU has an entry for each page of the map, and so has the device */
	emu_maps_grew(base, n, "the pool is added");
	for (unsigned int i = 0; i < n; i++) {
		if (rte_mempool_get(mp, &object))
			die("the pool has fewer than %u objects", n);
		fill(object, OBJECT_BYTES, i);
		end_write(&p.a, &p.b, object, OBJECT_BYTES, 0);
		check(p.b.mem, OBJECT_BYTES, i, "an object of the pool");
	}
	must(lac_mem_del(mem), "taking the pool back", p.port[0], NULL);
	emu_maps_grew(base, 0, "the pool is taken back");
	rte_mempool_free(mp);
	munmap(pages, (size_t)n * PAGE);
	pair_down(&p);
	printf("a pool of %u pages that are not EAL's\n", n);
}

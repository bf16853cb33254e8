/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A WRITE from memory that devices could reach and no longer can: it ends in the error that doc/umr.md promises,
 * nothing has arrived, the device counts one translation miss (and the IOMMU logs one fault, which the lab
 * counts), and the queue pairs are as good as new after a restart.
 */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vfio.h"

#define LOCAL_PROTECTION 0x04 /* CQE syndrome (PRM, "Completion with Error") */

static void refused(struct end *a, const struct end *b, const uint8_t *page)
{
	const struct lac_loc l = {(uintptr_t)page, PAGE, lac_sq_dma_lkey(a->sq)};
	const struct lac_rem to = {0, b->rem.key};
	uint64_t before = emu_stat(0, "translation_misses"), after;

	memset(b->mem, 0, PAGE);
	must(lac_sq_write(a->sq, l, to, LAC_SIGNAL, 7), "WRITE", NULL, NULL);
	end_done(a, 7, LOCAL_PROTECTION);
	for (unsigned int i = 0; i < PAGE; i++) {
		if (b->mem[i])
			die("byte %u of a WRITE that was refused arrived", i);
	}
	if (lac_qp_state(a->qp) != LAC_QP_ERROR)
		die("the queue pair is %s after its error", lac_qp_state_name(lac_qp_state(a->qp)));
	after = emu_stat(0, "translation_misses");
	if (after != before + 1)
		die("%lu translation misses, not one", (unsigned long)(after - before));
}

void fault(unsigned int n)
{
	int fd = memfd_create("lab", MFD_CLOEXEC);
	struct lac_mem *mem;
	struct pair p;
	uint8_t *page;

	pair_up(&p);
	if (fd < 0 || ftruncate(fd, PAGE))
		die("no memory");
	page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	fill(page, PAGE, 1);
	for (unsigned int i = 0; i < n; i++) {
		must(lac_mem_add(p.port[0], page, PAGE, fd, 0, &mem), "adding a page", p.port[0],
			NULL);
		end_write(&p.a, &p.b, page, PAGE, 0);
		check(p.b.mem, PAGE, 1, "while the page is mapped");
		must(lac_mem_del(mem), "taking it back", p.port[0], NULL);
		refused(&p.a, &p.b, page);
		pair_restart(&p);
		end_write(&p.a, &p.b, p.a.mem, PAGE, 0);
	}
	pair_down(&p);
	munmap(page, PAGE);
	close(fd);
	printf("%u WRITEs from memory that is not mapped: %s, one translation miss each\n", n,
		lac_cqe_synd_name(LOCAL_PROTECTION));
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory that is not EAL's, by explicit call: a handle names the stretches that one call added, and takes
 * back exactly those. A call adds all it was asked for, or nothing.
 */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include <rte_memory.h>
#include <rte_mempool.h>

#include <lacuna/mem.h>

#include "bus/as.h"
#include "bus/why.h"
#include "mlx5/port.h"

struct lac_mem {
	struct lac_port *port;
	uint32_t n;
	struct lac_as_range r[];
};

static struct lac_mem *mem_new(struct lac_port *port, uint32_t ranges)
{
	struct lac_mem *m = calloc(1, sizeof(*m) + ranges * sizeof(m->r[0]));

	if (m)
		m->port = port;
	return m;
}

static void mem_drop(struct lac_mem *m)
{
	while (m->n) {
		m->n--;
		lac_as_unmap(
			lac_port_as(m->port), (void *)(uintptr_t)m->r[m->n].base, m->r[m->n].len);
	}
	free(m);
}

/* Adds one more stretch to @m, which has room. */
static int mem_map(
	struct lac_mem *m, uint64_t va, uint64_t len, int fd, uint64_t off, struct lac_err *why)
{
	int err = lac_as_map(lac_port_as(m->port), (void *)(uintptr_t)va, len, fd, off, why);

	if (!err)
		m->r[m->n++] = (struct lac_as_range){va, len};
	return err;
}

static int mem_done(struct lac_mem *m, int err, const struct lac_err *why, struct lac_mem **mem)
{
	if (err) {
		struct lac_port *port = m->port;

		mem_drop(m);
		return lac_port_fail(port, why);
	}
	lac_port_hold(m->port, "memory", 1);
	*mem = m;
	return 0;
}

static int mem_refuse(struct lac_port *port, int err, const char *sentence)
{
	struct lac_err why;

	lac_why(&why, err, err == -ENODEV ? LAC_AT_GONE : LAC_AT_MEM, "%s", sentence);
	return lac_port_fail(port, &why);
}

int lac_mem_add(
	struct lac_port *port, void *va, size_t len, int fd, uint64_t off, struct lac_mem **mem)
{
	struct lac_mem *m;
	struct lac_err why;

	if (lac_bus_gone(lac_port_bus(port)))
		return mem_refuse(port, -ENODEV, "the function is gone");
	m = mem_new(port, 1);
	if (!m)
		return mem_refuse(port, -ENOMEM, "no memory for the handle");
	return mem_done(m, mem_map(m, (uintptr_t)va, len, fd, off, &why), &why, mem);
}

/* The pool's chunks, as whole pages, each with what backs it. */
struct chunks {
	uint64_t page;
	uint32_t n;
	struct chunk {
		uint64_t va, len, off;
		int fd;
	} * v;
};

static void chunk_note(
	struct rte_mempool *pool, void *arg, struct rte_mempool_memhdr *h, unsigned int i)
{
	struct chunks *c = arg;
	uint64_t first = (uintptr_t)h->addr & ~(c->page - 1);
	uint64_t end = ((uintptr_t)h->addr + h->len + c->page - 1) & ~(c->page - 1);
	const struct rte_memseg *ms = rte_mem_virt2memseg(h->addr, NULL);
	size_t off = 0;
	int fd = ms ? rte_memseg_get_fd(ms) : -1;

	(void)pool;
	(void)i;
	if (!h->len)
		return;
	if (fd >= 0 && rte_memseg_get_fd_offset(ms, &off))
		fd = -1;
	c->v[c->n++] = (struct chunk){
		first, end - first, fd < 0 ? 0 : off + (first - (uintptr_t)ms->addr), fd};
}

static int chunk_order(const void *a, const void *b)
{
	const struct chunk *x = a, *y = b;

	return x->va < y->va ? -1 : x->va > y->va;
}

/* Neighbours, and chunks that share a page, become one where one descriptor goes on. */
static void chunks_join(struct chunks *c)
{
	uint32_t n = 0;

	if (!c->n)
		return;
	qsort(c->v, c->n, sizeof(*c->v), chunk_order);
	for (uint32_t i = 1; i < c->n; i++) {
		struct chunk *a = &c->v[n], *b = &c->v[i];
		uint64_t step = b->va - a->va, end = step + b->len;

		if (step <= a->len && a->fd == b->fd && (a->fd < 0 || a->off + step == b->off))
			a->len = end > a->len ? end : a->len;
		else
			c->v[++n] = *b;
	}
	c->n = n + 1;
}

int lac_mem_add_mempool(struct lac_port *port, struct rte_mempool *pool, struct lac_mem **mem)
{
	struct chunks c = {.page = (uint64_t)sysconf(_SC_PAGESIZE)};
	struct lac_mem *m;
	struct lac_err why;
	int err = 0;

	if (lac_bus_gone(lac_port_bus(port)))
		return mem_refuse(port, -ENODEV, "the function is gone");
	c.v = calloc(pool->nb_mem_chunks + 1, sizeof(*c.v));
	m = mem_new(port, pool->nb_mem_chunks);
	if (!c.v || !m) {
		free(c.v);
		free(m);
		return mem_refuse(port, -ENOMEM, "no memory for the handle");
	}
	rte_mempool_mem_iter(pool, chunk_note, &c);
	chunks_join(&c);
	for (uint32_t i = 0; i < c.n && !err; i++) {
		if (!lac_as_knows(lac_port_as(port), c.v[i].va, c.v[i].len))
			err = mem_map(m, c.v[i].va, c.v[i].len, c.v[i].fd, c.v[i].off, &why);
	}
	free(c.v);
	return mem_done(m, err, &why, mem);
}

int lac_mem_del(struct lac_mem *mem)
{
	struct lac_port *port = mem->port;
	int err = lac_bus_gone(lac_port_bus(port)) ? -ENODEV : 0;

	mem_drop(mem);
	lac_port_hold(port, "memory", -1);
	return err;
}

int lac_mem_reached(struct lac_port *port, const void *p, size_t len)
{
	struct lac_err why;

	if (lac_as_knows(lac_port_as(port), (uintptr_t)p, len))
		return 0;
	/* the last failure is not sure to be of this stretch, but nothing else keeps EAL's memory out */
	if (!lac_as_lost(lac_port_as(port), &why))
		lac_why(&why, -ENOMEM, LAC_AT_MEM, "EAL's memory at %p is not mapped", p);
	return lac_port_fail(port, &why);
}

int lac_mem_known(const struct lac_port *port, const void *va, size_t len)
{
	return lac_as_knows(lac_port_as((struct lac_port *)(uintptr_t)port), (uintptr_t)va, len);
}

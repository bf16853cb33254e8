/* SPDX-License-Identifier: BSD-3-Clause */
/* Ports and queue pairs of a subcommand. Waits yield: the device's emulation may need the processor. */
#include <sched.h>
#include <string.h>

#include <rte_malloc.h>

#include "vfio.h"

#define DONE_MS 30000u

unsigned int ports_open(struct lac_port *port[], unsigned int max)
{
	static int probed;
	struct lac_err why;

	memset(&why, 0, sizeof(why));
	if (!probed)
		probed = lac_probe(&why);
	must(probed, "probe", NULL, &why);
	if (!probed || (unsigned int)probed > max)
		die("%d functions were named, not 1 to %u", probed, max);
	for (int i = 0; i < probed; i++)
		must(lac_port_open(i, &port[i], &why), "open", NULL, &why);
	return (unsigned int)probed;
}

void ports_close(struct lac_port *port[], unsigned int n)
{
	while (n--)
		must(lac_port_close(port[n]), "close", port[n], NULL);
}

void end_open(struct end *e, struct lac_port *port)
{
	struct lac_qp_attr a = {
		.size = sizeof(a), .sq_bb = 256, .rq_n = 16, .lcore = LAC_ANY, .retry = 3};

	memset(e, 0, sizeof(*e));
	e->port = port;
	must(lac_cq_create(port, 512, LAC_ANY, &e->cq), "completion queue", port, NULL);
	a.scq = a.rcq = e->cq;
	must(lac_qp_create(lac_port_pd(port), &a, &e->qp), "queue pair", port, NULL);
	e->sq = lac_qp_sq(e->qp);
	e->rq = lac_qp_rq(e->qp);
	e->mem = rte_zmalloc("lab", END_BYTES, PAGE);
	if (!e->mem)
		die("EAL has no %u bytes", END_BYTES);
}

void end_connect(struct end *e, const struct lac_qp_addr *peer)
{
	must(lac_qp_connect(e->qp, peer), "connect", e->port, NULL);
}

struct lac_wc end_done(struct end *e, uint64_t cookie, uint8_t status)
{
	uint64_t until = deadline_ms(DONE_MS);
	struct lac_wc wc;

	lac_sq_ring(e->sq);
	while (lac_cq_poll(e->cq, &wc, 1) != 1) {
		if (late(until))
			die("%s: no completion of request %u", lac_port_bdf(e->port),
				(unsigned int)cookie);
		sched_yield();
	}
	if (wc.cookie != cookie || wc.status != status)
		die("%s: %s, cookie %u, ended with %s (vendor 0x%x), not cookie %u with %s",
			lac_port_bdf(e->port), lac_op_name(wc.op), (unsigned int)wc.cookie,
			lac_cqe_synd_name(wc.status), wc.status ? wc.u.vendor : 0,
			(unsigned int)cookie, lac_cqe_synd_name(status));
	return wc;
}

void end_window(struct end *e)
{
	const struct lac_keys_attr a = {.size = sizeof(a),
		.max_entries = 4,
		.access = LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE,
		.count = 1,
		.zero_based = 1,
		.lcore = LAC_ANY};
	struct iovec v = {e->mem, END_BYTES};

	if (!e->keys)
		must(lac_keys_create(lac_port_pd(e->port), &a, &e->keys), "keys", e->port, NULL);
	if (!e->key)
		e->key = lac_key_get(e->keys);
	if (!e->key || lac_sq_map(e->sq, e->key, lac_src_iov(&v, 1), END_BYTES, LAC_SIGNAL, 1))
		die("%s: a registration is refused", lac_port_bdf(e->port));
	end_done(e, 1, 0);
	e->rem.addr = 0;
	e->rem.key = lac_key_rkey(e->key);
}

void end_close(struct end *e)
{
	if (e->key && lac_key_state(e->key) == LAC_KEY_LIVE &&
		lac_qp_state(e->qp) == LAC_QP_READY) {
		if (lac_sq_inv(e->sq, e->key, LAC_SIGNAL, 2))
			die("%s: an invalidation is refused", lac_port_bdf(e->port));
		end_done(e, 2, 0);
	}
	must(lac_qp_destroy(e->qp), "queue pair", e->port, NULL);
	if (e->key && lac_key_put(e->keys, e->key))
		die("%s: a key stays live", lac_port_bdf(e->port));
	must(lac_keys_destroy(e->keys), "keys", e->port, NULL);
	must(lac_cq_destroy(e->cq), "completion queue", e->port, NULL);
	rte_free(e->mem);
}

static void pair_connect(struct pair *p)
{
	struct lac_qp_addr at;

	lac_qp_address(p->b.qp, &at);
	end_connect(&p->a, &at);
	lac_qp_address(p->a.qp, &at);
	end_connect(&p->b, &at);
}

void pair_open(struct pair *p)
{
	end_open(&p->a, p->port[0]);
	end_open(&p->b, p->port[1]);
	pair_connect(p);
	end_window(&p->a);
	end_window(&p->b);
}

void pair_close(struct pair *p)
{
	end_close(&p->a);
	end_close(&p->b);
}

void pair_up(struct pair *p)
{
	if (ports_open(p->port, 2) != 2)
		die("two ports are needed");
	pair_open(p);
}

void pair_down(struct pair *p)
{
	pair_close(p);
	ports_close(p->port, 2);
}

static void end_reset(struct end *e)
{
	uint64_t until = deadline_ms(DONE_MS);
	struct lac_wc wc[16];

	if (lac_qp_state(e->qp) == LAC_QP_READY)
		must(lac_qp_flush(e->qp), "flush", e->port, NULL);
	while (lac_qp_restart(e->qp)) {
		if (late(until))
			die("%s: the queue pair does not restart", lac_port_bdf(e->port));
		lac_cq_poll(e->cq, wc, 16);
		sched_yield();
	}
}

void pair_restart(struct pair *p)
{
	end_reset(&p->a);
	end_reset(&p->b);
	pair_connect(p);
}

static void move(struct end *e, bool write, uint64_t p, uint32_t len, struct lac_rem at)
{
	const struct lac_loc l = {p, len, lac_sq_dma_lkey(e->sq)};
	int err = write ? lac_sq_write(e->sq, l, at, LAC_SIGNAL, 3)
			: lac_sq_read(e->sq, l, at, LAC_SIGNAL, 3);

	if (err)
		die("%s: a request is refused: %s", lac_port_bdf(e->port), strerror(-err));
	end_done(e, 3, 0);
}

void end_write(struct end *e, const struct end *peer, const void *p, uint32_t len, uint64_t off)
{
	move(e, true, (uintptr_t)p, len, (struct lac_rem){off, peer->rem.key});
}

void end_read(struct end *e, const struct end *peer, void *p, uint32_t len, uint64_t off)
{
	move(e, false, (uintptr_t)p, len, (struct lac_rem){off, peer->rem.key});
}

static uint8_t pattern(size_t i, uint32_t salt)
{
	return (uint8_t)(((uint32_t)i + salt) * 2654435761u >> 23);
}

void fill(uint8_t *p, size_t n, uint32_t salt)
{
	for (size_t i = 0; i < n; i++)
		p[i] = pattern(i, salt);
}

void check(const uint8_t *p, size_t n, uint32_t salt, const char *what)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i] != pattern(i, salt))
			die("%s: byte %zu of %zu is 0x%02x, not 0x%02x", what, i, n, p[i],
				pattern(i, salt));
	}
}

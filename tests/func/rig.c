/* SPDX-License-Identifier: BSD-3-Clause */
#include "rig.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_malloc.h>

static struct lac_port *port[2];

struct lac_port *rig_port(unsigned int i)
{
	return port[i];
}

int rig_ports_open(void **state)
{
	return rig_ports_open_as(state, NULL);
}

int rig_ports_open_as(void **state, const struct fix_conf *conf)
{
	struct lac_err why;
	char text[256];
	int i;

	(void)state;
	if (fix_setup(conf) < 0)
		return -1;
	memset(&why, 0, sizeof(why));
	if (lac_probe(&why) < 2)
		goto failed;
	for (i = 0; i < 2; i++)
		if (lac_port_open(i, &port[i], &why) < 0)
			goto failed;
	return 0;
failed:
	lac_err_str(&why, text, sizeof(text));
	fprintf(stderr, "rig: %s\n", text);
	return -1;
}

int rig_ports_close(void **state)
{
	int i, err = 0;

	(void)state;
	for (i = 0; i < 2; i++)
		if (port[i] && lac_port_close(port[i]) < 0)
			err = -1;
	return fix_teardown() < 0 ? -1 : err;
}

static void end_up(struct rig_end *e, struct lac_port *p)
{
	struct lac_qp_attr a = {.size = sizeof(a),
		.sq_bb = 256,
		.rq_n = 16,
		.rq_gather = 4,
		.lcore = LAC_ANY,
		.list_entries = 16384};

	e->port = p;
	assert_int_equal(lac_cq_create(p, 1024, LAC_ANY, &e->cq), 0);
	a.scq = a.rcq = e->cq;
	assert_int_equal(lac_qp_create(lac_port_pd(p), &a, &e->qp), 0);
	e->sq = lac_qp_sq(e->qp);
	e->rq = lac_qp_rq(e->qp);
	e->mem = rte_zmalloc("rig", RIG_BYTES, 4096);
	assert_non_null(e->mem);
}

static void connect_both(struct rig *r)
{
	struct lac_qp_addr a, b;

	lac_qp_address(r->a.qp, &a);
	lac_qp_address(r->b.qp, &b);
	assert_int_equal(lac_qp_connect(r->a.qp, &b), 0);
	assert_int_equal(lac_qp_connect(r->b.qp, &a), 0);
}

int rig_up(void **state)
{
	struct rig *r = calloc(1, sizeof(*r));

	end_up(&r->a, port[0]);
	end_up(&r->b, port[1]);
	connect_both(r);
	*state = r;
	return 0;
}

static void end_down(struct rig_end *e)
{
	assert_int_equal(lac_qp_destroy(e->qp), 0);
	assert_int_equal(lac_cq_destroy(e->cq), 0);
	rte_free(e->mem);
}

int rig_down(void **state)
{
	struct rig *r = *state;

	end_down(&r->a);
	end_down(&r->b);
	free(r);
	return 0;
}

struct lac_wc rig_wait(struct rig_end *e)
{
	struct lac_wc wc;

	assert_true(FIX_WAIT(10000, lac_cq_poll(e->cq, &wc, 1) == 1));
	return wc;
}

struct lac_wc rig_done(struct rig_end *e, uint64_t cookie, uint8_t status)
{
	struct lac_wc wc;

	lac_sq_ring(e->sq);
	wc = rig_wait(e);
	assert_int_equal(wc.cookie, cookie);
	assert_int_equal(wc.qpn, lac_qp_number(e->qp));
	if (wc.status != status)
		fprintf(stderr, "%s ended with %s, vendor 0x%x\n", lac_op_name(wc.op),
			lac_cqe_synd_name(wc.status), wc.u.vendor);
	assert_int_equal(wc.status, status);
	return wc;
}

unsigned int rig_drain(struct rig_end *e)
{
	struct lac_wc wc[16];
	unsigned int n = 0;

	FIX_WAIT(10000, (n += lac_cq_poll(e->cq, wc, 16), lac_sq_ci_(e->sq) == e->sq->pi) &&
				e->rq->ci == e->rq->pi);
	assert_int_equal(lac_sq_ci_(e->sq), e->sq->pi);
	assert_int_equal(e->rq->ci, e->rq->pi);
	return n;
}

static void end_reset(struct rig_end *e)
{
	if (lac_qp_state(e->qp) != LAC_QP_RESET)
		assert_int_equal(lac_qp_flush(e->qp), 0);
	rig_drain(e);
	assert_int_equal(lac_qp_restart(e->qp), 0);
}

void rig_reconnect(struct rig *r)
{
	end_reset(&r->a);
	end_reset(&r->b);
	connect_both(r);
}

struct lac_loc rig_loc(const struct rig_end *e, uint64_t off, uint32_t len)
{
	struct lac_loc l = {(uint64_t)(uintptr_t)e->mem + off, len, lac_sq_dma_lkey(e->sq)};

	return l;
}

struct lac_keys *rig_keys(struct rig_end *e, uint32_t max, uint32_t access, uint32_t count)
{
	const struct lac_keys_attr a = {.size = sizeof(a),
		.max_entries = max,
		.access = access,
		.count = count,
		.zero_based = 1,
		.lcore = LAC_ANY};
	struct lac_keys *keys;

	assert_int_equal(lac_keys_create(lac_port_pd(e->port), &a, &keys), 0);
	return keys;
}

void rig_window_open(struct rig_end *e, uint32_t access, struct rig_window *w)
{
	struct iovec v = {e->mem, RIG_BYTES};

	w->keys = rig_keys(e, 4, access, 1);
	w->key = lac_key_get(w->keys);
	assert_non_null(w->key);
	assert_int_equal(
		lac_sq_map(e->sq, w->key, lac_src_iov(&v, 1), RIG_BYTES, LAC_SIGNAL, 1), 0);
	rig_done(e, 1, 0);
	w->rem.addr = 0;
	w->rem.key = lac_key_rkey(w->key);
}

void rig_window_close(struct rig_end *e, struct rig_window *w)
{
	if (lac_key_state(w->key) == LAC_KEY_LIVE) {
		assert_int_equal(lac_sq_inv(e->sq, w->key, LAC_SIGNAL, 2), 0);
		rig_done(e, 2, 0);
	}
	assert_int_equal(lac_key_put(w->keys, w->key), 0);
	assert_int_equal(lac_keys_destroy(w->keys), 0);
}

void rig_fill(uint8_t *p, size_t n, uint32_t salt)
{
	uint32_t x = salt * 2654435761u + 1;
	size_t i;

	for (i = 0; i < n; i++) {
		x = x * 1664525u + 1013904223u;
		p[i] = (uint8_t)(x >> 24);
	}
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queues and keys as objects: attributes and addresses that are refused, domains, sharing a completion queue, events for
 * sleepers, flushing and restarting, and a device that vanishes with requests outstanding.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>

#include <rte_malloc.h>

#include "bus/as_priv.h"
#include "mlx5/port.h"
#include "rig.h"

#define ALL             (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE | LAC_REMOTE_ATOMIC)
#define SYND_FLUSHED    0x05
#define SYND_LOC_PROT   0x04
#define SYND_REM_ACCESS 0x13

static void attributes_refused(void **state)
{
	struct rig *r = *state;
	struct lac_pd *pd = lac_port_pd(r->a.port);
	const struct lac_limits *l = lac_port_limits(r->a.port);
	const struct lac_qp_attr good = {.size = sizeof(good), .scq = r->a.cq};
	const struct lac_keys_attr key = {.size = sizeof(key), .max_entries = 4, .count = 1};
	struct lac_keys_attr k;
	struct lac_qp_attr a;
	struct lac_keys *keys;
	struct lac_qp *qp;
	struct lac_cq *cq;
	struct lac_err why;

	assert_int_equal(lac_cq_create(r->a.port, 0, LAC_ANY, &cq), -EINVAL);
	assert_int_equal(lac_cq_create(r->a.port, l->cq_depth + 1, LAC_ANY, &cq), -E2BIG);
	assert_int_equal(lac_cq_create_abi(r->a.port, 16, LAC_ANY, LAC_HOT_ABI + 1, &cq), -EPROTO);
	assert_int_equal(lac_qp_create_abi(pd, &good, LAC_HOT_ABI + 1, &qp), -EPROTO);
#define QP(field, value, want)                                      \
	do {                                                        \
		a = good;                                           \
		a.field = value;                                    \
		assert_int_equal(lac_qp_create(pd, &a, &qp), want); \
		assert_null(qp);                                    \
		assert_int_equal(lac_port_err(r->a.port, &why), 0); \
		assert_int_equal(why.err, want);                    \
	} while (0)
	QP(size, 4, -EINVAL);
	QP(size, sizeof(a) + 8, -EINVAL);
	QP(scq, NULL, -EINVAL);
	QP(rq_n, 16, -EINVAL);
	QP(sq_bb, l->sq_bb + 1, -E2BIG);
	QP(rq_gather, l->rq_gather + 1, -E2BIG);
	QP(mtu, 6, -EINVAL);
	QP(timeout, 32, -EINVAL);
	QP(retry, 8, -EINVAL);
	QP(rd_atomic, 3, -EINVAL);
#undef QP
#define KEYS(field, value, want)                                        \
	do {                                                            \
		k = key;                                                \
		k.field = value;                                        \
		assert_int_equal(lac_keys_create(pd, &k, &keys), want); \
		assert_null(keys);                                      \
		assert_int_equal(lac_port_err(r->a.port, &why), 0);     \
		assert_int_equal(why.err, want);                        \
	} while (0)
	KEYS(size, 4, -EINVAL);
	KEYS(max_entries, 0, -EINVAL);
	KEYS(max_entries, l->max_entries + 1, -E2BIG);
	KEYS(count, 0, -EINVAL);
	KEYS(access, 64, -EINVAL);
	KEYS(access, LAC_REMOTE_WRITE, -EINVAL);
	KEYS(page_log2, 11, -EINVAL);
	KEYS(type, (enum lac_key_type)9, -EINVAL);
#undef KEYS
}

static void addresses_refused(void **state)
{
	struct rig *r = *state;
	const struct lac_qp_attr attr = {.size = sizeof(attr), .scq = r->a.cq};
	struct lac_qp_addr good, a;
	struct lac_qp *qp;
	unsigned int i;

	assert_int_equal(lac_qp_create(lac_port_pd(r->a.port), &attr, &qp), 0);
	lac_qp_address(r->b.qp, &good);
#define REFUSED(byte, value, want)                              \
	do {                                                    \
		a = good;                                       \
		a.b[byte] = value;                              \
		assert_int_equal(lac_qp_connect(qp, &a), want); \
	} while (0)
	REFUSED(0, 2, -EPROTO);
	REFUSED(1, 0, -EPROTO);
	REFUSED(1, LAC_QP_ADDR_ROCE, -ENOTSUP);
	REFUSED(1, LAC_QP_ADDR_LOOPBACK, -ENOTSUP); /* of another function */
	REFUSED(4, 1, -EINVAL);
	REFUSED(8, 1, -EINVAL);
	REFUSED(14, 0, -EINVAL);
	REFUSED(14, 6, -EINVAL);
	REFUSED(15, 0, -EINVAL);
	for (i = 16; i < 32; i++)
		REFUSED(i, 1, -ENOTSUP); /* a GID */
	for (i = 32; i < 38; i++)
		REFUSED(i, 1, -EINVAL);
	for (i = 46; i < 64; i++)
		REFUSED(i, 1, -EINVAL);
#undef REFUSED
	assert_int_equal(lac_qp_state(qp), LAC_QP_RESET);
	lac_qp_address_loopback(qp, &a);
	assert_int_equal(lac_qp_connect(qp, &a), 0);
	assert_int_equal(lac_qp_connect(qp, &a), -EBUSY);
	assert_int_equal(lac_qp_destroy(qp), 0);
}

/* What a peer on verbs is told, and what is made of what it told. */
static void addresses_taken_apart(void **state)
{
	struct rig *r = *state;
	struct lac_qp_addr_fields f = {.size = sizeof(f)}, g = {.size = sizeof(g)}, bad;
	struct lac_qp_addr good, a;

	lac_qp_address(r->b.qp, &good);
	assert_int_equal(lac_qp_addr_unpack(&good, &f), 0);
	assert_int_equal(f.kind, LAC_QP_ADDR_IB);
	assert_int_equal(f.qpn, lac_qp_number(r->b.qp));
	assert_int_equal(f.lid, 2); /* the emulator's second function */
	assert_int_equal(f.mtu, 3);
	assert_int_equal(f.psn, good.b[9] << 16 | good.b[10] << 8 | good.b[11]);
	assert_true(f.function == 0 && f.gid[0] == 0 && f.gid[15] == 0);
	f.kind = 0;
	assert_int_equal(lac_qp_addr_pack(&a, &f), 0);
	assert_memory_equal(&a, &good, sizeof(a));
	lac_qp_address_loopback(r->b.qp, &good);
	assert_int_equal(lac_qp_addr_unpack(&good, &g), 0);
	assert_int_equal(g.kind, LAC_QP_ADDR_LOOPBACK);
	assert_int_equal(lac_qp_addr_pack(&a, &g), 0);
	assert_memory_equal(&a, &good, sizeof(a));
	for (unsigned int i = 0; i < sizeof(f.gid); i++)
		f.gid[i] = (uint8_t)(i + 1);
	assert_int_equal(lac_qp_addr_pack(&a, &f), 0);
	assert_int_equal(a.b[16], 1);
	assert_int_equal(a.b[31], 16);
	assert_int_equal(lac_qp_addr_unpack(&a, &g), 0);
	assert_memory_equal(g.gid, f.gid, 16);
#define REFUSED(field, value, want)                                 \
	do {                                                        \
		bad = f;                                            \
		bad.field = value;                                  \
		assert_int_equal(lac_qp_addr_pack(&a, &bad), want); \
		assert_memory_equal(&a, &good, sizeof(a));          \
	} while (0)
	a = good;
	REFUSED(size, sizeof(f) - 1, -EINVAL);
	REFUSED(qpn, 1u << 24, -EINVAL);
	REFUSED(psn, 1u << 24, -EINVAL);
	REFUSED(kind, LAC_QP_ADDR_ROCE, -ENOTSUP);
	REFUSED(kind, 4, -EPROTO);
	REFUSED(mtu, 0, -EINVAL);
	REFUSED(mtu, 6, -EINVAL);
	REFUSED(rd_atomic, 0, -EINVAL);
	REFUSED(function, 1, -EINVAL);
#undef REFUSED
	bad = g;
	a.b[0] = 2;
	assert_int_equal(lac_qp_addr_unpack(&a, &g), -EPROTO);
	assert_memory_equal(&g, &bad, sizeof(g));
	g.size = 0;
	assert_int_equal(lac_qp_addr_unpack(&good, &g), -EINVAL);
}

/* One queue pair connected to itself moves bytes between two places of its own. */
static void loop_of_one(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_qp_addr self;

	rig_window_open(&r->a, ALL, &w);
	assert_int_equal(lac_qp_flush(r->a.qp), 0);
	rig_drain(&r->a);
	assert_int_equal(lac_qp_restart(r->a.qp), 0);
	lac_qp_address_loopback(r->a.qp, &self);
	assert_int_equal(lac_qp_connect(r->a.qp, &self), 0);
	rig_fill(r->a.mem, 1000, 1);
	w.rem.addr += 100000;
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 1000), w.rem, LAC_SIGNAL, 1), 0);
	rig_done(&r->a, 1, 0);
	assert_memory_equal(r->a.mem, r->a.mem + 100000, 1000);
	rig_window_close(&r->a, &w);
}

/* Keys work within their domain only. */
static void domains(void **state)
{
	struct rig *r = *state;
	struct lac_pd *pd;
	struct lac_qp_attr attr = {.size = sizeof(attr), .scq = r->a.cq};
	struct lac_qp_addr self;
	struct lac_qp *qp;
	struct rig_end e = r->a;
	struct rig_window w;

	assert_int_equal(lac_pd_destroy(lac_port_pd(r->a.port)), -EBUSY);
	assert_int_equal(lac_pd_create(r->a.port, &pd), 0);
	assert_ptr_equal(lac_pd_port(pd), r->a.port);
	assert_int_equal(lac_qp_create(pd, &attr, &qp), 0);
	assert_int_equal(lac_pd_destroy(pd), -EBUSY);
	e.qp = qp;
	e.sq = lac_qp_sq(qp);
	assert_int_not_equal(lac_sq_dma_lkey(e.sq).be, lac_sq_dma_lkey(r->a.sq).be);
	lac_qp_address(qp, &self);
	assert_int_equal(lac_qp_connect(qp, &self), 0);
	rig_window_open(&r->a, ALL, &w); /* in the default domain */
	/* its own DMA key moves bytes; the key of another domain is not its to use, here nor there */
	assert_int_equal(lac_sq_write(e.sq, rig_loc(&e, 0, 8), w.rem, LAC_SIGNAL, 1), 0);
	rig_done(&e, 1, SYND_REM_ACCESS);
	assert_int_equal(lac_qp_restart(qp), 0);
	assert_int_equal(lac_qp_connect(qp, &self), 0);
	assert_int_equal(lac_sq_send(e.sq, rig_loc(&r->a, 0, 8), LAC_SIGNAL, 2), 0);
	rig_done(&e, 2, SYND_LOC_PROT);
	assert_int_equal(lac_qp_destroy(qp), 0);
	assert_int_equal(lac_pd_destroy(pd), 0);
	rig_window_close(&r->a, &w);
}

/* A completion queue serves several queue pairs, and cannot go before them. */
static void shared_completion_queue(void **state)
{
	struct rig *r = *state;
	const struct lac_qp_attr attr = {.size = sizeof(attr), .scq = r->a.cq, .sq_bb = 64};
	struct lac_qp_addr self;
	struct lac_qp *qp[9];
	unsigned int i, j, seen = 0;
	struct lac_wc wc;

	assert_int_equal(lac_cq_destroy(r->a.cq), -EBUSY);
	for (i = 0; i < 9; i++) {
		assert_int_equal(lac_qp_create(lac_port_pd(r->a.port), &attr, &qp[i]), 0);
		lac_qp_address(qp[i], &self);
		assert_int_equal(lac_qp_connect(qp[i], &self), 0);
	}
	for (j = 0; j < 20; j++)
		for (i = 0; i < 9; i++) {
			assert_int_equal(lac_sq_nop(lac_qp_sq(qp[i]), LAC_SIGNAL, i), 0);
			lac_sq_ring(lac_qp_sq(qp[i]));
		}
	while (seen < 180) {
		assert_true(FIX_WAIT(10000, lac_cq_poll(r->a.cq, &wc, 1) == 1));
		assert_int_equal(wc.status, 0);
		assert_int_equal(wc.qpn, lac_qp_number(qp[wc.cookie]));
		seen++;
	}
	for (i = 0; i < 9; i++)
		assert_int_equal(lac_qp_destroy(qp[i]), 0);
}

/* Arm, find nothing, sleep, be woken, poll. Twice: each arm has a sequence number of its own. */
static void events(void **state)
{
	struct rig *r = *state;
	struct lac_event ev;
	struct lac_wc wc;
	unsigned int i;

	for (i = 0; i < 3; i++) {
		struct pollfd p = {.fd = lac_port_fd(r->a.port), .events = POLLIN};
		bool got = false;

		while (lac_port_event(r->a.port, &ev) == 1)
			;
		assert_int_equal(lac_cq_arm(r->a.cq, 0), 0);
		assert_int_equal(lac_cq_poll(r->a.cq, &wc, 1), 0);
		assert_int_equal(lac_sq_nop(r->a.sq, LAC_SIGNAL, i), 0);
		lac_sq_ring(r->a.sq);
		assert_int_equal(poll(&p, 1, 10000), 1);
		while (lac_port_event(r->a.port, &ev) == 1)
			got |= ev.type == LAC_EV_CQ && ev.object == lac_cq_number(r->a.cq);
		assert_true(got);
		assert_int_equal(rig_wait(&r->a).cookie, i);
	}
}

/* What is outstanding when a queue pair is flushed ends, each request once; then it can be used again. */
static void flush_and_restart(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_wc wc[64];
	unsigned int i, round, n;

	for (round = 0; round < 5; round++) {
		rig_window_open(&r->b, ALL, &w);
		for (i = 0; i < 10; i++)
			assert_int_equal(lac_rq_recv(r->a.rq, rig_loc(&r->a, 0, 64), 100 + i), 0);
		if (round & 1)
			lac_rq_ring(r->a.rq);
		for (i = 0; i < 20; i++)
			assert_int_equal(lac_sq_read(r->a.sq, rig_loc(&r->a, 0, 100000), w.rem,
						 LAC_SIGNAL, i),
				0);
		if (round & 2)
			lac_sq_ring(r->a.sq);
		assert_int_equal(lac_qp_restart(r->a.qp), -EBUSY);
		assert_int_equal(lac_qp_flush(r->a.qp), 0);
		n = 0;
		assert_true(FIX_WAIT(10000, (n += lac_cq_poll(r->a.cq, wc + n, 64 - n)) >= 30));
		assert_int_equal(n, 30);
		assert_int_equal(lac_cq_poll(r->a.cq, wc, 64), 0);
		assert_int_equal(lac_sq_nop(r->a.sq, 0, 0), -ESHUTDOWN);
		assert_int_equal(lac_rq_recv(r->a.rq, rig_loc(&r->a, 0, 64), 0), -ESHUTDOWN);
		rig_reconnect(r);
		assert_int_equal(
			lac_sq_read(r->a.sq, rig_loc(&r->a, 0, 100), w.rem, LAC_SIGNAL, 7), 0);
		rig_done(&r->a, 7, 0);
		rig_window_close(&r->b, &w);
	}
}

/* Destroyed with requests outstanding: completions vanish, keys in doubt are lost and repaired. */
static void destroyed_busy(void **state)
{
	struct rig *r = *state;
	struct lac_keys *keys = rig_keys(&r->a, 64, LAC_LOCAL_WRITE, 8);
	const struct lac_qp_attr attr = {.size = sizeof(attr), .scq = r->a.cq};
	struct iovec v = {r->a.mem, 4096};
	struct lac_key *k[8];
	struct lac_qp_addr self;
	struct lac_qp *qp;
	struct lac_wc wc;
	unsigned int i;

	assert_int_equal(lac_qp_create(lac_port_pd(r->a.port), &attr, &qp), 0);
	lac_qp_address(qp, &self);
	assert_int_equal(lac_qp_connect(qp, &self), 0);
	for (i = 0; i < 8; i++) {
		k[i] = lac_key_get(keys);
		assert_int_equal(
			lac_sq_map(lac_qp_sq(qp), k[i], lac_src_iov(&v, 1), 4096, 0, i), 0);
	}
	assert_null(lac_key_get(keys));
	lac_sq_ring(lac_qp_sq(qp));
	assert_int_equal(lac_qp_destroy(qp), 0);
	FIX_WAIT(20, false);
	assert_int_equal(lac_cq_poll(r->a.cq, &wc, 1), 0);
	for (i = 0; i < 8; i++) {
		assert_int_equal(lac_key_state(k[i]), LAC_KEY_LOST);
		assert_int_equal(lac_key_put(keys, k[i]), 0);
	}
	assert_null(lac_key_get(keys));
	assert_int_equal(lac_keys_repair(keys), 8);
	for (i = 0; i < 8; i++) {
		k[i] = lac_key_get(keys);
		assert_non_null(k[i]);
		assert_int_equal(lac_sq_map(r->a.sq, k[i], lac_src_iov(&v, 1), 4096, 0, i), 0);
		assert_int_equal(lac_sq_inv(r->a.sq, k[i], LAC_SIGNAL, 50 + i), 0);
		rig_done(&r->a, 50 + i, 0);
		assert_int_equal(lac_key_put(keys, k[i]), 0);
		assert_int_equal(lac_key_put(keys, k[i]), -EINVAL);
	}
	assert_int_equal(lac_keys_destroy(keys), 0);
}

/*
 * EAL may grow where no map is left, and cannot be refused then. Queues that would lie there are: a device that
 * cannot reach its rings would never say why. The view without EAL's maps is what such a place looks like.
 */
static void rings_out_of_reach(void **state)
{
	struct rig *r = *state;
	struct lac_port *port = r->a.port;
	struct lac_as *as = lac_port_as(port);
	const struct lac_qp_attr a = {.size = sizeof(a), .scq = r->a.cq};
	uint64_t created = fix_stat(0, "objects");
	struct lac_qp *qp;
	struct lac_cq *cq;
	struct lac_err why;

	pthread_mutex_lock(&as->lock);
	lac_view_publish(&as->view, &as->maps, 0, as->maps.n);
	pthread_mutex_unlock(&as->lock);
	assert_int_equal(lac_qp_create(lac_port_pd(port), &a, &qp), -ENOMEM);
	assert_int_equal(lac_port_err(port, &why), 0);
	assert_int_equal(why.where, LAC_AT_MEM);
	assert_non_null(strstr(why.arg, "not mapped"));
	assert_int_equal(lac_cq_create(port, 64, LAC_ANY, &cq), -ENOMEM);
	/* and the reason why EAL's memory could not be followed, where there was one */
	pthread_mutex_lock(&as->lock);
	as->lost = (struct lac_err){.err = -ENOSPC, .where = LAC_AT_MEM, .arg = "limit of maps"};
	pthread_mutex_unlock(&as->lock);
	assert_int_equal(lac_qp_create(lac_port_pd(port), &a, &qp), -ENOSPC);
	assert_null(qp);
	assert_int_equal(lac_port_err(port, &why), 0);
	assert_string_equal(why.arg, "limit of maps");
	assert_int_equal(lac_cq_create(port, 64, LAC_ANY, &cq), -ENOSPC);
	assert_null(cq);
	assert_int_equal(fix_stat(0, "objects"), created);
	pthread_mutex_lock(&as->lock);
	as->lost = (struct lac_err){0};
	lac_view_publish(&as->view, &as->maps, 0, 0);
	pthread_mutex_unlock(&as->lock);
	assert_int_equal(lac_qp_create(lac_port_pd(port), &a, &qp), 0);
	assert_int_equal(lac_qp_destroy(qp), 0);
}

/* Traffic that is never signalled: the ring fills, and says that it never will drain. */
static void nothing_signalled(void **state)
{
	struct rig *r = *state;
	const uint64_t executed = fix_stat(0, "wqes") + 256;
	unsigned int i;

	for (i = 0; i < 256; i++)
		assert_int_equal(lac_sq_nop(r->a.sq, 0, i), 0);
	lac_sq_ring(r->a.sq);
	assert_int_equal(lac_sq_nop(r->a.sq, LAC_SIGNAL, 0), -EDEADLK);
	/* the device has none left to flush, and tells nothing of those it executed */
	assert_true(FIX_WAIT(10000, fix_stat(0, "wqes") >= executed));
	rig_reconnect(r); /* flushing is the way out */
	for (i = 0; i < 255; i++)
		assert_int_equal(lac_sq_nop(r->a.sq, 0, i), 0);
	assert_int_equal(lac_sq_nop(r->a.sq, LAC_SIGNAL, 77), 0);
	assert_int_equal(lac_sq_nop(r->a.sq, LAC_SIGNAL, 0), -EAGAIN);
	rig_done(&r->a, 77, 0);
	assert_int_equal(lac_sq_room_bb(r->a.sq), 256);
}

/* The last test: the emulator dies. Every request ends, posts are refused, everything can be destroyed. */
static void vanishes(void **state)
{
	struct rig *r = *state;
	struct rig_window w;
	struct lac_wc wc[64];
	unsigned int i, n = 0;

	rig_window_open(&r->b, ALL, &w);
	for (i = 0; i < 5; i++)
		assert_int_equal(lac_rq_recv(r->a.rq, rig_loc(&r->a, 0, 64), 100 + i), 0);
	lac_rq_ring(r->a.rq);
	fix_emu_kill(SIGKILL);
	for (i = 0; i < 20; i++)
		if (lac_sq_write(r->a.sq, rig_loc(&r->a, 0, 1000), w.rem, LAC_SIGNAL, i) < 0)
			break;
	lac_sq_ring(r->a.sq);
	assert_true(FIX_WAIT(10000, (n += lac_cq_poll(r->a.cq, wc + n, 64 - n)) >= 5 + i));
	assert_int_equal(n, 5 + i);
	for (i = 0; i < n; i++) {
		assert_int_equal(wc[i].status, SYND_FLUSHED);
		assert_int_equal(wc[i].flags & LAC_WC_FLUSHED_BY_HOST, LAC_WC_FLUSHED_BY_HOST);
	}
	assert_int_equal(lac_sq_nop(r->a.sq, 0, 0), -ENODEV);
	assert_int_equal(lac_rq_recv(r->a.rq, rig_loc(&r->a, 0, 64), 0), -ENODEV);
	assert_int_equal(lac_qp_state(r->a.qp), LAC_QP_GONE);
	assert_int_equal(lac_cq_arm(r->a.cq, 0), -ENODEV);
	assert_int_equal(lac_qp_flush(r->a.qp), -ENODEV);
	assert_int_equal(lac_qp_restart(r->a.qp), -ENODEV);
	assert_true(FIX_WAIT(10000, lac_port_state(r->b.port) == LAC_PORT_GONE));
	assert_int_equal(lac_keys_destroy(w.keys), 0); /* LIVE, but in no device */
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, rig_up, rig_down)
	const struct CMUnitTest tests[] = {
		T(attributes_refused),
		T(addresses_refused),
		T(addresses_taken_apart),
		T(loop_of_one),
		T(domains),
		T(shared_completion_queue),
		T(events),
		T(flush_and_restart),
		T(destroyed_busy),
		T(rings_out_of_reach),
		T(nothing_signalled),
		T(vanishes),
	};

	return cmocka_run_group_tests_name("queue", tests, rig_ports_open, rig_ports_close);
}

/* SPDX-License-Identifier: BSD-3-Clause */
/* A side made of Lacuna's public API, on the first function that EAL was given. */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lacuna/lacuna.h>
#include <rte_eal.h>
#include <rte_malloc.h>

#include "side.h"

#define SEND_COOKIE 1u
#define RECV_COOKIE 2u
#define LIST_MAX    131072u

const struct talk_shape side_shapes[] = {
	{"lacuna_inline", TALK_PIECES, 9, true, TALK_ALL},
	{"lacuna_pointer", TALK_PIECES, 300, true, TALK_ALL},
	{"lacuna_nested", TALK_PIECES, 66000, true, TALK_ALL},
	{"lacuna_pages", TALK_PAGES, 5, true, TALK_ALL},
	{NULL, 0, 0, false, 0},
};

struct side {
	struct lac_port *port;
	struct lac_cq *cq;
	struct lac_qp *qp;
	struct lac_sq *sq;
	struct lac_rq *rq;
	uint8_t *mem;
	struct lac_keys *keys;
	struct lac_key *key;
};

/* @what failed; the port's record tells why */
static bool failed(const struct side *s, const char *what, int err)
{
	char text[192] = "";
	struct lac_err why;

	if (s->port != NULL && lac_port_err(s->port, &why) == 0)
		lac_err_str(&why, text, sizeof(text));
	return side_why("%s: %d; the port's last record: %s", what, err, text);
}

static bool open_port(struct side *s)
{
	struct lac_qp_attr a = {.size = sizeof(a),
		.sq_bb = 4096,
		.rq_n = 16,
		.lcore = LAC_ANY,
		.list_entries = LIST_MAX};
	struct lac_err why = {0};
	char text[192];
	int err = lac_probe(&why);

	if (err > 0)
		err = lac_port_open(0, &s->port, &why);
	if (s->port == NULL) {
		lac_err_str(&why, text, sizeof(text));
		return side_why("no port: %s", text);
	}
	err = lac_cq_create(s->port, 8192, LAC_ANY, &s->cq);
	a.scq = a.rcq = s->cq;
	if (err == 0)
		err = lac_qp_create(lac_port_pd(s->port), &a, &s->qp);
	if (err < 0)
		return failed(s, "queues", err);
	s->sq = lac_qp_sq(s->qp);
	s->rq = lac_qp_rq(s->qp);
	s->mem = rte_malloc("talk", TALK_BYTES, 4096);
	return s->mem != NULL || side_why("no memory");
}

struct side *side_open(int argc, char **argv, int *used)
{
	struct side *s = calloc(1, sizeof(*s));
	int n = rte_eal_init(argc, argv);

	if (n < 0 || s == NULL) {
		side_why("EAL does not start");
		return NULL;
	}
	*used = n + 1;
	return open_port(s) ? s : NULL;
}

bool side_close(struct side *s)
{
	int err = lac_qp_destroy(s->qp);

	if (err == 0)
		err = lac_cq_destroy(s->cq);
	rte_free(s->mem);
	if (err == 0)
		err = lac_port_close(s->port);
	if (err < 0)
		return failed(s, "close", err);
	free(s);
	return rte_eal_cleanup() == 0;
}

uint8_t *side_mem(struct side *s)
{
	return s->mem;
}

void side_addr(struct side *s, struct talk_addr *a)
{
	struct lac_qp_addr_fields f = {.size = sizeof(f)};
	struct lac_qp_addr own;

	lac_qp_address(s->qp, &own);
	lac_qp_addr_unpack(&own, &f);
	*a = (struct talk_addr){.qpn = f.qpn, .psn = f.psn, .lid = f.lid};
}

bool side_connect(struct side *s, const struct talk_addr *peer)
{
	const struct lac_qp_addr_fields f = {.size = sizeof(f),
		.qpn = peer->qpn,
		.psn = peer->psn,
		.lid = (uint16_t)peer->lid,
		.mtu = 3,
		.rd_atomic = 4};
	struct lac_qp_addr a;
	int err = lac_qp_addr_pack(&a, &f);

	if (err == 0)
		err = lac_qp_connect(s->qp, &a);
	return err == 0 || failed(s, "connect", err);
}

bool side_reset(struct side *s)
{
	double until = side_seconds(20);
	struct lac_event ev;
	struct lac_wc wc[16];
	int err = 0;

	if (lac_qp_state(s->qp) != LAC_QP_RESET)
		err = lac_qp_flush(s->qp);
	while (err == 0 || err == -EBUSY) {
		lac_cq_poll(s->cq, wc, 16);
		err = lac_qp_restart(s->qp);
		if (err != -EBUSY || side_late(until))
			break;
		sched_yield();
	}
	while (lac_port_event(s->port, &ev) == 1)
		;
	return err == 0 || failed(s, "restart", err);
}

static bool next(struct side *s, struct lac_wc *wc)
{
	double until = side_seconds(20);

	lac_sq_ring(s->sq);
	while (lac_cq_poll(s->cq, wc, 1) == 0) {
		if (side_late(until))
			return side_why("no completion");
		sched_yield();
	}
	return true;
}

/* a request of this side's own succeeds */
static bool done(struct side *s, const char *what, int err)
{
	struct lac_wc wc;

	if (err < 0)
		return failed(s, what, err);
	if (!next(s, &wc))
		return false;
	return (wc.status == 0 && wc.cookie == SEND_COOKIE) ||
	       side_why("%s ended with %s", what, lac_cqe_synd_name(wc.status));
}

bool side_key_make(struct side *s, const struct talk_shape *shape, const struct iovec *v,
	uint32_t rights, struct talk_key *key)
{
	const struct lac_keys_attr a = {.size = sizeof(a),
		.type = shape->kind == TALK_PAGES ? LAC_KEY_MEM_REG : LAC_KEY_SG_GAPS,
		.max_entries = shape->n,
		.access = LAC_LOCAL_WRITE | (rights & TALK_REMOTE_READ ? LAC_REMOTE_READ : 0) |
			  (rights & TALK_REMOTE_WRITE ? LAC_REMOTE_WRITE : 0) |
			  (rights & TALK_REMOTE_ATOMIC ? LAC_REMOTE_ATOMIC : 0) |
			  (rights & TALK_REMOTE_INV ? LAC_REMOTE_INV : 0),
		.count = 1,
		.zero_based = shape->n % 2 != 0, /* both kinds of address spaces are tried */
		.lcore = LAC_ANY};
	int err = lac_keys_create(lac_port_pd(s->port), &a, &s->keys);

	if (err < 0)
		return failed(s, "keys", err);
	s->key = lac_key_get(s->keys);
	err = lac_sq_map(
		s->sq, s->key, lac_src_iov(v, shape->n), LAC_LEN_SUM, LAC_SIGNAL, SEND_COOKIE);
	key->rkey = lac_rkey_num(lac_key_rkey(s->key));
	key->addr = a.zero_based ? 0 : (uintptr_t)v[0].iov_base;
	return done(s, "map", err);
}

bool side_key_revoke(struct side *s)
{
	return done(s, "invalidate", lac_sq_inv(s->sq, s->key, LAC_SIGNAL, SEND_COOKIE));
}

bool side_key_revoked(struct side *s, uint32_t rkey)
{
	int err = lac_key_revoked(s->keys, lac_rkey_from(rkey));

	return err == 0 || failed(s, "revoked", err);
}

bool side_key_free(struct side *s)
{
	int err = lac_key_put(s->keys, s->key);

	if (err == 0)
		err = lac_keys_destroy(s->keys);
	return err == 0 || failed(s, "destroying keys", err);
}

bool side_post(struct side *s, const struct talk_op *o)
{
	const struct lac_loc at = {(uintptr_t)s->mem + o->off, o->len, lac_sq_dma_lkey(s->sq)};
	const struct lac_rem to = {o->raddr, lac_rkey_from(o->rkey)};
	int err = -EINVAL;

	switch (o->what) {
	case TALK_WRITE:
		err = lac_sq_write(s->sq, at, to, LAC_SIGNAL, SEND_COOKIE);
		break;
	case TALK_WRITE_IMM:
		err = lac_sq_write_imm(s->sq, at, to, o->imm, LAC_SIGNAL, SEND_COOKIE);
		break;
	case TALK_READ:
		err = lac_sq_read(s->sq, at, to, LAC_SIGNAL, SEND_COOKIE);
		break;
	case TALK_CAS:
		err = lac_sq_cas(s->sq, at, to, o->a, o->swap, LAC_SIGNAL, SEND_COOKIE);
		break;
	case TALK_FADD:
		err = lac_sq_fadd(s->sq, at, to, o->a, LAC_SIGNAL, SEND_COOKIE);
		break;
	case TALK_SEND:
		err = lac_sq_send(s->sq, at, LAC_SIGNAL, SEND_COOKIE);
		break;
	case TALK_SEND_IMM:
		err = lac_sq_send_imm(s->sq, at, o->imm, LAC_SIGNAL, SEND_COOKIE);
		break;
	case TALK_SEND_INV:
		err = lac_sq_send_inv(s->sq, at, to.key, LAC_SIGNAL, SEND_COOKIE);
		break;
	}
	lac_sq_ring(s->sq);
	return err == 0 || failed(s, "post", err);
}

bool side_recv(struct side *s, uint32_t off, uint32_t len)
{
	const struct lac_loc at = {(uintptr_t)s->mem + off, len, lac_sq_dma_lkey(s->sq)};
	int err = lac_rq_recv(s->rq, at, RECV_COOKIE);

	lac_rq_ring(s->rq);
	return err == 0 || failed(s, "receive", err);
}

bool side_wait(struct side *s, struct talk_wc *out)
{
	struct lac_wc wc;

	if (!next(s, &wc))
		return false;
	*out = (struct talk_wc){.what = TALK_DONE, .status = wc.status};
	if (wc.status != 0)
		out->vendor = wc.u.vendor;
	if (wc.cookie == SEND_COOKIE)
		return true;
	out->len = wc.len;
	switch (wc.op) {
	case LAC_OP_RECV_IMM:
		out->what = TALK_CAME_IMM;
		break;
	case LAC_OP_RECV_INV:
		out->what = TALK_CAME_INV;
		break;
	case LAC_OP_RECV_WRITE_IMM:
		out->what = TALK_CAME_WRITE_IMM;
		break;
	default:
		out->what = TALK_CAME;
	}
	if (wc.status == 0)
		out->extra = wc.op == LAC_OP_RECV_INV ? lac_rkey_num(wc.u.inv) : wc.u.imm;
	return true;
}

bool side_event(struct side *s, uint32_t *type)
{
	static const struct {
		const char *name;
		uint32_t type;
	} known[] = {
		{"WQ_CATAS_ERROR", 0x05}, {"WQ_INVAL_REQ_ERROR", 0x10}, {"WQ_ACCESS_ERROR", 0x11}};
	double until = side_seconds(20);
	struct lac_event ev;

	while (!side_late(until)) {
		if (lac_port_event(s->port, &ev) != 1) {
			sched_yield();
			continue;
		}
		for (unsigned int i = 0; i < 3; i++)
			if (ev.type == LAC_EV_QP && ev.object == lac_qp_number(s->qp) &&
				strcmp(ev.why.arg, known[i].name) == 0) {
				*type = known[i].type;
				return true;
			}
	}
	return side_why("no event of the queue pair");
}

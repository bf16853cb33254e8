/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Mode pingpong: one message goes back and forth between port a and another program, which is ibv_rc_pingpong
 * or another lacuna-testpmd. The client sends first.
 *
 * Every message is verified. A peer of our kind sends messages of its own, which we know; ibv_rc_pingpong sends back
 * what it got last, which we know too. Only its first one can be anything. All messages differ in every
 * byte, so nothing old passes for new.
 */
#include <errno.h>
#include <inttypes.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

#include <rte_malloc.h>

#include "exchange.h"
#include "pair.h"

#define ROUNDS  1000u /* ibv_rc_pingpong's default */
#define WAIT_NS 20000000000ull
#define SENT    1u
#define CAME    2u

struct pingpong {
	struct fwd *f;
	struct end e;
	bool server;
	uint32_t size;
	uint8_t *out, *in;
	unsigned int got; /* SENT, CAME: completions not asked for yet */
};

/* byte @i of message @n: the client's are even, the server's odd */
static uint8_t byte_of(uint64_t n, uint32_t i)
{
	return (uint8_t)(67 * n + i % 251);
}

static bool is_message(const uint8_t *p, uint32_t size, uint64_t n)
{
	for (uint32_t i = 0; i < size; i++)
		if (p[i] != byte_of(n, i))
			return false;
	return true;
}

static struct lac_loc place(struct pingpong *p, uint8_t *mem)
{
	return (struct lac_loc){(uintptr_t)mem, p->size, lac_sq_dma_lkey(p->e.sq)};
}

static int expect(struct pingpong *p)
{
	int err = lac_rq_recv(p->e.rq, place(p, p->in), CAME);

	if (err < 0)
		return end_refused(&p->e, "receive", err);
	lac_rq_ring(p->e.rq);
	return 0;
}

static int throw(struct pingpong * p, uint64_t n)
{
	int err;

	for (uint32_t i = 0; i < p->size; i++)
		p->out[i] = byte_of(n, i);
	err = lac_sq_send(p->e.sq, place(p, p->out), LAC_SIGNAL, SENT);
	if (err < 0)
		return end_refused(&p->e, "send", err);
	lac_sq_ring(p->e.sq);
	return 0;
}

static int await(struct pingpong *p, unsigned int what)
{
	uint64_t until = now_ns() + WAIT_NS;
	struct lac_wc wc;

	while ((p->got & what) != what) {
		if (lac_cq_poll(p->e.cq, &wc, 1) == 0) {
			if (p->f->stop)
				return -ECANCELED;
			if (now_ns() > until) {
				fprintf(stderr, "port %u: the message did not come\n",
					p->e.port->id);
				return -ETIMEDOUT;
			}
			sched_yield();
			continue;
		}
		if (wc.status != 0) {
			p->f->errors++;
			fprintf(stderr, "port %u: %s ended with %s (0x%02x)\n", p->e.port->id,
				lac_op_name(wc.op), lac_cqe_synd_name(wc.status), wc.status);
			return -EIO;
		}
		if (wc.cookie == CAME && wc.len != p->size) {
			p->f->errors++;
			fprintf(stderr, "port %u: a message of %u bytes came, not of %u\n",
				p->e.port->id, wc.len, p->size);
			return -EMSGSIZE;
		}
		p->got |= (unsigned int)wc.cookie;
	}
	p->got &= ~what;
	return 0;
}

/* What came in answer to our message @last must be @next, the peer's own, or @last again. */
static int verify(struct pingpong *p, uint64_t next, uint64_t last, bool any)
{
	if (p->f->par->corrupt == CORRUPT_DATA)
		p->in[p->size / 2] ^= 1;
	if (is_message(p->in, p->size, next) || is_message(p->in, p->size, last) || any)
		return 0;
	p->f->errors++;
	fprintf(stderr, "port %u: message %" PRIu64 " is not what was sent\n", p->e.port->id, next);
	return -EBADMSG;
}

/* The receive for the next message is posted before ours, which brings it about. */
static int round_of(struct pingpong *p, uint64_t i)
{
	uint64_t client = 2 * i, server = 2 * i + 1;
	int err = 0;

	if (p->server) {
		err = await(p, CAME);
		if (err == 0)
			err = verify(p, client, client - 1, i == 0);
		if (err == 0)
			err = expect(p);
	}
	if (err == 0)
		err = throw(p, p->server ? server : client);
	if (err == 0)
		err = await(p, SENT);
	if (err == 0 && !p->server) {
		err = await(p, CAME);
		if (err == 0)
			err = verify(p, server, client, false);
		if (err == 0)
			err = expect(p);
	}
	if (err == 0) {
		p->f->ops += 2;
		p->f->bytes += 2ull * p->size;
	}
	return err;
}

static void show(const struct pingpong *p, const char *whose, const struct lac_qp_addr_fields *a)
{
	printf("port %u: %s LID 0x%04x, QPN 0x%06x, PSN 0x%06x\n", p->e.port->id, whose, a->lid,
		a->qpn, a->psn);
}

/* We tell no GID, so the peer routes by LID, and so do we, whatever it tells. */
static int peer_connect(struct pingpong *p, struct lac_qp_addr_fields *peer)
{
	struct lac_qp_addr addr;
	int err;

	memset(peer->gid, 0, sizeof(peer->gid));
	err = lac_qp_addr_pack(&addr, peer);
	if (err < 0 || peer->lid == 0) {
		fprintf(stderr, "peer: it has no LID, so it is not on InfiniBand\n");
		return -EINVAL;
	}
	err = lac_qp_connect(p->e.qp, &addr);
	if (err < 0)
		port_complain(p->e.port, "connect", NULL);
	return err;
}

static int meet(struct pingpong *p)
{
	const struct parameters *par = p->f->par;
	struct lac_qp_addr_fields own = {.size = sizeof(own)}, peer;
	struct lac_qp_addr addr;
	struct exchange x;
	int err;

	lac_qp_address(p->e.qp, &addr);
	err = lac_qp_addr_unpack(&addr, &own);
	peer = own; /* what it does not tell: the same */
	if (err == 0)
		err = exchange_open(&x, par->peer, par->listen, &p->f->stop);
	if (err < 0)
		return err;
	show(p, "local ", &own);
	if (!p->server)
		err = exchange_tell(&x, &own);
	if (err == 0)
		err = exchange_hear(&x, &peer);
	if (err == 0) {
		show(p, "remote", &peer);
		err = peer_connect(p, &peer);
	}
	if (err == 0 && p->server)
		err = exchange_tell(&x, &own);
	if (err == 0)
		err = exchange_done(&x, p->server);
	exchange_close(&x);
	return err;
}

static int pingpong_open(struct pingpong *p)
{
	const struct pair_attr attr = {.sq_bb = 64, .rq_n = 16};

	p->out = rte_malloc("pingpong", p->size, 64);
	p->in = rte_zmalloc("pingpong", p->size, 64);
	if (p->out == NULL || p->in == NULL) {
		fprintf(stderr, "EAL has too little memory (-m)\n");
		return -ENOMEM;
	}
	return end_open(&p->e, p->f->a, &attr, p->f->lcore);
}

static int run(struct fwd *f)
{
	uint64_t rounds = f->par->iterations != 0 ? f->par->iterations : ROUNDS;
	struct pingpong p = {.f = f, .server = f->par->peer == NULL, .size = f->par->size};
	int err = pingpong_open(&p);

	if (err == 0)
		err = expect(&p);
	if (err == 0)
		err = meet(&p);
	for (uint64_t i = 0; err == 0 && i < rounds; i++)
		err = round_of(&p, i);
	if (err == 0)
		printf("port %u: %" PRIu64 " messages of %u bytes each way, all as sent\n",
			f->a->id, rounds, p.size);
	if (p.e.port != NULL)
		end_close(&p.e);
	rte_free(p.out);
	rte_free(p.in);
	return err;
}

const struct fwd_mode fwd_pingpong = {
	.name = "pingpong",
	.help = "a message back and forth between port 0 and ibv_rc_pingpong, or another of these",
	.peer = true,
	.run = run,
};

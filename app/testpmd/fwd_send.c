/* SPDX-License-Identifier: BSD-3-Clause */
/* Mode send: one message goes back and forth between the ports by SEND and RECV. */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

#include "pattern.h"
#include "stream.h"

#define WAIT_NS 20000000000ull

static struct lac_loc place(struct end *e, uint8_t *mem, uint32_t size)
{
	return (struct lac_loc){(uintptr_t)mem, size, lac_sq_dma_lkey(e->sq)};
}

/* Waits for the receive at @e and its own earlier SEND. */
static int arrived(struct stream *s, struct end *e, unsigned int due)
{
	uint64_t until = now_ns() + WAIT_NS;
	struct lac_wc wc;

	while (due > 0) {
		if (lac_cq_poll(e->cq, &wc, 1) == 0) {
			if (testpmd.quit)
				return -ECANCELED;
			if (now_ns() > until) {
				fprintf(stderr, "port %u: the message did not come\n", e->port->id);
				return -ETIMEDOUT;
			}
			sched_yield();
			continue;
		}
		if (wc.status != 0 || (wc.op == LAC_OP_RECV && wc.len != s->size)) {
			s->f->errors++;
			fprintf(stderr, "port %u: %s ended with %s, %u bytes\n", e->port->id,
				lac_op_name(wc.op), lac_cqe_synd_name(wc.status), wc.len);
			return -EIO;
		}
		due--;
	}
	return 0;
}

static int expect(struct end *e, uint8_t *mem, uint32_t size)
{
	int err = lac_rq_recv(e->rq, place(e, mem, size), 0);

	if (err < 0)
		return end_refused(e, "receive", err);
	lac_rq_ring(e->rq);
	return 0;
}

static int throw(struct end * e, uint8_t *mem, uint32_t size)
{
	int err = lac_sq_send(e->sq, place(e, mem, size), LAC_SIGNAL, 0);

	if (err < 0)
		return end_refused(e, "send", err);
	lac_sq_ring(e->sq);
	return 0;
}

/* There, then back, where it must be what left; receives are posted before the message that needs
 * them. */
static int round_trip(struct stream *s)
{
	struct end *a = &s->pair.a, *b = &s->pair.b;
	int err = expect(b, s->mem_b, s->size);

	if (err == 0)
		err = throw(a, s->mem_a, s->size);
	if (err == 0)
		err = arrived(s, a, 1);
	if (err == 0)
		err = arrived(s, b, 1);
	if (err == 0)
		err = expect(a, s->mem_a, s->size);
	if (err == 0) {
		memset(s->mem_a, 0, s->size);
		err = throw(b, s->mem_b, s->size);
	}
	if (err == 0)
		err = arrived(s, a, 1);
	if (err == 0)
		err = arrived(s, b, 1);
	s->f->ops += 2;
	s->f->bytes += 2ull * s->size;
	return err;
}

static int run(struct fwd *f)
{
	uint64_t most = f->par->iterations;
	struct stream s;
	int err = stream_open(&s, f);

	if (err < 0)
		return err;
	for (uint64_t i = 0; err == 0 && !f->stop && !testpmd.quit && (most == 0 || i < most); i++)
		err = round_trip(&s);
	/* it has travelled all the way and is still what it was */
	if (err == 0 && pattern_differs(s.mem_a, s.size, STREAM_SALT_A) != NULL) {
		fprintf(stderr, "the message is not what it was\n");
		err = -EBADMSG;
	}
	stream_close(&s);
	return err;
}

const struct fwd_mode fwd_send = {
	.name = "send",
	.help = "a message back and forth between port 0 and port 1",
	.run = run,
};

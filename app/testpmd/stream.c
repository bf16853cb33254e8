/* SPDX-License-Identifier: BSD-3-Clause */
/* A stream of equal operations from port a to memory of port b. */
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

#include <rte_common.h>
#include <rte_cycles.h>
#include <rte_malloc.h>
#include <rte_pause.h>

#include "pattern.h"
#include "stream.h"

#define POLLS_EACH 256u /* that find nothing, between two offers of the processor */
#define IDLE_S     20u  /* a completion that takes longer never comes */

/* port b's memory as one piece of a registration: the smallest gappy list */
static int register_target(struct stream *s)
{
	struct iovec v = {s->mem_b, s->size};
	int err = one_key_make(&s->target, s->pair.b.port, 1,
		LAC_LOCAL_WRITE | LAC_REMOTE_WRITE | LAC_REMOTE_READ);

	if (err < 0)
		return err;
	err = lac_sq_map(s->pair.b.sq, s->target.key, lac_src_iov(&v, 1), s->size, LAC_SIGNAL, 1);
	return err < 0 ? end_refused(&s->pair.b, "register", err) : end_done(&s->pair.b, 1);
}

int stream_open(struct stream *s, struct fwd *f)
{
	struct pair_attr attr = {.sq_bb = 32 * STREAM_WINDOW, .rq_n = STREAM_WINDOW};
	int err;

	*s = (struct stream){.f = f, .size = f->par->size};
	s->mem_a = rte_malloc("stream", s->size, 64);
	s->mem_b = rte_malloc("stream", s->size, 64);
	if (s->mem_a == NULL || s->mem_b == NULL) {
		fprintf(stderr, "EAL has too little memory (-m)\n");
		err = -ENOMEM;
	} else {
		pattern_fill(s->mem_a, s->size, STREAM_SALT_A);
		pattern_fill(s->mem_b, s->size, STREAM_SALT_B);
		err = pair_open(&s->pair, f, &attr);
	}
	if (err == 0)
		err = register_target(s);
	if (err < 0)
		stream_close(s);
	return err;
}

void stream_close(struct stream *s)
{
	if (s->target.key != NULL && lac_key_state(s->target.key) == LAC_KEY_LIVE &&
		lac_qp_state(s->pair.b.qp) == LAC_QP_READY)
		one_key_end(&s->target, &s->pair.b, 2);
	if (s->pair.a.qp != NULL)
		pair_close(&s->pair);
	if (s->target.keys != NULL)
		one_key_free(&s->target, s->f->b);
	rte_free(s->mem_a);
	rte_free(s->mem_b);
	memset(s, 0, sizeof(*s));
}

struct lac_loc stream_local(const struct stream *s)
{
	return (struct lac_loc){(uintptr_t)s->mem_a, s->size, lac_sq_dma_lkey(s->pair.a.sq)};
}

struct lac_rem stream_remote(const struct stream *s)
{
	return (struct lac_rem){0, lac_key_rkey(s->target.key)};
}

int stream_same(const struct stream *s)
{
	if (memcmp(s->mem_a, s->mem_b, s->size) == 0)
		return 0;
	fprintf(stderr, "the data at port %u is not that of port %u\n", s->f->b->id, s->f->a->id);
	return -EBADMSG;
}

/* Takes what has completed; -EIO after saying why if one failed. */
static int take(struct stream *s, uint64_t *done)
{
	struct lac_wc wc[STREAM_WINDOW];
	unsigned int n = lac_cq_poll(s->pair.a.cq, wc, RTE_DIM(wc));

	for (unsigned int i = 0; i < n; i++) {
		if (wc[i].status == 0)
			continue;
		s->f->errors++;
		fprintf(stderr, "port %u: %s ended with %s (0x%02x)\n", s->f->a->id,
			lac_op_name(wc[i].op), lac_cqe_synd_name(wc[i].status), wc[i].status);
		return -EIO;
	}
	if (n > 0)
		end_good(&s->pair.a);
	*done += n;
	s->f->ops += n;
	s->f->bytes += (uint64_t)n * s->size;
	if (n != 0) {
		s->empty = 0;
	} else if (++s->empty < POLLS_EACH) {
		rte_pause();
	} else { /* on a small machine the device's emulation needs the processor */
		s->empty = 0;
		sched_yield();
	}
	return 0;
}

/* The time since @begin went into @phase; it is now. Only we write these, so that a store will do. */
static uint64_t spent(struct stream *s, uint64_t ticks[PHASES], enum phase phase, uint64_t begin)
{
	uint64_t now = rte_rdtsc();

	ticks[phase] += now - begin;
	atomic_store_explicit(&s->f->ticks[phase], ticks[phase], memory_order_relaxed);
	return now;
}

int stream_run(struct stream *s, int (*post)(struct stream *s, uint64_t cookie))
{
	uint64_t most = s->f->par->iterations, posted = 0, done = 0;
	uint64_t begin = rte_rdtsc(), idle = begin, limit = IDLE_S * rte_get_tsc_hz();
	uint64_t ticks[PHASES] = {0};
	int err = 0;

	while (err == 0) {
		bool more = !s->f->stop && !testpmd.quit && (most == 0 || posted < most);
		uint64_t before = done;

		if (!more && done == posted)
			break;
		while (more && posted - done < STREAM_WINDOW) {
			err = post(s, posted);
			if (err < 0)
				break;
			posted++;
			more = most == 0 || posted < most;
		}
		lac_sq_ring(s->pair.a.sq);
		if (err < 0 && err != -EAGAIN) {
			end_refused(&s->pair.a, "post", err);
			break;
		}
		begin = spent(s, ticks, PHASE_POST, begin);
		err = take(s, &done);
		begin = spent(s, ticks, done != before ? PHASE_POLL : PHASE_WAIT, begin);
		if (done != before)
			idle = begin;
		else if (begin - idle > limit)
			err = -ETIMEDOUT;
	}
	return err;
}

int stream_whole(struct fwd *f, int (*post)(struct stream *s, uint64_t cookie))
{
	struct stream s;
	int err = stream_open(&s, f);

	if (err < 0)
		return err;
	err = stream_run(&s, post);
	if (err == 0 && f->ops > 0)
		err = stream_same(&s);
	stream_close(&s);
	return err;
}

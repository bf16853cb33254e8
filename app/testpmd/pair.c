/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Queues of a mode: made, connected, restarted after an error that was provoked, waited on. A wait
 * yields the processor now and then: on a small machine the device's emulation needs it.
 */
#include <errno.h>
#include <inttypes.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

#include <rte_pause.h>

#include "pair.h"

#define WAIT_NS    20000000000ull /* a completion that takes longer never comes */
#define POLLS_EACH 64             /* between two looks at the clock */

int end_open(struct end *e, struct port *port, const struct pair_attr *attr, int lcore)
{
	struct lac_qp_attr qa = {
		.size = sizeof(qa),
		.sq_bb = attr->sq_bb,
		.rq_n = attr->rq_n,
		.lcore = lcore,
		.list_entries = attr->list_entries,
	};
	int err;

	e->port = port;
	err = lac_cq_create(port->lac, attr->sq_bb + attr->rq_n, lcore, &e->cq);
	if (err < 0) {
		port_complain(port, "completion queue", NULL);
		return err;
	}
	qa.scq = qa.rcq = e->cq;
	err = lac_qp_create(lac_port_pd(port->lac), &qa, &e->qp);
	if (err < 0) {
		port_complain(port, "queue pair", NULL);
		return err;
	}
	e->sq = lac_qp_sq(e->qp);
	e->rq = lac_qp_rq(e->qp);
	return 0;
}

void end_close(struct end *e)
{
	if (e->qp != NULL && lac_qp_destroy(e->qp) < 0)
		port_complain(e->port, "queue pair: destroy", NULL);
	if (lac_cq_destroy(e->cq) < 0)
		port_complain(e->port, "completion queue: destroy", NULL);
	memset(e, 0, sizeof(*e));
}

static int connect_both(struct pair *p)
{
	struct lac_qp_addr a, b;
	int err;

	lac_qp_address(p->a.qp, &a);
	lac_qp_address(p->b.qp, &b);
	err = lac_qp_connect(p->a.qp, &b);
	if (err < 0) {
		port_complain(p->a.port, "connect", NULL);
		return err;
	}
	err = lac_qp_connect(p->b.qp, &a);
	if (err < 0)
		port_complain(p->b.port, "connect", NULL);
	return err;
}

int pair_open(struct pair *p, struct fwd *f, const struct pair_attr *attr)
{
	int err;

	memset(p, 0, sizeof(*p));
	err = end_open(&p->a, f->a, attr, f->lcore);
	if (err == 0)
		err = end_open(&p->b, f->b, attr, f->lcore);
	if (err == 0)
		err = connect_both(p);
	if (err < 0)
		pair_close(p);
	return err;
}

void pair_close(struct pair *p)
{
	end_close(&p->a);
	end_close(&p->b);
}

static int end_reset(struct end *e)
{
	uint64_t until = now_ns() + WAIT_NS;
	struct lac_wc wc[16];
	int err = 0;

	if (lac_qp_state(e->qp) == LAC_QP_READY)
		err = lac_qp_flush(e->qp);
	while (err == 0 || err == -EBUSY) {
		e->completions += lac_cq_poll(e->cq, wc, RTE_DIM(wc));
		err = lac_qp_restart(e->qp);
		if (err != -EBUSY)
			break;
		if (now_ns() > until)
			err = -ETIMEDOUT;
		sched_yield();
	}
	if (err < 0)
		port_complain(e->port, "restart", NULL);
	return err;
}

int pair_restart(struct pair *p)
{
	int err = end_reset(&p->a);

	if (err == 0)
		err = end_reset(&p->b);
	return err == 0 ? connect_both(p) : err;
}

/* completions keep the order of requests, so one that follows a registration shows that it is done */
void end_good(struct end *e)
{
	struct port *p = e->port;
	uint64_t v[LAC_STAT_QP_COUNT];

	if (p->first_ns != 0)
		return;
	lac_qp_stats(e->qp, v, LAC_STAT_QP_COUNT);
	if (v[LAC_STAT_maps_inline] + v[LAC_STAT_maps_list] + v[LAC_STAT_maps_nested] == 0)
		return;
	p->first_cmds = port_commands(p) - p->start_cmds;
	p->first_ns = now_ns() - testpmd.fwd.began_ns;
}

int end_reap(struct end *e, struct lac_wc *wc)
{
	uint64_t until = now_ns() + WAIT_NS;

	lac_sq_ring(e->sq);
	for (;;) {
		for (unsigned int i = 0; i < POLLS_EACH; i++) {
			if (lac_cq_poll(e->cq, wc, 1) == 1) {
				e->completions++;
				return 0;
			}
			rte_pause();
		}
		if (testpmd.quit)
			return -ECANCELED;
		if (now_ns() > until) {
			fprintf(stderr, "port %u: no completion within %llu s\n", e->port->id,
				WAIT_NS / 1000000000);
			return -ETIMEDOUT;
		}
		sched_yield();
	}
}

int end_done(struct end *e, uint64_t cookie)
{
	struct lac_wc wc;
	int err = end_reap(e, &wc);

	if (err < 0)
		return err;
	if (wc.status != 0) {
		fprintf(stderr, "port %u: %s ended with %s (0x%02x, vendor 0x%x)\n", e->port->id,
			lac_op_name(wc.op), lac_cqe_synd_name(wc.status), wc.status, wc.u.vendor);
		return -EIO;
	}
	if (wc.cookie != cookie) {
		fprintf(stderr, "port %u: completion of %" PRIu64 " where %" PRIu64 " is due\n",
			e->port->id, wc.cookie, cookie);
		return -EIO;
	}
	end_good(e);
	return 0;
}

int end_refused(struct end *e, const char *what, int err)
{
	struct lac_err why;
	char text[256] = "no room";

	if (lac_qp_err(e->qp, &why) == 0)
		lac_err_str(&why, text, sizeof(text));
	fprintf(stderr, "port %u: %s: %s (%s)\n", e->port->id, what, text, strerror(-err));
	return err;
}

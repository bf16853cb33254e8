/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Commands as the rest of the driver knows them: whole images in and out, one at a time or many in flight.
 *
 * Whoever waits makes progress itself (lac_port_step), so that a page request which holds its command up is
 * answered, and nothing depends on another thread being there. Signals do not end a wait.
 */
#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"
#include "prm/gen/prm_names.h"

uint64_t lac_now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

uint64_t lac_now_ms(void)
{
	return lac_now_us() / 1000;
}

void lac_pause(unsigned int *turn)
{
	unsigned int t = (*turn)++;
	struct timespec ts = {.tv_nsec = 1000000};

	if (t < 4) {
		sched_yield();
		return;
	}
	if (t < 9)
		ts.tv_nsec = 10000l << (t - 3);
	nanosleep(&ts, NULL);
}

int lac_status_errno(uint8_t status)
{
	switch (status) {
	case PRM_ST_OK:
		return 0;
	case PRM_ST_BAD_OP:
	case PRM_ST_BAD_PARAM:
	case PRM_ST_BAD_RES:
	case PRM_ST_BAD_RES_STATE:
	case PRM_ST_IX_ERR:
	case PRM_ST_BAD_QP_STATE:
	case PRM_ST_BAD_PKT:
	case PRM_ST_BAD_SIZE_OUTS_CQES:
		return -EINVAL;
	case PRM_ST_RES_BUSY:
		return -EBUSY;
	case PRM_ST_LIM_ERR:
		return -ENOMEM;
	case PRM_ST_NO_RES:
		return -EAGAIN;
	default: /* INT_ERR, BAD_SYS_STATE, BAD_INP_LEN, BAD_OUTP_LEN, and what no table knows */
		return -EIO;
	}
}

static int no_slot(struct lac_port *port, int err)
{
	struct lac_err e;

	if (err == -ENODEV)
		lac_why(&e, err, LAC_AT_GONE, "before a command");
	else if (err == -ETIMEDOUT)
		lac_why(&e, err, LAC_AT_TIMEOUT, "a free command slot");
	else
		lac_why(&e, err, LAC_AT_STATE,
			"every command slot waits for a reset after timeouts");
	return lac_port_fail(port, &e);
}

/* A slot of the common ones; waits for it. */
static int slot_wait(struct lac_port *port)
{
	uint64_t end = lac_now_ms() + port->args.timeout_ms;
	unsigned int turn = 0;

	for (;;) {
		int slot = lac_port_dead(port) ? -ENODEV : lac_cmdq_take(port, LAC_LANE_ANY);

		if (slot >= 0)
			return slot;
		if (slot != -EAGAIN)
			return no_slot(port, slot);
		if (lac_now_ms() > end)
			return no_slot(port, -ETIMEDOUT);
		lac_port_step(port);
		lac_pause(&turn);
	}
}

int lac_cmd_exec(
	struct lac_port *port, const void *in, uint32_t in_len, void *out, uint32_t out_len)
{
	unsigned int turn = 0;
	int slot = slot_wait(port), err;

	if (slot < 0)
		return slot;
	err = lac_cmdq_post(port, slot, in, in_len, out_len);
	if (err)
		return err;
	while (!lac_cmdq_done(port, slot)) {
		if (lac_cmdq_late(port, slot))
			return lac_cmdq_abandon(port, slot);
		lac_port_step(port);
		lac_pause(&turn);
	}
	return lac_cmdq_collect(port, slot, out);
}

/* A series in flight: which slot carries which input. */
struct many {
	const struct lac_cmd_many *how;
	uint8_t *in, *out;
	int flying[LAC_CMD_SLOTS];
	uint32_t which[LAC_CMD_SLOTS];
	uint32_t n, next;
	bool more;
	int err;
};

static void many_done(struct many *m, uint32_t i, int err)
{
	int ret = m->how->done(m->how->arg, i, err, m->out);

	if (ret < 0 && !m->err) {
		m->err = ret;
		m->more = false;
	}
}

/* Starts as many as slots are free; waits for the first if nothing is in flight. */
static void many_start(struct lac_port *port, struct many *m)
{
	while (m->more) {
		int slot = m->n ? lac_cmdq_take(port, LAC_LANE_ANY) : slot_wait(port);
		int err;

		if (slot < 0) {
			if (!m->n) {
				m->err = slot;
				m->more = false;
			}
			return;
		}
		memset(m->in, 0, m->how->in_len);
		if (!m->how->next(m->how->arg, m->next, m->in)) {
			m->more = false;
			lac_cmdq_return(port, slot);
			return;
		}
		err = lac_cmdq_post(port, slot, m->in, m->how->in_len, m->how->out_len);
		if (err) {
			many_done(m, m->next++, err);
			continue;
		}
		m->which[m->n] = m->next++;
		m->flying[m->n++] = slot;
	}
}

static bool many_reap(struct lac_port *port, struct many *m)
{
	bool any = false;

	for (uint32_t k = 0; k < m->n;) {
		uint32_t i = m->which[k];
		int slot = m->flying[k], err;

		if (lac_cmdq_done(port, slot)) {
			err = lac_cmdq_collect(port, slot, m->out);
		} else if (lac_cmdq_late(port, slot)) {
			memset(m->out, 0, m->how->out_len);
			err = lac_cmdq_abandon(port, slot);
		} else {
			k++;
			continue;
		}
		any = true;
		m->n--;
		m->flying[k] = m->flying[m->n];
		m->which[k] = m->which[m->n];
		many_done(m, i, err);
	}
	return any;
}

int lac_cmd_many(struct lac_port *port, const struct lac_cmd_many *how)
{
	struct many m = {.how = how, .more = true};
	unsigned int turn = 0;

	m.in = calloc(1, (size_t)how->in_len + how->out_len);
	if (!m.in)
		return -ENOMEM;
	m.out = m.in + how->in_len;
	for (many_start(port, &m); m.n; many_start(port, &m)) {
		if (many_reap(port, &m)) {
			turn = 0;
			continue;
		}
		lac_port_step(port);
		lac_pause(&turn);
	}
	free(m.in);
	return m.err;
}

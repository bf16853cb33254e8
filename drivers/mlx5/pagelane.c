/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The page lane: firmware's requests in order of arrival, one job at a time, in chunks of 512 pages, one
 * MANAGE_PAGES at a time in the page slot. It never blocks; whoever makes progress moves it on.
 *
 * A page enters the ledger before the command that gives it, and is freed only when firmware named it in a
 * reply, refused it with a status, or declared all of a function's pages released. After a reset the device
 * holds none, so the rest goes then.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define CHUNK LAC_PAGES_CHUNK
#define HEAD  ((uint32_t)sizeof(struct prm_manage_pages_in))

struct lac_page_job {
	struct lac_page_job *next;
	uint32_t func;
	int32_t left;     /* > 0 to give, < 0 to take */
	bool release_all; /* firmware let go of all of the function's pages */
	bool cannot;      /* its last command is CANNOT_GIVE */
	bool waited;      /* someone waits for @done and frees it */
	bool done;
	int err;
};

/* ---- jobs ---- */

static struct lac_page_job *job_new(uint32_t func, int32_t count, bool release_all, bool waited)
{
	struct lac_page_job *j = calloc(1, sizeof(*j));

	if (j)
		*j = (struct lac_page_job){
			.func = func, .left = count, .release_all = release_all, .waited = waited};
	return j;
}

static void job_append(struct lac_pages *l, struct lac_page_job *j)
{
	if (l->tail)
		l->tail->next = j;
	else
		l->head = j;
	l->tail = j;
}

static void job_end(struct lac_port *port, int err)
{
	struct lac_page_job *j = port->pages.now;
	struct lac_err why;

	port->pages.now = NULL;
	j->err = err;
	if (j->waited) {
		j->done = true;
		return;
	}
	if (err && err != -ENODEV && !lac_port_err(port, &why))
		lac_event_push(port, LAC_EV_PAGES, j->func & 0xffff, &why);
	free(j);
}

void lac_pages_ask(struct lac_port *port, uint16_t func, bool ecpf, int32_t count, bool release_all)
{
	struct lac_page_job *j = job_new(func | (uint32_t)ecpf << 16, count, release_all, false);
	struct lac_err e;

	port->pages.requests++;
	if (j) {
		job_append(&port->pages, j);
		return;
	}
	lac_why(&e, -ENOMEM, LAC_AT_MEM, "a request of firmware for %d pages", count);
	lac_port_fail(port, &e);
	lac_event_push(port, LAC_EV_PAGES, func, &e);
}

/* ---- the lane ---- */

static int manage(struct lac_port *port, enum prm_pages what, uint32_t count)
{
	struct lac_pages *l = &port->pages;
	struct prm_manage_pages_in *in = (struct prm_manage_pages_in *)l->in;
	uint32_t in_len = HEAD, out_len = HEAD;
	int slot = lac_cmdq_take(port, LAC_LANE_PAGES), err;
	struct lac_err e;

	if (slot < 0) {
		lac_why(&e, slot, LAC_AT_STATE, "the page slot waits for a reset after a timeout");
		return lac_port_fail(port, &e);
	}
	memset(in, 0, sizeof(*in));
	prm_manage_pages_in_set_opcode(in, PRM_OP_MANAGE_PAGES);
	prm_manage_pages_in_set_op_mod(in, what);
	prm_manage_pages_in_set_embedded_cpu_function(in, l->now->func >> 16);
	prm_manage_pages_in_set_function_id(in, l->now->func & 0xffff);
	prm_manage_pages_in_set_input_num_entries(in, count);
	if (what == PRM_PAGES_GIVE) {
		in_len += 8 * count;
		for (uint32_t i = 0; i < count; i++)
			prm_manage_pages_in_set_pas(in, i, l->batch[i]);
	} else if (what == PRM_PAGES_TAKE) {
		out_len += 8 * count;
	}
	err = lac_cmdq_post(port, slot, in, in_len, out_len);
	if (!err)
		l->cmd = slot;
	return err;
}

/* Out of memory is something that firmware must be told; it waits otherwise. Needs no memory itself. */
static void cannot_give(struct lac_port *port)
{
	struct lac_page_job *j = port->pages.now;
	struct lac_err e;
	int err;

	j->cannot = true;
	port->pages.refused++;
	err = manage(port, PRM_PAGES_CANT_GIVE, 0);
	if (err) {
		job_end(port, err);
		return;
	}
	lac_why(&e, -ENOMEM, LAC_AT_MEM, "%d pages that firmware asked for", j->left);
	lac_port_fail(port, &e);
}

static void page_drop(struct lac_port *port, struct lac_page *p)
{
	lac_arena_free(
		port, (void *)(uintptr_t)lac_ledger_del(&port->pages.ledger, p), LAC_FW_PAGE);
}

void lac_pages_drop(struct lac_port *port, uint32_t func)
{
	struct lac_page *p = NULL;

	while ((p = lac_ledger_next(&port->pages.ledger, p, func)) != NULL)
		page_drop(port, p);
}

static void batch_undo(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;

	for (uint32_t i = 0; i < l->batch_n; i++) {
		struct lac_page *p = lac_ledger_find(&l->ledger, l->batch[i]);

		if (p)
			page_drop(port, p);
	}
	l->batch_n = 0;
}

static void give(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;
	struct lac_page_job *j = l->now;
	uint32_t want = (uint32_t)j->left < CHUNK ? (uint32_t)j->left : CHUNK;
	int err = lac_ledger_room(&l->ledger, want);

	l->batch_n = 0;
	while (!err && l->batch_n < want) {
		void *va = lac_arena_alloc(port, LAC_FW_PAGE, LAC_FW_PAGE);

		if (!va) {
			err = -ENOMEM;
			break;
		}
		l->batch[l->batch_n++] = (uintptr_t)va;
		lac_ledger_put(&l->ledger, (uintptr_t)va, j->func);
	}
	if (!err)
		err = manage(port, PRM_PAGES_GIVE, want);
	if (!err)
		return;
	batch_undo(port);
	if (err == -ENOMEM)
		cannot_give(port);
	else
		job_end(port, err);
}

static void chunk_start(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;
	struct lac_page_job *j = l->now;
	int err;

	if (j->release_all) {
		lac_pages_drop(port, j->func);
		job_end(port, 0);
	} else if (!j->left) {
		job_end(port, 0);
	} else if (j->left > 0) {
		give(port);
	} else {
		l->batch_n = (uint32_t)-j->left < CHUNK ? (uint32_t)-j->left : CHUNK;
		err = manage(port, PRM_PAGES_TAKE, l->batch_n);
		if (err)
			job_end(port, err);
	}
}

/* Frees what the reply names. A page that firmware does not hold is not ours to free. */
static int take_pages(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;
	const struct prm_manage_pages_out *out = (const struct prm_manage_pages_out *)l->out;
	uint32_t n = prm_manage_pages_out_output_num_entries(out);
	struct lac_err e;

	if (!n) {
		lac_why(&e, -EAGAIN, LAC_AT_STATE, "none of %u pages returned", l->batch_n);
		return lac_port_fail(port, &e);
	}
	if (n > l->batch_n) {
		lac_why(&e, -EPROTO, LAC_AT_STATE, "%u pages returned, %u asked for", n,
			l->batch_n);
		return lac_port_fail(port, &e);
	}
	for (uint32_t i = 0; i < n; i++) {
		uint64_t pa = prm_manage_pages_out_pas(out, i);
		struct lac_page *p = lac_ledger_find(&l->ledger, pa);

		if (!p || p->func != l->now->func) {
			lac_why(&e, -EPROTO, LAC_AT_STATE,
				"page 0x%llx returned, which firmware does not hold",
				(unsigned long long)pa);
			return lac_port_fail(port, &e);
		}
		page_drop(port, p);
	}
	__atomic_fetch_add(&l->taken, n, __ATOMIC_RELAXED);
	l->now->left += (int32_t)n;
	return 0;
}

static void chunk_end(struct lac_port *port, int err)
{
	struct lac_pages *l = &port->pages;
	struct lac_page_job *j = l->now;

	if (j->cannot) {
		job_end(port, -ENOMEM);
		return;
	}
	if (j->left > 0) {
		if (!err) {
			__atomic_fetch_add(&l->given, l->batch_n, __ATOMIC_RELAXED);
			j->left -= (int32_t)l->batch_n;
		} else if (err != -EREMOTEIO) {
			batch_undo(port); /* refused with a status: firmware did not take them */
		}
		l->batch_n = 0;
	} else if (!err) {
		err = take_pages(port);
	}
	if (err)
		job_end(port, err);
}

unsigned int lac_pages_step(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;

	if (l->cmd >= 0) {
		int slot = l->cmd;

		if (lac_cmdq_done(port, slot)) {
			l->cmd = -1;
			chunk_end(port, lac_cmdq_collect(port, slot, l->out));
		} else if (lac_cmdq_late(port, slot)) {
			l->cmd = -1;
			/* firmware may still take the pages: they stay in the ledger until reset */
			job_end(port, lac_cmdq_abandon(port, slot));
		} else {
			return 0;
		}
	} else if (!l->now && !l->head) {
		return 0;
	}
	if (!l->now && l->head) {
		l->now = l->head;
		l->head = l->head->next;
		if (!l->head)
			l->tail = NULL;
	}
	if (l->now && lac_port_dead(port))
		job_end(port, -ENODEV);
	else if (l->now)
		chunk_start(port);
	return 1;
}

int lac_pages_run(struct lac_port *port, uint32_t func, int32_t count)
{
	struct lac_page_job *j = job_new(func, count, false, true);
	unsigned int turn = 0;
	bool done = false;
	int err;

	if (!j)
		return -ENOMEM;
	pthread_mutex_lock(&port->step_lock);
	job_append(&port->pages, j);
	pthread_mutex_unlock(&port->step_lock);
	for (;;) {
		pthread_mutex_lock(&port->step_lock);
		if (lac_port_step_locked(port))
			turn = 0;
		done = j->done;
		pthread_mutex_unlock(&port->step_lock);
		if (done)
			break;
		lac_pause(&turn);
	}
	err = j->err;
	free(j);
	return err;
}

void lac_pages_abandon(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;

	if (l->cmd >= 0)
		lac_cmdq_abandon(port, l->cmd);
	l->cmd = -1;
	if (l->now)
		job_end(port, -ENODEV);
	while (l->head) {
		l->now = l->head;
		l->head = l->now->next;
		job_end(port, -ENODEV);
	}
	l->tail = NULL;
}

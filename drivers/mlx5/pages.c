/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Firmware's memory. It asks for 4 KiB pages at boot, at init and whenever it likes, in the middle of a
 * command too; it gives them back when asked, or asks us to take some. PRM, "Pages Management".
 *
 * Requests queue up in order of arrival and are served by the lane: one job at a time, in chunks of 512, one
 * MANAGE_PAGES at a time in the page slot. The lane never blocks; whoever makes progress moves it on.
 *
 * The ledger knows each page that firmware may hold and for which function. A page enters it before the
 * command that gives it, and is freed only when firmware named it in a reply, refused it with a status, or
 * declared all of a function's pages released. After a reset the device holds none, so the rest goes then.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define CHUNK       LAC_PAGES_CHUNK
#define HEAD        ((uint32_t)sizeof(struct prm_manage_pages_in))
#define IMAGE_BYTES (HEAD + 8 * CHUNK)
#define RECLAIM_MS  5000u /* without progress; the kernel's figure (tout.c) */

struct lac_page {
	uint64_t va;   /* 0: empty, 1: was in use */
	uint32_t func; /* function id, bit 16: the embedded CPU's */
};

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

#define PAGE_WAS 1u

/* ---- the ledger: open addressing, a power of two of places ---- */

static uint32_t place(const struct lac_pages *l, uint64_t va)
{
	return (uint32_t)((va >> 12) * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (l->cap - 1);
}

static struct lac_page *ledger_find(const struct lac_pages *l, uint64_t va)
{
	if (!l->cap || va <= PAGE_WAS)
		return NULL;
	for (uint32_t i = place(l, va), n = 0; l->slot[i].va && n < l->cap; i = (i + 1) & (l->cap - 1), n++) {
		if (l->slot[i].va == va)
			return &l->slot[i];
	}
	return NULL;
}

static void ledger_put(struct lac_pages *l, uint64_t va, uint32_t func)
{
	uint32_t i = place(l, va);

	while (l->slot[i].va > PAGE_WAS)
		i = (i + 1) & (l->cap - 1);
	l->slot[i] = (struct lac_page){va, func};
	l->held++;
	if (l->held > l->most)
		l->most = l->held;
}

/* Room for @n more at no more than half load, places once used not counted as free. */
static int ledger_room(struct lac_pages *l, uint32_t n)
{
	struct lac_pages old = *l;
	uint32_t cap = 1024;

	if (l->touched + n <= l->cap / 2)
		return 0;
	while (cap < 2 * (l->held + n))
		cap *= 2;
	l->slot = calloc(cap, sizeof(*l->slot));
	if (!l->slot) {
		l->slot = old.slot;
		return -ENOMEM;
	}
	l->cap = cap;
	l->held = 0;
	for (uint32_t i = 0; i < old.cap; i++) {
		if (old.slot[i].va > PAGE_WAS)
			ledger_put(l, old.slot[i].va, old.slot[i].func);
	}
	l->touched = l->held;
	free(old.slot);
	return 0;
}

static void page_drop(struct lac_port *port, struct lac_page *p)
{
	lac_arena_free(port, (void *)(uintptr_t)p->va, LAC_FW_PAGE);
	p->va = PAGE_WAS;
	port->pages.held--;
}

static void pages_drop_all(struct lac_port *port, uint32_t func, bool any)
{
	for (uint32_t i = 0; i < port->pages.cap; i++) {
		struct lac_page *p = &port->pages.slot[i];

		if (p->va > PAGE_WAS && (any || p->func == func))
			page_drop(port, p);
	}
}

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

static void batch_undo(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;

	for (uint32_t i = 0; i < l->batch_n; i++) {
		struct lac_page *p = ledger_find(l, l->batch[i]);

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
	int err = ledger_room(l, want);

	l->batch_n = 0;
	while (!err && l->batch_n < want) {
		void *va = lac_arena_alloc(port, LAC_FW_PAGE, LAC_FW_PAGE);

		if (!va) {
			err = -ENOMEM;
			break;
		}
		l->batch[l->batch_n++] = (uintptr_t)va;
		l->touched++;
		ledger_put(l, (uintptr_t)va, j->func);
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
		pages_drop_all(port, j->func, false);
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
		lac_why(&e, -EPROTO, LAC_AT_STATE, "%u pages returned, %u asked for", n, l->batch_n);
		return lac_port_fail(port, &e);
	}
	for (uint32_t i = 0; i < n; i++) {
		uint64_t pa = prm_manage_pages_out_pas(out, i);
		struct lac_page *p = ledger_find(l, pa);

		if (!p || p->func != l->now->func) {
			lac_why(&e, -EPROTO, LAC_AT_STATE,
				"page 0x%llx returned, which firmware does not hold",
				(unsigned long long)pa);
			return lac_port_fail(port, &e);
		}
		page_drop(port, p);
	}
	l->taken += n;
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
			l->given += l->batch_n;
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

/* Queues a job and sees it through. */
static int job_run(struct lac_port *port, uint32_t func, int32_t count)
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

int lac_pages_provide(struct lac_port *port, enum prm_boot when)
{
	struct prm_query_pages_in in = {0};
	struct prm_query_pages_out out;
	int err;

	prm_query_pages_in_set_opcode(&in, PRM_OP_QUERY_PAGES);
	prm_query_pages_in_set_op_mod(&in, when);
	err = lac_cmd_exec(port, &in, sizeof(in), &out, sizeof(out));
	if (err)
		return err;
	return job_run(port,
		prm_query_pages_out_function_id(&out) |
			prm_query_pages_out_embedded_cpu_function(&out) << 16,
		(int32_t)prm_query_pages_out_num_pages(&out));
}

/* Some page that firmware holds, and how many its function has in all. */
static uint32_t ledger_pick(struct lac_port *port, uint32_t *func)
{
	struct lac_pages *l = &port->pages;
	uint32_t n = 0;

	pthread_mutex_lock(&port->step_lock);
	for (uint32_t i = 0; i < l->cap; i++) {
		if (l->slot[i].va <= PAGE_WAS)
			continue;
		if (!n)
			*func = l->slot[i].func;
		n += l->slot[i].func == *func;
	}
	pthread_mutex_unlock(&port->step_lock);
	return n;
}

int lac_pages_reclaim(struct lac_port *port)
{
	uint64_t end = lac_now_ms() + RECLAIM_MS;
	uint32_t func = 0, n, before = UINT32_MAX;
	unsigned int turn = 0;
	struct lac_err e;
	int err;

	while ((n = ledger_pick(port, &func)) != 0) {
		if (n < before)
			end = lac_now_ms() + RECLAIM_MS;
		else if (lac_now_ms() > end)
			break;
		before = n;
		err = job_run(port, func, -(int32_t)n);
		if (err && err != -EAGAIN)
			return err;
		if (err)
			lac_pause(&turn);
	}
	if (!n)
		return 0;
	lac_why(&e, -ETIMEDOUT, LAC_AT_TIMEOUT, "%u pages of function %u", n, func & 0xffff);
	return lac_port_fail(port, &e);
}

int lac_pages_init(struct lac_port *port)
{
	struct lac_pages *l = &port->pages;

	memset(l, 0, sizeof(*l));
	l->cmd = -1;
	l->in = calloc(2, IMAGE_BYTES);
	if (!l->in)
		return -ENOMEM;
	l->out = l->in + IMAGE_BYTES;
	return 0;
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

void lac_pages_forget(struct lac_port *port)
{
	lac_pages_abandon(port);
	pages_drop_all(port, 0, true);
}

void lac_pages_fini(struct lac_port *port)
{
	lac_pages_forget(port);
	free(port->pages.slot);
	free(port->pages.in);
	memset(&port->pages, 0, sizeof(port->pages));
	port->pages.cmd = -1;
}

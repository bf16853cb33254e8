/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Event queues. Events wait in the device, each for its time, and reach their queue in order; the owner bit
 * of entry pi is (pi >> log size) & 1, written last. An interrupt goes out when an entry stands in an armed
 * queue, and disarms it; arming a queue with unread entries fires again at once. A full queue loses
 * events and says so: its context's status and the health syndrome ASYNC_EQ_OVERRUN.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "hca_priv.h"

#define EQE_BYTES    PRM_EQE_BYTES
#define EQE_OWNER    0x3fu
#define CI_MASK      0xffffffu
#define ST_ARMED     0x9u /* eqc.st; mlx5_ifc.h */
#define ST_FIRED     0xau
#define STATUS_WRITE 0xau /* eqc.status EQ_WRITE_FAILURE; mlx5_ifc.h */
#define EVENT_LATE   8u

struct pending {
	uint64_t due;
	uint8_t type, subtype;
	uint8_t data[28];
};

struct emu_eq {
	uint32_t eqn, uar, intr;
	uint32_t log_size, log_page;
	uint32_t pi, ci; /* 24 bits count */
	uint64_t mask[4];
	uint64_t *pas;
	uint32_t npas;
	bool overrun_ignore, armed, dead;
	bool irq;
	uint64_t irq_due;
	struct pending *queue; /* ring */
	uint32_t head, count, room;
};

static struct emu_eq *eq_get(struct emu_fn *f, uint32_t eqn)
{
	return emu_id_peek(f, EMU_EQ, eqn);
}

static struct emu_eq *eq_of_event(struct emu_fn *f, uint8_t type)
{
	for (uint32_t n = emu_id_next(f, EMU_EQ, 0); n != UINT32_MAX;
		n = emu_id_next(f, EMU_EQ, n + 1)) {
		struct emu_eq *q = eq_get(f, n);

		if (q->mask[type / 64] >> (type % 64) & 1)
			return q;
	}
	return NULL;
}

bool eq_takes(struct emu_fn *f, uint8_t type)
{
	return eq_of_event(f, type) != NULL;
}

static int queue_grow(struct emu_eq *q)
{
	uint32_t room = q->room ? q->room * 2 : 16;
	struct pending *p = malloc(room * sizeof(*p));

	if (!p)
		return -ENOMEM;
	for (uint32_t i = 0; i < q->count; i++)
		p[i] = q->queue[(q->head + i) % q->room];
	free(q->queue);
	q->queue = p;
	q->head = 0;
	q->room = room;
	return 0;
}

static void push(
	struct emu_fn *f, struct emu_eq *q, uint8_t type, uint8_t subtype, const uint8_t data[28])
{
	struct pending *p;

	if (q->dead || (q->count == q->room && queue_grow(q))) {
		emu_stats(f)->events_lost++;
		return;
	}
	p = &q->queue[(q->head + q->count++) % q->room];
	p->due = f->hca->polls + hca_delay(f, EVENT_LATE);
	p->type = type;
	p->subtype = subtype;
	memcpy(p->data, data, sizeof(p->data));
}

void emu_eqe(struct emu_fn *f, uint32_t eqn, uint8_t type, uint8_t subtype, const uint8_t data[28])
{
	struct emu_eq *q = eq_get(f, eqn);

	if (q)
		push(f, q, type, subtype, data);
	else
		emu_stats(f)->events_lost++;
}

void emu_event(struct emu_fn *f, uint8_t type, uint8_t subtype, const uint8_t data[28])
{
	struct emu_eq *q = eq_of_event(f, type);

	if (q)
		push(f, q, type, subtype, data);
	else
		emu_stats(f)->events_lost++;
}

static void fire(struct emu_fn *f, struct emu_eq *q)
{
	q->armed = false;
	q->irq = true;
	q->irq_due = f->hca->polls + hca_delay(f, EVENT_LATE);
}

static uint32_t unread(const struct emu_eq *q)
{
	return (q->pi - q->ci) & CI_MASK;
}

static void eq_kill(struct emu_fn *f, struct emu_eq *q, uint8_t synd, const char *why)
{
	q->dead = true;
	emu_stats(f)->events_lost += q->count;
	q->count = 0;
	emu_lint(f, "EQ %u is lost: %s", q->eqn, why);
	hca_fail(f, synd);
}

static void eqe_write(struct emu_fn *f, struct emu_eq *q, const struct pending *p)
{
	uint8_t e[EQE_BYTES] = {0};
	uint64_t off = (uint64_t)(q->pi & ((1u << q->log_size) - 1)) * EQE_BYTES;
	uint64_t page = EMU_PAGE * ((uint64_t)1 << q->log_page);
	uint64_t at = q->pas[off / page] + off % page;

	if (unread(q) >= 1u << q->log_size && !q->overrun_ignore) {
		eq_kill(f, q, PRM_HEALTH_ASYNC_EQ_OVERRUN_ERR, "its client let it run over");
		return;
	}
	emu_set(e, PRM_EQE_TYPE, p->type);
	emu_set(e, PRM_EQE_SUB_TYPE, p->subtype);
	memcpy(e + PRM_EQE_DATA_OFF, p->data, sizeof(p->data));
	emu_set(e, PRM_EQE_OWNER, q->pi >> q->log_size & 1);
	if (emu_dma_write(f, at, e, EQE_OWNER) ||
		emu_dma_write(f, at + EQE_OWNER, e + EQE_OWNER, 1)) {
		eq_kill(f, q, PRM_HEALTH_EQ_ERR, "its memory is not mapped");
		return;
	}
	emu_trace(f, "eqe %s(0x%x) subtype %u on EQ %u at %u", lac_prm_ev_name(p->type), p->type,
		p->subtype, q->eqn, q->pi);
	emu_stats(f)->eqes++;
	q->pi = (q->pi + 1) & CI_MASK;
	if (q->armed)
		fire(f, q);
}

static unsigned int eq_step(struct emu_fn *f, struct emu_eq *q)
{
	unsigned int work = q->count + q->irq;

	while (q->count && q->queue[q->head].due <= f->hca->polls) {
		struct pending p = q->queue[q->head];

		q->head = (q->head + 1) % q->room;
		q->count--;
		eqe_write(f, q, &p);
	}
	if (q->irq && q->irq_due <= f->hca->polls) {
		q->irq = false;
		emu_irq(f, q->intr);
	}
	return work;
}

void emu_events_settle(struct emu_fn *f)
{
	for (uint32_t n = emu_id_next(f, EMU_EQ, 0); n != UINT32_MAX;
		n = emu_id_next(f, EMU_EQ, n + 1)) {
		struct emu_eq *q = eq_get(f, n);

		while (q->count) {
			struct pending p = q->queue[q->head];

			q->head = (q->head + 1) % q->room;
			q->count--;
			eqe_write(f, q, &p);
		}
	}
}

unsigned int eq_poll(struct emu_fn *f)
{
	unsigned int work = 0;

	for (uint32_t n = emu_id_next(f, EMU_EQ, 0); n != UINT32_MAX;
		n = emu_id_next(f, EMU_EQ, n + 1))
		work += eq_step(f, eq_get(f, n));
	return work;
}

void eq_doorbell(struct emu_fn *f, uint32_t uar, bool arm, uint32_t value)
{
	struct emu_eq *q = eq_get(f, value >> 24);

	emu_stats(f)->doorbells++;
	if (!q || q->uar != uar) {
		emu_stats(f)->doorbell_mismatch++;
		emu_lint(f, "EQ doorbell 0x%08x on UAR 0x%x: %s", value, uar,
			q ? "the EQ has another UAR" : "no such EQ");
		return;
	}
	if (((value - q->ci) & CI_MASK) > unread(q))
		emu_lint(f, "EQ %u: consumer index 0x%x is beyond the producer's 0x%x", q->eqn,
			value & CI_MASK, q->pi);
	q->ci = value & CI_MASK;
	if (!arm)
		return;
	q->armed = true;
	if (unread(q))
		fire(f, q);
}

/* ---- commands ---- */

static void eq_free(struct emu_fn *f, void *obj)
{
	struct emu_eq *q = obj;

	emu_id_unref(f, EMU_UAR, q->uar);
	emu_stats(f)->events_lost += q->count;
	free(q->queue);
	free(q->pas);
	free(q);
}

static uint8_t mask_check(struct emu_fn *f, struct emu_cmd *c, const struct emu_eq *q)
{
	for (uint32_t type = 0; type < 256; type++)
		if (q->mask[type / 64] >> (type % 64) & 1 && (!type || eq_takes(f, (uint8_t)type)))
			return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_EQ_EVENTS);
	return PRM_ST_OK;
}

static uint8_t eq_check(
	struct emu_fn *f, struct emu_cmd *c, const struct emu_eq *q, const uint8_t *ctx)
{
	uint64_t bytes = (uint64_t)EQE_BYTES << q->log_size;
	uint64_t page = EMU_PAGE * ((uint64_t)1 << q->log_page);

	if (q->log_size > EMU_CAP(f, PRM_CMD_HCA_CAP_LOG_MAX_EQ_SZ) || q->log_size > 22)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_EQ_SIZE);
	if (!emu_id_get(f, EMU_UAR, q->uar))
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_UAR);
	if (q->uar >= EMU_UAR_SHARED && !f->w->opt.trap_all)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_EQ_UAR);
	if (q->intr >= EMU_MSIX_VECTORS)
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_EQ_INTR);
	if (emu_get(ctx, PRM_EQC_PAGE_OFFSET))
		return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_EQ_PAGE_OFFSET);
	if (q->npas < (bytes + page - 1) / page)
		return emu_refuse(c, PRM_ST_BAD_INP_LEN, EMU_SYND_QUEUE_PAGES);
	for (uint32_t i = 0; i < q->npas; i++)
		if (q->pas[i] & (page - 1))
			return emu_refuse(c, PRM_ST_BAD_PARAM, EMU_SYND_PAGE_UNALIGNED);
	return mask_check(f, c, q);
}

static uint8_t create_eq(struct emu_fn *f, struct emu_cmd *c)
{
	const uint8_t *ctx = c->in + PRM_CREATE_EQ_IN_EQ_CONTEXT_ENTRY_OFF;
	struct emu_eq *q = calloc(1, sizeof(*q));
	uint8_t st;

	if (!q)
		return emu_refuse(c, PRM_ST_INT_ERR, EMU_SYND_NO_MEMORY);
	q->log_size = (uint32_t)emu_get(ctx, PRM_EQC_LOG_EQ_SIZE);
	q->log_page = (uint32_t)emu_get(ctx, PRM_EQC_LOG_PAGE_SIZE);
	q->uar = (uint32_t)emu_get(ctx, PRM_EQC_UAR_PAGE);
	q->intr = (uint32_t)emu_get(ctx, PRM_EQC_INTR);
	q->overrun_ignore = emu_get(ctx, PRM_EQC_OI);
	q->armed = emu_get(ctx, PRM_EQC_ST) == ST_ARMED;
	for (uint32_t i = 0; i < 4; i++)
		q->mask[i] = emu_get_at(c->in, PRM_CREATE_EQ_IN_EVENT_BITMASK,
			PRM_CREATE_EQ_IN_EVENT_BITMASK_STRIDE, i);
	q->npas = (c->in_len - PRM_CREATE_EQ_IN_PAS_OFF) / 8;
	q->pas = calloc(q->npas ? q->npas : 1, sizeof(*q->pas));
	if (!q->pas) {
		free(q);
		return emu_refuse(c, PRM_ST_INT_ERR, EMU_SYND_NO_MEMORY);
	}
	for (uint32_t i = 0; i < q->npas; i++)
		q->pas[i] = emu_be64(c->in + PRM_CREATE_EQ_IN_PAS_OFF + i * 8);
	st = eq_check(f, c, q, ctx);
	if (!st && emu_id_new(f, EMU_EQ, q, eq_free, &q->eqn))
		st = emu_refuse(c, PRM_ST_LIM_ERR, EMU_SYND_OBJECT_LIMIT);
	if (st) {
		free(q->pas);
		free(q);
		return st;
	}
	emu_id_ref(f, EMU_UAR, q->uar);
	emu_set(c->out, PRM_CREATE_EQ_OUT_EQ_NUMBER, q->eqn);
	return PRM_ST_OK;
}

static uint8_t destroy_eq(struct emu_fn *f, struct emu_cmd *c)
{
	switch (emu_id_del(f, EMU_EQ, (uint32_t)emu_get(c->in, PRM_DESTROY_EQ_IN_EQ_NUMBER))) {
	case 0:
		return PRM_ST_OK;
	case -EBUSY:
		return emu_refuse(c, PRM_ST_RES_BUSY, EMU_SYND_EQ_BUSY);
	default:
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_OBJECT);
	}
}

static uint8_t query_eq(struct emu_fn *f, struct emu_cmd *c)
{
	struct emu_eq *q = emu_id_get(
		f, EMU_EQ, (uint32_t)emu_get(c->in, PRM_QUERY_EQ_IN_EQ_NUMBER));
	uint8_t *ctx = c->out + PRM_QUERY_EQ_OUT_EQ_CONTEXT_ENTRY_OFF;
	uint32_t n;

	if (!q)
		return emu_refuse(c, PRM_ST_BAD_RES, EMU_SYND_NO_OBJECT);
	emu_set(ctx, PRM_EQC_STATUS, q->dead ? STATUS_WRITE : 0);
	emu_set(ctx, PRM_EQC_OI, q->overrun_ignore);
	emu_set(ctx, PRM_EQC_ST, q->armed ? ST_ARMED : ST_FIRED);
	emu_set(ctx, PRM_EQC_LOG_EQ_SIZE, q->log_size);
	emu_set(ctx, PRM_EQC_UAR_PAGE, q->uar);
	emu_set(ctx, PRM_EQC_INTR, q->intr);
	emu_set(ctx, PRM_EQC_LOG_PAGE_SIZE, q->log_page);
	emu_set(ctx, PRM_EQC_CONSUMER_COUNTER, q->ci);
	emu_set(ctx, PRM_EQC_PRODUCER_COUNTER, q->pi);
	emu_set(c->out, PRM_QUERY_EQ_OUT_EVENT_BITMASK, q->mask[0]);
	n = (c->out_len - PRM_QUERY_EQ_OUT_PAS_OFF) / 8;
	for (uint32_t i = 0; i < n && i < q->npas; i++)
		emu_put_be64(c->out + PRM_QUERY_EQ_OUT_PAS_OFF + i * 8, q->pas[i]);
	return PRM_ST_OK;
}

const struct emu_cmd_def emu_cmds_eq[] = {
	{PRM_OP_CREATE_EQ, EMU_WHEN_INIT, PRM_CREATE_EQ_IN_BYTES, PRM_CREATE_EQ_OUT_BYTES,
		create_eq},
	{PRM_OP_DESTROY_EQ, EMU_WHEN_INIT, PRM_DESTROY_EQ_IN_BYTES, PRM_DESTROY_EQ_OUT_BYTES,
		destroy_eq},
	{PRM_OP_QUERY_EQ, EMU_WHEN_INIT, PRM_QUERY_EQ_IN_BYTES, PRM_QUERY_EQ_OUT_BYTES, query_eq},
	{0, 0, 0, 0, NULL},
};

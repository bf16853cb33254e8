/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Completion queues: completions are queued in order, written with the owner bit of the lap, and never
 * written over one that the client has not consumed. An event is raised when the queue is armed and holds
 * a completion that is newer than both the consumer index of the arming and the last event.
 */
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rd.h"

#define PENDING_MAX 4096u
#define INDEX       0xffffffu /* indices in records and doorbells have 24 bits */

static void event(struct emu_cq *cq)
{
	uint8_t data[28] = {0};

	cq->armed = false;
	cq->event_pi = cq->pi;
	wr24(data + 0x19, cq->cqn);
	emu_eqe(cq->f, cq->eqn, PRM_EV_COMP, 0, data);
}

static void try_event(struct emu_cq *cq)
{
	uint32_t behind = cq->armed_solicited ? cq->solicited_pi : cq->pi;
	uint32_t from = cq->armed_ci;

	if (!cq->armed)
		return;
	if ((int32_t)(cq->event_pi - from) > 0)
		from = cq->event_pi;
	if ((int32_t)(behind - from) > 0)
		event(cq);
}

static void overrun(struct emu_cq *cq)
{
	uint8_t data[28] = {0};

	cq->failed = true;
	wr24(data + 1, cq->cqn);
	data[0x0b] = 1;
	emu_trace(cq->f, "cq 0x%x overrun", cq->cqn);
	emu_event(cq->f, PRM_EV_CQ_ERROR, 0, data);
}

uint32_t cq_outstanding(struct emu_cq *cq)
{
	uint8_t rec[4];

	if (emu_dma_read(cq->f, cq->dbr, rec, sizeof(rec)) != 0)
		return UINT32_MAX;
	return (cq->pi - rd32(rec)) & INDEX;
}

static bool full(struct emu_cq *cq)
{
	return !cq->overrun_ok && !cq->collapsed && cq_outstanding(cq) >= 1u << cq->log_size;
}

static int put(struct emu_cq *cq, const uint8_t cqe[64])
{
	uint32_t mask = (1u << cq->log_size) - 1, slot = cq->collapsed ? 0 : cq->pi & mask;
	uint64_t at = ((uint64_t)slot << cq->cqe_bytes_log2) + (1u << cq->cqe_bytes_log2) - 64;
	uint8_t out[64];

	memcpy(out, cqe, sizeof(out));
	out[63] = (uint8_t)((out[63] & 0xfe) | (cq->pi >> cq->log_size & 1));
	return wqbuf_write(cq->f, &cq->buf, at, out, sizeof(out));
}

void cq_write_last(struct emu_cq *cq, const uint8_t cqe[64])
{
	if (put(cq, cqe) == 0)
		cq->pi++;
}

static void write_cqe(struct emu_cq *cq, const uint8_t cqe[64], bool solicited)
{
	uint8_t opcode = cqe[63] >> 4;

	if (cq->failed)
		return;
	if (full(cq)) {
		overrun(cq);
		return;
	}
	if (put(cq, cqe) != 0) {
		emu_lint(cq->f, "the buffer of CQ 0x%x is not mapped", cq->cqn);
		overrun(cq);
		return;
	}
	cq->pi++;
	if (solicited)
		cq->solicited_pi = cq->pi;
	emu_stats(cq->f)->cqes++;
	if (opcode == PRM_CQE_REQ_ERR || opcode == PRM_CQE_RESP_ERR)
		emu_stats(cq->f)->cqes_error++;
	try_event(cq);
}

bool cq_flush_one(struct emu_cq *cq)
{
	struct emu_cqe_item *it = TAILQ_FIRST(&cq->pending);

	if (it == NULL)
		return false;
	TAILQ_REMOVE(&cq->pending, it, link);
	cq->npending--;
	write_cqe(cq, it->cqe, it->solicited);
	free(it);
	if (cq->npending == 0 && cq->owed) {
		TAILQ_REMOVE(&cq->f->w->engine->owing, cq, link);
		cq->f->w->engine->nowing--;
		cq->owed = false;
	}
	return true;
}

void cq_flush(struct emu_cq *cq)
{
	while (cq_flush_one(cq))
		;
}

void cq_settle_all(struct emu_fn *f)
{
	struct emu_cq *cq, *next;

	for (cq = TAILQ_FIRST(&f->w->engine->owing); cq != NULL; cq = next) {
		next = TAILQ_NEXT(cq, link);
		if (cq->f == f)
			cq_flush(cq);
	}
	emu_events_settle(f);
}

void cq_post(struct emu_cq *cq, const uint8_t cqe[64], bool solicited)
{
	struct emu_cqe_item *it;

	if (!eng_adversarial(cq->f) || cq->npending >= PENDING_MAX) {
		cq_flush(cq);
		write_cqe(cq, cqe, solicited);
		return;
	}
	it = malloc(sizeof(*it));
	if (it == NULL) {
		cq_flush(cq);
		write_cqe(cq, cqe, solicited);
		return;
	}
	memcpy(it->cqe, cqe, sizeof(it->cqe));
	it->solicited = solicited;
	it->ready = adv_ready(cq->f);
	TAILQ_INSERT_TAIL(&cq->pending, it, link);
	cq->npending++;
	if (!cq->owed) {
		TAILQ_INSERT_TAIL(&cq->f->w->engine->owing, cq, link);
		cq->f->w->engine->nowing++;
		cq->owed = true;
	}
}

static void arm(struct emu_cq *cq, uint32_t word)
{
	cq->arm_word = word;
	cq->armed = true;
	cq->armed_solicited = word >> 24 & 1;
	cq->armed_ci = cq->pi - ((cq->pi - word) & INDEX);
	try_event(cq);
}

void cq_arm(struct emu_cq *cq, uint32_t word)
{
	uint8_t rec[4];

	if (emu_dma_read(cq->f, cq->dbr + 4, rec, sizeof(rec)) == 0 && rd32(rec) != word) {
		emu_stats(cq->f)->doorbell_mismatch++;
		emu_lint(cq->f, "CQ 0x%x armed by doorbell 0x%08x, its record says 0x%08x", cq->cqn,
			word, rd32(rec));
	}
	arm(cq, word);
}

void cq_poll_arm(struct emu_cq *cq)
{
	uint8_t rec[4];

	if (emu_dma_read(cq->f, cq->dbr + 4, rec, sizeof(rec)) == 0 && rd32(rec) != cq->arm_word)
		arm(cq, rd32(rec));
}

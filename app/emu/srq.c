/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Shared receive queues at work: the limit that a client sets, and what happens to one that cannot be read. Where
 * their WQEs lie and how they are taken is rq.c's.
 */
#include "engine.h"
#include "prm/gen/prm_names.h"
#include "rd.h"

static void event(struct emu_srq *s, uint8_t type)
{
	uint8_t data[28] = {0};

	wr24(data + 0x19, s->srqn);
	emu_event(s->rq.f, type, 0, data);
}

void srq_check_limit(struct emu_srq *s)
{
	struct emu_rq *rq = &s->rq;

	if (s->lwm == 0 || (uint16_t)(rq->limit - rq->ci) >= s->lwm)
		return;
	/* the client may have posted more since the record was read */
	rq_read_record(rq);
	if ((uint16_t)(rq->limit - rq->ci) >= s->lwm)
		return;
	s->lwm = 0;
	event(s, PRM_EV_SRQ_RQ_LIMIT);
}

void srq_set_limit(struct emu_srq *s, uint16_t lwm)
{
	s->lwm = lwm;
	srq_check_limit(s);
}

void srq_fail(struct emu_srq *s)
{
	if (s->failed)
		return;
	emu_trace(s->rq.f, "srq 0x%x in error", s->srqn);
	s->failed = true;
	event(s, PRM_EV_SRQ_CATAS_ERROR);
}

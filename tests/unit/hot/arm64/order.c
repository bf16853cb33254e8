/* SPDX-License-Identifier: BSD-3-Clause */
/* Each barrier alone, and the inline functions that stand on them: what order.py reads as instructions. */
#include <lacuna/lacuna.h>

void sq_ring(struct lac_sq *q);
void rq_ring(struct lac_rq *r);
unsigned int cq_poll(struct lac_cq *cq, struct lac_wc *wc, unsigned int n);

void sq_ring(struct lac_sq *q)
{
	lac_sq_ring(q);
}

void rq_ring(struct lac_rq *r)
{
	lac_rq_ring(r);
}

unsigned int cq_poll(struct lac_cq *cq, struct lac_wc *wc, unsigned int n)
{
	return lac_cq_poll(cq, wc, n);
}

#define ALONE(name)                          \
	void lac_order_##name##_alone(void); \
	void lac_order_##name##_alone(void)  \
	{                                    \
		lac_order_##name();          \
	}
ALONE(wqe_then_record)
ALONE(record_then_doorbell)
ALONE(owner_then_entry)
ALONE(entry_then_index)
ALONE(command_then_owner)
ALONE(owner_then_doorbell)
ALONE(owner_then_output)
ALONE(sequence_then_copy)
ALONE(copy_then_sequence)

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What the control path asks of the queues, for as long as there are none: weak, so that the real ones win.
 */
#include "mlx5/port.h"

#define WEAK __attribute__((weak))

WEAK void lac_qp_on_gone(struct lac_qp *qp)
{
	(void)qp;
}

WEAK void lac_qp_on_event(struct lac_qp *qp, uint8_t type)
{
	(void)qp;
	(void)type;
}

WEAK void lac_cq_on_error(struct lac_cq *cq, uint8_t syndrome)
{
	(void)cq;
	(void)syndrome;
}

WEAK void lac_cq_on_event(struct lac_cq *cq)
{
	(void)cq;
}

WEAK struct lac_hot *lac_hot_create(struct lac_port *port)
{
	return (struct lac_hot *)port;
}

WEAK void lac_hot_destroy(struct lac_hot *hot)
{
	(void)hot;
}

WEAK void lac_limits_fill(const struct lac_caps *caps, struct lac_limits *limits)
{
	(void)caps;
	(void)limits;
}

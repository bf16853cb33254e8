/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A queue pair's record: why it refused a request, or with what one ended.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mlx5/queue.h"

int lac_qp_note(struct lac_qp *qp, int err, enum lac_where where, uint32_t index, const char *arg)
{
	if (!qp)
		return err;
	memset(&qp->err, 0, sizeof(qp->err));
	qp->err.err = err;
	qp->err.where = (uint16_t)where;
	qp->err.object = qp->number;
	qp->err.index = index;
	snprintf(qp->err.arg, sizeof(qp->err.arg), "%s", arg);
	return err;
}

void lac_qp_note_cqe(struct lac_qp *qp, const struct lac_cqe *e)
{
	if (!qp)
		return;
	memset(&qp->err, 0, sizeof(qp->err));
	qp->err.err = -EIO;
	qp->err.where = LAC_AT_WQE;
	qp->err.object = qp->number;
	qp->err.cqe_synd = e->synd;
	qp->err.vendor_synd = e->vendor_synd;
	qp->err.opcode = (uint16_t)(lac_from_be32(e->op_qpn) >> 24);
	qp->err.index = lac_from_be16(e->index);
}

int lac_qp_err(const struct lac_qp *qp, struct lac_err *out)
{
	*out = qp->err;
	return qp->err.err ? 0 : -ENOENT;
}

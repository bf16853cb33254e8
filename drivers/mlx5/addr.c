/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The bytes of a queue pair's address (include/lacuna/addr.h): one writer, and one reader that judges all of
 * them. What is written is read before it is handed out, so that nothing leaves that a reader would refuse.
 */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include <lacuna/hot/wqe.h>

#include "mlx5/queue.h"

#define ADDR_VERSION 1u

void lac_qp_addr_write(struct lac_qp_addr *a, const struct lac_qp_addr_fields *f)
{
	const lac_be32 qpn = lac_to_be32(f->qpn), psn = lac_to_be32(f->psn);
	const lac_be16 lid = lac_to_be16(f->lid);
	const lac_be64 function = lac_to_be64(f->function);

	memset(a, 0, sizeof(*a));
	a->b[0] = ADDR_VERSION;
	a->b[1] = f->kind ? f->kind : LAC_QP_ADDR_IB;
	memcpy(&a->b[4], &qpn, 4);
	memcpy(&a->b[8], &psn, 4);
	memcpy(&a->b[12], &lid, 2);
	a->b[14] = f->mtu;
	a->b[15] = f->rd_atomic;
	memcpy(&a->b[16], f->gid, 16);
	memcpy(&a->b[38], &function, 8);
}

int lac_qp_addr_read(const struct lac_qp_addr *a, struct lac_qp_addr_fields *f, const char **why)
{
	static const uint8_t zero[64];
	lac_be32 qpn, psn;
	lac_be16 lid;
	lac_be64 function;

	*why = "version of the peer's address";
	if (a->b[0] != ADDR_VERSION)
		return -EPROTO;
	*why = "the peer is on RoCE, this port on InfiniBand";
	if (a->b[1] == LAC_QP_ADDR_ROCE)
		return -ENOTSUP;
	*why = "kind of the peer's address";
	if (a->b[1] != LAC_QP_ADDR_IB && a->b[1] != LAC_QP_ADDR_LOOPBACK)
		return -EPROTO;
	memcpy(&qpn, &a->b[4], 4);
	memcpy(&psn, &a->b[8], 4);
	memcpy(&lid, &a->b[12], 2);
	memcpy(&function, &a->b[38], 8);
	*f = (struct lac_qp_addr_fields){
		.size = sizeof(*f),
		.qpn = lac_from_be32(qpn),
		.psn = lac_from_be32(psn),
		.lid = lac_from_be16(lid),
		.kind = a->b[1],
		.mtu = a->b[14],
		.rd_atomic = a->b[15],
		.function = lac_from_be64(function),
	};
	memcpy(f->gid, &a->b[16], 16);
	*why = "the peer's address";
	if (memcmp(&a->b[2], zero, 2) || memcmp(&a->b[32], zero, 6) || memcmp(&a->b[46], zero, 18))
		return -EINVAL;
	if ((f->kind == LAC_QP_ADDR_IB && f->function != 0) || f->qpn > 0xffffff ||
		f->psn > 0xffffff || f->mtu < 1 || f->mtu > 5 || f->rd_atomic == 0)
		return -EINVAL;
	return 0;
}

int lac_qp_addr_unpack(const struct lac_qp_addr *a, struct lac_qp_addr_fields *f)
{
	struct lac_qp_addr_fields got;
	const char *why;
	int err;

	if (f->size != sizeof(*f))
		return -EINVAL;
	err = lac_qp_addr_read(a, &got, &why);
	if (err == 0)
		*f = got;
	return err;
}

int lac_qp_addr_pack(struct lac_qp_addr *a, const struct lac_qp_addr_fields *f)
{
	struct lac_qp_addr_fields got;
	struct lac_qp_addr made;
	const char *why;
	int err;

	if (f->size != sizeof(*f))
		return -EINVAL;
	lac_qp_addr_write(&made, f);
	err = lac_qp_addr_read(&made, &got, &why);
	if (err == 0)
		*a = made;
	return err;
}

/* SPDX-License-Identifier: BSD-3-Clause */
/* A side made of the kernel's verbs and rdma-core's mlx5dv. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../verbs/verbs.h"
#include "side.h"

#define REQUEST    1u
#define RECEIVE    2u
#define DEPTH      32u
#define MAX_INLINE 764u

const struct talk_shape side_shapes[] = {
	/* no region can be ended by a SEND, every window can */
	{"verbs_region", TALK_PAGES, 1, false, TALK_ALL},
	{"verbs_window", TALK_WINDOW, 1, true, TALK_ALL & ~TALK_REMOTE_INV},
	{"verbs_list", TALK_PIECES, 9, true, TALK_ALL},
	{NULL, 0, 0, false, 0},
};

struct side {
	struct vb_log log;
	struct vb_dev dev;
	struct vb_end end;
	struct vb_mem mem; /* with a key of its own for local use */
	struct ibv_mr *mr; /* of the key, if it is one, or under its window */
	struct ibv_mw *mw;
	struct mlx5dv_mkey *list;
};

static bool said(struct side *s, bool ok)
{
	if (!ok)
		side_why("%s", s->log.why);
	s->log.why[0] = '\0';
	return ok;
}

struct side *side_open(int argc, char **argv, int *used)
{
	struct side *s = calloc(1, sizeof(*s));
	uint64_t rng = 1;
	int flags;

	if (s == NULL || argc < 3 || strcmp(argv[2], "--") != 0)
		return NULL;
	*used = 3;
	vb_log_init(&s->log);
	if (!said(s, vb_open(&s->dev, &s->log, argv[1]) &&
			     vb_mem_new(
				     &s->mem, &s->dev, TALK_BYTES, IBV_ACCESS_LOCAL_WRITE, &rng) &&
			     vb_end_new(&s->end, &s->dev, DEPTH, MAX_INLINE)))
		return NULL;
	flags = fcntl(s->dev.ctx->async_fd, F_GETFL);
	fcntl(s->dev.ctx->async_fd, F_SETFL, flags | O_NONBLOCK);
	return s;
}

bool side_close(struct side *s)
{
	bool ok = said(s, vb_end_free(&s->end) && vb_mem_free(&s->mem) && vb_close(&s->dev));

	free(s);
	return ok;
}

uint8_t *side_mem(struct side *s)
{
	return s->mem.buf;
}

void side_addr(struct side *s, struct talk_addr *a)
{
	struct vb_addr own;

	vb_end_addr(&s->end, &own);
	*a = (struct talk_addr){.qpn = own.qpn, .psn = own.psn, .lid = own.lid};
}

bool side_connect(struct side *s, const struct talk_addr *peer)
{
	const struct vb_addr to = {.qpn = peer->qpn, .psn = peer->psn, .lid = (uint16_t)peer->lid};

	return said(s, vb_end_connect(&s->end, &to));
}

bool side_reset(struct side *s)
{
	struct ibv_async_event ev;

	if (!said(s, vb_end_reset(&s->end)))
		return false;
	while (ibv_get_async_event(s->dev.ctx, &ev) == 0)
		ibv_ack_async_event(&ev);
	return true;
}

static int access_of(uint32_t rights)
{
	return IBV_ACCESS_LOCAL_WRITE | (rights & TALK_REMOTE_READ ? IBV_ACCESS_REMOTE_READ : 0) |
	       (rights & TALK_REMOTE_WRITE ? IBV_ACCESS_REMOTE_WRITE : 0) |
	       (rights & TALK_REMOTE_ATOMIC ? IBV_ACCESS_REMOTE_ATOMIC : 0);
}

/* a window's access has no local part */
static bool bind_window(
	struct side *s, const struct iovec *v, uint32_t rights, struct talk_key *key)
{
	struct ibv_mw_bind_info info = {.addr = (uintptr_t)v->iov_base,
		.length = v->iov_len,
		.mw_access_flags = (unsigned int)(access_of(rights) & ~IBV_ACCESS_LOCAL_WRITE)};
	int ret;

	s->mr = ibv_reg_mr(
		s->dev.pd, s->mem.buf, TALK_OWN, IBV_ACCESS_LOCAL_WRITE | IBV_ACCESS_MW_BIND);
	s->mw = s->mr != NULL ? ibv_alloc_mw(s->dev.pd, IBV_MW_TYPE_2) : NULL;
	if (s->mw == NULL)
		return side_why("a window: %s", strerror(errno));
	info.mr = s->mr;
	key->rkey = ibv_inc_rkey(s->mw->rkey);
	ibv_wr_start(s->end.qpx);
	s->end.qpx->wr_id = REQUEST;
	s->end.qpx->wr_flags = IBV_SEND_SIGNALED;
	ibv_wr_bind_mw(s->end.qpx, s->mw, key->rkey, &info);
	ret = ibv_wr_complete(s->end.qpx);
	if (ret != 0)
		return side_why("ibv_wr_bind_mw: %s", strerror(ret));
	s->mw->rkey = key->rkey;
	return said(s, vb_expect(&s->end, REQUEST, IBV_WC_SUCCESS));
}

static bool configure_list(
	struct side *s, const struct iovec *v, uint32_t n, uint32_t rights, struct talk_key *key)
{
	struct mlx5dv_mkey_init_attr attr = {
		.pd = s->dev.pd,
		.create_flags = MLX5DV_MKEY_INIT_ATTR_FLAGS_INDIRECT |
				(rights & TALK_REMOTE_INV
						? MLX5DV_MKEY_INIT_ATTR_FLAGS_REMOTE_INVALIDATE
						: 0),
		.max_entries = (uint16_t)n,
	};
	struct ibv_sge sge[16];
	int ret;

	s->list = mlx5dv_create_mkey(&attr);
	if (s->list == NULL)
		return side_why("mlx5dv_create_mkey: %s", strerror(errno));
	for (uint32_t i = 0; i < n; i++)
		sge[i] = (struct ibv_sge){.addr = (uintptr_t)v[i].iov_base,
			.length = (uint32_t)v[i].iov_len,
			.lkey = s->mem.mr->lkey};
	ibv_wr_start(s->end.qpx);
	s->end.qpx->wr_id = REQUEST;
	s->end.qpx->wr_flags = IBV_SEND_INLINE | IBV_SEND_SIGNALED;
	mlx5dv_wr_mr_list(s->end.dvqpx, s->list, (uint32_t)access_of(rights), (uint16_t)n, sge);
	ret = ibv_wr_complete(s->end.qpx);
	if (ret != 0)
		return side_why("mlx5dv_wr_mr_list: %s", strerror(ret));
	key->rkey = s->list->rkey;
	return said(s, vb_expect(&s->end, REQUEST, IBV_WC_SUCCESS));
}

bool side_key_make(struct side *s, const struct talk_shape *shape, const struct iovec *v,
	uint32_t rights, struct talk_key *key)
{
	key->addr = (uintptr_t)v->iov_base;
	switch (shape->kind) {
	case TALK_WINDOW:
		return bind_window(s, v, rights, key);
	case TALK_PIECES:
		key->addr = 0;
		return configure_list(s, v, shape->n, rights, key);
	case TALK_PAGES:
		break;
	}
	s->mr = ibv_reg_mr(s->dev.pd, v->iov_base, v->iov_len, access_of(rights));
	if (s->mr == NULL)
		return side_why("ibv_reg_mr: %s", strerror(errno));
	key->rkey = s->mr->rkey;
	return true;
}

static bool free_region(struct side *s)
{
	int ret = s->mr != NULL ? ibv_dereg_mr(s->mr) : 0;

	s->mr = NULL;
	return ret == 0 || side_why("ibv_dereg_mr: %s", strerror(ret));
}

/* a window and a list are ended by a request, a region by its end */
bool side_key_revoke(struct side *s)
{
	struct vb_op op = {.opcode = IBV_WR_LOCAL_INV, .wr_id = REQUEST};

	if (s->mw == NULL && s->list == NULL)
		return free_region(s);
	op.rkey = s->mw != NULL ? s->mw->rkey : s->list->rkey;
	return said(s, vb_do(&s->end, &op, IBV_WC_SUCCESS));
}

bool side_key_revoked(struct side *s, uint32_t rkey)
{
	return rkey == (s->mw != NULL ? s->mw->rkey : s->list->rkey) ||
	       side_why("key 0x%x was not ours", rkey);
}

bool side_key_free(struct side *s)
{
	int ret = s->mw != NULL ? ibv_dealloc_mw(s->mw) : 0;

	if (ret == 0 && s->list != NULL)
		ret = mlx5dv_destroy_mkey(s->list);
	s->mw = NULL;
	s->list = NULL;
	return ret == 0 ? free_region(s) : side_why("a key cannot be freed: %s", strerror(ret));
}

bool side_post(struct side *s, const struct talk_op *o)
{
	static const enum ibv_wr_opcode opcode[] = {
		[TALK_WRITE] = IBV_WR_RDMA_WRITE,
		[TALK_WRITE_IMM] = IBV_WR_RDMA_WRITE_WITH_IMM,
		[TALK_READ] = IBV_WR_RDMA_READ,
		[TALK_CAS] = IBV_WR_ATOMIC_CMP_AND_SWP,
		[TALK_FADD] = IBV_WR_ATOMIC_FETCH_AND_ADD,
		[TALK_SEND] = IBV_WR_SEND,
		[TALK_SEND_IMM] = IBV_WR_SEND_WITH_IMM,
		[TALK_SEND_INV] = IBV_WR_SEND_WITH_INV,
	};
	const struct vb_op op = {
		.opcode = opcode[o->what],
		.wr_id = REQUEST,
		.addr = (uintptr_t)s->mem.buf + o->off,
		.len = o->len,
		.lkey = s->mem.mr->lkey,
		.raddr = o->raddr,
		.rkey = o->rkey,
		.imm = o->imm,
		.add_cmp = o->a,
		.swap = o->swap,
	};

	return said(s, vb_post(&s->end, &op));
}

bool side_recv(struct side *s, uint32_t off, uint32_t len)
{
	return said(s,
		vb_post_recv(&s->end, RECEIVE, (uintptr_t)s->mem.buf + off, len, s->mem.mr->lkey));
}

/* the syndrome that rdma-core's mlx5 made the status of (providers/mlx5/cq.c) */
static uint32_t syndrome(enum ibv_wc_status status)
{
	switch (status) {
	case IBV_WC_SUCCESS:
		return 0;
	case IBV_WC_LOC_LEN_ERR:
		return 0x01;
	case IBV_WC_LOC_QP_OP_ERR:
		return 0x02;
	case IBV_WC_LOC_PROT_ERR:
		return 0x04;
	case IBV_WC_WR_FLUSH_ERR:
		return 0x05;
	case IBV_WC_MW_BIND_ERR:
		return 0x06;
	case IBV_WC_REM_INV_REQ_ERR:
		return 0x12;
	case IBV_WC_REM_ACCESS_ERR:
		return 0x13;
	case IBV_WC_REM_OP_ERR:
		return 0x14;
	case IBV_WC_RETRY_EXC_ERR:
		return 0x15;
	case IBV_WC_RNR_RETRY_EXC_ERR:
		return 0x16;
	default:
		return 0xff;
	}
}

bool side_wait(struct side *s, struct talk_wc *out)
{
	struct ibv_wc wc;

	if (!said(s, vb_wait(&s->end, &wc)))
		return false;
	*out = (struct talk_wc){.what = TALK_DONE, .status = syndrome(wc.status)};
	if (wc.status != IBV_WC_SUCCESS)
		out->vendor = wc.vendor_err;
	if (wc.wr_id == REQUEST)
		return true;
	out->what = TALK_CAME;
	if (wc.status != IBV_WC_SUCCESS)
		return true;
	out->len = wc.byte_len;
	if (wc.wc_flags & IBV_WC_WITH_INV) {
		out->what = TALK_CAME_INV;
		out->extra = wc.invalidated_rkey;
	} else if (wc.wc_flags & IBV_WC_WITH_IMM) {
		out->what = wc.opcode == IBV_WC_RECV_RDMA_WITH_IMM ? TALK_CAME_WRITE_IMM
								   : TALK_CAME_IMM;
		out->extra = __builtin_bswap32(wc.imm_data);
	}
	return true;
}

bool side_event(struct side *s, uint32_t *type)
{
	double until = side_seconds(20);
	struct ibv_async_event ev;
	enum ibv_event_type what;

	while (!side_late(until)) {
		struct pollfd p = {.fd = s->dev.ctx->async_fd, .events = POLLIN};

		if (poll(&p, 1, 100) <= 0 || ibv_get_async_event(s->dev.ctx, &ev) != 0)
			continue;
		what = ev.event_type;
		ibv_ack_async_event(&ev);
		*type = what == IBV_EVENT_QP_FATAL        ? 0x05
			: what == IBV_EVENT_QP_REQ_ERR    ? 0x10
			: what == IBV_EVENT_QP_ACCESS_ERR ? 0x11
							  : 0;
		if (*type != 0)
			return true;
	}
	return side_why("no event of the queue pair");
}

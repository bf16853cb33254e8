/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lab-transports [-d DEVICE] [-s SEED]
 *
 * What rdma-core's and perftest's programs do not try of UC, UD, XRC and shared receive queues, as libmlx5 and the kernel
 * see it: events, errors, multicast, what is lost. All queues are of one DEVICE (mlx5_0). Exit status 0: all steps
 * passed.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "verbs.h"

#define MEM   65536u
#define SLOT  4096u
#define GRH   40u
#define QKEY  0x11111111u
#define MLID  0xc001u
#define DEPTH 16u

struct lab {
	struct vb_log log;
	struct vb_dev dev;
	struct vb_mem src, dst;
	struct ibv_cq *cq; /* of all queues here */
	struct ibv_srq *srq;
	uint64_t rng;
};

struct how {
	enum ibv_qp_type type;
	struct ibv_srq *srq;   /* NULL: receives of its own */
	struct ibv_xrcd *xrcd; /* of an XRC target */
};

static struct ibv_qp *new_qp(struct lab *l, const struct how *how)
{
	struct ibv_qp_init_attr_ex attr = {
		.send_cq = l->cq,
		.recv_cq = l->cq,
		.srq = how->srq,
		.cap = {.max_send_wr = DEPTH,
			.max_recv_wr = DEPTH,
			.max_send_sge = 1,
			.max_recv_sge = 1},
		.qp_type = how->type,
		.comp_mask = how->xrcd != NULL ? IBV_QP_INIT_ATTR_XRCD : IBV_QP_INIT_ATTR_PD,
		.pd = l->dev.pd,
		.xrcd = how->xrcd,
	};
	struct ibv_qp *qp;

	if (how->type == IBV_QPT_XRC_SEND) /* it receives nothing, and may not ask to */
		attr.cap.max_recv_wr = attr.cap.max_recv_sge = 0;
	qp = ibv_create_qp_ex(l->dev.ctx, &attr);
	if (qp == NULL)
		vb_why(&l->log, "ibv_create_qp_ex: %s", strerror(errno));
	return qp;
}

/* to RTS, whatever the type; @peer NULL: a datagram queue */
static bool bring_up(struct lab *l, struct ibv_qp *qp, const struct ibv_qp *peer)
{
	struct ibv_qp_attr a = {
		.qp_state = IBV_QPS_INIT,
		.port_num = 1,
		.qkey = QKEY,
		.qp_access_flags = IBV_ACCESS_REMOTE_WRITE,
		.path_mtu = IBV_MTU_1024,
		.dest_qp_num = peer != NULL ? peer->qp_num : 0,
		.max_dest_rd_atomic = 1,
		.min_rnr_timer = 1,
		.ah_attr = {.dlid = l->dev.lid, .port_num = 1},
		.timeout = 14,
		.retry_cnt = 7,
		.rnr_retry = 7,
		.max_rd_atomic = 1,
	};
	bool acked = qp->qp_type != IBV_QPT_UC && qp->qp_type != IBV_QPT_UD;
	int mask = IBV_QP_STATE | IBV_QP_PKEY_INDEX | IBV_QP_PORT;
	int ret = ibv_modify_qp(qp, &a, mask | (peer != NULL ? IBV_QP_ACCESS_FLAGS : IBV_QP_QKEY));

	a.qp_state = IBV_QPS_RTR;
	mask = IBV_QP_STATE;
	if (peer != NULL)
		mask |= IBV_QP_AV | IBV_QP_PATH_MTU | IBV_QP_DEST_QPN | IBV_QP_RQ_PSN;
	if (acked && qp->qp_type != IBV_QPT_XRC_SEND)
		mask |= IBV_QP_MAX_DEST_RD_ATOMIC | IBV_QP_MIN_RNR_TIMER;
	ret = ret != 0 ? ret : ibv_modify_qp(qp, &a, mask);
	a.qp_state = IBV_QPS_RTS;
	mask = IBV_QP_STATE | IBV_QP_SQ_PSN;
	if (acked)
		mask |= IBV_QP_TIMEOUT;
	if (acked && qp->qp_type != IBV_QPT_XRC_RECV)
		mask |= IBV_QP_RETRY_CNT | IBV_QP_RNR_RETRY | IBV_QP_MAX_QP_RD_ATOMIC;
	ret = ret != 0 ? ret : ibv_modify_qp(qp, &a, mask);
	return ret == 0 || vb_why(&l->log, "ibv_modify_qp to %d: %s", a.qp_state, strerror(ret));
}

static bool pair(struct lab *l, const struct how *how_a, const struct how *how_b, struct ibv_qp **a,
	struct ibv_qp **b)
{
	*a = new_qp(l, how_a);
	*b = new_qp(l, how_b);
	return *a != NULL && *b != NULL && bring_up(l, *a, *b) && bring_up(l, *b, *a);
}

static bool destroy(struct lab *l, struct ibv_qp *qp)
{
	int ret = ibv_destroy_qp(qp);

	return ret == 0 || vb_why(&l->log, "ibv_destroy_qp: %s", strerror(ret));
}

static double now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static bool wait_wc(struct lab *l, struct ibv_wc *wc)
{
	double end = now() + 20 * l->log.slow;

	do {
		if (ibv_poll_cq(l->cq, 1, wc) > 0)
			return true;
		nanosleep(&(struct timespec){.tv_nsec = 100000}, NULL);
	} while (now() < end);
	return vb_why(&l->log, "no completion");
}

static bool expect(struct lab *l, uint64_t wr_id, enum ibv_wc_status status)
{
	struct ibv_wc wc;

	if (!wait_wc(l, &wc))
		return false;
	return (wc.wr_id == wr_id && wc.status == status) ||
	       vb_why(&l->log, "request %llu ended with '%s', not %llu with '%s'",
		       (unsigned long long)wc.wr_id, ibv_wc_status_str(wc.status),
		       (unsigned long long)wr_id, ibv_wc_status_str(status));
}

/* the next asynchronous event is this one, of this queue */
static bool expect_event(struct lab *l, enum ibv_event_type type, const void *element)
{
	struct pollfd p = {.fd = l->dev.ctx->async_fd, .events = POLLIN};
	struct ibv_async_event e;
	bool ok;

	for (;;) {
		if (poll(&p, 1, (int)(20000 * l->log.slow)) != 1 ||
			ibv_get_async_event(l->dev.ctx, &e) != 0)
			return vb_why(&l->log, "no event");
		ibv_ack_async_event(&e);
		if (e.event_type != IBV_EVENT_COMM_EST)
			break;
	}
	ok = e.event_type == type && (const void *)e.element.qp == element;
	return ok || vb_why(&l->log, "event '%s', not '%s'", ibv_event_type_str(e.event_type),
			     ibv_event_type_str(type));
}

static bool post_srq(struct lab *l, struct ibv_srq *srq, uint64_t wr_id)
{
	struct ibv_sge sge = {(uintptr_t)l->dst.buf + SLOT * wr_id, SLOT, l->dst.mr->lkey};
	struct ibv_recv_wr *bad, wr = {.wr_id = wr_id, .sg_list = &sge, .num_sge = 1};
	int ret = ibv_post_srq_recv(srq, &wr, &bad);

	return ret == 0 || vb_why(&l->log, "ibv_post_srq_recv: %s", strerror(ret));
}

static bool post_recv(struct lab *l, struct ibv_qp *qp, uint64_t wr_id)
{
	struct ibv_sge sge = {(uintptr_t)l->dst.buf + SLOT * wr_id, SLOT, l->dst.mr->lkey};
	struct ibv_recv_wr *bad, wr = {.wr_id = wr_id, .sg_list = &sge, .num_sge = 1};
	int ret = ibv_post_recv(qp, &wr, &bad);

	return ret == 0 || vb_why(&l->log, "ibv_post_recv: %s", strerror(ret));
}

/* a SEND of the first @len bytes, to which the caller adds what is particular to the service */
static struct ibv_send_wr send_wr(
	struct lab *l, struct ibv_sge *sge, uint64_t wr_id, uint32_t len, uint32_t lkey)
{
	*sge = (struct ibv_sge){(uintptr_t)l->src.buf, len, lkey};
	return (struct ibv_send_wr){.wr_id = wr_id,
		.sg_list = sge,
		.num_sge = 1,
		.opcode = IBV_WR_SEND,
		.send_flags = IBV_SEND_SIGNALED};
}

static bool post_send(struct lab *l, struct ibv_qp *qp, struct ibv_send_wr *wr)
{
	struct ibv_send_wr *bad;
	int ret = ibv_post_send(qp, wr, &bad);

	return ret == 0 || vb_why(&l->log, "ibv_post_send: %s", strerror(ret));
}

static bool send_len(struct lab *l, struct ibv_qp *qp, uint64_t wr_id, uint32_t len)
{
	struct ibv_sge sge;
	struct ibv_send_wr wr = send_wr(l, &sge, wr_id, len, l->src.mr->lkey);

	return post_send(l, qp, &wr);
}

static bool same(struct lab *l, uint64_t slot, uint32_t skip, uint32_t len)
{
	return memcmp(l->dst.buf + SLOT * slot + skip, l->src.buf, len) == 0 ||
	       vb_why(&l->log, "the message in slot %u differs", (unsigned int)slot);
}

/* the limit: told once, as soon as fewer receives are left; then it is 0 */
static bool srq_limit(struct lab *l)
{
	struct ibv_srq_attr limit = {.srq_limit = 2}, got;
	struct how sender = {.type = IBV_QPT_RC}, receiver = {IBV_QPT_RC, l->srq, NULL};
	struct ibv_qp *a, *b;
	bool ok = pair(l, &sender, &receiver, &a, &b);

	for (uint64_t i = 0; i < 3 && ok; i++)
		ok = post_srq(l, l->srq, i);
	ok = ok && (ibv_modify_srq(l->srq, &limit, IBV_SRQ_LIMIT) == 0 ||
			   vb_why(&l->log, "ibv_modify_srq"));
	for (uint64_t i = 0; i < 2 && ok; i++) {
		struct ibv_wc wc;

		ok = ibv_query_srq(l->srq, &got) == 0 && got.srq_limit == 2;
		ok = ok || vb_why(&l->log, "the limit is %u before message %llu", got.srq_limit,
				   (unsigned long long)i);
		ok = ok && send_len(l, a, 100 + i, 100) && wait_wc(l, &wc) && wait_wc(l, &wc) &&
		     same(l, i, 0, 100);
	}
	ok = ok && expect_event(l, IBV_EVENT_SRQ_LIMIT_REACHED, l->srq);
	ok = ok && ((ibv_query_srq(l->srq, &got) == 0 && got.srq_limit == 0) ||
			   vb_why(&l->log, "the limit stays"));
	/* the third is left for the queue pair that does not go into error */
	if (ok) {
		struct ibv_qp_attr err = {.qp_state = IBV_QPS_ERR};

		ok = ibv_modify_qp(b, &err, IBV_QP_STATE) == 0 || vb_why(&l->log, "to ERR");
		ok = ok && expect_event(l, IBV_EVENT_QP_LAST_WQE_REACHED, b);
	}
	return ok && destroy(l, a) && destroy(l, b) && pair(l, &sender, &receiver, &a, &b) &&
	       send_len(l, a, 100, 100) && expect(l, 2, IBV_WC_SUCCESS) && same(l, 2, 0, 100) &&
	       expect(l, 100, IBV_WC_SUCCESS) && destroy(l, a) && destroy(l, b);
}

/* an unreliable connection loses what finds no receive; a failed send ends sending only, until it is begun anew */
static bool uc_lost_and_send_error(struct lab *l)
{
	struct how how = {.type = IBV_QPT_UC};
	struct ibv_qp_attr attr;
	struct ibv_qp_init_attr init;
	struct ibv_send_wr wr;
	struct ibv_sge sge;
	struct ibv_qp *a, *b;
	bool ok = pair(l, &how, &how, &a, &b) && send_len(l, a, 1, 10) &&
		  expect(l, 1, IBV_WC_SUCCESS);

	wr = send_wr(l, &sge, 2, 10, l->src.mr->lkey ^ 1);
	ok = ok && post_send(l, a, &wr) && send_len(l, a, 3, 10) &&
	     expect(l, 2, IBV_WC_LOC_PROT_ERR) && expect(l, 3, IBV_WC_WR_FLUSH_ERR);
	ok = ok &&
	     ((ibv_query_qp(a, &attr, IBV_QP_STATE, &init) == 0 && attr.qp_state == IBV_QPS_SQE) ||
		     vb_why(&l->log, "its state is %d, not SQE", attr.qp_state));
	/* it still receives */
	ok = ok && post_recv(l, a, 4) && send_len(l, b, 5, 200);
	for (int i = 0; i < 2 && ok; i++) {
		struct ibv_wc wc;

		ok = wait_wc(l, &wc) && (wc.status == IBV_WC_SUCCESS || vb_why(&l->log, "SQE"));
	}
	ok = ok && same(l, 4, 0, 200);
	attr.qp_state = IBV_QPS_RTS;
	attr.cur_qp_state = IBV_QPS_SQE;
	ok = ok && (ibv_modify_qp(a, &attr, IBV_QP_STATE | IBV_QP_CUR_STATE) == 0 ||
			   vb_why(&l->log, "SQE to RTS"));
	ok = ok && post_recv(l, b, 6) && send_len(l, a, 7, 300);
	for (int i = 0; i < 2 && ok; i++) {
		struct ibv_wc wc;

		ok = wait_wc(l, &wc) && (wc.status == IBV_WC_SUCCESS || vb_why(&l->log, "RTS"));
	}
	return ok && same(l, 6, 0, 300) && destroy(l, a) && destroy(l, b);
}

static bool send_datagram(struct lab *l, struct ibv_qp *qp, struct ibv_ah *ah, uint32_t qpn,
	uint32_t q_key, uint32_t len)
{
	struct ibv_sge sge;
	struct ibv_send_wr wr = send_wr(l, &sge, 100, len, l->src.mr->lkey);

	wr.wr.ud.ah = ah;
	wr.wr.ud.remote_qpn = qpn;
	wr.wr.ud.remote_qkey = q_key;
	return post_send(l, qp, &wr);
}

/* each member of a group has a copy, the sender too; the GRH says which group */
static bool multicast(struct lab *l)
{
	union ibv_gid group = {.raw = {0xff, 0x12, 0x40, 0x1b, 0xff, 0xff, [15] = 0x77}};
	struct ibv_ah_attr to = {.dlid = MLID,
		.port_num = 1,
		.is_global = 1,
		.grh = {.dgid = group, .hop_limit = 1, .flow_label = 0x12345}};
	struct ibv_ah *ah = ibv_create_ah(l->dev.pd, &to);
	struct how how = {.type = IBV_QPT_UD};
	struct ibv_qp *qp[3];
	uint32_t seen = 0;
	bool ok = ah != NULL || vb_why(&l->log, "ibv_create_ah: %s", strerror(errno));

	for (uint64_t i = 0; i < 3 && ok; i++) {
		qp[i] = new_qp(l, &how);
		ok = qp[i] != NULL && bring_up(l, qp[i], NULL) && post_recv(l, qp[i], i);
		if (ok && i < 2) /* the third is no member */
			ok = ibv_attach_mcast(qp[i], &group, MLID) == 0 ||
			     vb_why(&l->log, "ibv_attach_mcast");
	}
	ok = ok && send_datagram(l, qp[0], ah, 0xffffff, QKEY, 1000);
	for (int i = 0; i < 3 && ok; i++) {
		struct ibv_wc wc;

		ok = wait_wc(l, &wc) &&
		     (wc.status == IBV_WC_SUCCESS || vb_why(&l->log, "it failed"));
		if (!ok || wc.wr_id == 100)
			continue;
		seen |= 1u << wc.wr_id;
		ok = (wc.byte_len == 1000 + GRH && wc.src_qp == qp[0]->qp_num &&
			     wc.wc_flags & IBV_WC_GRH &&
			     memcmp(l->dst.buf + SLOT * wc.wr_id + 24, &group, 16) == 0) ||
		     vb_why(&l->log, "the completion or the GRH is wrong");
		ok = ok && same(l, wc.wr_id, GRH, 1000);
	}
	ok = ok && (seen == 3 || vb_why(&l->log, "slots 0x%x, not 0x3", seen));
	for (uint64_t i = 0; i < 2 && ok; i++)
		ok = ibv_detach_mcast(qp[i], &group, MLID) == 0 ||
		     vb_why(&l->log, "ibv_detach_mcast");
	for (uint64_t i = 0; i < 3 && ok; i++)
		ok = destroy(l, qp[i]);
	return ok && ibv_destroy_ah(ah) == 0;
}

/* a datagram with another Q_Key is lost, one that is too long is an error of the sender's */
static bool datagram_errors(struct lab *l)
{
	struct ibv_ah_attr to = {.dlid = l->dev.lid, .port_num = 1};
	struct ibv_ah *ah = ibv_create_ah(l->dev.pd, &to);
	struct how how = {.type = IBV_QPT_UD};
	struct ibv_qp *a = new_qp(l, &how), *b = new_qp(l, &how);
	bool ok = ah != NULL && a != NULL && b != NULL && bring_up(l, a, NULL) &&
		  bring_up(l, b, NULL) && post_recv(l, b, 1);

	ok = ok && send_datagram(l, a, ah, b->qp_num, QKEY + 1, 10) &&
	     expect(l, 100, IBV_WC_SUCCESS);
	ok = ok && send_datagram(l, a, ah, b->qp_num, QKEY, 4097) &&
	     expect(l, 100, IBV_WC_LOC_LEN_ERR);
	ok = ok && post_recv(l, a, 2) && send_datagram(l, b, ah, a->qp_num, QKEY, 4000);
	for (int i = 0; i < 2 && ok; i++) {
		struct ibv_wc wc;

		ok = wait_wc(l, &wc) && (wc.status == IBV_WC_SUCCESS || vb_why(&l->log, "SQE"));
	}
	return ok && same(l, 2, GRH, 4000) && destroy(l, a) && destroy(l, b) &&
	       ibv_destroy_ah(ah) == 0;
}

static struct ibv_srq *new_xrc_srq(struct lab *l, struct ibv_xrcd *xrcd)
{
	struct ibv_srq_init_attr_ex attr = {
		.attr = {.max_wr = DEPTH, .max_sge = 1},
		.comp_mask = IBV_SRQ_INIT_ATTR_TYPE | IBV_SRQ_INIT_ATTR_XRCD |
			     IBV_SRQ_INIT_ATTR_CQ | IBV_SRQ_INIT_ATTR_PD,
		.srq_type = IBV_SRQT_XRC,
		.pd = l->dev.pd,
		.xrcd = xrcd,
		.cq = l->cq,
	};
	struct ibv_srq *srq = ibv_create_srq_ex(l->dev.ctx, &attr);

	if (srq == NULL)
		vb_why(&l->log, "ibv_create_srq_ex: %s", strerror(errno));
	return srq;
}

static bool send_xrc(struct lab *l, struct ibv_qp *qp, uint64_t wr_id, struct ibv_srq *srq)
{
	struct ibv_sge sge;
	struct ibv_send_wr wr = send_wr(l, &sge, wr_id, 500, l->src.mr->lkey);

	return (ibv_get_srq_num(srq, &wr.qp_type.xrc.remote_srqn) == 0 ||
		       vb_why(&l->log, "ibv_get_srq_num")) &&
	       post_send(l, qp, &wr);
}

/* a request reaches the shared queues of the target's domain, each by its number, and no others */
static bool xrc_domains(struct lab *l)
{
	struct ibv_xrcd_init_attr attr = {
		.comp_mask = IBV_XRCD_INIT_ATTR_FD | IBV_XRCD_INIT_ATTR_OFLAGS,
		.fd = -1,
		.oflags = O_CREAT};
	struct ibv_xrcd *xrcd[2];
	struct ibv_srq *srq[3];
	struct how ini = {.type = IBV_QPT_XRC_SEND}, tgt = {.type = IBV_QPT_XRC_RECV};
	struct ibv_srq_attr limit = {.srq_limit = 1};
	struct ibv_qp *a, *b;
	bool ok = true;

	for (int i = 0; i < 2 && ok; i++) {
		xrcd[i] = ibv_open_xrcd(l->dev.ctx, &attr);
		ok = xrcd[i] != NULL || vb_why(&l->log, "ibv_open_xrcd: %s", strerror(errno));
	}
	for (uint64_t i = 0; i < 3 && ok; i++) {
		srq[i] = new_xrc_srq(l, xrcd[i / 2]);
		ok = srq[i] != NULL && post_srq(l, srq[i], i);
	}
	tgt.xrcd = xrcd[0];
	ok = ok && pair(l, &ini, &tgt, &a, &b);
	ok = ok && (ibv_modify_srq(srq[1], &limit, IBV_SRQ_LIMIT) == 0 ||
			   vb_why(&l->log, "ibv_modify_srq"));
	for (uint64_t i = 0; i < 2 && ok; i++) {
		uint64_t got = 0;

		ok = send_xrc(l, a, 100, srq[i]);
		for (int n = 0; n < 2 && ok; n++) {
			struct ibv_wc wc;

			ok = wait_wc(l, &wc) &&
			     (wc.status == IBV_WC_SUCCESS || vb_why(&l->log, "a send failed"));
			got += ok ? wc.wr_id : 0;
		}
		ok = ok &&
		     (got == 100 + i || vb_why(&l->log, "not the receive of SRQ %d", (int)i)) &&
		     same(l, i, 0, 500);
	}
	ok = ok && expect_event(l, IBV_EVENT_SRQ_LIMIT_REACHED, srq[1]);
	ok = ok && send_xrc(l, a, 101, srq[2]) && expect(l, 101, IBV_WC_REM_INV_REQ_ERR);
	ok = ok && expect_event(l, IBV_EVENT_QP_REQ_ERR, b);
	ok = ok && destroy(l, a) && destroy(l, b);
	for (int i = 0; i < 3 && ok; i++)
		ok = ibv_destroy_srq(srq[i]) == 0 || vb_why(&l->log, "ibv_destroy_srq");
	for (int i = 0; i < 2 && ok; i++)
		ok = ibv_close_xrcd(xrcd[i]) == 0 || vb_why(&l->log, "ibv_close_xrcd");
	return ok;
}

static bool set_up(struct lab *l, const char *name)
{
	struct ibv_srq_init_attr attr = {.attr = {.max_wr = DEPTH, .max_sge = 1}};

	if (!vb_open(&l->dev, &l->log, name) ||
		!vb_mem_new(&l->src, &l->dev, MEM, VB_ALL_RIGHTS, &l->rng) ||
		!vb_mem_new(&l->dst, &l->dev, MEM, VB_ALL_RIGHTS, &l->rng))
		return false;
	l->cq = ibv_create_cq(l->dev.ctx, 4 * DEPTH, NULL, NULL, 0);
	l->srq = ibv_create_srq(l->dev.pd, &attr);
	return (l->cq != NULL && l->srq != NULL) || vb_why(&l->log, "no CQ or no SRQ");
}

static bool tear_down(struct lab *l)
{
	return (ibv_destroy_srq(l->srq) == 0 || vb_why(&l->log, "ibv_destroy_srq")) &&
	       (ibv_destroy_cq(l->cq) == 0 || vb_why(&l->log, "ibv_destroy_cq")) &&
	       vb_mem_free(&l->src) && vb_mem_free(&l->dst) && vb_close(&l->dev);
}

int main(int argc, char **argv)
{
	const char *name = "mlx5_0";
	struct timespec ts;
	struct lab l;
	int c;

	memset(&l, 0, sizeof(l));
	clock_gettime(CLOCK_REALTIME, &ts);
	l.rng = (uint64_t)ts.tv_nsec << 20 ^ (uint64_t)ts.tv_sec;
	while ((c = getopt(argc, argv, "d:s:")) != -1) {
		switch (c) {
		case 'd':
			name = optarg;
			break;
		case 's':
			l.rng = strtoull(optarg, NULL, 0);
			break;
		default:
			fprintf(stderr, "usage: lab-transports [-d DEVICE] [-s SEED]\n");
			return 2;
		}
	}
	vb_log_init(&l.log);
	printf("seed 0x%llx\n", (unsigned long long)l.rng);
	if (!vb_step(&l.log, "set_up", set_up(&l, name)))
		return 1;
	vb_step(&l.log, "srq_limit", srq_limit(&l));
	vb_step(&l.log, "uc_lost_and_send_error", uc_lost_and_send_error(&l));
	vb_step(&l.log, "multicast", multicast(&l));
	vb_step(&l.log, "datagram_errors", datagram_errors(&l));
	vb_step(&l.log, "xrc_domains", xrc_domains(&l));
	vb_step(&l.log, "tear_down", tear_down(&l));
	printf("%u failed\n", l.log.failed);
	return l.log.failed != 0;
}

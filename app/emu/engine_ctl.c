/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What the control socket can ask of the engine: the state of queues and keys, a WQE decoded where it lies,
 * and the adversary switched on or off for one function.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"

static bool arg_u32(int argc, char **argv, int i, FILE *out, uint32_t *v)
{
	uint64_t x;

	if (i < argc && emu_parse_u64(argv[i], &x) && x <= UINT32_MAX) {
		*v = (uint32_t)x;
		return true;
	}
	fprintf(out, "error: argument %d is to be a number\n", i);
	return false;
}

static void ctl_qp(struct emu_world *w, int argc, char **argv, FILE *out)
{
	static const char *const states[] = {"RST", "INIT", "RTR", "RTS", "SQER", "SQD", "ERR"};
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	const char *sep = "";

	if (f == NULL)
		return;
	fputc('[', out);
	for (uint32_t id = emu_id_next(f, EMU_QP, 0); id != UINT32_MAX;
		id = emu_id_next(f, EMU_QP, id + 1)) {
		struct emu_qp *q = emu_id_get(f, EMU_QP, id);

		fprintf(out,
			"%s{\"qpn\":%u,\"type\":%u,\"state\":\"%s\",\"peer_lid\":%u,\"peer_qpn\":%"
			"u,"
			"\"sq\":{\"size\":%u,\"fetched\":%u,\"posted\":%u,\"retired\":%u,"
			"\"window\":%u},"
			"\"rq\":{\"size\":%u,\"taken\":%u,\"posted\":%u},\"uar\":%u}",
			sep, q->qpn, q->type, states[q->state], q->rlid, q->remote_qpn, q->sq.size,
			q->sq.ci, q->sq.limit, q->sq.retired, q->sq.count, q->rq.size, q->rq.ci,
			q->rq.limit, q->uar);
		sep = ",";
	}
	fputs("]\n", out);
}

static void ctl_cq(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	const char *sep = "";

	if (f == NULL)
		return;
	fputc('[', out);
	for (uint32_t id = emu_id_next(f, EMU_CQ, 0); id != UINT32_MAX;
		id = emu_id_next(f, EMU_CQ, id + 1)) {
		struct emu_cq *cq = emu_id_get(f, EMU_CQ, id);

		fprintf(out,
			"%s{\"cqn\":%u,\"size\":%u,\"written\":%u,\"owed\":%u,\"failed\":%s,"
			"\"armed\":%s,"
			"\"event_at\":%u}",
			sep, cq->cqn, 1u << cq->log_size, cq->pi, cq->npending,
			cq->failed ? "true" : "false", cq->armed ? "true" : "false", cq->event_pi);
		sep = ",";
	}
	fputs("]\n", out);
}

static void ctl_mkey(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	const struct emu_mkey *k;
	uint32_t key;

	if (f == NULL || !arg_u32(argc, argv, 2, out, &key))
		return;
	k = mkey_find(f, key);
	if (k == NULL) {
		fputs("error: no such key\n", out);
		return;
	}
	mkey_dump(out, k);
	fputc('\n', out);
}

static void ctl_wqe(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	uint8_t raw[EMU_WQE_BYTES] = {0};
	struct emu_wqe wqe;
	uint64_t at;

	if (f == NULL)
		return;
	if (argc < 3 || !emu_parse_u64(argv[2], &at)) {
		fputs("error: argument 2 is to be an address\n", out);
		return;
	}
	if (emu_dma_read(f, at, raw, EMU_DS) != 0 ||
		emu_dma_read(f, at, raw,
			emu_wqe_bytes(raw) > EMU_DS ? emu_wqe_bytes(raw) : EMU_DS) != 0) {
		fputs("error: no memory there\n", out);
		return;
	}
	emu_wqe_decode(&wqe, raw, sizeof(raw));
	fputc('"', out);
	emu_wqe_print(out, &wqe);
	fputs("\"\n", out);
}

static void ctl_adversary(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (f == NULL)
		return;
	if (argc > 2 && strcmp(argv[2], "on") == 0) {
		w->engine->in_order[f->index] = false;
		w->opt.adversarial = true;
	} else if (argc > 2 && strcmp(argv[2], "off") == 0) {
		w->engine->in_order[f->index] = true;
	} else {
		fputs("error: argument 2 is to be on or off\n", out);
		return;
	}
	fputs("ok\n", out);
}

const struct emu_ctl_cmd emu_ctl_engine[] = {
	{"qp", "qp N: the queue pairs of function N", ctl_qp},
	{"cq", "cq N: the completion queues of function N", ctl_cq},
	{"mkey", "mkey N KEY: a memory key of function N", ctl_mkey},
	{"wqe", "wqe N ADDRESS: the send WQE that lies at an address, decoded", ctl_wqe},
	{"adversary", "adversary N on|off: whether function N's effects come late and reordered",
		ctl_adversary},
	{NULL, NULL, NULL},
};

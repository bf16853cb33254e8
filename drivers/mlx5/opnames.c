/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Names of what queues say: operations, states, counters.
 */
#include <rte_common.h>

#include "mlx5/queue.h"

const char *lac_op_name(unsigned int op)
{
	static const char *const name[] = {
		[LAC_OP_NOP] = "nop",
		[LAC_OP_MAP] = "map",
		[LAC_OP_INV] = "inv",
		[LAC_OP_WRITE] = "write",
		[LAC_OP_WRITE_IMM] = "write_imm",
		[LAC_OP_READ] = "read",
		[LAC_OP_CAS] = "cas",
		[LAC_OP_FADD] = "fadd",
		[LAC_OP_SEND] = "send",
		[LAC_OP_SEND_IMM] = "send_imm",
		[LAC_OP_SEND_INV] = "send_inv",
		[LAC_OP_RECV] = "recv",
		[LAC_OP_RECV_IMM] = "recv_imm",
		[LAC_OP_RECV_INV] = "recv_inv",
		[LAC_OP_RECV_WRITE_IMM] = "recv_write_imm",
	};

	return op < RTE_DIM(name) ? name[op] : "?";
}

const char *lac_qp_state_name(enum lac_qp_state state)
{
	static const char *const name[] = {"reset", "ready", "error", "gone"};

	return (unsigned int)state < RTE_DIM(name) ? name[state] : "?";
}

const char *lac_stat_name(unsigned int stat)
{
	static const char *const name[] = {
#define X(n) #n,
		LAC_QP_STATS(X) LAC_PORT_STATS(X)
#undef X
	};

	return stat < RTE_DIM(name) ? name[stat] : NULL;
}

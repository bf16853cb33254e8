/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Capabilities: what the function can do at most, what it does now, and what we want changed. PRM, "HCA
 * Capabilities". Only what is needed and offered is asked for, and only if it is not so already: the current
 * values go back as they were, with the wanted ones put in, and are read again, so that what we believe is
 * what the device said last.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define CHECKSUM_ON 3u /* mlx5_ifc.h, MLX5_CMD_HCA_CAP_CMDIF_CHECKSUM_ENABLED */
#define CAS_AND_FAA 3u /* atomic_operations */
#define ATOMIC_8B   8u /* atomic_size_qp: bit 3 */

/* The capabilities that something here depends on, in the order in which they are shown. */
#define CAPS(X)                            \
	X(port_type)                       \
	X(num_ports)                       \
	X(ib_virt)                         \
	X(cmdif_checksum)                  \
	X(log_uar_page_sz)                 \
	X(uar_4k)                          \
	X(cache_line_128byte)              \
	X(release_all_pages)               \
	X(cqe_version)                     \
	X(log_max_eq)                      \
	X(log_max_eq_sz)                   \
	X(log_max_cq)                      \
	X(log_max_cq_sz)                   \
	X(log_max_qp)                      \
	X(log_max_qp_sz)                   \
	X(log_max_mkey)                    \
	X(log_max_pd)                      \
	X(log_max_msg)                     \
	X(log_max_mrw_sz)                  \
	X(log_max_ra_req_qp)               \
	X(log_max_ra_res_qp)               \
	X(max_wqe_sz_sq)                   \
	X(max_wqe_sz_rq)                   \
	X(rc)                              \
	X(atomic)                          \
	X(imaicl)                          \
	X(max_indirection)                 \
	X(log_max_klm_list_size)           \
	X(fixed_buffer_size)               \
	X(umr_extended_translation_offset) \
	X(umr_modify_entity_size_disabled) \
	X(umr_modify_atomic_disabled)      \
	X(umr_indirect_mkey_disabled)      \
	X(umr_fence)                       \
	X(null_mkey)

static const struct {
	const char *name;
	uint32_t (*get)(const struct prm_cmd_hca_cap *);
} table[] = {
#define X(n) {#n, prm_cmd_hca_cap_##n},
	CAPS(X)
#undef X
};

int lac_port_caps_row(struct lac_port *port, unsigned int i, struct lac_row *row)
{
	const struct lac_cap_copies *c = &port->cap;
	uint32_t cur, want;

	if (i >= sizeof(table) / sizeof(table[0]))
		return -ENOENT;
	cur = table[i].get(&c->cur);
	want = table[i].get(&c->want);
	row->name = table[i].name;
	if (c->read && want != table[i].get(&c->before))
		snprintf(row->value, sizeof(row->value), "current %u, max %u, wanted %u", cur,
			table[i].get(&c->max), want);
	else
		snprintf(row->value, sizeof(row->value), "current %u, max %u", cur,
			table[i].get(&c->max));
	return 0;
}

/* One type's current or maximum values into @to. */
static int query(struct lac_port *port, enum prm_cap type, bool max, void *to, size_t len)
{
	struct prm_query_hca_cap_in in = {0};
	struct prm_query_hca_cap_out *out = malloc(sizeof(*out));
	int err;

	if (!out)
		return -ENOMEM;
	prm_query_hca_cap_in_set_opcode(&in, PRM_OP_QUERY_HCA_CAP);
	prm_query_hca_cap_in_set_op_mod(&in, (uint32_t)type << 1 | !max);
	err = lac_cmd_exec(port, &in, sizeof(in), out, sizeof(*out));
	if (!err)
		memcpy(to, prm_query_hca_cap_out_capability(out), len);
	free(out);
	return err;
}

static int set(struct lac_port *port, enum prm_cap type, const void *caps, size_t len)
{
	struct prm_set_hca_cap_in *in = calloc(1, sizeof(*in));
	struct prm_set_hca_cap_out out;
	int err;

	if (!in)
		return -ENOMEM;
	prm_set_hca_cap_in_set_opcode(in, PRM_OP_SET_HCA_CAP);
	prm_set_hca_cap_in_set_op_mod(in, (uint32_t)type << 1);
	memcpy(prm_set_hca_cap_in_capability(in), caps, len);
	err = lac_cmd_exec(port, in, sizeof(*in), &out, sizeof(out));
	free(in);
	return err;
}

/* The policy. Each line says why. */
static void negotiate(const struct prm_cmd_hca_cap *max, struct prm_cmd_hca_cap *want)
{
	long line = sysconf(_SC_LEVEL1_DCACHE_LINESIZE);

	/* signatures both ways where the device can make them: a corrupt reply is then found out */
	prm_cmd_hca_cap_set_cmdif_checksum(
		want, prm_cmd_hca_cap_cmdif_checksum(max) == CHECKSUM_ON ? CHECKSUM_ON : 0);
	/* a UAR is 4 KiB at index * 4 KiB, whatever the host's page is: uar.c counts on it */
	prm_cmd_hca_cap_set_log_uar_page_sz(want, 0);
	/* CQEs and WQEs padded to the host's cache line */
	if (prm_cmd_hca_cap_cache_line_128byte(max))
		prm_cmd_hca_cap_set_cache_line_128byte(want, line >= 128);
	/* pages.c understands it: firmware may drop a function's pages in one event */
	if (prm_cmd_hca_cap_release_all_pages(max))
		prm_cmd_hca_cap_set_release_all_pages(want, 1);
}

static int atomic_caps(struct lac_port *port, bool *usable)
{
	struct prm_atomic_caps cur;
	int err;

	*usable = false;
	if (!prm_cmd_hca_cap_atomic(&port->cap.cur))
		return 0;
	err = query(port, PRM_CAP_ATOMIC, false, &cur, sizeof(cur));
	if (err)
		return err;
	/* 8-byte operands in the host's byte order: what a fetch-and-add needs to mean anything here. Whether
	 * there are such is told by the current image too (kernel: main.c, handle_hca_cap_atomic) */
	if (!prm_atomic_caps_supported_atomic_req_8B_endianness_mode_1(&cur))
		return 0;
	if (prm_atomic_caps_atomic_req_8B_endianness_mode(&cur) != 1) {
		prm_atomic_caps_set_atomic_req_8B_endianness_mode(&cur, 1);
		err = set(port, PRM_CAP_ATOMIC, &cur, sizeof(cur));
		if (!err)
			err = query(port, PRM_CAP_ATOMIC, false, &cur, sizeof(cur));
	}
	*usable = !err && prm_atomic_caps_atomic_req_8B_endianness_mode(&cur) == 1 &&
		  (prm_atomic_caps_atomic_operations(&cur) & CAS_AND_FAA) == CAS_AND_FAA &&
		  prm_atomic_caps_atomic_size_qp(&cur) & ATOMIC_8B;
	return err;
}

static void digest(struct lac_port *port, bool atomic)
{
	const struct prm_cmd_hca_cap *c = &port->cap.cur;
	bool umr = !prm_cmd_hca_cap_umr_modify_entity_size_disabled(c) &&
		   !prm_cmd_hca_cap_umr_indirect_mkey_disabled(c);

	port->caps = (struct lac_caps){
		.max_wqe_bytes = prm_cmd_hca_cap_max_wqe_sz_sq(c),
		.max_klm_list = 1u << (prm_cmd_hca_cap_log_max_klm_list_size(c) & 31),
		.max_indirection = (uint8_t)prm_cmd_hca_cap_max_indirection(c),
		.umr_fence = (uint8_t)prm_cmd_hca_cap_umr_fence(c),
		.umr_ok = umr,
		/* the kernel offers IBK_SG_GAPS_REG by the same bits (mlx5_ib main.c) */
		.sg_gaps = umr && prm_cmd_hca_cap_imaicl(c),
		.umr_atomic = atomic && !prm_cmd_hca_cap_umr_modify_atomic_disabled(c),
		.fixed_buffer_size = prm_cmd_hca_cap_fixed_buffer_size(c),
		.umr_extended_translation_offset = prm_cmd_hca_cap_umr_extended_translation_offset(
			c),
		.atomic = atomic,
		.rc = prm_cmd_hca_cap_rc(c),
		.log_max_qp = (uint8_t)prm_cmd_hca_cap_log_max_qp(c),
		.log_max_qp_sz = (uint8_t)prm_cmd_hca_cap_log_max_qp_sz(c),
		.log_max_cq = (uint8_t)prm_cmd_hca_cap_log_max_cq(c),
		.log_max_cq_sz = (uint8_t)prm_cmd_hca_cap_log_max_cq_sz(c),
		.log_max_mkey = (uint8_t)prm_cmd_hca_cap_log_max_mkey(c),
		.log_max_ra_req_qp = (uint8_t)prm_cmd_hca_cap_log_max_ra_req_qp(c),
		.log_max_ra_res_qp = (uint8_t)prm_cmd_hca_cap_log_max_ra_res_qp(c),
		.log_max_msg = (uint8_t)prm_cmd_hca_cap_log_max_msg(c),
		.log_max_mrw_sz = (uint8_t)prm_cmd_hca_cap_log_max_mrw_sz(c),
		.cqe_version = (uint8_t)prm_cmd_hca_cap_cqe_version(c),
		.link_ib = prm_cmd_hca_cap_port_type(c) == PRM_LINK_IB,
	};
	lac_limits_fill(&port->caps, &port->limits);
}

int lac_caps_read(struct lac_port *port)
{
	struct lac_cap_copies *c = &port->cap;
	bool atomic;
	int err;

	err = query(port, PRM_CAP_GENERAL, false, &c->cur, sizeof(c->cur));
	if (!err)
		err = query(port, PRM_CAP_GENERAL, true, &c->max, sizeof(c->max));
	if (err)
		return err;
	c->before = c->want = c->cur;
	negotiate(&c->max, &c->want);
	if (memcmp(&c->want, &c->cur, sizeof(c->want)) != 0) {
		err = set(port, PRM_CAP_GENERAL, &c->want, sizeof(c->want));
		if (!err)
			err = query(port, PRM_CAP_GENERAL, false, &c->cur, sizeof(c->cur));
		if (err)
			return err;
	}
	c->read = true;
	port->cmdq.check = prm_cmd_hca_cap_cmdif_checksum(&c->cur) == CHECKSUM_ON;
	err = atomic_caps(port, &atomic);
	if (!err)
		digest(port, atomic);
	return err;
}

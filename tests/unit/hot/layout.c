/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The hot structs against two texts: the layouts of drivers/prm, field by field, and the checked-in offsets of what
 * inline code touches (abi.txt). A change of the second is a change of LAC_HOT_ABI and of the soname.
 */
#include <stdio.h>

#include "bench.h"

#include "prm/gen/prm.h"

/* One member, as a line of abi.txt */
static char abi_text[16384];
static size_t abi_len;

static void abi_line(const char *what, size_t off, size_t size)
{
	abi_len += (size_t)snprintf(
		abi_text + abi_len, sizeof(abi_text) - abi_len, "%s %zu %zu\n", what, off, size);
}

#define M(type, member)                                            \
	abi_line(#type "." #member, offsetof(struct type, member), \
		sizeof(((struct type *)0)->member))

static void abi_write(void)
{
	abi_line("LAC_HOT_ABI", LAC_HOT_ABI, 0);
	M(lac_sq, x);
	M(lac_sq, cls);
	M(lac_sq, msg_hot);
	M(lac_sq, ctl);
	M(lac_sq, ctl_umr);
	M(lac_sq, umr_fm);
	M(lac_sq, record);
	M(lac_sq, uar);
	M(lac_sq, ring);
	M(lac_sq, wr);
	M(lac_sq, mask);
	M(lac_sq, live);
	M(lac_sq, inl_max);
	M(lac_sq, gather);
	M(lac_sq, isa);
	M(lac_sq, lanes);
	M(lac_sq, p);
	M(lac_sq, w);
	M(lac_sq, stop);
	M(lac_sq, db);
	M(lac_sq, fm);
	M(lac_sq, pi);
	M(lac_sq, rung);
	M(lac_sq, ci);
	M(lac_sq, list_pi);
	M(lac_sq, list_ci);
	M(lac_sq, rd);
	M(lac_sq, n);
	M(lac_sq, done);
	M(lac_rq, ring);
	M(lac_rq, cookie);
	M(lac_rq, record);
	M(lac_rq, mask);
	M(lac_rq, stride_log2);
	M(lac_rq, gather);
	M(lac_rq, pi);
	M(lac_rq, limit);
	M(lac_rq, rung);
	M(lac_rq, recvs);
	M(lac_cq, attn);
	M(lac_cq, next);
	M(lac_cq, want);
	M(lac_cq, who);
	M(lac_cq, sq);
	M(lac_cq, end);
	M(lac_cq, lap);
	M(lac_cq, wr_mask);
	M(lac_cq, record);
	M(lac_cq, ring);
	M(lac_wr, cookie);
	M(lac_wr, list);
	M(lac_wr, bb);
	M(lac_wr, op);
	M(lac_wr, flags);
	M(lac_key, be);
	M(lac_key, cls);
	M(lac_key, state);
	M(lac_key, flags);
	M(lac_key, seq);
	M(lac_key, owner);
	M(lac_kclass, line0);
	M(lac_kclass, line1);
	M(lac_kclass, hot_small);
	M(lac_kclass, hot_max);
	M(lac_kclass, start_mask);
	M(lac_kclass, len_mask);
	M(lac_klm_ctx, lo);
	M(lac_klm_ctx, hi);
	M(lac_klm_ctx, key);
	abi_line("sizeof.lac_kclass", sizeof(struct lac_kclass), 0);
	abi_line("sizeof.lac_wr", sizeof(struct lac_wr), 0);
	M(lac_wc, op);
	M(lac_wc, len);
	abi_line("sizeof.lac_wc", sizeof(struct lac_wc), 0);
	abi_line("sizeof.lac_loc", sizeof(struct lac_loc), 0);
	abi_line("sizeof.lac_rem", sizeof(struct lac_rem), 0);
	abi_line("sizeof.lac_src", sizeof(struct lac_src), 0);
}

static void offsets_are_those_of_the_text(void **state)
{
	const char *path = getenv("LAC_ABI_TEXT");
	static char want[sizeof(abi_text)];
	FILE *f = fopen(path ? path : "abi.txt", "r");
	size_t n;

	(void)state;
	abi_write();
	assert_non_null(f);
	n = fread(want, 1, sizeof(want) - 1, f);
	want[n] = 0;
	fclose(f);
	if (strcmp(want, abi_text) != 0)
		printf("%s", abi_text);
	assert_string_equal(abi_text, want);
}

/* A field set by drivers/prm's accessor is where the hot struct has it. */
#define TIE(prm, set, value, type, member, want)                           \
	do {                                                               \
		union {                                                    \
			struct prm p;                                      \
			struct type h;                                     \
		} u_;                                                      \
		memset(&u_, 0, sizeof(u_));                                \
		assert_int_equal(sizeof(struct prm), sizeof(struct type)); \
		prm##_set_##set(&u_.p, value);                             \
		assert_int_equal(u_.h.member, want);                       \
		memset(&u_.h.member, 0, sizeof(u_.h.member));              \
		for (size_t i_ = 0; i_ < sizeof(u_); i_++)                 \
			assert_int_equal(((uint8_t *)&u_)[i_], 0);         \
	} while (0)
#define BE32(v) lac_to_be32(v).be
#define BE64(v) lac_to_be64(v).be

static void structs_are_the_layouts(void **state)
{
	(void)state;
	TIE(prm_wqe_ctrl_seg, opmod, 0x12, lac_wqe_ctrl, op.be, BE32(0x12000000));
	TIE(prm_wqe_ctrl_seg, wqe_index, 0x3456, lac_wqe_ctrl, op.be, BE32(0x345600));
	TIE(prm_wqe_ctrl_seg, opcode, 0x25, lac_wqe_ctrl, op.be, BE32(0x25));
	TIE(prm_wqe_ctrl_seg, qpn, 0x123456, lac_wqe_ctrl, qpn_ds.be, BE32(0x12345600));
	TIE(prm_wqe_ctrl_seg, ds, 0x3f, lac_wqe_ctrl, qpn_ds.be, BE32(LAC_DS_MAX));
	TIE(prm_wqe_ctrl_seg, signature, 0x77, lac_wqe_ctrl, signature, 0x77);
	TIE(prm_wqe_ctrl_seg, fm, 1, lac_wqe_ctrl, fm_ce_se, LAC_FM_SMALL);
	TIE(prm_wqe_ctrl_seg, fm, 3, lac_wqe_ctrl, fm_ce_se, LAC_FM_STRONG);
	TIE(prm_wqe_ctrl_seg, fm, 4, lac_wqe_ctrl, fm_ce_se, LAC_FENCE);
	TIE(prm_wqe_ctrl_seg, ce, 2, lac_wqe_ctrl, fm_ce_se, LAC_SIGNAL);
	TIE(prm_wqe_ctrl_seg, se, 1, lac_wqe_ctrl, fm_ce_se, LAC_SOLICIT);
	TIE(prm_wqe_ctrl_seg, imm, 0x12345678, lac_wqe_ctrl, imm.be, BE32(0x12345678));
	TIE(prm_wqe_umr_ctrl_seg, flags, 0xa0, lac_wqe_umr, flags,
		LAC_UMR_INLINE | LAC_UMR_CHECK_NOT_FREE);
	TIE(prm_wqe_umr_ctrl_seg, xlt_octowords, 0x1234, lac_wqe_umr, octowords.be,
		lac_to_be16(0x1234).be);
	TIE(prm_wqe_umr_ctrl_seg, xlt_offset, 0x1234, lac_wqe_umr, offset.be,
		lac_to_be16(0x1234).be);
	TIE(prm_wqe_umr_ctrl_seg, mkey_mask, LAC_UMR_M_FREE, lac_wqe_umr, mask.be,
		BE64(UINT64_C(1) << 29));
	TIE(prm_mkey_seg, free, 1, lac_wqe_mkey, free, LAC_MKEY_FREE);
	TIE(prm_mkey_seg, lw, 1, lac_wqe_mkey, access, LAC_MKEY_LW);
	TIE(prm_mkey_seg, rr, 1, lac_wqe_mkey, access, LAC_MKEY_RR);
	TIE(prm_mkey_seg, rw, 1, lac_wqe_mkey, access, LAC_MKEY_RW);
	TIE(prm_mkey_seg, a, 1, lac_wqe_mkey, access, LAC_MKEY_ATOMIC);
	TIE(prm_mkey_seg, qpn, 0xffffff, lac_wqe_mkey, qpn_byte.be, BE32(0xffffff00));
	TIE(prm_mkey_seg, mkey_7_0, 0x42, lac_wqe_mkey, qpn_byte.be, BE32(0x42));
	TIE(prm_mkey_seg, en_rinval, 1, lac_wqe_mkey, flags_pd.be, BE32(1u << 24));
	TIE(prm_mkey_seg, start_addr, 0x123456789abcdef0, lac_wqe_mkey, start.be,
		BE64(0x123456789abcdef0));
	TIE(prm_mkey_seg, len, 0x123456789abcdef0, lac_wqe_mkey, len.be, BE64(0x123456789abcdef0));
	TIE(prm_mkey_seg, bsfs_octo_size, 7, lac_wqe_mkey, bsf_octowords.be, BE32(7));
	TIE(prm_mkey_seg, xlt_oct_size, 7, lac_wqe_mkey, octowords.be, BE32(7));
	TIE(prm_mkey_seg, log2_page_size, 12, lac_wqe_mkey, page_log2, 12);
	TIE(prm_klm, bcount, 0x80000000, lac_klm, bytes.be, BE32(0x80000000));
	TIE(prm_klm, key, 0x1234, lac_klm, key, BE32(0x1234));
	TIE(prm_klm, va, 0x1234, lac_klm, addr.be, BE64(0x1234));
	TIE(prm_wqe_data_seg, byte_count, 5, lac_wqe_data, bytes.be, BE32(5));
	TIE(prm_wqe_data_seg, lkey, 5, lac_wqe_data, key, BE32(5));
	TIE(prm_wqe_data_seg, addr, 5, lac_wqe_data, addr.be, BE64(5));
	TIE(prm_wqe_raddr_seg, raddr, 5, lac_wqe_raddr, addr.be, BE64(5));
	TIE(prm_wqe_raddr_seg, rkey, 5, lac_wqe_raddr, key, BE32(5));
	TIE(prm_wqe_atomic_seg, swap_add, 5, lac_wqe_atomic, swap_add.be, BE64(5));
	TIE(prm_wqe_atomic_seg, compare, 5, lac_wqe_atomic, compare.be, BE64(5));
	TIE(prm_cqe64, srqn, 5, lac_cqe, srqn.be, BE32(5));
	TIE(prm_cqe64, immediate, 5, lac_cqe, imm_inv.be, BE32(5));
	TIE(prm_cqe64, byte_cnt, 5, lac_cqe, bytes.be, BE32(5));
	TIE(prm_cqe64, send_opcode, 5, lac_cqe, op_qpn.be, BE32(5u << 24));
	TIE(prm_cqe64, qpn, 5, lac_cqe, op_qpn.be, BE32(5));
	TIE(prm_cqe64, wqe_counter, 0x1234, lac_cqe, index.be, lac_to_be16(0x1234).be);
	TIE(prm_cqe64, opcode, LAC_CQE_REQ_ERR, lac_cqe, own, LAC_CQE_REQ_ERR << 4);
	TIE(prm_cqe64, owner, 1, lac_cqe, own, 1);
	TIE(prm_err_cqe, vendor_err_synd, 5, lac_cqe, vendor_synd, 5);
	TIE(prm_err_cqe, syndrome, 5, lac_cqe, synd, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offsets_are_those_of_the_text),
		cmocka_unit_test(structs_are_the_layouts),
	};

	return cmocka_run_group_tests_name("hot_layout", tests, NULL, NULL);
}

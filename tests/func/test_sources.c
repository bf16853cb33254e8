/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Every kind of source, on ports that look at each piece (check=full): (offset, length) lists, mbuf chains, pieces under
 * keys of their own; memory in holes of what is mapped; memory that is added and taken away.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <rte_errno.h>
#include <rte_mbuf.h>

#include <lacuna/src_mbuf.h>

#include "rig.h"

#define ALL (LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE)

/* Registers @s at B, writes @n bytes through it, ends it. */
static void through(struct rig *r, struct lac_src s, uint32_t n)
{
	struct lac_keys *keys = rig_keys(&r->b, 300, ALL, 1);
	struct lac_key *k = lac_key_get(keys);
	struct lac_rem rem = {0, {0}};

	rig_fill(r->a.mem, n, n);
	assert_int_equal(lac_sq_map(r->b.sq, k, s, n, LAC_SIGNAL, 1), 0);
	rig_done(&r->b, 1, 0);
	rem.key = lac_key_rkey(k);
	assert_int_equal(lac_sq_write(r->a.sq, rig_loc(&r->a, 0, n), rem, LAC_SIGNAL, 2), 0);
	rig_done(&r->a, 2, 0);
	assert_int_equal(lac_sq_inv(r->b.sq, k, LAC_SIGNAL, 3), 0);
	rig_done(&r->b, 3, 0);
	assert_int_equal(lac_key_put(keys, k), 0);
	assert_int_equal(lac_keys_destroy(keys), 0);
}

static void offsets(void **state)
{
	static const uint32_t count[] = {1, 5, 52, 53, 300};
	struct rig *r = *state;
	struct lac_ol v[300];
	uint32_t i, j, n, at;

	for (i = 0; i < sizeof(count) / sizeof(count[0]); i++) {
		for (n = 0, j = 0; j < count[i]; j++) {
			v[j].off = ((j * 7919) % 300) * 4096 + j;
			v[j].len = 1 + (j * 104729) % 3000;
			n += v[j].len;
		}
		through(r, lac_src_ol(r->b.mem, v, count[i]), n);
		for (at = 0, j = 0; j < count[i]; at += v[j++].len)
			assert_memory_equal(r->b.mem + v[j].off, r->a.mem + at, v[j].len);
	}
}

static void mbuf_chains(void **state)
{
	static const uint32_t count[] = {1, 4, 52, 53, 200};
	struct rig *r = *state;
	struct rte_mempool *pool = rte_pktmbuf_pool_create("rig", 511, 0, 0, 2048, SOCKET_ID_ANY);
	uint32_t i, j, at;

	assert_non_null(pool);
	for (i = 0; i < sizeof(count) / sizeof(count[0]); i++) {
		struct rte_mbuf *head = NULL, *m;

		for (j = 0; j < count[i]; j++) {
			m = rte_pktmbuf_alloc(pool);
			assert_non_null(m);
			assert_non_null(rte_pktmbuf_append(m, (uint16_t)(1 + (j * 131) % 1900)));
			if (!head)
				head = m;
			else
				assert_int_equal(rte_pktmbuf_chain(head, m), 0);
		}
		through(r, lac_src_mbuf(head), head->pkt_len);
		for (at = 0, m = head; m; at += m->data_len, m = m->next)
			assert_memory_equal(
				rte_pktmbuf_mtod(m, void *), r->a.mem + at, m->data_len);
		/* a chain that is shorter than it says is refused, not followed */
		head->nb_segs++;
		{
			struct lac_keys *keys = rig_keys(&r->b, 300, ALL, 1);
			struct lac_key *k = lac_key_get(keys);

			assert_int_equal(
				lac_sq_map(r->b.sq, k, lac_src_mbuf(head), head->pkt_len + 1, 0, 1),
				-EINVAL);
			assert_int_equal(lac_key_put(keys, k), 0);
			assert_int_equal(lac_keys_destroy(keys), 0);
		}
		head->nb_segs--;
		rte_pktmbuf_free(head);
	}
	rte_mempool_free(pool);
}

/* A registration over registrations: pieces under keys, two levels deep. */
static void keys_of_pieces(void **state)
{
	struct rig *r = *state;
	struct lac_keys *keys = rig_keys(&r->b, 8, LAC_LOCAL_WRITE, 2);
	struct iovec v[2] = {{r->b.mem + 1000, 100}, {r->b.mem + 9000, 200}};
	struct lac_key *k[2];
	struct lac_loc l[3];
	unsigned int i;

	for (i = 0; i < 2; i++) {
		k[i] = lac_key_get(keys);
		assert_int_equal(
			lac_sq_map(r->b.sq, k[i], lac_src_iov(&v[i], 1), LAC_LEN_SUM, 0, 0), 0);
	}
	l[0] = (struct lac_loc){50, 100, lac_key_lkey(k[1])};
	l[1] = (struct lac_loc){10, 90, lac_key_lkey(k[0])};
	l[2] = rig_loc(&r->b, 20000, 5);
	through(r, lac_src_loc(l, 3), 195);
	assert_memory_equal(r->b.mem + 9050, r->a.mem, 100);
	assert_memory_equal(r->b.mem + 1010, r->a.mem + 100, 90);
	assert_memory_equal(r->b.mem + 20000, r->a.mem + 190, 5);
	for (i = 0; i < 2; i++) {
		assert_int_equal(lac_sq_inv(r->b.sq, k[i], LAC_SIGNAL, i), 0);
		rig_done(&r->b, i, 0);
		assert_int_equal(lac_key_put(keys, k[i]), 0);
	}
	assert_int_equal(lac_keys_destroy(keys), 0);
}

/* Memory that is not EAL's: unknown, then added, then gone again. The refusal names the piece. */
static void memory_comes_and_goes(void **state)
{
	const size_t bytes = 1u << 20;
	struct rig *r = *state;
	int fd = memfd_create("rig", 0);
	uint8_t *p = (assert_int_equal(ftruncate(fd, (off_t)bytes), 0),
		mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0));
	struct iovec v[3] = {{r->b.mem, 10}, {p + 5, 20}, {p + 5000, 30}};
	struct lac_keys *keys = rig_keys(&r->b, 8, ALL, 1);
	struct lac_key *k = lac_key_get(keys);
	struct lac_mem *mem;
	struct lac_err why;

	assert_ptr_not_equal(p, MAP_FAILED);
	assert_int_equal(lac_sq_map(r->b.sq, k, lac_src_iov(v, 3), 60, 0, 1), -EFAULT);
	assert_int_equal(lac_qp_err(r->b.qp, &why), 0);
	assert_int_equal(why.where, LAC_AT_SOURCE);
	assert_int_equal(why.index, 1);
	assert_int_equal(lac_mem_known(r->b.port, p, bytes), 0);
	assert_int_equal(lac_mem_add(r->b.port, p, bytes, fd, 0, &mem), 0);
	assert_int_equal(lac_mem_known(r->b.port, p, bytes), 1);
	through(r, lac_src_iov(v, 3), 60);
	assert_memory_equal(p + 5, r->a.mem + 10, 20);
	assert_memory_equal(p + 5000, r->a.mem + 30, 30);
	/* one byte beyond the end of what was added */
	v[2].iov_base = p + bytes - 29;
	assert_int_equal(lac_sq_map(r->b.sq, k, lac_src_iov(v, 3), 60, 0, 1), -EFAULT);
	assert_int_equal(lac_qp_err(r->b.qp, &why), 0);
	assert_int_equal(why.index, 2);
	assert_int_equal(lac_mem_del(mem), 0);
	v[2].iov_base = p + 5000;
	assert_int_equal(lac_sq_map(r->b.sq, k, lac_src_iov(v, 3), 60, 0, 1), -EFAULT);
	assert_int_equal(lac_key_put(keys, k), 0);
	assert_int_equal(lac_keys_destroy(keys), 0);
	munmap(p, bytes);
	close(fd);
}

static int open_full(void **state)
{
	static const struct fix_conf conf = {.devargs = "check=full"};

	return rig_ports_open_as(state, &conf);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, rig_up, rig_down)
	const struct CMUnitTest tests[] = {
		T(offsets),
		T(mbuf_chains),
		T(keys_of_pieces),
		T(memory_comes_and_goes),
	};

	return cmocka_run_group_tests_name("sources", tests, open_full, rig_ports_close);
}

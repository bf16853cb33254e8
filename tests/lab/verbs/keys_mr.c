/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory regions: what ibv_reg_mr registers by the kernel's UMRs, at any address and of any length, and what
 * remains of a key after rereg and dereg.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "keys.h"

#define ROUNDS 8u
#define PAGE   4096u

static struct ibv_mr *reg(struct vb_dev *d, void *at, size_t len, int access)
{
	struct ibv_mr *mr = ibv_reg_mr(d->pd, at, len, access);

	if (mr == NULL)
		vb_why(d->log, "ibv_reg_mr of %zu bytes at %p: %s", len, at, strerror(errno));
	return mr;
}

static bool dereg(struct keys *k, struct ibv_mr *mr)
{
	int ret = mr != NULL ? ibv_dereg_mr(mr) : 0;

	return ret == 0 || vb_why(&k->log, "ibv_dereg_mr: %s", strerror(ret));
}

/* a region within each side's memory, of odd address and length */
static bool odd_round(struct keys *k, struct keys_view *va, struct keys_view *vb)
{
	struct vb_mem *m[2] = {&k->ma, &k->mb};
	struct keys_view *v[2] = {va, vb};
	struct ibv_mr *mr[2];
	bool ok = true;

	for (int i = 0; i < 2; i++) {
		uint32_t off = vb_below(&k->rng, KEYS_MEM - 64) | 1;
		uint32_t len = (16 + vb_below(&k->rng, KEYS_MEM - off - 16)) | 1;

		if (off + len > KEYS_MEM)
			len -= 2;
		mr[i] = reg(m[i]->dev, m[i]->buf + off, len, VB_ALL_RIGHTS);
		ok = ok && mr[i] != NULL;
		if (ok)
			keys_view_one(
				v[i], m[i], off, len, mr[i]->lkey, (uintptr_t)m[i]->buf + off);
	}
	ok = ok && keys_traffic(k, &k->a, va, &k->b, vb, KEYS_ALL) &&
	     keys_traffic(k, &k->b, vb, &k->a, va, KEYS_ALL);
	ok = dereg(k, mr[0]) && ok;
	return dereg(k, mr[1]) && ok;
}

/* addresses of the application's choice: from 0 on, and far away */
static bool chosen(struct keys *k, struct keys_view *near, struct keys_view *far)
{
	static const uint64_t bases[] = {0, 1ull << 47};
	bool ok = true;

	keys_view_mem(near, &k->ma);
	for (int i = 0; ok && i < 2; i++) {
		uint8_t *at = k->mb.buf + 4096 + 1001;
		uint64_t base = bases[i] + 1001; /* the offset in a page is the memory's */
		struct ibv_mr *mr = ibv_reg_mr_iova(k->b.dev->pd, at, 20000, base, VB_ALL_RIGHTS);

		if (mr == NULL)
			return vb_why(&k->log, "ibv_reg_mr_iova: %s", strerror(errno));
		keys_view_one(far, &k->mb, 4096 + 1001, 20000, mr->rkey, base);
		ok = keys_traffic(k, &k->a, near, &k->b, far, KEYS_ALL) &&
		     keys_try(k, &k->a, true, (uintptr_t)at, 8, mr->rkey, IBV_WC_REM_ACCESS_ERR);
		ok = dereg(k, mr) && ok;
	}
	return ok;
}

static bool odd(struct keys *k, struct keys_view *va, struct keys_view *vb)
{
	for (unsigned int i = 0; i < ROUNDS; i++)
		if (!odd_round(k, va, vb))
			return false;
	return true;
}

/*
 * One MiB shown again and again, so that a long translation list needs little memory. Every other page first: neighbours
 * that lie next to each other in memory would let the kernel do with fewer and larger pages.
 */
static uint8_t *many_times(struct vb_mem *m, uint32_t times)
{
	int fd = memfd_create("lab-keys", 0);
	uint8_t *all = mmap(NULL, m->len * times, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	for (uint32_t i = 0; all != MAP_FAILED && i < times; i++)
		if (fd < 0 || (i == 0 && ftruncate(fd, (off_t)m->len) != 0) ||
			mmap(all + i * m->len, m->len, PROT_READ | PROT_WRITE,
				MAP_SHARED | MAP_FIXED, fd, 0) == MAP_FAILED) {
			munmap(all, m->len * times);
			all = MAP_FAILED;
		}
	for (size_t odd = 0; all != MAP_FAILED && odd < 2; odd++)
		for (size_t at = odd * PAGE; at < m->len; at += 2 * PAGE)
			all[at] = 1;
	if (fd >= 0)
		close(fd);
	return all == MAP_FAILED ? NULL : all;
}

/* ranges anywhere in a long region, each up to the memory's length: they wrap around in it */
static bool large_traffic(struct keys *k, struct keys_view *near, struct keys_view *far,
	struct vb_mem *m, struct ibv_mr *mr)
{
	uint32_t size = (uint32_t)m->len;

	for (unsigned int i = 0; i < ROUNDS; i++) {
		/* the last round ends where the region does */
		uint64_t start = i + 1 < ROUNDS ? vb_random(&k->rng) % (mr->length - KEYS_MEM)
						: mr->length - KEYS_MEM;
		uint32_t off = (uint32_t)((start + 1) % size), first = size - off;

		keys_view_one(far, m, off, first < KEYS_MEM ? first : KEYS_MEM, mr->rkey,
			(uintptr_t)mr->addr + start);
		if (first < KEYS_MEM)
			keys_view_add(far, 0, KEYS_MEM - first);
		if (!keys_traffic(k, &k->a, near, &k->b, far, KEYS_WRITE | KEYS_READ) ||
			!keys_traffic(k, &k->a, near, &k->b, far, KEYS_SEND))
			return false;
	}
	return true;
}

static bool large(struct keys *k, struct keys_view *near, struct keys_view *far)
{
	struct vb_mem m = {.dev = k->b.dev, .len = 1u << 20, .want = malloc(1u << 20)};
	uint8_t *all = many_times(&m, k->large_mib);
	struct ibv_mr *mr;
	bool ok;

	if (all == NULL || m.want == NULL)
		return vb_why(&k->log, "no memory");
	m.buf = all;
	vb_mem_fill(&m, &k->rng);
	keys_view_mem(near, &k->ma);
	mr = reg(k->b.dev, all + 1, (size_t)k->large_mib * m.len - 2, VB_ALL_RIGHTS);
	ok = mr != NULL && large_traffic(k, near, far, &m, mr);
	ok = dereg(k, mr) && ok;
	munmap(all, (size_t)k->large_mib * m.len);
	free(m.want);
	return ok;
}

/* a region of b's whole memory with these rights */
static bool rereg(struct keys *k, struct ibv_mr *mr, int flags, struct ibv_pd *pd, void *at,
	size_t len, int access)
{
	int ret = ibv_rereg_mr(mr, flags, pd, at, len, access);

	return ret == 0 || vb_why(&k->log, "ibv_rereg_mr: %d, %s", ret, strerror(errno));
}

static bool rereg_all(struct keys *k, struct keys_view *near, struct keys_view *far)
{
	uint8_t *buf = k->mb.buf;
	struct ibv_mr *mr = reg(k->b.dev, buf, 8192, VB_ALL_RIGHTS);
	struct ibv_pd *pd = ibv_alloc_pd(k->b.dev->ctx);
	const int rw = IBV_REREG_MR_CHANGE_ACCESS, move = IBV_REREG_MR_CHANGE_TRANSLATION;
	uint32_t old = mr != NULL ? mr->rkey : 0;
	bool ok = mr != NULL && pd != NULL;

	keys_view_mem(near, &k->ma);
	/* rights: less, then all again */
	ok = ok && rereg(k, mr, rw, NULL, NULL, 0, IBV_ACCESS_REMOTE_READ) &&
	     keys_try(k, &k->a, true, (uintptr_t)buf, 64, mr->rkey, IBV_WC_REM_ACCESS_ERR);
	if (ok) {
		keys_view_one(far, &k->mb, 0, 8192, mr->rkey, (uintptr_t)buf);
		ok = keys_traffic(k, &k->a, near, &k->b, far, KEYS_READ);
	}
	/* the PD: a queue of the old one is refused, until it is changed back */
	ok = ok && rereg(k, mr, IBV_REREG_MR_CHANGE_PD | rw, pd, NULL, 0, VB_ALL_RIGHTS) &&
	     keys_try(k, &k->a, true, (uintptr_t)buf, 64, mr->rkey, IBV_WC_REM_ACCESS_ERR) &&
	     rereg(k, mr, IBV_REREG_MR_CHANGE_PD, k->b.dev->pd, NULL, 0, 0);
	/* the place: another part of the memory, longer and odd */
	ok = ok && rereg(k, mr, move | rw, NULL, buf + 12289, 30001, VB_ALL_RIGHTS) &&
	     keys_try(k, &k->a, true, (uintptr_t)buf, 64, mr->rkey, IBV_WC_REM_ACCESS_ERR);
	if (ok) {
		keys_view_one(far, &k->mb, 12289, 30001, mr->rkey, (uintptr_t)buf + 12289);
		ok = keys_traffic(k, &k->a, near, &k->b, far, KEYS_ALL);
	}
	if (ok && mr->rkey != old)
		ok = keys_try(k, &k->a, true, (uintptr_t)buf, 64, old, IBV_WC_REM_ACCESS_ERR);
	ok = dereg(k, mr) && ok;
	return (pd == NULL || ibv_dealloc_pd(pd) == 0) && ok;
}

static bool after_dereg(struct keys *k)
{
	struct ibv_mr *mr = reg(k->b.dev, k->mb.buf, 8192, VB_ALL_RIGHTS);
	struct vb_op op = {.opcode = IBV_WR_RDMA_WRITE,
		.wr_id = 5,
		.addr = (uintptr_t)k->mb.buf,
		.len = 64,
		.raddr = (uintptr_t)k->ma.buf,
		.rkey = k->ma.mr->rkey};
	uint32_t key;

	if (mr == NULL)
		return false;
	key = mr->lkey;
	op.lkey = key;
	return dereg(k, mr) &&
	       keys_try(k, &k->a, true, (uintptr_t)k->mb.buf, 64, key, IBV_WC_REM_ACCESS_ERR) &&
	       keys_try(k, &k->a, false, (uintptr_t)k->mb.buf, 64, key, IBV_WC_REM_ACCESS_ERR) &&
	       keys_outcome(k, &k->b, &op, IBV_WC_LOC_PROT_ERR);
}

void keys_mr(struct keys *k)
{
	struct keys_view *v = calloc(2, sizeof(*v));

	if (v == NULL)
		return;
	keys_step(k, "mr_odd", odd(k, &v[0], &v[1]));
	keys_step(k, "mr_iova", chosen(k, &v[0], &v[1]));
	keys_step(k, "mr_large", large(k, &v[0], &v[1]));
	keys_step(k, "mr_rereg", rereg_all(k, &v[0], &v[1]));
	keys_step(k, "mr_after_dereg", after_dereg(k));
	free(v);
}

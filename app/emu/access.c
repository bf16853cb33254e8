/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Reading and writing the client's memory. A range that lies in one stretch, as nearly all do, is looked up
 * once. Any other is walked twice: once to see that every byte of it is mapped and permitted, then to move. The client may truncate a file that is mapped here at
 * any moment; then the kernel sends SIGBUS, the guard leaves the copy by a long jump and the access
 * ends as a fault.
 *
 * The guard is the one global of this program: a signal handler has nowhere else to look.
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>

#include "server.h"

#define ORDERED_MAX 256u /* up to here bytes are stored in ascending order */

static sigjmp_buf *volatile guard;

static void on_sigbus(int sig)
{
	sigjmp_buf *env = guard;

	if (env)
		siglongjmp(*env, 1);
	signal(sig, SIG_DFL); /* not ours: the faulting instruction runs again and ends us */
}

void emu_access_init(void)
{
	/* not blocked while it runs, so that leaving by a jump needs no system call */
	struct sigaction sa = {.sa_handler = on_sigbus, .sa_flags = SA_NODEFER};

	sigemptyset(&sa.sa_mask);
	sigaction(SIGBUS, &sa, NULL);
}

static int guarded(struct emu_fn *f, void (*fn)(void *), void *arg)
{
	sigjmp_buf env;

	if (sigsetjmp(env, 0)) {
		guard = NULL;
		emu_stats(f)->faults++;
		emu_trace(f, "client memory vanished during an access");
		return -EFAULT;
	}
	guard = &env;
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	fn(arg);
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	guard = NULL;
	return 0;
}

/*
 * Counted, and told to a client that wants to know: its first bytes, as far as one naturally aligned unit goes,
 * so that an IOMMU sees one access. An atomic begins by reading. Without bus mastering nothing leaves the
 * function. @data: what a write would store there
 */
static int miss(struct emu_fn *f, uint64_t iova, uint64_t len, uint32_t prot, const uint8_t *data)
{
	bool write = !(prot & VFU_DMA_READ_OK);
	uint64_t n = 8 - (iova & 7);

	emu_stats(f)->translation_misses++;
	emu_trace(f, "translation miss: %s of %llu bytes at 0x%llx", write ? "write" : "read",
		(unsigned long long)len, (unsigned long long)iova);
	if (emu_pci_master_on(f))
		emu_conn_miss(f, iova, write ? data : NULL, (uint32_t)(n < len ? n : len));
	return -EFAULT;
}

/* how many of @len bytes from @iova on the function may reach */
static uint64_t reach(struct emu_fn *f, uint64_t iova, uint64_t len, uint32_t prot)
{
	uint64_t done = 0, n;

	if (!emu_pci_master_on(f) || iova + (len - 1) < iova)
		return 0;
	for (; done < len; done += n) {
		n = len - done;
		if (!emu_dma_at(f, iova + done, &n, prot))
			break;
	}
	return done;
}

/* 0 when the function may reach all of the range; @data: what a write would store there */
static int check(struct emu_fn *f, uint64_t iova, uint64_t len, uint32_t prot, const uint8_t *data)
{
	uint64_t n = reach(f, iova, len, prot);

	return n == len ? 0 : miss(f, iova + n, len - n, prot, data ? data + n : NULL);
}

/* where all of the range is, if one stretch of the table holds it */
static uint8_t *whole(struct emu_fn *f, uint64_t iova, uint64_t len, uint32_t prot)
{
	uint64_t n = len;
	uint8_t *at = emu_pci_master_on(f) ? emu_dma_at(f, iova, &n, prot) : NULL;

	return n == len ? at : NULL;
}

/* the largest naturally aligned unit at @at that @len still holds */
static unsigned int unit(uintptr_t at, uint64_t len)
{
	unsigned int n = 8;

	while ((at & (n - 1)) || n > len)
		n /= 2;
	return n;
}

static void store(uint8_t *to, const uint8_t *from, uint64_t len)
{
	uint64_t v;
	unsigned int n;

	if (len > ORDERED_MAX) {
		memcpy(to, from, len);
		return;
	}
	for (; len; to += n, from += n, len -= n) {
		n = unit((uintptr_t)to, len);
		memcpy(&v, from, n);
		if (n == 8)
			__atomic_store_n((uint64_t *)(void *)to, v, __ATOMIC_RELEASE);
		else if (n == 4)
			__atomic_store_n((uint32_t *)(void *)to, (uint32_t)v, __ATOMIC_RELEASE);
		else if (n == 2)
			__atomic_store_n((uint16_t *)(void *)to, (uint16_t)v, __ATOMIC_RELEASE);
		else
			__atomic_store_n(to, (uint8_t)v, __ATOMIC_RELEASE);
	}
}

static void load(uint8_t *to, const uint8_t *from, uint64_t len)
{
	uint64_t v;
	unsigned int n;

	if (len > ORDERED_MAX) {
		memcpy(to, from, len);
		return;
	}
	for (; len; to += n, from += n, len -= n) {
		n = unit((uintptr_t)from, len);
		if (n == 8)
			v = __atomic_load_n((const uint64_t *)(const void *)from, __ATOMIC_ACQUIRE);
		else if (n == 4)
			v = __atomic_load_n((const uint32_t *)(const void *)from, __ATOMIC_ACQUIRE);
		else if (n == 2)
			v = __atomic_load_n((const uint16_t *)(const void *)from, __ATOMIC_ACQUIRE);
		else
			v = __atomic_load_n(from, __ATOMIC_ACQUIRE);
		memcpy(to, &v, n);
	}
}

struct rw {
	struct emu_fn *f;
	uint64_t iova, len;
	uint8_t *at; /* all of it, or NULL */
	uint8_t *in;
	const uint8_t *out;
};

static void do_read(void *arg)
{
	const uint8_t *from;
	struct rw *a = arg;
	uint64_t n;

	if (a->at) {
		load(a->in, a->at, a->len);
		return;
	}
	for (; a->len; a->iova += n, a->in += n, a->len -= n) {
		n = a->len;
		from = emu_dma_at(a->f, a->iova, &n, VFU_DMA_READ_OK);
		load(a->in, from, n);
	}
}

int emu_dma_read(struct emu_fn *f, uint64_t iova, void *buf, uint64_t len)
{
	struct rw a = {.f = f, .iova = iova, .len = len, .in = buf};

	if (!len)
		return 0;
	a.at = whole(f, iova, len, VFU_DMA_READ_OK);
	if (!a.at && check(f, iova, len, VFU_DMA_READ_OK, NULL))
		return -EFAULT;
	return guarded(f, do_read, &a);
}

static void do_write(void *arg)
{
	struct rw *a = arg;
	uint8_t *to;
	uint64_t n;

	if (a->at) {
		store(a->at, a->out, a->len);
		return;
	}
	for (; a->len; a->iova += n, a->out += n, a->len -= n) {
		n = a->len;
		to = emu_dma_at(a->f, a->iova, &n, VFU_DMA_WRITE_OK);
		store(to, a->out, n);
	}
}

int emu_dma_write(struct emu_fn *f, uint64_t iova, const void *buf, uint64_t len)
{
	struct rw a = {.f = f, .iova = iova, .len = len, .out = buf};

	if (!len)
		return 0;
	a.at = whole(f, iova, len, VFU_DMA_WRITE_OK);
	if (!a.at && check(f, iova, len, VFU_DMA_WRITE_OK, buf))
		return -EFAULT;
	return guarded(f, do_write, &a);
}

struct copy {
	struct emu_fn *to, *from;
	uint64_t to_iova, from_iova, len;
	uint8_t *to_at, *from_at; /* all of it, or NULL */
};

static void do_copy(void *arg)
{
	struct copy *a = arg;
	uint8_t *to, *from;
	uint64_t n;

	if (a->to_at && a->from_at) {
		memmove(a->to_at, a->from_at, a->len);
		return;
	}
	for (; a->len; a->to_iova += n, a->from_iova += n, a->len -= n) {
		n = a->len;
		to = emu_dma_at(a->to, a->to_iova, &n, VFU_DMA_WRITE_OK);
		from = emu_dma_at(a->from, a->from_iova, &n, VFU_DMA_READ_OK);
		memmove(to, from, n);
	}
}

/* A copy was cut off by a truncated file, which does not say whose it was. */
static int whose_fault(struct emu_fn *from, uint64_t iova, uint64_t len)
{
	uint8_t part[256];

	for (uint64_t n; len; iova += n, len -= n) {
		n = len < sizeof(part) ? len : sizeof(part);
		if (emu_dma_read(from, iova, part, n))
			return -ENXIO;
	}
	return -EFAULT;
}

int emu_dma_copy(
	struct emu_fn *to, uint64_t to_iova, struct emu_fn *from, uint64_t from_iova, uint64_t len)
{
	struct copy a = {
		.to = to, .from = from, .to_iova = to_iova, .from_iova = from_iova, .len = len};
	uint8_t data[8];
	uint64_t n;

	if (!len)
		return 0;
	a.from_at = whole(from, from_iova, len, VFU_DMA_READ_OK);
	if (!a.from_at && check(from, from_iova, len, VFU_DMA_READ_OK, NULL))
		return -ENXIO;
	a.to_at = whole(to, to_iova, len, VFU_DMA_WRITE_OK);
	n = a.to_at ? len : reach(to, to_iova, len, VFU_DMA_WRITE_OK);
	if (n == len)
		return guarded(to, do_copy, &a) ? whose_fault(from, from_iova, len) : 0;
	len -= n;
	if (emu_dma_read(from, from_iova + n, data, len < sizeof(data) ? len : sizeof(data)))
		return -ENXIO;
	return miss(to, to_iova + n, len, VFU_DMA_WRITE_OK, data);
}

struct atomic {
	uint64_t *at;
	uint64_t (*op)(uint64_t, const void *);
	const void *arg;
	uint64_t old;
};

static void do_atomic(void *arg)
{
	struct atomic *a = arg;

	a->old = __atomic_load_n(a->at, __ATOMIC_RELAXED);
	while (!__atomic_compare_exchange_n(
		a->at, &a->old, a->op(a->old, a->arg), false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
		;
}

int emu_dma_atomic(struct emu_fn *f, uint64_t iova, uint64_t (*op)(uint64_t, const void *),
	const void *arg, uint64_t *old)
{
	struct atomic a = {.op = op, .arg = arg};
	uint64_t n = 8;
	int err;

	if ((iova & 7) || check(f, iova, n, VFU_DMA_READ_OK | VFU_DMA_WRITE_OK, NULL))
		return -EFAULT;
	a.at = (uint64_t *)(void *)emu_dma_at(f, iova, &n, VFU_DMA_READ_OK | VFU_DMA_WRITE_OK);
	err = guarded(f, do_atomic, &a);
	if (!err)
		*old = a.old;
	return err;
}

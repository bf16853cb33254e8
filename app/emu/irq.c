/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Interrupts: a vector signals the eventfd that the client gave for it. One that may not leave (bus
 * mastering off, function masked, its vector without an eventfd while others have one) is held as a
 * pending bit, shown in the PBA, and leaves as soon as it may. A reset forgets pending bits and
 * keeps the eventfds: they belong to the client's interrupt set-up, not to the function.
 *
 * An eventfd is the client's: it is checked to be one, and only written while that cannot block.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server.h"

#define ERR_SLOT EMU_MSIX_VECTORS
#define SLOTS    (EMU_MSIX_VECTORS + 1)

struct emu_irqs {
	int fd[SLOTS];
	uint64_t pending;
};

int emu_irqs_create(struct emu_fn *f)
{
	unsigned int i;

	f->irqs = calloc(1, sizeof(*f->irqs));
	if (!f->irqs)
		return -ENOMEM;
	for (i = 0; i < SLOTS; i++)
		f->irqs->fd[i] = -1;
	return 0;
}

static void release(struct emu_irqs *q, unsigned int first, unsigned int n)
{
	unsigned int i;

	for (i = first; i < first + n; i++) {
		if (q->fd[i] >= 0)
			close(q->fd[i]);
		q->fd[i] = -1;
	}
}

void emu_irqs_clear(struct emu_fn *f)
{
	release(f->irqs, 0, SLOTS);
	f->irqs->pending = 0;
}

void emu_irqs_forget(struct emu_fn *f)
{
	f->irqs->pending = 0;
}

uint64_t emu_irqs_pending(const struct emu_fn *f)
{
	return f->irqs->pending;
}

uint32_t emu_irqs_count(uint32_t index)
{
	return index == VFU_MSIX ? EMU_MSIX_VECTORS : index == VFU_ERR;
}

static void signal_fd(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLOUT};
	uint64_t one = 1;

	/* a full counter is a signal that the client has yet to see: nothing is lost */
	if (poll(&p, 1, 0) == 1 && (p.revents & POLLOUT) && write(fd, &one, sizeof(one)) < 0)
		return;
}

void emu_irqs_flush(struct emu_fn *f)
{
	struct emu_irqs *q = f->irqs;
	unsigned int v;

	if (!q->pending || !emu_pci_master_on(f) || emu_pci_msix_masked(f))
		return;
	for (v = 0; v < EMU_MSIX_VECTORS; v++) {
		if (!(q->pending & UINT64_C(1) << v) || q->fd[v] < 0)
			continue;
		q->pending &= ~(UINT64_C(1) << v);
		emu_stats(f)->irqs++;
		signal_fd(q->fd[v]);
	}
}

void emu_irq(struct emu_fn *f, unsigned int vector)
{
	struct emu_irqs *q = f->irqs;
	unsigned int v;

	for (v = 0; v < EMU_MSIX_VECTORS && q->fd[v] < 0;)
		v++;
	if (vector >= EMU_MSIX_VECTORS || v == EMU_MSIX_VECTORS)
		return; /* MSI-X is not in use */
	q->pending |= UINT64_C(1) << vector;
	emu_irqs_flush(f);
}

void emu_irqs_error(struct emu_fn *f)
{
	if (f->irqs->fd[ERR_SLOT] >= 0)
		signal_fd(f->irqs->fd[ERR_SLOT]);
}

static bool is_eventfd(int fd)
{
	static const char want[] = "anon_inode:[eventfd]";
	char link[40], path[40];
	ssize_t n;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	n = readlink(path, link, sizeof(link));
	return n == (ssize_t)sizeof(want) - 1 && !memcmp(link, want, sizeof(want) - 1);
}

/* descriptors for @n slots from @first on, or none at all: then those slots are released */
static int assign(struct emu_fn *f, unsigned int first, unsigned int n, int *fds, unsigned int nfds)
{
	struct emu_irqs *q = f->irqs;
	unsigned int i;

	if (nfds && nfds != n)
		return -EINVAL;
	for (i = 0; i < nfds; i++)
		if (!is_eventfd(fds[i]))
			return -EINVAL;
	release(q, first, n);
	for (i = 0; i < nfds; i++) {
		q->fd[first + i] = fds[i];
		fds[i] = -1;
	}
	emu_irqs_flush(f);
	return 0;
}

/* fires as the device would, for a client that tests its own side */
static void fire(struct emu_fn *f, const struct vfu_irq_set *s, const uint8_t *data)
{
	uint32_t i;

	for (i = 0; i < s->count; i++) {
		if (data && !data[i])
			continue;
		if (s->index == VFU_ERR)
			emu_irqs_error(f);
		else
			emu_irq(f, s->start + i);
	}
}

/* All vectors of an index at once: with MSI-X off there is nothing to wait for either. */
static void disable(struct emu_irqs *q, uint32_t index)
{
	release(q, index == VFU_ERR ? ERR_SLOT : 0, emu_irqs_count(index));
	if (index == VFU_MSIX)
		q->pending = 0;
}

int emu_irqs_set(struct emu_fn *f, const struct vfu_irq_set *s, const uint8_t *data, uint32_t len,
	int *fds, unsigned int nfds)
{
	uint32_t have = s->index < VFU_IRQS ? emu_irqs_count(s->index) : 0;
	unsigned int first = s->index == VFU_ERR ? ERR_SLOT : s->start;

	if (s->index >= VFU_IRQS || s->start > have || s->count > have - s->start)
		return -EINVAL;
	if (nfds && s->flags != (VFU_SET_TRIGGER | VFU_SET_EVENTFD))
		return -EINVAL;
	switch (s->flags) {
	case VFU_SET_TRIGGER | VFU_SET_EVENTFD:
		return len || !s->count ? -EINVAL : assign(f, first, s->count, fds, nfds);
	case VFU_SET_TRIGGER | VFU_SET_NONE:
		if (len)
			return -EINVAL;
		if (s->count)
			fire(f, s, NULL);
		else if (have)
			disable(f->irqs, s->index);
		return 0;
	case VFU_SET_TRIGGER | VFU_SET_BOOL:
		if (len != s->count || !s->count)
			return -EINVAL;
		fire(f, s, data);
		return 0;
	default:
		return -EINVAL; /* MSI-X vectors cannot be masked this way, with kernel VFIO neither
				 */
	}
}

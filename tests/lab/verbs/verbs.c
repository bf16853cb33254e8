/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Steps, the pattern, the device, and memory with what it must hold beside it: a check compares every byte,
 * so that a store to a gap or a guard byte is seen wherever it fell.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "verbs.h"

void vb_log_init(struct vb_log *log)
{
	const char *slow = getenv("LAC_TEST_SLOW");

	memset(log, 0, sizeof(*log));
	log->slow = slow != NULL && atof(slow) > 0 ? atof(slow) : 1;
	setvbuf(stdout, NULL, _IOLBF, 0);
}

bool vb_why(struct vb_log *log, const char *fmt, ...)
{
	va_list ap;

	if (log->why[0] != '\0')
		return false;
	va_start(ap, fmt);
	vsnprintf(log->why, sizeof(log->why), fmt, ap);
	va_end(ap);
	return false;
}

bool vb_step(struct vb_log *log, const char *name, bool ok)
{
	if (!ok) {
		log->failed++;
		printf("    %s: %s\n", name, log->why[0] != '\0' ? log->why : "no reason given");
	}
	printf("STEP %s %d\n", name, !ok);
	log->why[0] = '\0';
	return ok;
}

uint64_t vb_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15ull; /* splitmix64 */

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ z >> 27) * 0x94d049bb133111ebull;
	return z ^ z >> 31;
}

uint32_t vb_below(uint64_t *state, uint32_t max)
{
	return (uint32_t)((vb_random(state) >> 32) * max >> 32);
}

static struct ibv_context *open_by_name(const char *name)
{
	struct ibv_device **list = ibv_get_device_list(NULL);
	struct ibv_context *ctx = NULL;

	for (int i = 0; list != NULL && list[i] != NULL && ctx == NULL; i++)
		if (strcmp(ibv_get_device_name(list[i]), name) == 0)
			ctx = ibv_open_device(list[i]);
	if (list != NULL)
		ibv_free_device_list(list);
	return ctx;
}

bool vb_open(struct vb_dev *d, struct vb_log *log, const char *name)
{
	struct ibv_port_attr port;

	memset(d, 0, sizeof(*d));
	d->log = log;
	d->ctx = open_by_name(name);
	if (d->ctx == NULL)
		return vb_why(log, "%s cannot be opened", name);
	if (ibv_query_port(d->ctx, 1, &port) != 0 || port.state != IBV_PORT_ACTIVE)
		return vb_why(log, "%s: the port is not active", name);
	if (ibv_query_gid(d->ctx, 1, 0, &d->gid) != 0)
		return vb_why(log, "%s has no GID", name);
	d->lid = port.lid;
	d->grh = port.link_layer == IBV_LINK_LAYER_ETHERNET;
	d->pd = ibv_alloc_pd(d->ctx);
	return d->pd != NULL || vb_why(log, "%s: no PD: %s", name, strerror(errno));
}

bool vb_close(struct vb_dev *d)
{
	int ret = d->pd != NULL ? ibv_dealloc_pd(d->pd) : 0;

	if (ret == 0 && d->ctx != NULL)
		ret = ibv_close_device(d->ctx);
	d->pd = NULL;
	d->ctx = NULL;
	return ret == 0 || vb_why(d->log, "closing: %s", strerror(ret));
}

static size_t map_bytes(size_t len)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	return (len + page - 1) & ~(page - 1);
}

bool vb_mem_new(struct vb_mem *m, struct vb_dev *d, size_t len, int access, uint64_t *rng)
{
	memset(m, 0, sizeof(*m));
	m->dev = d;
	m->len = len;
	m->want = malloc(len);
	m->buf = mmap(
		NULL, map_bytes(len), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (m->buf == MAP_FAILED || m->want == NULL) {
		m->buf = m->buf == MAP_FAILED ? NULL : m->buf;
		return vb_why(d->log, "no memory");
	}
	vb_mem_fill(m, rng);
	if (access < 0)
		return true;
	m->mr = ibv_reg_mr(d->pd, m->buf, len, access);
	return m->mr != NULL || vb_why(d->log, "ibv_reg_mr of %zu bytes: %s", len, strerror(errno));
}

bool vb_mem_free(struct vb_mem *m)
{
	int ret = m->mr != NULL ? ibv_dereg_mr(m->mr) : 0;

	m->mr = NULL;
	if (ret == 0 && m->buf != NULL)
		munmap(m->buf, map_bytes(m->len));
	free(m->want);
	m->want = NULL;
	m->buf = NULL;
	return ret == 0 || vb_why(m->dev->log, "ibv_dereg_mr: %s", strerror(ret));
}

void vb_mem_fill(struct vb_mem *m, uint64_t *rng)
{
	for (size_t i = 0; i < m->len; i += 8) {
		uint64_t r = vb_random(rng);

		memcpy(m->want + i, &r, m->len - i < 8 ? m->len - i : 8);
	}
	memcpy(m->buf, m->want, m->len);
}

bool vb_mem_check(const struct vb_mem *m, const char *who)
{
	size_t wrong = 0, first = 0;

	for (size_t i = 0; i < m->len; i++)
		if (m->buf[i] != m->want[i] && wrong++ == 0)
			first = i;
	return wrong == 0 ||
	       vb_why(m->dev->log, "%s: %zu bytes are wrong, the first at %zu: 0x%02x, not 0x%02x",
		       who, wrong, first, m->buf[first], m->want[first]);
}

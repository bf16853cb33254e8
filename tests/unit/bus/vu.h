/* SPDX-License-Identifier: BSD-3-Clause */
/* A client opened on the scripted server, for the tests of the vfio-user bus. */
#ifndef UNIT_BUS_VU_H
#define UNIT_BUS_VU_H

#include <string.h>

#include "aid.h"
#include "bus/vu_client.h"
#include "fake.h"

#define VU_BDF "0000:03:00.0"

struct vu_test {
	struct fake f;
	struct lac_bus *bus;
	struct lac_err why;
	unsigned int fds; /* open before */
};

static inline void vu_prepare(struct vu_test *t)
{
	memset(t, 0, sizeof(*t));
	t->fds = aid_open_fds();
	fake_init(&t->f);
}

static inline int vu_open(struct vu_test *t, uint32_t timeout_ms)
{
	fake_start(&t->f);
	return lac_vu_open_fd(t->f.client, VU_BDF, timeout_ms, &t->bus, &t->why);
}

static inline void vu_begin(struct vu_test *t)
{
	vu_prepare(t);
	assert_int_equal(vu_open(t, aid_long_ms()), 0);
}

/* Also sees that no descriptor leaked. */
static inline void vu_end(struct vu_test *t)
{
	if (t->bus)
		t->bus->ops->close(t->bus);
	fake_stop(&t->f);
	assert_int_equal(aid_open_fds(), t->fds);
}

#endif

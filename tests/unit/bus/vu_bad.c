/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The vfio-user bus against a server that misbehaves: each kind of bad answer ends as documented, within
 * the deadline, with no descriptor leaked, and never reaches memory that was not mapped.
 */
#include <errno.h>
#include <linux/vfio.h>
#include <poll.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vu.h"

#define PAGE 4096u

/* A bad answer to a register read. */
static const struct {
	enum fake_act act;
	int err;   /* of that read */
	bool gone; /* afterwards */
} reads[] = {
	{FAKE_GOOD, 0, false},
	{FAKE_TRICKLE, 0, false},
	{FAKE_FDS_FIT, 0, false},
	{FAKE_ERROR, -EBUSY, false},
	{FAKE_ERROR_0, -EIO, false},
	{FAKE_ERROR_BIG, -EIO, false},
	{FAKE_SHORT, -ENODEV, true},
	{FAKE_LONG, -ENODEV, true},
	{FAKE_OTHER_ID, -ENODEV, true},
	{FAKE_OTHER_CMD, -ENODEV, true},
	{FAKE_OTHER_OFF, -ENODEV, true},
	{FAKE_HUGE, -ENODEV, true},
	{FAKE_TINY, -ENODEV, true},
	{FAKE_TYPE, -ENODEV, true},
	{FAKE_FDS_OVER, -ENODEV, true},
	{FAKE_CLOSE, -ENODEV, true},
	{FAKE_EOF_HEADER, -ENODEV, true},
	{FAKE_EOF_BODY, -ENODEV, true},
};

static void answers_to_a_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(reads); i++) {
		struct vu_test t;
		uint32_t v = 0;
		int err;

		vu_begin(&t);
		memcpy(t.f.bar + 8, "\x11\x22\x33\x44", 4);
		fake_arm(&t.f, 9, reads[i].act);
		err = t.bus->ops->bar_read(t.bus, 8, &v, 4);
		if (err != reads[i].err || lac_bus_gone(t.bus) != reads[i].gone)
			fail_msg("answer %d: %d, gone %d", (int)reads[i].act, err,
				lac_bus_gone(t.bus));
		assert_int_equal(v, err ? 0xffffffff : 0x44332211);
		/* the next one works, or fails at once */
		assert_int_equal(
			t.bus->ops->bar_read(t.bus, 8, &v, 4), reads[i].gone ? -ENODEV : 0);
		assert_int_equal(v, reads[i].gone ? 0xffffffff : 0x44332211);
		vu_end(&t);
	}
}

/* Everything on a bus that is gone: defined, and without a request. */
static void gone_is_gone(void **state)
{
	struct vu_test t;
	struct pollfd p;
	uint8_t b[8];
	int fd = -1;

	(void)state;
	vu_begin(&t);
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, (void *)0x100000, PAGE, t.f.bar_fd, 0, NULL), 0);
	fake_hangup(&t.f);
	p = (struct pollfd){t.bus->ops->fd(t.bus), POLLIN, 0};
	assert_int_equal(poll(&p, 1, (int)aid_long_ms()), 1);
	assert_int_equal(t.bus->ops->service(t.bus), -ENODEV);
	assert_true(lac_bus_gone(t.bus));
	assert_int_equal(t.bus->ops->service(t.bus), -ENODEV);
	assert_int_equal(lac_bus_read32(t.bus, 0), 0xffffffff);
	/* the shared stretch is still there, but not the function behind it */
	assert_int_equal(lac_bus_read32(t.bus, FAKE_AREA_OFF), 0xffffffff);
	memset(b, 0, 8);
	assert_int_equal(t.bus->ops->bar_read(t.bus, FAKE_AREA_OFF, b, 8), -ENODEV);
	assert_memory_equal(b, "\xff\xff\xff\xff\xff\xff\xff\xff", 8);
	assert_int_equal(t.bus->ops->bar_write(t.bus, FAKE_AREA_OFF, b, 8), -ENODEV);
	assert_int_equal(t.f.bar[FAKE_AREA_OFF], 0);
	memset(b, 0, 8);
	assert_int_equal(t.bus->ops->cfg_read(t.bus, 0, b, 2), -ENODEV);
	assert_int_equal(b[1], 0xff);
	assert_int_equal(t.bus->ops->cfg_write(t.bus, 4, b, 2), -ENODEV);
	assert_int_equal(lac_bus_master(t.bus, true), -ENODEV);
	assert_int_equal(t.bus->ops->irqs_set(t.bus, 0, 1, &fd), -ENODEV);
	assert_int_equal(t.bus->ops->reset(t.bus), -ENODEV);
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, (void *)0x200000, PAGE, t.f.bar_fd, 0, &t.why), -ENODEV);
	assert_int_equal(t.why.where, LAC_AT_GONE);
	assert_int_equal(t.bus->ops->dma_unmap(t.bus, (void *)0x100000, PAGE), -ENODEV);
	vu_end(&t);
}

/* An answer after the deadline is dropped by its id; the question after it gets its own. */
static void late_answer(void **state)
{
	struct vu_test t;
	uint32_t v = 0;

	(void)state;
	vu_begin(&t);
	memcpy(t.f.bar, "\1\1\1\1\2\2\2\2", 8);
	t.bus->timeout_ms = aid_short_ms();
	fake_arm(&t.f, 9, FAKE_HOLD);
	assert_int_equal(t.bus->ops->bar_read(t.bus, 0, &v, 4), -ETIMEDOUT);
	assert_int_equal(v, 0xffffffff);
	assert_false(lac_bus_gone(t.bus));
	t.bus->timeout_ms = aid_long_ms();
	assert_int_equal(t.bus->ops->bar_read(t.bus, 4, &v, 4), 0);
	assert_int_equal(v, 0x02020202);
	/* in the middle of an answer, too */
	t.bus->timeout_ms = aid_short_ms();
	fake_arm(&t.f, 9, FAKE_HALF);
	assert_int_equal(t.bus->ops->bar_read(t.bus, 0, &v, 4), -ETIMEDOUT);
	t.bus->timeout_ms = aid_long_ms();
	assert_int_equal(t.bus->ops->bar_read(t.bus, 4, &v, 4), 0);
	assert_int_equal(v, 0x02020202);
	assert_int_equal(((struct vu_bus *)(void *)t.bus)->nlate, 0);
	vu_end(&t);
}

/* A server that owes too many answers is given up. */
static void never_an_answer(void **state)
{
	struct vu_test t;
	uint32_t v;

	(void)state;
	vu_begin(&t);
	t.bus->timeout_ms = 1;
	for (unsigned int i = 0; i < VU_LATE_MAX; i++) {
		fake_arm(&t.f, 9, FAKE_SILENT);
		assert_int_equal(t.bus->ops->bar_read(t.bus, 0, &v, 4), -ETIMEDOUT);
		/* the next is armed only once this one was seen */
		while (fake_count(&t.f, 9) != i + 1)
			poll(NULL, 0, 1);
	}
	assert_int_equal(t.bus->ops->bar_read(t.bus, 0, &v, 4), -ENODEV);
	assert_true(lac_bus_gone(t.bus));
	vu_end(&t);
}

static void chatter_does_not_hold_us(void **state)
{
	struct vu_test t;
	uint32_t v;
	int err;

	(void)state;
	vu_begin(&t);
	t.bus->timeout_ms = aid_short_ms();
	fake_arm(&t.f, 9, FAKE_CHATTER);
	assert_int_equal(t.bus->ops->bar_read(t.bus, 0, &v, 4), -ETIMEDOUT);
	err = t.bus->ops->service(t.bus);
	assert_true(err == 0);
	vu_end(&t);
}

/* The deadline counts even while there is always one more message to read. */
static void full_queue_does_not_hold_us(void **state)
{
	struct fake_dma d = {.silent = true, .cmd = 999};
	struct vu_test t;
	int queued = 0;
	uint32_t v;

	(void)state;
	vu_begin(&t);
	for (int i = 0; i < 20; i++)
		fake_ask(&t.f, &d);
	fake_arm(&t.f, 9, FAKE_SILENT);
	t.bus->timeout_ms = 0;
	assert_int_equal(t.bus->ops->bar_read(t.bus, 0, &v, 4), -ETIMEDOUT);
	assert_int_equal(ioctl(t.bus->ops->fd(t.bus), FIONREAD, &queued), 0);
	assert_true(queued > 0);
	vu_end(&t);
}

/* What the device may reach must not stay in doubt. */
static void unanswered_map_ends_it(void **state)
{
	struct vu_test t;

	(void)state;
	vu_begin(&t);
	t.bus->timeout_ms = aid_short_ms();
	fake_arm(&t.f, 2, FAKE_SILENT);
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, (void *)0x100000, PAGE, t.f.bar_fd, 0, &t.why), -ENODEV);
	assert_true(lac_bus_gone(t.bus));
	vu_end(&t);

	vu_begin(&t);
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, (void *)0x100000, PAGE, t.f.bar_fd, 0, NULL), 0);
	t.bus->timeout_ms = aid_short_ms();
	fake_arm(&t.f, 3, FAKE_SILENT);
	assert_int_equal(t.bus->ops->dma_unmap(t.bus, (void *)0x100000, PAGE), -ENODEV);
	assert_true(lac_bus_gone(t.bus));
	vu_end(&t);
}

static void refused_map_is_no_map(void **state)
{
	struct vu_test t;
	struct fake_dma d = {.addr = 0x100000, .count = 4};

	(void)state;
	vu_begin(&t);
	fake_arm(&t.f, 2, FAKE_ERROR);
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, (void *)0x100000, PAGE, t.f.bar_fd, 0, &t.why), -EBUSY);
	assert_int_equal(t.why.where, LAC_AT_MEM);
	fake_arm_dma(&t.f, 13, &d, 1);
	assert_int_equal(t.bus->ops->reset(t.bus), 0);
	assert_int_equal(d.err, EFAULT);
	vu_end(&t);
}

/* The server's own requests reach what is mapped and nothing else. */
static void device_reaches_mapped_memory_only(void **state)
{
	struct vu_test t;
	int fd = aid_memfd(4 * PAGE);
	uint8_t *m = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	uint64_t va = (uintptr_t)m;
	uint8_t in[64] = {0}, out[64];
	struct fake_dma d[] = {
		{.addr = va + 100, .count = 64, .data = in},
		{.write = true, .addr = va + PAGE - 32, .count = 64, .data = out},
		{.addr = va + 2 * PAGE - 4, .count = 8}, /* over the end */
		{.addr = va - 1, .count = 2},            /* before it */
		{.addr = va + 3 * PAGE, .count = 1},
		{.addr = UINT64_MAX - 1, .count = 16}, /* over the world's end */
		{.addr = va, .count = 0},
		{.addr = va, .count = (1u << 20) + 1}, /* more than was agreed */
		{.addr = va, .count = UINT64_MAX},
		{.write = true, .addr = va, .count = 64, .cut = 1}, /* data that lacks a byte */
		{.addr = va, .count = 8, .cut = 9},                 /* half a request */
		{.cmd = 14, .addr = va, .count = 8},                /* nothing of this protocol */
		{.write = true, .silent = true, .addr = va + 8, .count = 1, .data = out},
		{.write = true, .addr = va + 2 * PAGE, .count = 1, .data = out},
	};
	static const uint32_t errs[] = {0, 0, EFAULT, EFAULT, EFAULT, EFAULT, EFAULT, EINVAL,
		EINVAL, EINVAL, EINVAL, ENOTSUP, 0, EFAULT};

	(void)state;
	memset(out, 0x5a, sizeof(out));
	memset(m + 100, 0xa5, 64);
	m[2 * PAGE] = 0x77;
	vu_begin(&t);
	/* two maps, neighbours: one access may span both */
	assert_int_equal(t.bus->ops->dma_map(t.bus, m, PAGE, fd, 0, NULL), 0);
	assert_int_equal(t.bus->ops->dma_map(t.bus, m + PAGE, PAGE, fd, PAGE, NULL), 0);
	fake_arm_dma(&t.f, 13, d, COUNT(d));
	assert_int_equal(t.bus->ops->reset(t.bus), 0);
	for (size_t i = 0; i < COUNT(d); i++) {
		if (d[i].err != errs[i])
			fail_msg("request %zu: %u", i, d[i].err);
		assert_int_equal(d[i].got, d[i].silent || d[i].err ? 0
					   : d[i].write            ? 16
								   : 16 + d[i].count);
	}
	assert_memory_equal(in, m + 100, 64);
	assert_memory_equal(m + PAGE - 32, out, 64);
	assert_int_equal(m[8], 0x5a);
	assert_int_equal(m[0], 0);
	assert_int_equal(m[2 * PAGE], 0x77);
	/* and no longer once it is unmapped */
	assert_int_equal(t.bus->ops->dma_unmap(t.bus, m, PAGE), 0);
	d[0].err = 0;
	fake_arm_dma(&t.f, 13, d, 1);
	assert_int_equal(t.bus->ops->reset(t.bus), 0);
	assert_int_equal(d[0].err, EFAULT);
	vu_end(&t);
	munmap(m, 4 * PAGE);
	close(fd);
}

/* Its requests are answered while nobody waits, too. */
static void service_serves(void **state)
{
	struct vu_test t;
	uint8_t m[PAGE] __attribute__((aligned(PAGE)));
	uint8_t out[4] = {9, 8, 7, 6};
	struct fake_dma d = {
		.write = true, .silent = true, .addr = (uintptr_t)m + 5, .count = 4, .data = out};
	struct pollfd p;

	(void)state;
	memset(m, 0, sizeof(m));
	vu_begin(&t);
	assert_int_equal(t.bus->ops->service(t.bus), 0);
	assert_int_equal(t.bus->ops->dma_map(t.bus, m, PAGE, t.f.bar_fd, 0, NULL), 0);
	fake_ask(&t.f, &d);
	p = (struct pollfd){t.bus->ops->fd(t.bus), POLLIN, 0};
	assert_int_equal(poll(&p, 1, (int)aid_long_ms()), 1);
	assert_int_equal(t.bus->ops->service(t.bus), 0);
	assert_memory_equal(m + 5, out, 4);
	vu_end(&t);
}

/* Each step of opening, each kind of bad answer: a refusal with a sentence that names the function. */
static void bad_answers_to_opening(void **state)
{
	static const uint16_t steps[] = {1, 4, 5, 7};

	(void)state;
	for (size_t s = 0; s < COUNT(steps); s++) {
		for (int act = FAKE_SILENT; act <= FAKE_CHATTER; act++) {
			bool mute = act == FAKE_SILENT || act == FAKE_HOLD || act == FAKE_HALF ||
				    act == FAKE_CHATTER;
			struct vu_test t;
			int err;

			if (act == FAKE_TRICKLE || act == FAKE_FDS_FIT || act == FAKE_OTHER_OFF)
				continue;
			/* one byte more or less of these is another good answer */
			if (act == FAKE_LONG && (steps[s] == 1 || steps[s] == 5))
				continue;
			vu_prepare(&t);
			fake_arm(&t.f, steps[s], (enum fake_act)act);
			err = vu_open(&t, mute ? aid_short_ms() : aid_long_ms());
			if (err >= 0 || err == -ENODEV || t.why.err != err ||
				!strstr(t.why.arg, VU_BDF))
				fail_msg("step %u, answer %d: %d, \"%s\"", steps[s], act, err,
					t.why.arg);
			if (mute)
				assert_int_equal(err, -ETIMEDOUT);
			vu_end(&t);
		}
	}
}

static void expect_refusal(struct vu_test *t, int want, const char *word, unsigned int line)
{
	int err = vu_open(t, aid_long_ms());

	if (err != want || !strstr(t->why.arg, word))
		fail_msg("line %u: %d, \"%s\"", line, err, t->why.arg);
	vu_end(t);
}

#define REFUSED(change, want, word)                       \
	do {                                              \
		vu_prepare(&t);                           \
		change;                                   \
		expect_refusal(&t, want, word, __LINE__); \
	} while (0)

static void odd_devices(void **state)
{
	struct vu_test t;

	(void)state;
	REFUSED(t.f.major = 1, -EPROTO, "version");
	REFUSED(t.f.minor = 1, -EPROTO, "version");
	REFUSED(t.f.caps_no_nul = true, -EPROTO, "NUL");
	REFUSED(t.f.caps = "", -EPROTO, "malformed");
	REFUSED(t.f.caps = "{\"capabilities\":{\"max_msg_fds\":0}}", -EPROTO, "malformed");
	REFUSED(t.f.caps = "{\"capabilities\":{\"max_msg_fds\":-1}}", -EPROTO, "malformed");
	REFUSED(t.f.caps = "{\"capabilities\":{\"max_msg_fds\":\"8\"}}", -EPROTO, "malformed");
	REFUSED(t.f.caps = "{\"capabilities\":{\"pgsizes\":0}}", -EPROTO, "malformed");
	REFUSED(t.f.caps = "{\"capabilities\":{", -EPROTO, "malformed");
	REFUSED(t.f.device_flags = 0, -EPROTO, "PCI");
	REFUSED(t.f.num_regions = 7, -EPROTO, "PCI");
	REFUSED(t.f.num_irqs = 2, -EPROTO, "PCI");
	REFUSED(t.f.bar_bytes = 0, -EPROTO, "region 0");
	REFUSED(t.f.cfg_bytes = 64, -EPROTO, "region 7");
	REFUSED(t.f.cap_offset = 8, -EPROTO, "region 0");
	REFUSED(t.f.cap_offset = 76, -EPROTO, "region 0");
	REFUSED(t.f.cap_offset = 0xfffffff0, -EPROTO, "region 0");
	REFUSED(t.f.cap_areas = 2, -EPROTO, "region 0");
	REFUSED(t.f.cap_areas = UINT32_MAX, -EPROTO, "region 0");
	REFUSED(t.f.area_off = 100, -EPROTO, "region 0");
	REFUSED(t.f.area_len = 0, -EPROTO, "region 0");
	REFUSED(t.f.area_len = FAKE_BAR_BYTES, -EPROTO, "region 0");
	REFUSED(t.f.area_off = UINT64_MAX - 4095, -EPROTO, "region 0");
	/* within the BAR, but not within the file */
	REFUSED((t.f.area_off = 0, t.f.bar_bytes = t.f.area_len = 1u << 20), -EPROTO, "region 0");
	/* within the file, but not within the BAR */
	REFUSED(t.f.bar_bytes = FAKE_BAR_BYTES / 2, -EPROTO, "region 0");
	REFUSED(t.f.vectors = 0, -EPROTO, "MSI-X");
	REFUSED(t.f.vectors = 2049, -EPROTO, "MSI-X");
	REFUSED(t.f.irq_flags = 0, -EPROTO, "MSI-X");
	/* a server may keep its BAR to itself */
	vu_prepare(&t);
	t.f.bar_no_fd = true;
	assert_int_equal(vu_open(&t, aid_long_ms()), 0);
	assert_null(t.bus->ops->bar_ptr(t.bus, FAKE_AREA_OFF, 4));
	vu_end(&t);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_to_a_read),
		cmocka_unit_test(gone_is_gone),
		cmocka_unit_test(late_answer),
		cmocka_unit_test(never_an_answer),
		cmocka_unit_test(chatter_does_not_hold_us),
		cmocka_unit_test(full_queue_does_not_hold_us),
		cmocka_unit_test(unanswered_map_ends_it),
		cmocka_unit_test(refused_map_is_no_map),
		cmocka_unit_test(device_reaches_mapped_memory_only),
		cmocka_unit_test(service_serves),
		cmocka_unit_test(bad_answers_to_opening),
		cmocka_unit_test(odd_devices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: BSD-3-Clause */
/* The vfio-user bus against a server that behaves: each request's bytes, and what comes of it. */
#include <errno.h>
#include <linux/vfio.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vu.h"

#define PAGE 4096u

static uint32_t word(const struct fake_seen *s, unsigned int off)
{
	uint32_t v;

	memcpy(&v, s->body + off, 4);
	return v;
}

static uint64_t quad(const struct fake_seen *s, unsigned int off)
{
	uint64_t v;

	memcpy(&v, s->body + off, 8);
	return v;
}

static void opens(void **state)
{
	struct vu_test t;
	struct fake_seen *s;

	(void)state;
	vu_begin(&t);
	assert_string_equal(t.bus->ops->name, "vfio-user");
	assert_string_equal(t.bus->bdf, VU_BDF);
	assert_int_equal(t.bus->bar_bytes, FAKE_BAR_BYTES);
	assert_int_equal(t.bus->irq_count, FAKE_VECTORS);
	assert_false(lac_bus_gone(t.bus));
	assert_true(t.bus->ops->fd(t.bus) >= 0);
	/* version 0.0, JSON with its NUL */
	s = fake_saw(&t.f, 1, 0);
	assert_non_null(s);
	assert_int_equal(word(s, 0), 0);
	assert_memory_equal(s->body + 4, "{\"capabilities\":{", 17);
	assert_memory_equal(s->body + 21, "\"max_msg_fds\":8,", 16);
	/* region 0 and 7, MSI-X */
	assert_int_equal(word(fake_saw(&t.f, 5, 0), 8), VFIO_PCI_BAR0_REGION_INDEX);
	assert_int_equal(word(fake_saw(&t.f, 5, 1), 8), VFIO_PCI_CONFIG_REGION_INDEX);
	assert_int_equal(word(fake_saw(&t.f, 7, 0), 8), VFIO_PCI_MSIX_IRQ_INDEX);
	vu_end(&t);
}

static void bar_maps_what_is_shared(void **state)
{
	struct vu_test t;
	volatile uint64_t *p;

	(void)state;
	vu_begin(&t);
	p = t.bus->ops->bar_ptr(t.bus, FAKE_AREA_OFF, 8);
	assert_non_null((const void *)p);
	*p = 0x1122334455667788u;
	assert_memory_equal(t.f.bar + FAKE_AREA_OFF, (const void *)p, 8);
	assert_non_null(t.bus->ops->bar_ptr(t.bus, FAKE_BAR_BYTES - 8, 8));
	assert_null(t.bus->ops->bar_ptr(t.bus, FAKE_AREA_OFF - 4, 4));
	assert_null(t.bus->ops->bar_ptr(t.bus, FAKE_AREA_OFF - 4, 8));
	assert_null(t.bus->ops->bar_ptr(t.bus, FAKE_BAR_BYTES - 4, 8));
	assert_null(t.bus->ops->bar_ptr(t.bus, FAKE_BAR_BYTES, 0xffffffffffffffffu));
	/* no request for these */
	lac_bus_write32(t.bus, FAKE_AREA_OFF + 64, 0x01020304);
	assert_int_equal(lac_bus_read32(t.bus, FAKE_AREA_OFF + 64), 0x01020304);
	assert_memory_equal(t.f.bar + FAKE_AREA_OFF + 64, "\1\2\3\4", 4);
	assert_int_equal(fake_count(&t.f, 9) + fake_count(&t.f, 10), 0);
	vu_end(&t);
}

static void bar_without_sparse_is_whole(void **state)
{
	struct vu_test t;

	(void)state;
	vu_prepare(&t);
	t.f.bar_sparse = false;
	assert_int_equal(vu_open(&t, aid_long_ms()), 0);
	assert_non_null(t.bus->ops->bar_ptr(t.bus, 0, FAKE_BAR_BYTES));
	vu_end(&t);

	vu_prepare(&t);
	t.f.bar_flags = VFIO_REGION_INFO_FLAG_READ | VFIO_REGION_INFO_FLAG_WRITE;
	assert_int_equal(vu_open(&t, aid_long_ms()), 0);
	assert_null(t.bus->ops->bar_ptr(t.bus, 0, 4));
	assert_null(t.bus->ops->bar_ptr(t.bus, FAKE_AREA_OFF, 4));
	vu_end(&t);
}

static void registers_trap(void **state)
{
	struct vu_test t;
	struct fake_seen *s;
	uint8_t b[8] = {1, 2, 3, 4, 5, 6, 7, 8}, got[8];

	(void)state;
	vu_begin(&t);
	memcpy(t.f.bar + 0x10, "\x0a\x0b\x0c\x0d", 4);
	assert_int_equal(lac_bus_read32(t.bus, 0x10), 0x0a0b0c0d);
	s = fake_saw(&t.f, 9, 0);
	assert_int_equal(s->body_len, 16);
	assert_int_equal(quad(s, 0), 0x10);
	assert_int_equal(word(s, 8), VFIO_PCI_BAR0_REGION_INDEX);
	assert_int_equal(word(s, 12), 4);
	lac_bus_write32(t.bus, 0x14, 0x80000001);
	assert_memory_equal(t.f.bar + 0x14, "\x80\0\0\1", 4);
	assert_int_equal(fake_saw(&t.f, 10, 0)->body_len, 20);
	for (uint32_t len = 1; len <= 8; len *= 2) {
		assert_int_equal(t.bus->ops->bar_write(t.bus, 0x40, b, len), 0);
		memset(got, 0, sizeof(got));
		assert_int_equal(t.bus->ops->bar_read(t.bus, 0x40, got, len), 0);
		assert_memory_equal(got, b, len);
		assert_memory_equal(t.f.bar + 0x40, b, len);
	}
	assert_int_equal(t.bus->ops->bar_read(t.bus, 0, got, 0), -EINVAL);
	vu_end(&t);
}

static void config_space(void **state)
{
	struct vu_test t;
	uint16_t v = 0;

	(void)state;
	vu_begin(&t);
	assert_int_equal(t.bus->ops->cfg_read(t.bus, 2, &v, 2), 0);
	assert_int_equal(v, 0x1018);
	assert_int_equal(word(fake_saw(&t.f, 9, -1), 8), VFIO_PCI_CONFIG_REGION_INDEX);
	t.f.cfg[4] = 0x41;
	t.f.cfg[5] = 0x04;
	assert_int_equal(lac_bus_master(t.bus, true), 0);
	assert_int_equal(t.f.cfg[4], 0x47);
	assert_int_equal(t.f.cfg[5], 0x04);
	assert_int_equal(lac_bus_master(t.bus, false), 0);
	assert_int_equal(t.f.cfg[4], 0x41);
	vu_end(&t);
}

static void maps_memory_by_descriptor(void **state)
{
	struct vu_test t;
	struct fake_seen *s;
	struct stat a, b;
	int fd = aid_memfd(8 * PAGE);
	uint8_t *m = mmap(NULL, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

	(void)state;
	vu_begin(&t);
	assert_int_equal(t.bus->ops->dma_map(t.bus, m, 4 * PAGE, fd, 2 * PAGE, &t.why), 0);
	s = fake_saw(&t.f, 2, 0);
	assert_int_equal(s->body_len, 32);
	assert_int_equal(word(s, 0), 32);
	assert_int_equal(word(s, 4), 3);
	assert_int_equal(quad(s, 8), 2 * PAGE);
	assert_int_equal(quad(s, 16), (uintptr_t)m);
	assert_int_equal(quad(s, 24), 4 * PAGE);
	assert_int_equal(s->nfds, 1);
	fstat(fd, &a);
	fstat(s->fd, &b);
	assert_int_equal(a.st_ino, b.st_ino);
	/* refused before the server is asked */
	assert_int_equal(t.bus->ops->dma_map(t.bus, m + PAGE, PAGE, fd, 0, &t.why), -EEXIST);
	assert_int_equal(t.bus->ops->dma_map(t.bus, m + 4 * PAGE, PAGE, -1, 0, &t.why), -EBADF);
	assert_non_null(strstr(t.why.arg, "file descriptor"));
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, m + 4 * PAGE + 1, PAGE, fd, 0, &t.why), -EINVAL);
	assert_int_equal(t.bus->ops->dma_map(t.bus, m + 4 * PAGE, 100, fd, 0, &t.why), -EINVAL);
	assert_int_equal(t.bus->ops->dma_map(t.bus, m + 4 * PAGE, 0, fd, 0, &t.why), -EINVAL);
	assert_int_equal(fake_count(&t.f, 2), 1);
	assert_int_equal(t.bus->ops->dma_unmap(t.bus, m, PAGE), -ENOENT);
	assert_int_equal(fake_count(&t.f, 3), 0);
	assert_int_equal(t.bus->ops->dma_unmap(t.bus, m, 4 * PAGE), 0);
	s = fake_saw(&t.f, 3, 0);
	assert_int_equal(s->body_len, 24);
	assert_int_equal(quad(s, 8), (uintptr_t)m);
	assert_int_equal(quad(s, 16), 4 * PAGE);
	vu_end(&t);
	munmap(m, 8 * PAGE);
	close(fd);
}

static void map_limit_is_the_servers(void **state)
{
	struct vu_test t;
	int fd = aid_memfd(PAGE);

	(void)state;
	vu_prepare(&t);
	t.fds--; /* fd was open before, and is closed first */
	t.f.caps = "{\"capabilities\":{\"max_dma_maps\":2}}";
	assert_int_equal(vu_open(&t, aid_long_ms()), 0);
	for (uintptr_t i = 1; i <= 3; i++)
		assert_int_equal(t.bus->ops->dma_map(t.bus, (void *)(i << 20), PAGE, fd, 0, &t.why),
			i < 3 ? 0 : -ENOSPC);
	assert_non_null(strstr(t.why.arg, "limit of 2 maps"));
	assert_int_equal(t.bus->ops->dma_unmap(t.bus, (void *)(1ul << 20), PAGE), 0);
	assert_int_equal(t.bus->ops->dma_map(t.bus, (void *)(3ul << 20), PAGE, fd, 0, &t.why), 0);
	close(fd);
	vu_end(&t);
}

static void page_is_the_servers(void **state)
{
	struct vu_test t;

	(void)state;
	vu_prepare(&t);
	t.f.caps = "{\"capabilities\":{\"pgsizes\":2162688}}"; /* 64 KiB and 2 MiB */
	assert_int_equal(vu_open(&t, aid_long_ms()), 0);
	assert_int_equal(t.bus->ops->dma_map(t.bus, (void *)0x1000, 0x10000, t.f.bar_fd, 0, &t.why),
		-EINVAL);
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, (void *)0x10000, 0x10000, t.f.bar_fd, 0, &t.why), 0);
	assert_int_equal(
		t.bus->ops->dma_map(t.bus, (void *)0x210000, 0x10000, t.f.bar_fd, 0, &t.why), 0);
	vu_end(&t);
}

/* Vectors go in messages of as many descriptors as the server takes; releases carry none. */
static void irqs_in_chunks(void **state)
{
	struct vu_test t;
	int fds[FAKE_VECTORS];
	uint32_t next = 3;
	struct fake_seen *s;

	(void)state;
	vu_begin(&t);
	for (unsigned int i = 0; i < FAKE_VECTORS; i++)
		fds[i] = t.f.bar_fd;
	fds[33] = fds[34] = -1;
	assert_int_equal(t.bus->ops->irqs_set(t.bus, 3, 37, fds), 0);
	for (int i = 0; (s = fake_saw(&t.f, 8, i)); i++) {
		static const uint32_t count[] = {16, 16, 1, 2, 2};
		static const uint32_t with[] = {16, 16, 1, 0, 2};

		assert_true(i < 5);
		assert_int_equal(s->body_len, 20);
		assert_int_equal(word(s, 0), 20);
		assert_int_equal(
			word(s, 4), VFIO_IRQ_SET_DATA_EVENTFD | VFIO_IRQ_SET_ACTION_TRIGGER);
		assert_int_equal(word(s, 8), VFIO_PCI_MSIX_IRQ_INDEX);
		assert_int_equal(word(s, 12), next);
		assert_int_equal(word(s, 16), count[i]);
		assert_int_equal(s->nfds, with[i]);
		next += count[i];
	}
	assert_int_equal(next, FAKE_VECTORS);
	assert_int_equal(t.bus->ops->irqs_set(t.bus, 0, FAKE_VECTORS + 1, fds), -EINVAL);
	assert_int_equal(t.bus->ops->irqs_set(t.bus, FAKE_VECTORS, 1, fds), -EINVAL);
	assert_int_equal(t.bus->ops->irqs_set(t.bus, UINT32_MAX, 2, fds), -EINVAL);
	vu_end(&t);
}

/* max_msg_fds left unsaid means one. */
static void irqs_one_by_one(void **state)
{
	struct vu_test t;
	int fds[3];

	(void)state;
	vu_prepare(&t);
	t.f.caps = NULL;
	assert_int_equal(vu_open(&t, aid_long_ms()), 0);
	for (int i = 0; i < 3; i++)
		fds[i] = t.f.bar_fd;
	assert_int_equal(t.bus->ops->irqs_set(t.bus, 0, 3, fds), 0);
	assert_int_equal(fake_count(&t.f, 8), 3);
	vu_end(&t);
}

static void reset(void **state)
{
	struct vu_test t;

	(void)state;
	vu_begin(&t);
	assert_int_equal(t.bus->ops->reset(t.bus), 0);
	assert_int_equal(fake_count(&t.f, 13), 1);
	vu_end(&t);

	vu_prepare(&t);
	t.f.device_flags = VFIO_DEVICE_FLAGS_PCI;
	assert_int_equal(vu_open(&t, aid_long_ms()), 0);
	assert_int_equal(t.bus->ops->reset(t.bus), -ENOTSUP);
	assert_int_equal(fake_count(&t.f, 13), 0);
	vu_end(&t);
}

static void *hammer(void *arg)
{
	struct lac_bus *bus = arg;

	for (uint32_t i = 0; i < 200; i++) {
		uint32_t v = 0;

		if (bus->ops->bar_write(bus, 0x100, &i, 4) ||
			bus->ops->bar_read(bus, 0x200, &v, 4) || v != 0x55aa55aa ||
			bus->ops->service(bus))
			return bus;
	}
	return NULL;
}

static void threads_take_turns(void **state)
{
	struct vu_test t;
	pthread_t th[4];
	void *bad;

	(void)state;
	vu_begin(&t);
	memset(t.f.bar + 0x200, 0, 4);
	memcpy(t.f.bar + 0x200, "\xaa\x55\xaa\x55", 4);
	for (size_t i = 0; i < COUNT(th); i++)
		assert_int_equal(pthread_create(&th[i], NULL, hammer, t.bus), 0);
	for (size_t i = 0; i < COUNT(th); i++) {
		pthread_join(th[i], &bad);
		assert_null(bad);
	}
	vu_end(&t);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(opens),
		cmocka_unit_test(bar_maps_what_is_shared),
		cmocka_unit_test(bar_without_sparse_is_whole),
		cmocka_unit_test(registers_trap),
		cmocka_unit_test(config_space),
		cmocka_unit_test(maps_memory_by_descriptor),
		cmocka_unit_test(map_limit_is_the_servers),
		cmocka_unit_test(page_is_the_servers),
		cmocka_unit_test(irqs_in_chunks),
		cmocka_unit_test(irqs_one_by_one),
		cmocka_unit_test(reset),
		cmocka_unit_test(threads_take_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

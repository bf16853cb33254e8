/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Device arguments and the table of functions: EAL's list of -a is played by this test, sysfs is a folder
 * of its own. Every refusal names the function and the key.
 */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rte_devargs.h>
#include <rte_eal.h>
#include <rte_memzone.h>

#include "aid.h"
#include "bus/bus.h"
#include "mlx5/probe.h"

static struct {
	struct rte_devargs list[70];
	unsigned int n;
	enum rte_proc_type_t type;
	enum rte_iova_mode iova;
	struct rte_memzone zone;
	uint8_t zone_mem[8192] __attribute__((aligned(64)));
} eal;
static char dir[] = "/tmp/lac-probe-XXXXXX";

#define WRAP(ret, name, args)   \
	ret __wrap_##name args; \
	ret __wrap_##name args

WRAP(struct rte_devargs *, rte_devargs_next, (const char *bus, const struct rte_devargs *at))
{
	unsigned int i = at ? (unsigned int)(at - eal.list) + 1 : 0;

	assert_string_equal(bus, "pci");
	return i < eal.n ? &eal.list[i] : NULL;
}

WRAP(enum rte_proc_type_t, rte_eal_process_type, (void))
{
	return eal.type;
}

WRAP(enum rte_iova_mode, rte_eal_iova_mode, (void))
{
	return eal.iova;
}

WRAP(const struct rte_memzone *, rte_memzone_lookup, (const char *name))
{
	(void)name;
	return eal.zone.addr ? &eal.zone : NULL;
}

WRAP(const struct rte_memzone *, rte_memzone_reserve,
	(const char *name, size_t len, int socket, unsigned flags))
{
	(void)name;
	(void)socket;
	(void)flags;
	assert_true(len <= sizeof(eal.zone_mem));
	eal.zone.addr = eal.zone_mem;
	return &eal.zone;
}

static void allow(const char *name, const char *args)
{
	struct rte_devargs *da = &eal.list[eal.n++];

	snprintf(da->name, sizeof(da->name), "%s", name);
	da->args = args;
	da->policy = RTE_DEV_ALLOWED;
}

static int fresh(void **state)
{
	(void)state;
	memset(&eal, 0, sizeof(eal));
	eal.type = RTE_PROC_PRIMARY;
	eal.iova = RTE_IOVA_VA;
	return 0;
}

static void attr(const char *bdf, const char *name, const char *text)
{
	char path[256];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, bdf);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/%s/%s", dir, bdf, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void driver(const char *bdf, const char *target)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s/driver", dir, bdf);
	assert_int_equal(symlink(target, path), 0);
}

static int make_sysfs(void **state)
{
	char bdf[16];

	(void)state;
	assert_non_null(mkdtemp(dir));
	setenv("SYSFS_PCI_DEVICES", dir, 1);
	for (int i = 0; i < 70; i++) {
		snprintf(bdf, sizeof(bdf), "0000:03:%02x.%d", i / 8, i % 8);
		attr(bdf, "vfio_user_socket", "emu.sock\n");
		attr(bdf, "vendor", "0x15b3\n");
		attr(bdf, "device", "0x1018\n");
	}
	attr("0000:04:00.0", "vendor", "0x15b3\n");
	attr("0000:04:00.0", "device", "0x101d\n");
	driver("0000:04:00.0", "../../../../bus/pci/drivers/vfio-pci");
	attr("0000:04:00.1", "vendor", "0x15b3\n");
	driver("0000:04:00.1", "../../../../bus/pci/drivers/mlx5_core");
	attr("0000:04:00.2", "vendor", "0x15b3\n");
	attr("0000:05:00.0", "vendor", "0x1af4\n");
	attr("0000:05:00.0", "device", "0x1041\n");
	driver("0000:05:00.0", "../../../../bus/pci/drivers/vfio-pci");
	attr("0000:05:00.1", "vendor", "0x15b3\n");
	attr("0000:05:00.1", "device", "0x0001\n");
	driver("0000:05:00.1", "../../../../bus/pci/drivers/vfio-pci");
	return 0;
}

static int remove_sysfs(void **state)
{
	char cmd[64];

	(void)state;
	snprintf(cmd, sizeof(cmd), "rm -rf %s", dir);
	return system(cmd);
}

static void arguments(void **state)
{
	static const struct {
		const char *text;
		bool full, app;
		uint32_t ms;
	} good[] = {
		{NULL, false, false, 60000},
		{"", false, false, 60000},
		{"check=full", true, false, 60000},
		{"check=hull,ctrl=app,timeout_ms=1", false, true, 1},
		{"timeout_ms=3600000,ctrl=thread", false, false, 3600000},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		struct lac_args a = {.bdf = "0000:03:00.0", .check_full = true};

		assert_int_equal(lac_args_parse(&a, good[i].text, NULL), 0);
		assert_int_equal(a.check_full, good[i].full);
		assert_int_equal(a.ctrl_app, good[i].app);
		assert_int_equal(a.timeout_ms, good[i].ms);
	}
}

static void bad_arguments(void **state)
{
	static const struct {
		const char *text, *word;
	} bad[] = {
		{"chek=full", "chek"},
		{"check=fast", "check=fast: the value is hull or full"},
		{"check=", "check="},
		{"check", "check="},
		{"ctrl=lib", "ctrl=lib: the value is thread or app"},
		{"timeout_ms=0", "timeout_ms=0"},
		{"timeout_ms=3600001", "timeout_ms=3600001"},
		{"timeout_ms=99999999999999999999", "timeout_ms=9"},
		{"timeout_ms=5s", "timeout_ms=5s"},
		{"timeout_ms=-1", "timeout_ms=-1"},
		{"timeout_ms= 5", "timeout_ms= 5"},
		{"timeout_ms=0x10", "timeout_ms=0x10"},
		{"check=full,check=full", "check is given more than once"},
		{"check=full,check=hull", "check is given more than once"},
		{"driver=x,check=full", "driver"},
		{",", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct lac_args a = {.bdf = "0000:03:00.0"};
		struct lac_err why = {0};
		int err = lac_args_parse(&a, bad[i].text, &why);

		/* EAL's parser takes a lone comma for nothing said */
		if (!bad[i].word[0] && !err)
			continue;
		if (err != -EINVAL || why.err != err || why.where != LAC_AT_ARGS ||
			!strstr(why.arg, "0000:03:00.0") || !strstr(why.arg, bad[i].word))
			fail_msg("%s: %d, %s", bad[i].text, err, why.arg);
	}
}

static void probes(void **state)
{
	struct lac_args a;
	struct lac_err why;

	(void)state;
	allow("0000:03:00.0", "check=full");
	allow("03:00.1", NULL);
	allow("0000:04:00.0", "timeout_ms=5");
	allow("0000:09:00.0", "nonsense");
	eal.list[3].policy = RTE_DEV_BLOCKED;
	assert_int_equal(lac_claim(0, &a, &why), -EINVAL); /* not probed yet */
	assert_non_null(strstr(why.arg, "lac_probe"));
	assert_null(lac_probe_bdf(0));
	assert_int_equal(lac_probe(&why), 3);
	eal.n = 0;
	assert_int_equal(lac_probe(NULL), 3);
	assert_string_equal(lac_probe_bdf(0), "0000:03:00.0");
	assert_string_equal(lac_probe_bdf(1), "0000:03:00.1");
	assert_string_equal(lac_probe_bdf(2), "0000:04:00.0");
	assert_null(lac_probe_bdf(3));
	assert_null(lac_probe_bdf(-1));
	assert_int_equal(lac_claim(2, &a, &why), 0);
	assert_string_equal(a.bdf, "0000:04:00.0");
	assert_int_equal(a.timeout_ms, 5);
	assert_false(a.check_full);
	assert_int_equal(lac_claim(2, &a, &why), -EBUSY);
	assert_non_null(strstr(why.arg, "0000:04:00.0"));
	assert_int_equal(lac_claim(3, &a, &why), -EINVAL);
	assert_int_equal(lac_claim(-1, &a, &why), -EINVAL);
	lac_release(2);
	assert_int_equal(lac_claim(2, &a, &why), 0);
	lac_release(2);
}

static void nothing_named_is_nothing(void **state)
{
	(void)state;
	assert_int_equal(lac_probe(NULL), 0);
	assert_null(lac_probe_bdf(0));
}

static void too_many(void **state)
{
	struct lac_err why;
	char bdf[16];

	(void)state;
	for (int i = 0; i < 65; i++) {
		snprintf(bdf, sizeof(bdf), "0000:03:%02x.%d", i / 8, i % 8);
		allow(bdf, NULL);
	}
	assert_int_equal(lac_probe(&why), -EINVAL);
	assert_non_null(strstr(why.arg, "more than 64"));
	eal.n = 64;
	assert_int_equal(lac_probe(&why), 64);
}

/* One refusal, and there is no table. */
static void refusals(void **state)
{
	static const struct {
		const char *name, *args;
		int err;
		const char *word;
	} cases[] = {
		{"0000:03:00.1", "x=1", -EINVAL, "0000:03:00.1: unknown device argument x"},
		{"0000:03:00.0", NULL, -EINVAL,
			"0000:03:00.0: the function is given more than once"},
		{"03:00.0", NULL, -EINVAL, "0000:03:00.0: the function is given more than once"},
		{"0000:3:0.0", NULL, -EINVAL, "0000:03:00.0: the function is given more than once"},
		{"net_null0", NULL, -EINVAL, "net_null0: not the address"},
		{"0000:0a:00.0", NULL, -ENODEV, "0000:0a:00.0: no such function"},
		{"0000:04:00.1", NULL, -EBUSY, "bound to mlx5_core, not to vfio-pci"},
		{"0000:04:00.2", NULL, -EBUSY, "bound to no driver"},
		{"0000:05:00.0", NULL, -ENODEV, "0x1af4:0x1041 is not an mlx5"},
		{"0000:05:00.1", NULL, -ENODEV, "0x15b3:0x0001 is not an mlx5"},
	};
	struct lac_err why;

	for (size_t i = 0; i < COUNT(cases); i++) {
		fresh(state);
		allow("0000:03:00.0", "ctrl=app");
		allow(cases[i].name, cases[i].args);
		if (lac_probe(&why) != cases[i].err || !strstr(why.arg, cases[i].word))
			fail_msg("%s: %d %s", cases[i].name, why.err, why.arg);
		assert_null(lac_probe_bdf(0));
		/* with the fault mended it goes on */
		eal.n = 1;
		assert_int_equal(lac_probe(&why), 1);
	}
	fresh(state);
	eal.type = RTE_PROC_SECONDARY;
	assert_int_equal(lac_probe(&why), -ENOTSUP);
	assert_int_equal(lac_claim(0, &(struct lac_args){.bdf = ""}, &why), -ENOTSUP);
	assert_null(lac_probe_bdf(0));
	fresh(state);
	eal.iova = RTE_IOVA_PA;
	assert_int_equal(lac_probe(&why), -ENOTSUP);
	assert_int_equal(why.where, LAC_AT_ARGS);
}

static int sum(struct lac_port *port, void *arg)
{
	*(uintptr_t *)arg += (uintptr_t)port;
	return port == (void *)4 ? 44 : 0;
}

/* Others find a port only while it is shown. */
static void shown_ports(void **state)
{
	struct lac_args a;
	uintptr_t total = 0;

	(void)state;
	assert_int_equal(lac_claims_each(sum, &total), 0);
	allow("0000:03:00.0", NULL);
	allow("0000:03:00.1", NULL);
	allow("0000:03:00.2", NULL);
	assert_int_equal(lac_probe(NULL), 3);
	for (int i = 0; i < 3; i++)
		assert_int_equal(lac_claim(i, &a, NULL), 0);
	assert_int_equal(lac_claims_each(sum, &total), 0);
	assert_int_equal(total, 0);
	lac_claim_show(0, (void *)1);
	lac_claim_show(2, (void *)16);
	assert_int_equal(lac_claims_each(sum, &total), 0);
	assert_int_equal(total, 17);
	lac_claim_show(1, (void *)4);
	total = 0;
	assert_int_equal(lac_claims_each(sum, &total), 44);
	assert_int_equal(total, 5);
	lac_claim_show(0, NULL);
	lac_claim_show(1, NULL);
	total = 0;
	assert_int_equal(lac_claims_each(sum, &total), 0);
	assert_int_equal(total, 16);
}

/* The bus is chosen by the entry; what cannot be reached is refused with the path or the reason. */
static void bus_by_sysfs(void **state)
{
	struct lac_bus *bus;
	struct lac_err why;
	char text[256];

	(void)state;
	assert_int_equal(lac_bus_open("0000:03:00.0", 1, &bus, &why), -ECONNREFUSED);
	snprintf(text, sizeof(text), "%s/0000:03:00.0/emu.sock", dir);
	assert_non_null(strstr(why.arg, text));
	attr("0000:06:00.0", "vfio_user_socket", "/nowhere/x.sock");
	assert_int_equal(lac_bus_open("0000:06:00.0", 1, &bus, &why), -ECONNREFUSED);
	assert_non_null(strstr(why.arg, "socket /nowhere/x.sock"));
	assert_int_equal(lac_bus_open("0000:0a:00.0", 1, &bus, &why), -ENODEV);
	assert_int_equal(lac_bus_open("0000:04:00.1", 1, &bus, &why), -EBUSY);
	assert_non_null(strstr(why.arg, "dpdk-devbind.py"));
	/* vfio-pci: this machine's EAL was never brought up, so VFIO is what refuses */
	assert_int_equal(lac_bus_check("0000:04:00.0", &why), 0);
	setenv("SYSFS_PCI_DEVICES", "/nowhere", 1);
	assert_int_equal(lac_bus_check("0000:04:00.0", &why), -ENODEV);
	assert_non_null(strstr(why.arg, "/nowhere"));
	setenv("SYSFS_PCI_DEVICES", dir, 1);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(arguments, fresh),
		cmocka_unit_test_setup(bad_arguments, fresh),
		cmocka_unit_test_setup(probes, fresh),
		cmocka_unit_test_setup(nothing_named_is_nothing, fresh),
		cmocka_unit_test_setup(too_many, fresh),
		cmocka_unit_test_setup(refusals, fresh),
		cmocka_unit_test_setup(shown_ports, fresh),
		cmocka_unit_test_setup(bus_by_sysfs, fresh),
	};

	return cmocka_run_group_tests(tests, make_sysfs, remove_sysfs);
}

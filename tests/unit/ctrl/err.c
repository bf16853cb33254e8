/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Sentences: each kind of failure says what, where and why, whole or cut to the room there is.
 */
#include "../unit.h"

#include <errno.h>
#include <stdbool.h>

#include <lacuna/err.h>
#include <lacuna/event.h>
#include <lacuna/port.h>

static void sentences(void **state)
{
	static const struct {
		struct lac_err e;
		const char *text;
	} cases[] = {
		{{.where = LAC_AT_NONE}, "no failure"},
		{{.err = -EINVAL,
			 .where = LAC_AT_ARGS,
			 .arg = "0000:03:00.0: chek=full: no such key"},
			"0000:03:00.0: chek=full: no such key [Invalid argument]"},
		{{.err = -EBUSY, .where = LAC_AT_BUS, .arg = "the group is not viable"},
			"the group is not viable [Device or resource busy]"},
		{{.err = -ENOMEM, .where = LAC_AT_MEM, .arg = "4096 bytes"},
			"memory: 4096 bytes [Cannot allocate memory]"},
		{{.err = -EREMOTEIO, .where = LAC_AT_DELIVERY, .opcode = 0x200, .delivery = 2},
			"CREATE_MKEY (0x200) was not delivered: TOK_ERR (0x2) [Remote I/O error]"},
		{{.err = -EINVAL,
			 .where = LAC_AT_COMMAND,
			 .opcode = 0x104,
			 .status = 3,
			 .syndrome = 0x35e6ec},
			"firmware refused ENABLE_HCA (0x104): BAD_PARAM (0x3), syndrome 0x35e6ec "
			"[Invalid argument]"},
		{{.err = -ETIMEDOUT,
			 .where = LAC_AT_TIMEOUT,
			 .opcode = 0x102,
			 .arg = "the reply, after 5 ms"},
			"INIT_HCA (0x102) timed out waiting for the reply, after 5 ms [Connection "
			"timed out]"},
		{{.err = -EIO,
			 .where = LAC_AT_WQE,
			 .object = 0x12,
			 .cqe_synd = 4,
			 .vendor_synd = 0x33},
			"a work request of QP 0x12 failed: LOC_PROT (0x04), vendor syndrome 0x33 "
			"[Input/output error]"},
		{{.err = -EFAULT, .where = LAC_AT_SOURCE, .index = 3, .arg = "not mapped"},
			"piece 3 of the source: not mapped [Bad address]"},
		{{.err = -EBUSY, .where = LAC_AT_STATE, .arg = "2 keys"},
			"not possible now: 2 keys [Device or resource busy]"},
		{{.err = -EIO,
			 .where = LAC_AT_HEALTH,
			 .syndrome = 0x10,
			 .arg = "firmware asks for a reset"},
			"the device is in a fatal state: firmware asks for a reset, syndrome "
			"HIGH_TEMP "
			"(0x10) [Input/output error]"},
		{{.err = -ENODEV, .where = LAC_AT_GONE, .arg = "0000:03:00.0"},
			"the function is gone: 0000:03:00.0 [No such device]"},
		{{.err = -EINVAL, .where = 77}, "unknown failure 77 [Invalid argument]"},
	};
	char whole[512], cut[512];
	(void)state;

	for (size_t i = 0; i < COUNT(cases); i++) {
		int len = lac_err_str(&cases[i].e, whole, sizeof(whole));

		assert_string_equal(whole, cases[i].text);
		assert_int_equal(len, strlen(whole));
		for (size_t n = 0; n <= (size_t)len + 1; n++) {
			memset(cut, 'x', sizeof(cut));
			assert_int_equal(lac_err_str(&cases[i].e, cut, n), len);
			assert_int_equal(cut[n], 'x');
			if (!n)
				continue;
			assert_memory_equal(cut, whole, n - 1);
			assert_int_equal(cut[n - 1], '\0');
		}
		assert_int_equal(lac_err_str(&cases[i].e, NULL, 0), len);
	}
}

/* A record whose text lacks its end does not lead beyond it. */
static void unterminated(void **state)
{
	struct {
		struct lac_err e;
		char after[16];
	} r;
	char buf[512];
	(void)state;

	for (uint16_t w = LAC_AT_NONE; w <= LAC_AT_GONE; w++) {
		memset(&r, 'z', sizeof(r));
		memset(r.e.arg, 'a', sizeof(r.e.arg));
		r.e.where = w;
		r.e.err = -EIO;
		lac_err_str(&r.e, buf, sizeof(buf));
		assert_null(strchr(strchr(buf, '[') ? buf : "", 'z'));
	}
}

static void names(void **state)
{
	(void)state;
	assert_string_equal(lac_status_name(0x6), "RES_BUSY");
	assert_string_equal(lac_status_name(0x7f), "UNKNOWN");
	assert_string_equal(lac_delivery_name(0x1), "SIGNAT_ERR");
	assert_string_equal(lac_cqe_synd_name(0x13), "REM_ACCESS");
	assert_string_equal(lac_opcode_name(0x108), "MANAGE_PAGES");
	assert_string_equal(lac_opcode_name(0xffff), "UNKNOWN");
	assert_string_equal(lac_event_name(LAC_EV_REMOVED), "removed");
	assert_string_equal(lac_event_name((enum lac_event_type)99), "?");
	assert_string_equal(lac_port_state_name(LAC_PORT_SICK), "sick");
	assert_string_equal(lac_port_state_name((enum lac_port_state)99), "?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences),
		cmocka_unit_test(unterminated),
		cmocka_unit_test(names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

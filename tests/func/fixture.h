/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What a functional test stands on: an emulator of its own in a temporary folder of its own, EAL
 * brought up on the emulated functions, and waits that yield and have deadlines. EAL can be brought
 * up once a process, so there is one fixture a program: fix_setup() and fix_teardown() are its
 * group's ends.
 *
 * The environment: LAC_MLX5EMU the emulator (meson sets it), LAC_TEST_TRAP_ALL=1 the doorbell mode
 * (meson runs each program in both), LAC_TEST_SEED replays a run, LAC_TEST_SLOW stretches every
 * deadline.
 */
#ifndef TESTS_FUNC_FIXTURE_H
#define TESTS_FUNC_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define FIX_PORTS_MAX 4

struct fix_conf {
	unsigned int ports;          /* 0: two */
	unsigned int mem_mb;         /* EAL memory; 0: 128 */
	const char *profile;         /* the emulator's; NULL: its default */
	const char *devargs;         /* "key=value,...", given to every port; NULL: none */
	const char *const *emu_args; /* more arguments for the emulator, NULL-terminated */
	const char *const *eal_args; /* more arguments for EAL, NULL-terminated */
	bool calm;                   /* the device executes in order, at once */
	bool telemetry;
};

/* 0, or -1 with the reason on stderr. @conf may be NULL. Fits cmocka's group set-up: return it. */
int fix_setup(const struct fix_conf *conf);
/* EAL down, emulator ended (by its pid) and its exit status judged, folder removed. 0 or -1. */
int fix_teardown(void);
/* the emulator and its folder only, no EAL: for tests that start programs */
int fix_setup_emu(const struct fix_conf *conf);

const char *fix_dir(void);           /* the test's own folder */
const char *fix_bdf(unsigned int i); /* port @i's name, in the order of sysfs */
uint64_t fix_seed(void);
uint64_t fix_rand(void); /* the test's own choices, from the seed */

/* Ends the emulator with @sig (SIGKILL: as a device vanishes); starts it again on the same sockets.
 */
void fix_emu_kill(int sig);
int fix_emu_start(void);

/*
 * One line to the emulator's control socket; the reply, valid until the next call. The test fails
 * when there is none, or when it begins with "error".
 */
const char *fix_ctl(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* A counter of port @i ("umr_inline"); the test fails when the emulator has none of that name. */
uint64_t fix_stat(unsigned int i, const char *name);

/* A point in time @ms from now, stretched by LAC_TEST_SLOW; and whether it has passed. */
uint64_t fix_deadline(unsigned int ms);
bool fix_late(uint64_t deadline);
void fix_yield(void);

/* Yields until @cond holds; false when @ms passed before it did. */
#define FIX_WAIT(ms, cond)                                         \
	__extension__({                                            \
		uint64_t fix_end_ = fix_deadline(ms);              \
		bool fix_ok_;                                      \
		while (!(fix_ok_ = (cond)) && !fix_late(fix_end_)) \
			fix_yield();                               \
		fix_ok_ || (cond);                                 \
	})

#endif

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The command queue against the scripted device, which checks signatures, tokens, block numbers and lengths of
 * everything it is given: lengths on both sides of each boundary, every kind of refusal, deadlines, quarantine
 * and what comes too late.
 */
#include "../unit.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/time.h>

#include "fakefw.h"

#define OP_NOP 0x80d

static void fill(uint8_t *in, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		in[i] = (uint8_t)(i * 7 + i / 251);
	memset(in, 0, 8);
	in[0] = OP_NOP >> 8;
	in[1] = OP_NOP & 0xff;
}

static int nop(struct lac_port *port)
{
	uint8_t in[16] = {OP_NOP >> 8, OP_NOP & 0xff}, out[16];

	return lac_cmd_exec(port, in, sizeof(in), out, sizeof(out));
}

static void last_err(struct lac_port *port, struct lac_err *e)
{
	assert_int_equal(lac_port_err(port, e), 0);
}

/* 16 bytes travel in the entry, 512 in each block after that; a length may end anywhere. */
static void lengths(void **state)
{
	static const uint32_t len[] = {16, 17, 31, 527, 528, 529, 1040, 1041, 4112, 65536, 80016};
	static uint8_t in[80016], out[80016];
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	unsigned int live = port->arena.live;
	(void)state;

	fill(in, sizeof(in));
	for (size_t i = 0; i < COUNT(len); i++) {
		for (size_t k = 0; k < COUNT(len); k++) {
			uint32_t both = len[i] < len[k] ? len[i] : len[k];

			memset(out, 0xee, sizeof(out));
			assert_int_equal(lac_cmd_exec(port, in, len[i], out, len[k]), 0);
			assert_int_equal(f->in_len[OP_NOP], len[i]);
			assert_int_equal(f->out_len[OP_NOP], len[k]);
			assert_memory_equal(f->last_in, in, len[i]);
			assert_memory_equal(out + 8, in + 8, both - 8);
			for (uint32_t b = both; b < len[k]; b++)
				assert_int_equal(out[b], 0);
			for (uint32_t b = len[k]; b < len[k] + 16 && b < sizeof(out); b++)
				assert_int_equal(out[b], 0xee);
			assert_string_equal(f->fault, "");
		}
	}
	/* an output shorter than the entry's 16 bytes: ENABLE_HCA's has 12 */
	memset(out, 0xee, 16);
	assert_int_equal(lac_cmd_exec(port, in, 16, out, 12), 0);
	assert_int_equal(out[11], in[11]);
	assert_int_equal(out[12], 0xee);
	assert_int_equal(port->arena.live, live);
	fake_port_end(port);
	fake_free(f);
}

static void statuses(void **state)
{
	static const struct {
		uint8_t status;
		int err;
	} want[] = {{0x01, -EIO}, {0x02, -EINVAL}, {0x03, -EINVAL}, {0x04, -EIO}, {0x05, -EINVAL},
		{0x06, -EBUSY}, {0x08, -ENOMEM}, {0x09, -EINVAL}, {0x0a, -EINVAL}, {0x0f, -EAGAIN},
		{0x10, -EINVAL}, {0x30, -EINVAL}, {0x40, -EINVAL}, {0x50, -EIO}, {0x51, -EIO},
		{0x77, -EIO}};
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	struct fake_rule *r = fake_on(f, OP_NOP, 0);
	struct lac_err e;
	(void)state;

	for (size_t i = 0; i < COUNT(want); i++) {
		r->status = want[i].status;
		r->syndrome = 0xabc000 + (uint32_t)i;
		assert_int_equal(nop(port), want[i].err);
		last_err(port, &e);
		assert_int_equal(e.err, want[i].err);
		assert_int_equal(e.where, LAC_AT_COMMAND);
		assert_int_equal(e.opcode, OP_NOP);
		assert_int_equal(e.status, want[i].status);
		assert_int_equal(e.syndrome, 0xabc000 + i);
	}
	r->op = 0;
	assert_int_equal(nop(port), 0);
	fake_port_end(port);
	fake_free(f);
}

static void deliveries(void **state)
{
	static const uint8_t delivery[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0x10};
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	struct fake_rule *r = fake_on(f, OP_NOP, 0);
	struct lac_err e;
	(void)state;

	for (size_t i = 0; i < COUNT(delivery); i++) {
		r->delivery = delivery[i];
		assert_int_equal(nop(port), -EREMOTEIO);
		last_err(port, &e);
		assert_int_equal(e.where, LAC_AT_DELIVERY);
		assert_int_equal(e.delivery, delivery[i]);
		assert_int_equal(e.opcode, OP_NOP);
	}
	r->op = 0;
	assert_int_equal(nop(port), 0);
	fake_port_end(port);
	fake_free(f);
}

/* Replies are checked only where the device signs them. */
static void signatures(void **state)
{
	static uint8_t in[600], out[600];
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	struct fake_rule *r = fake_on(f, OP_NOP, 0);
	struct lac_err e;
	(void)state;

	fill(in, sizeof(in));
	f->sign = true;
	port->cmdq.check = true;
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), 0);
	r->corrupt = true;
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), -EREMOTEIO);
	last_err(port, &e);
	assert_int_equal(e.delivery, PRM_DLV_SIGNAT_ERR);
	port->cmdq.check = false;
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), 0);
	r->corrupt = false;
	f->sign = false;
	port->cmdq.check =
		true; /* as if a device had stopped signing: its blocks give it away too */
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), -EREMOTEIO);
	fake_port_end(port);
	fake_free(f);
}

/* A command that does not come back keeps its slot and its memory, and what comes late harms nobody. */
static void quarantine(void **state)
{
	static uint8_t in[600], out[600];
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	struct fake_rule *r = fake_on(f, OP_NOP, 1);
	unsigned int live;
	struct lac_err e;
	(void)state;

	fill(in, sizeof(in));
	live = port->arena.live;
	r->mute = true;
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), -ETIMEDOUT);
	last_err(port, &e);
	assert_int_equal(e.where, LAC_AT_TIMEOUT);
	assert_int_equal(e.opcode, OP_NOP);
	assert_int_equal(port->cmdq.slot[0].state, LAC_SLOT_STUCK);
	assert_int_equal(port->arena.live, live + 4); /* two blocks each way */
	assert_int_equal(port->cmdq.stuck, 1);

	/* the others go on, through another slot, before and after the late one */
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), 0);
	memset(out, 0x5a, sizeof(out));
	fake_release(f);
	for (size_t i = 0; i < sizeof(out); i++)
		assert_int_equal(out[i], 0x5a);
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), 0);
	assert_memory_equal(out + 8, in + 8, 592);
	assert_int_equal(port->cmdq.slot[0].state, LAC_SLOT_STUCK);
	assert_int_equal(port->arena.live, live + 4);
	lac_cmdq_fini(port); /* as after a reset */
	assert_int_equal(port->arena.live, live - 1);
	fake_port_end(port);
	fake_free(f);
}

/* With every common slot in quarantine a command is refused at once, in words. */
static void all_stuck(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	struct lac_err e;
	(void)state;

	f->log_sz = 1;
	f->reg[0x14 / 4] = 0x16;
	port = fake_port_cmdq(f);
	port->args.timeout_ms = 20;
	fake_on(f, OP_NOP, 1)->mute = true;
	assert_int_equal(nop(port), -ETIMEDOUT);
	assert_int_equal(nop(port), -EIO);
	last_err(port, &e);
	assert_int_equal(e.where, LAC_AT_STATE);
	assert_int_equal(lac_cmdq_take(port, LAC_LANE_PAGES), 1); /* that lane is not concerned */
	lac_cmdq_return(port, 1);
	fake_port_end(port);
	fake_free(f);
}

static void geometry(void **state)
{
	static const struct {
		uint32_t rev, lo;
		int err;
	} cases[] = {{5, 0x56, 0}, {5, 0x16, 0}, {5, 0x28, 0}, {4, 0x56, -EPROTO},
		{6, 0x56, -EPROTO}, {5, 0x66, -EPROTO}, {5, 0x58, -EPROTO}, {5, 0x55, -EPROTO},
		{5, 0x06, -EPROTO}};
	(void)state;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fake *f = fake_new();
		struct lac_port *port = fake_port(f);
		struct lac_err e;

		f->master = true;
		f->reg[1] = cases[i].rev << 16;
		f->reg[0x14 / 4] = cases[i].lo;
		f->log_sz = cases[i].lo >> 4;
		f->log_stride = cases[i].lo & 15;
		assert_int_equal(lac_cmdq_init(port), cases[i].err);
		if (cases[i].err) {
			last_err(port, &e);
			assert_true(strlen(e.arg) > 20);
			assert_null(port->cmdq.ring);
		} else {
			/* every common slot once, and never the last */
			for (uint32_t k = 0; k < 2u << f->log_sz; k++)
				assert_int_equal(nop(port), 0);
		}
		fake_port_end(port);
		fake_free(f);
	}
}

/* ---- several in flight ---- */

struct series {
	uint32_t n, stop_at, done, errs;
	int stop_err;
	uint64_t seen[4];
};

static bool series_next(void *arg, uint32_t i, void *in)
{
	struct series *s = arg;
	uint8_t *b = in;

	for (int k = 0; k < 16; k++)
		assert_int_equal(b[k], 0);
	if (i >= s->n)
		return false;
	b[0] = OP_NOP >> 8;
	b[1] = OP_NOP & 0xff;
	b[8] = (uint8_t)i;
	return true;
}

static int series_done(void *arg, uint32_t i, int err, const void *out)
{
	struct series *s = arg;

	assert_false(s->seen[i / 64] >> i % 64 & 1);
	s->seen[i / 64] |= UINT64_C(1) << i % 64;
	s->done++;
	s->errs += err != 0;
	if (!err)
		assert_int_equal(((const uint8_t *)out)[8], (uint8_t)i);
	return s->stop_at && s->done == s->stop_at ? s->stop_err : 0;
}

static void many(void **state)
{
	struct series s = {.n = 200}, stop = {.n = 200, .stop_at = 5, .stop_err = -ECANCELED},
		      fails = {.n = 10};
	struct lac_cmd_many how = {&s, series_next, series_done, 16, 16};
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	(void)state;

	f->lazy = true; /* answered in turns: several are in flight */
	assert_int_equal(lac_cmd_many(port, &how), 0);
	assert_int_equal(s.done, 200);
	assert_int_equal(s.errs, 0);
	assert_int_equal(f->most, 31);

	how.arg = &stop;
	assert_int_equal(lac_cmd_many(port, &how), -ECANCELED);
	assert_in_range(stop.done, 5, 5 + 31);
	assert_int_equal(f->pending, 0);

	how.arg = &fails;
	fake_on(f, OP_NOP, 3)->status = 0x0f;
	assert_int_equal(lac_cmd_many(port, &how), 0);
	assert_int_equal(fails.done, 10);
	assert_int_equal(fails.errs, 1);
	fake_port_end(port);
	fake_free(f);
}

static void many_without_memory(void **state)
{
	struct series s = {.n = 20};
	struct lac_cmd_many how = {&s, series_next, series_done, 600, 16};
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	(void)state;

	port->arena.refuse = 7;
	assert_int_equal(lac_cmd_many(port, &how), 0);
	assert_int_equal(s.done, 20);
	assert_int_equal(s.errs, 1);
	fake_port_end(port);
	fake_free(f);
}

static void *user(void *arg)
{
	for (int i = 0; i < 200; i++) {
		if (nop(arg))
			return arg;
	}
	return NULL;
}

static void threads(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	pthread_t t[4];
	void *bad;
	(void)state;

	/* the device is not re-entrant: only who holds the step lock runs it */
	f->lazy = true;
	pthread_mutex_init(&f->lock, NULL);
	f->locked = true;
	for (size_t i = 0; i < COUNT(t); i++)
		assert_int_equal(pthread_create(&t[i], NULL, user, port), 0);
	for (size_t i = 0; i < COUNT(t); i++) {
		pthread_join(t[i], &bad);
		assert_null(bad);
	}
	assert_int_equal(port->cmdq.issued, 800);
	fake_port_end(port);
	fake_free(f);
}

static void on_alarm(int sig)
{
	(void)sig;
}

/* A signal in the middle of a wait ends nothing. */
static void signals(void **state)
{
	struct sigaction sa = {.sa_handler = on_alarm}, before;
	struct itimerval tick = {{0, 500}, {0, 500}}, off = {0};
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	(void)state;

	sigaction(SIGALRM, &sa, &before);
	setitimer(ITIMER_REAL, &tick, NULL);
	fake_on(f, OP_NOP, 2)->mute = true;
	assert_int_equal(nop(port), 0);
	assert_int_equal(nop(port), -ETIMEDOUT);
	setitimer(ITIMER_REAL, &off, NULL);
	sigaction(SIGALRM, &before, NULL);
	fake_port_end(port);
	fake_free(f);
}

static void no_memory(void **state)
{
	static uint8_t in[600], out[600];
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_cmdq(f);
	unsigned int live = port->arena.live;
	struct lac_err e;
	(void)state;

	fill(in, sizeof(in));
	for (unsigned int n = 1; n <= 4; n++) {
		port->arena.refuse = n;
		assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), -ENOMEM);
		last_err(port, &e);
		assert_int_equal(e.where, LAC_AT_MEM);
		assert_int_equal(port->arena.live, live);
	}
	assert_int_equal(f->count[OP_NOP], 0);
	assert_int_equal(lac_cmd_exec(port, in, 600, out, 600), 0);
	fake_port_end(port);
	fake_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths),
		cmocka_unit_test(statuses),
		cmocka_unit_test(deliveries),
		cmocka_unit_test(signatures),
		cmocka_unit_test(quarantine),
		cmocka_unit_test(all_stuck),
		cmocka_unit_test(geometry),
		cmocka_unit_test(many),
		cmocka_unit_test(many_without_memory),
		cmocka_unit_test(threads),
		cmocka_unit_test(signals),
		cmocka_unit_test(no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

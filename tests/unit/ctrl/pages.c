/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Firmware's pages against the scripted device: given in chunks, taken back to the last one, demanded in the
 * middle of another command, refused when there is no memory, and never freed while the device may hold them.
 */
#include "../unit.h"

#include <errno.h>
#include <time.h>

#include "fakefw.h"

#define OP_NOP    0x80d
#define OP_MANAGE 0x108

static int nop(struct lac_port *port)
{
	uint8_t in[16] = {OP_NOP >> 8, OP_NOP & 0xff}, out[16];

	return lac_cmd_exec(port, in, sizeof(in), out, sizeof(out));
}

/* Serves until @held pages are with the device, and nothing is under way. */
static void settle(struct lac_port *port)
{
	for (int quiet = 0; quiet < 3;)
		quiet = lac_port_service(port) > 0 ? 0 : quiet + 1;
}

static bool next_event(struct lac_port *port, enum lac_event_type type, struct lac_event *ev)
{
	while (lac_port_event(port, ev)) {
		if (ev->type == type)
			return true;
	}
	return false;
}

static void at_boot(void **state)
{
	static const int32_t wanted[][2] = {{0, 0}, {1, 511}, {512, 513}, {6, 12000}};
	(void)state;

	for (size_t i = 0; i < COUNT(wanted); i++) {
		struct fake *f = fake_new();
		struct lac_port *port;
		uint32_t chunks;

		f->boot = wanted[i][0];
		f->init = wanted[i][1];
		chunks = (uint32_t)(f->boot + 511) / 512 + (uint32_t)(f->init + 511) / 512;
		port = fake_port_up(f);
		assert_int_equal(f->pages, f->boot + f->init);
		assert_int_equal(port->pages.ledger.held, f->pages);
		assert_int_equal(f->count[OP_MANAGE], chunks);
		assert_true(f->in_len[OP_MANAGE] <= 16 + 8 * 512);
		fake_port_end(port);
		assert_int_equal(f->pages, 0);
		fake_free(f);
	}
}

/* A slot's token is new each time, also when exactly a round of tokens went by in other slots. */
static void tokens(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint8_t nop[16] = {0x08, 0x0d}, out[16];
	(void)state;

	fake_page_request(f, 0, 0, 1);
	settle(port);
	for (int i = 0; i < 254; i++)
		assert_int_equal(lac_cmd_exec(port, nop, sizeof(nop), out, sizeof(out)), 0);
	fake_page_request(f, 0, 0, 1);
	settle(port);
	fake_port_end(port);
	fake_free(f); /* which has compared the tokens */
}

static void run_time(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t before = f->pages;
	(void)state;

	fake_page_request(f, 0, 0, 10);
	fake_page_request(f, 0, 0, 600); /* one behind the other */
	settle(port);
	assert_int_equal(f->pages, before + 610);
	fake_page_request(f, 0, 0, -600);
	settle(port);
	assert_int_equal(f->pages, before + 10);
	assert_int_equal(port->pages.ledger.held, f->pages);
	assert_int_equal(port->pages.requests, 3);
	fake_port_end(port);
	assert_int_equal(f->pages, 0);
	fake_free(f);
}

/* The command that demands pages is answered only once it has them; the page slot is what gives them. */
static void in_the_middle(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t before = f->pages;
	(void)state;

	fake_on(f, OP_NOP, 1)->ask = 1200;
	assert_int_equal(nop(port), 0);
	assert_int_equal(f->pages, before + 1200);
	assert_int_equal(port->cmdq.timeouts, 0);
	fake_port_end(port);
	fake_free(f);
}

/* The same with the smallest queue that works: two slots. */
static void in_the_middle_of_two_slots(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	(void)state;

	f->log_sz = 1;
	f->reg[0x14 / 4] = 0x16;
	port = fake_port_up(f);
	fake_on(f, OP_NOP, 1)->ask = 40;
	assert_int_equal(nop(port), 0);
	fake_port_end(port);
	fake_free(f);
}

/* Function id, the embedded CPU's bit and release-all are echoed and honoured. */
static void functions(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t before = port->pages.ledger.held, theirs = f->pages;
	(void)state;

	fake_page_request(f, 3, 0, 5);
	settle(port);
	assert_int_equal(f->last_in[8], 0);
	assert_int_equal(f->last_in[11], 3);
	fake_page_request(f, 3, 0x8000, 7);
	settle(port);
	assert_int_equal(f->last_in[8], 0x80);
	assert_int_equal(f->last_in[11], 3);
	assert_int_equal(port->pages.ledger.held, before + 12);

	/* firmware lets go of all that (function 3, embedded CPU) has, without a command */
	f->pages = theirs + 5;
	fake_page_request(f, 3, 0xc000, 0);
	settle(port);
	assert_int_equal(port->pages.ledger.held, before + 5);
	f->pages = theirs;
	fake_page_request(f, 3, 0x4000, 0);
	settle(port);
	assert_int_equal(port->pages.ledger.held, before);
	fake_port_end(port);
	fake_free(f);
}

/* A page of one function is not taken for another's. */
static void function_mixed_up(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t held = port->pages.ledger.held;
	struct lac_event ev;
	(void)state;

	fake_page_request(f, 3, 0, -2); /* function 3 never had any: these are function 0's */
	settle(port);
	assert_true(next_event(port, LAC_EV_PAGES, &ev));
	assert_int_equal(ev.why.err, -EPROTO);
	assert_int_equal(port->pages.ledger.held, held);
	atomic_store(&port->stuck, true); /* firmware has lost count: only a reset helps */
	fake_port_end(port);
	fake_free(f);
}

static void cannot_give(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t before = f->pages;
	struct lac_event ev;
	(void)state;

	port->arena.refuse = 4;
	fake_page_request(f, 0, 0, 10);
	settle(port);
	assert_int_equal(f->cannot, 1);
	assert_int_equal(f->pages, before);
	assert_int_equal(port->pages.ledger.held, before);
	assert_true(next_event(port, LAC_EV_PAGES, &ev));
	assert_int_equal(ev.why.err, -ENOMEM);
	/* the next demand is served */
	fake_page_request(f, 0, 0, 10);
	settle(port);
	assert_int_equal(f->pages, before + 10);
	fake_port_end(port);
	fake_free(f);
}

/* No mailbox for the pages' addresses is as good as no pages: CANNOT_GIVE itself needs no memory. */
static void cannot_give_without_mailboxes(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t before = f->pages;
	(void)state;

	port->arena.refuse = 11;
	fake_page_request(f, 0, 0, 10);
	settle(port);
	assert_int_equal(f->cannot, 1);
	assert_int_equal(port->pages.ledger.held, before);
	fake_port_end(port);
	fake_free(f);
}

/* At boot it fails the bring-up, and firmware is told. */
static void cannot_give_at_boot(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	struct lac_err why;
	(void)state;

	port->arena.refuse = 4; /* the queue, then pages */
	assert_int_equal(lac_port_start(port, &why), -ENOMEM);
	assert_int_equal(why.where, LAC_AT_MEM);
	assert_int_equal(f->cannot, 1);
	assert_int_equal(f->pages, 0);
	assert_int_equal(port->arena.live, 0);
	fake_port_end(port);
	fake_free(f);
}

/* Refused with a status: they were not taken, and are ours again. */
static void give_refused(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t before = port->pages.ledger.held;
	struct lac_event ev;
	struct fake_rule *r;
	(void)state;

	r = fake_on(f, OP_MANAGE, 1);
	r->status = 0x03;
	fake_page_request(f, 0, 0, 5);
	settle(port);
	assert_int_equal(port->pages.ledger.held, before);
	assert_true(next_event(port, LAC_EV_PAGES, &ev));
	assert_int_equal(ev.why.status, 0x03);
	fake_port_end(port);
	fake_free(f);
}

/* Not known to have arrived: they stay with the device until it is reset. */
static void give_unanswered(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint32_t before = port->pages.ledger.held;
	uint64_t end;
	(void)state;

	port->args.timeout_ms = 20;
	fake_on(f, OP_MANAGE, 1)->mute = true;
	fake_page_request(f, 0, 0, 5);
	end = lac_now_ms() + 5000;
	while (!port->cmdq.timeouts && lac_now_ms() < end) {
		struct timespec t = {.tv_nsec = 1000000};

		lac_port_service(port);
		nanosleep(&t, NULL);
	}
	assert_int_equal(port->cmdq.timeouts, 1);
	assert_int_equal(port->pages.ledger.held, before + 5);
	assert_int_equal(f->resets, 1);
	fake_port_end(port); /* resets, then frees */
	assert_int_equal(f->resets, 2);
	fake_free(f);
}

/* A reply may name fewer pages than asked for, none at all, or one that was never given. */
static void take_back(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	struct lac_event ev;
	uint32_t held;
	(void)state;

	f->init = 700;
	port = fake_port_up(f);
	f->give_back = 3;
	fake_page_request(f, 0, 0, -20);
	settle(port);
	assert_int_equal(f->pages, 706 - 20);
	assert_int_equal(port->pages.ledger.held, 706 - 20);
	f->alien_page = true;
	held = port->pages.ledger.held;
	fake_page_request(f, 0, 0, -2);
	settle(port);
	assert_true(next_event(port, LAC_EV_PAGES, &ev));
	assert_int_equal(ev.why.err, -EPROTO);
	assert_true(port->pages.ledger.held >= held - 2);
	f->alien_page = false;
	f->pages = 0; /* and now it has none left to give back */
	fake_page_request(f, 0, 0, -2);
	settle(port);
	assert_true(next_event(port, LAC_EV_PAGES, &ev));
	atomic_store(&port->stuck, true); /* or teardown asks for them for seconds */
	fake_port_end(port);
	fake_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(at_boot),
		cmocka_unit_test(tokens),
		cmocka_unit_test(run_time),
		cmocka_unit_test(in_the_middle),
		cmocka_unit_test(in_the_middle_of_two_slots),
		cmocka_unit_test(functions),
		cmocka_unit_test(function_mixed_up),
		cmocka_unit_test(cannot_give),
		cmocka_unit_test(cannot_give_without_mailboxes),
		cmocka_unit_test(cannot_give_at_boot),
		cmocka_unit_test(give_refused),
		cmocka_unit_test(give_unanswered),
		cmocka_unit_test(take_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

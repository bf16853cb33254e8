/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Progress against the scripted device: event queues over many laps, what events become, health, removal,
 * recovery, the descriptors that sleepers wait on, and the library's own thread.
 */
#include "../unit.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <time.h>

#include "fakefw.h"

static struct lac_qp *const some_qp = (struct lac_qp *)0x1000;
static struct lac_qp *const other_qp = (struct lac_qp *)0x3000;
static struct lac_cq *const some_cq = (struct lac_cq *)0x2000;

static void settle(struct lac_port *port)
{
	for (int quiet = 0; quiet < 3;)
		quiet = lac_port_service(port) > 0 ? 0 : quiet + 1;
}

static void nap(void)
{
	struct timespec t = {.tv_nsec = 1000000};

	nanosleep(&t, NULL);
}

#define WAIT(cond)                                     \
	do {                                           \
		uint64_t end_ = lac_now_ms() + 20000;  \
		while (!(cond) && lac_now_ms() < end_) \
			nap();                         \
		assert_true(cond);                     \
	} while (0)

static bool readable(int fd)
{
	struct pollfd p = {fd, POLLIN, 0};

	return poll(&p, 1, 0) == 1;
}

static void qp_event(struct fake *f, uint8_t type, uint32_t qpn)
{
	uint8_t d[28] = {0};

	d[0x19] = (uint8_t)(qpn >> 16);
	d[0x1a] = (uint8_t)(qpn >> 8);
	d[0x1b] = (uint8_t)qpn;
	fake_event(f, type, 0, d);
}

/* Ten laps of the largest queue, in batches up to its size. */
static void laps(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	struct fake_eq *q = NULL;
	unsigned int sent = 0, before;
	(void)state;

	for (size_t i = 0; i < FAKE_EQS; i++) {
		if (f->eq[i].ring && !f->eq[i].mask)
			q = &f->eq[i];
	}
	assert_int_equal(lac_port_add_cq(port, 0x77, some_cq), 0);
	before = fake_cq_events;
	for (uint32_t batch = 1; sent < 10u << q->log; batch = batch * 3 % 2039 + 1) {
		for (uint32_t i = 0; i < batch && q->pi - q->ci < 1u << q->log; i++, sent++)
			fake_comp(f, 0x77);
		settle(port);
		assert_int_equal(q->ci, q->pi & 0xffffff);
	}
	assert_int_equal(fake_cq_events - before, sent);
	/* the device learns how far we are in the middle of a long batch, too */
	assert_true(q->updates > sent / 128);
	assert_int_equal(port->eqes_unknown, 0);
	lac_port_del_cq(port, 0x77, some_cq);
	fake_comp(f, 0x77); /* it was destroyed meanwhile: counted, no more */
	settle(port);
	assert_int_equal(port->eqes_unknown, 1);
	fake_port_end(port);
	fake_free(f);
}

static void queues(void **state)
{
	static const uint8_t types[] = {1, 2, 3, 5, 7, 0x10, 0x11};
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	unsigned int before = fake_qp_events, errors = fake_cq_errors;
	uint8_t cq_err[28] = {0, 0, 0, 0x88, 0, 0, 0, 0, 0, 0, 0, 1};
	struct lac_event ev;
	(void)state;

	assert_int_equal(lac_port_add_qp(port, 0x123456, some_qp), 0);
	assert_int_equal(lac_port_add_cq(port, 0x88, some_cq), 0);
	for (size_t i = 0; i < COUNT(types); i++) {
		qp_event(f, types[i], 0x123456);
		settle(port);
		assert_int_equal(lac_port_event(port, &ev), 1);
		assert_int_equal(ev.type, LAC_EV_QP);
		assert_int_equal(ev.object, 0x123456);
		assert_string_equal(ev.why.arg, lac_prm_ev_name(types[i]));
	}
	assert_int_equal(fake_qp_events - before, COUNT(types));
	qp_event(f, 5, 0x99);
	settle(port);
	assert_int_equal(port->eqes_unknown, 1);
	assert_int_equal(lac_port_event(port, &ev), 0);

	fake_event(f, 4, 0, cq_err);
	settle(port);
	assert_int_equal(fake_cq_errors - errors, 1);
	assert_int_equal(lac_port_event(port, &ev), 1);
	assert_int_equal(ev.type, LAC_EV_CQ_ERROR);
	assert_int_equal(ev.object, 0x88);
	assert_non_null(strstr(ev.why.arg, "overrun"));
	lac_port_del_cq(port, 0x88, some_cq);
	lac_port_del_qp(port, 0x123456, some_qp);
	fake_port_end(port);
	fake_free(f);
}

static void link_changes(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint8_t d[28] = {0};
	struct lac_event ev;
	(void)state;

	d[8] = 1 << 4;
	f->vport_state = 1;
	fake_event(f, 9, 1, d);
	settle(port);
	assert_int_equal(lac_port_event(port, &ev), 1);
	assert_int_equal(ev.type, LAC_EV_DOWN);
	assert_int_equal(lac_port_link(port), 0);
	f->lid = 9; /* no change of state: no event, but the new LID is known */
	fake_event(f, 9, 6, d);
	settle(port);
	assert_int_equal(lac_port_event(port, &ev), 0);
	assert_int_equal(lac_port_lid(port), 9);
	f->vport_state = 4;
	f->lazy = true; /* the query takes a turn */
	fake_event(f, 9, 4, d);
	settle(port);
	assert_int_equal(lac_port_event(port, &ev), 1);
	assert_int_equal(ev.type, LAC_EV_UP);
	assert_int_equal(lac_port_link(port), 1);
	fake_port_end(port);
	fake_free(f);
}

static void bounded_queue(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	struct lac_event ev;
	uint32_t n = 0;
	(void)state;

	assert_false(readable(port->irqs.ready));
	for (uint32_t i = 0; i < LAC_EVENTS + 10; i++)
		lac_event_push(port, LAC_EV_QP, i, NULL);
	assert_true(readable(lac_port_fd(port)));
	assert_int_equal(port->events.lost, 10);
	while (lac_port_event(port, &ev))
		assert_int_equal(ev.object, n++);
	assert_int_equal(n, LAC_EVENTS);
	assert_false(readable(port->irqs.ready));
	fake_port_end(port);
	fake_free(f);
}

/* The descriptor is readable when an interrupt came, and not any more once it was served. */
static void descriptor(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	(void)state;

	settle(port);
	assert_false(readable(lac_port_fd(port)));
	fake_page_request(f, 0, 0, 3);
	assert_true(readable(lac_port_fd(port)));
	settle(port);
	assert_false(readable(lac_port_fd(port)));
	assert_int_equal(port->pages.ledger.held, f->pages);
	/* health is work, too: the timer tells, and is taken */
	WAIT(readable(lac_port_fd(port)));
	settle(port);
	assert_false(readable(lac_port_fd(port)));
	fake_port_end(port);
	fake_free(f);
}

/* ---- health ---- */

static void look_now(struct lac_port *port)
{
	port->health.next_ms = 0;
	settle(port);
}

static void expect_dead(struct lac_port *port, enum lac_event_type type, enum lac_port_state to)
{
	uint8_t in[16] = {0x08, 0x0d}, out[16];
	struct lac_event ev;

	assert_int_equal(lac_port_state(port), to);
	assert_int_equal(lac_port_event(port, &ev), 1);
	assert_int_equal(ev.type, type);
	assert_int_equal(lac_port_event(port, &ev), 0);
	assert_int_equal(lac_cmd_exec(port, in, 16, out, 16), -ENODEV);
	assert_int_equal(lac_port_link(port), 0);
}

static void sensors(void **state)
{
	(void)state;
	for (int i = 0; i < 5; i++) {
		struct fake *f = fake_new();
		struct lac_port *port = fake_port_up(f);
		unsigned int gates = fake_qp_gone;
		struct lac_err e;

		assert_int_equal(lac_port_add_qp(port, 5, some_qp), 0);
		look_now(port);
		assert_int_equal(lac_port_state(port), LAC_PORT_READY);
		switch (i) {
		case 0:
			f->reg[0x230 / 4] = UINT32_MAX;
			break;
		case 1:
			f->reg[0x14 / 4] |= 1 << 8;
			break;
		case 2:
			f->reg[0x14 / 4] |= 7 << 8;
			break;
		case 3:
			f->reg[0x238 / 4] = 1u << 31;
			f->reg[0x23c / 4] = 0x10 << 16;
			break;
		case 4:
			f->counting = false;
			look_now(port); /* it stands still from the next look on */
			look_now(port);
			assert_int_equal(lac_port_state(port), LAC_PORT_READY);
			look_now(port);
			break;
		}
		look_now(port);
		expect_dead(port, i ? LAC_EV_HEALTH : LAC_EV_REMOVED,
			i ? LAC_PORT_SICK : LAC_PORT_GONE);
		assert_int_equal(fake_qp_gone - gates, 1);
		assert_int_equal(lac_port_err(port, &e), 0);
		lac_port_del_qp(port, 5, some_qp);
		fake_port_end(port);
		fake_free(f);
	}
}

/* rfr without a syndrome, or a syndrome without rfr, is not fatal: the kernel's rule */
static void not_fatal(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	(void)state;

	f->reg[0x238 / 4] = 1u << 31;
	look_now(port);
	f->reg[0x238 / 4] = 0;
	f->reg[0x23c / 4] = 0x10 << 16;
	look_now(port);
	assert_int_equal(lac_port_state(port), LAC_PORT_READY);
	fake_port_end(port);
	fake_free(f);
}

static void *late_death(void *arg)
{
	for (int i = 0; i < 20; i++)
		nap();
	fake_gone(arg);
	return NULL;
}

/* A command in flight when the function goes ends long before its deadline. */
static void removed(void **state)
{
	uint8_t in[16] = {0x08, 0x0d}, out[16];
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint64_t start;
	struct lac_event ev;
	pthread_t t;
	(void)state;

	port->args.timeout_ms = 60000;
	fake_on(f, 0x80d, 1)->mute = true;
	start = lac_now_ms();
	assert_int_equal(pthread_create(&t, NULL, late_death, f), 0);
	assert_int_equal(lac_cmd_exec(port, in, 16, out, 16), -ENODEV);
	assert_true(lac_now_ms() - start < 30000);
	pthread_join(t, NULL);
	assert_int_equal(lac_port_state(port), LAC_PORT_GONE);
	assert_int_equal(lac_port_event(port, &ev), 1);
	assert_int_equal(ev.type, LAC_EV_REMOVED);
	assert_int_equal(lac_port_service(port), -ENODEV);
	assert_int_equal(lac_port_recover(port, 1000), -ENODEV);
	assert_int_equal(lac_port_close(port), 0);
	fake_free(f);
}

/* ---- recovery ---- */

static void recovery(void **state)
{
	uint8_t in[16] = {0x08, 0x0d}, out[16];
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	unsigned int gates = fake_qp_gone, fds = fake_fds(), live = port->arena.live;
	uint32_t epoch = lac_port_epoch(port);
	struct lac_event ev;
	(void)state;

	assert_int_equal(lac_port_add_qp(port, 5, some_qp), 0);
	assert_int_equal(lac_port_add_cq(port, 6, some_cq), 0);
	f->reg[0x238 / 4] = 1u << 31;
	f->reg[0x23c / 4] = 0x01 << 16;
	look_now(port);
	expect_dead(port, LAC_EV_HEALTH, LAC_PORT_SICK);
	assert_int_equal(lac_port_recover(port, 10000), 0);
	assert_int_equal(lac_port_state(port), LAC_PORT_READY);
	assert_int_equal(lac_port_epoch(port), epoch + 1);
	assert_true(fake_qp_gone > gates);
	assert_int_equal(port->arena.live, live);
	assert_int_equal(fake_fds(), fds);
	for (uint32_t lost = 0; lost != 2;) {
		assert_int_equal(lac_port_event(port, &ev), 1);
		assert_true((ev.type == LAC_EV_QP && ev.object == 5) ||
			    (ev.type == LAC_EV_CQ_ERROR && ev.object == 6));
		assert_int_equal(ev.why.err, -ENODEV);
		lost++;
	}
	assert_int_equal(lac_port_event(port, &ev), 1);
	assert_int_equal(ev.type, LAC_EV_RECOVERED);
	assert_int_equal(lac_cmd_exec(port, in, 16, out, 16), 0);
	/* a new queue with the number of a lost one: destroying the old one leaves it alone */
	assert_int_equal(lac_port_add_qp(port, 5, other_qp), 0);
	lac_port_del_qp(port, 5, some_qp);
	gates = fake_qp_events;
	qp_event(f, 5, 5);
	settle(port);
	assert_int_equal(fake_qp_events, gates + 1);
	lac_port_del_qp(port, 5, other_qp);
	/* a port that is well may be reset too; and one where a command was lost */
	assert_int_equal(lac_port_recover(port, 10000), 0);
	fake_on(f, 0x80d, 1)->mute = true;
	assert_int_equal(lac_cmd_exec(port, in, 16, out, 16), -ETIMEDOUT);
	assert_int_equal(lac_port_recover(port, 10000), 0);
	assert_int_equal(port->cmdq.stuck, 0);
	assert_int_equal(port->arena.live, live);
	fake_port_end(port);
	fake_free(f);
}

static void recovery_fails(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	struct fake_rule *r = fake_on(f, 0x102, 0);
	struct lac_err e;
	(void)state;

	r->mute = true;
	port->args.timeout_ms = 60000; /* recovery's own deadline is shorter */
	assert_int_equal(lac_port_recover(port, 50), -ETIMEDOUT);
	assert_int_equal(lac_port_err(port, &e), 0);
	assert_int_equal(e.opcode, 0x102);
	assert_int_equal(lac_port_state(port), LAC_PORT_SICK);
	assert_int_equal(port->arena.live, 0);
	r->op = 0;
	assert_int_equal(lac_port_recover(port, 10000), 0);
	assert_int_equal(lac_port_state(port), LAC_PORT_READY);
	fake_port_end(port);
	fake_free(f);
}

struct user {
	struct lac_port *port;
	_Atomic bool stop;
	_Atomic unsigned int ok;
	unsigned int dead, bad;
};

static void *hammer(void *arg)
{
	struct user *u = arg;
	uint8_t in[600] = {0x08, 0x0d}, out[600];

	while (!atomic_load(&u->stop)) {
		int err = lac_cmd_exec(u->port, in, sizeof(in), out, sizeof(out));

		u->ok += !err;
		u->dead += err == -ENODEV;
		u->bad += err && err != -ENODEV;
		sched_yield();
	}
	return NULL;
}

/* Other threads' commands in flight while the port is reset under them. */
static void recovery_under_load(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	struct user u[3] = {0};
	pthread_t t[3];
	(void)state;

	f->lazy = true;
	f->locked = true;
	pthread_mutex_init(&f->lock, NULL);
	port = fake_port_up(f);
	port->args.timeout_ms = 20000;
	for (size_t i = 0; i < COUNT(t); i++) {
		u[i].port = port;
		assert_int_equal(pthread_create(&t[i], NULL, hammer, &u[i]), 0);
	}
	for (int i = 0; i < 10; i++) {
		nap();
		assert_int_equal(lac_port_recover(port, 0), 0);
	}
	for (size_t i = 0; i < COUNT(t); i++)
		while (!u[i].ok) /* on a busy machine a thread may not have run yet */
			nap();
	for (size_t i = 0; i < COUNT(t); i++) {
		atomic_store(&u[i].stop, true);
		pthread_join(t[i], NULL);
		assert_int_equal(u[i].bad, 0);
	}
	fake_port_end(port);
	fake_free(f);
}

/* ---- the library's thread ---- */

static void thread(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	struct lac_err why;
	struct lac_event ev;
	uint32_t before;
	cpu_set_t one, all;
	(void)state;

	f->locked = true;
	pthread_mutex_init(&f->lock, NULL);
	port->args.ctrl_app = false;
	/* as the main lcore: pinned, which the thread must not inherit */
	pthread_getaffinity_np(pthread_self(), sizeof(all), &all);
	CPU_ZERO(&one);
	for (int i = 0; i < CPU_SETSIZE && !CPU_COUNT(&one); i++) {
		if (CPU_ISSET(i, &all))
			CPU_SET(i, &one);
	}
	pthread_setaffinity_np(pthread_self(), sizeof(one), &one);
	assert_int_equal(lac_port_start(port, &why), 0);
	assert_true(port->threaded);
	assert_int_equal(lac_port_service(port), -EBUSY);
	if (CPU_COUNT(&all) > 1) {
		cpu_set_t got = one;

		WAIT(!pthread_getaffinity_np(port->thread, sizeof(got), &got) &&
			CPU_COUNT(&got) > 1);
	}
	pthread_setaffinity_np(pthread_self(), sizeof(all), &all);
	before = f->pages;
	pthread_mutex_lock(&port->step_lock);
	fake_page_request(f, 0, 0, 700);
	pthread_mutex_unlock(&port->step_lock);
	WAIT(__atomic_load_n(&port->pages.given, __ATOMIC_ACQUIRE) == before + 700);
	assert_false(readable(lac_port_fd(port))); /* its business, not the application's */
	pthread_mutex_lock(&port->step_lock);
	f->reg[0x230 / 4] = UINT32_MAX;
	pthread_mutex_unlock(&port->step_lock);
	WAIT(readable(lac_port_fd(port)));
	assert_int_equal(lac_port_event(port, &ev), 1);
	assert_int_equal(ev.type, LAC_EV_REMOVED);
	assert_int_equal(lac_port_close(port), 0);
	assert_int_equal(fake_maps_live, 0);
	fake_free(f);
}

static void *five_hundred(void *arg)
{
	struct lac_port *port = arg;
	uint8_t in[16] = {0x08, 0x0d}, out[16]; /* NOP */

	for (int i = 0; i < 500; i++)
		if (lac_cmd_exec(port, in, sizeof(in), out, sizeof(out)))
			return port;
	return NULL;
}

/* One thread takes events and is in no hurry, another one's commands are quick: the EQ must not overrun. */
static void quick_commands(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	const struct timespec nap = {.tv_nsec = 1000000};
	uint64_t before = UINT64_MAX, now;
	unsigned int still = 0;
	void *failed;
	pthread_t t;
	(void)state;

	pthread_mutex_init(&f->lock, NULL);
	f->locked = true;
	port->args.timeout_ms = 60000;
	pthread_mutex_lock(&port->step_lock);
	assert_int_equal(pthread_create(&t, NULL, five_hundred, port), 0);
	while (still < 50) { /* as long as it takes the other to come to a stop */
		now = __atomic_load_n(&port->cmdq.issued, __ATOMIC_RELAXED);
		still = now == before ? still + 1 : 0;
		before = now;
		nanosleep(&nap, NULL);
	}
	pthread_mutex_unlock(&port->step_lock);
	pthread_join(t, &failed);
	assert_null(failed);
	fake_port_end(port);
	fake_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(laps),
		cmocka_unit_test(queues),
		cmocka_unit_test(link_changes),
		cmocka_unit_test(bounded_queue),
		cmocka_unit_test(descriptor),
		cmocka_unit_test(sensors),
		cmocka_unit_test(not_fatal),
		cmocka_unit_test(removed),
		cmocka_unit_test(recovery),
		cmocka_unit_test(recovery_fails),
		cmocka_unit_test(recovery_under_load),
		cmocka_unit_test(quick_commands),
		cmocka_unit_test(thread),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

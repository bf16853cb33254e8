/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Bring-up and teardown against the scripted device: the order of the commands, each of them refused, unanswered
 * or cut off by removal in turn, every allocation failing in turn; and nothing left afterwards, on the device
 * or here.
 */
#include "../unit.h"

#include <errno.h>
#include <time.h>

#include "fakefw.h"

static void nothing_left(const struct fake *f, const struct lac_port *port)
{
	assert_int_equal(port->arena.live, 0);
	assert_int_equal(port->pages.ledger.held, 0);
	assert_int_equal(port->up, 0);
	assert_null(port->cmdq.ring);
	if (lac_bus_gone(&f->bus))
		return;
	assert_false(f->master);
	for (size_t i = 0; i < COUNT(f->live); i++)
		assert_int_equal(f->live[i], 0);
	assert_int_equal(f->pages, 0);
	for (size_t i = 0; i < COUNT(f->irq); i++)
		assert_true(f->irq[i] <= 0);
}

static void up_and_down(void **state)
{
	struct fake *f = fake_new();
	unsigned int fds = fake_fds();
	struct lac_port *port = fake_port_up(f);
	struct lac_row row;
	unsigned int n = 0;
	(void)state;

	assert_int_equal(lac_port_state(port), LAC_PORT_READY);
	assert_int_equal(port->up, LAC_STEPS);
	assert_int_equal(f->live[FAKE_EQ], LAC_EQS);
	assert_int_equal(f->live[FAKE_ENABLED], 1);
	assert_int_equal(f->live[FAKE_INITED], 1);
	assert_true(f->master);
	assert_int_equal(f->resets, 1);
	for (size_t i = 0; i < LAC_EQS; i++)
		assert_true(f->eq[i].armed >= 1);
	assert_int_equal(lac_port_lid(port), 7);
	assert_int_equal(lac_port_link(port), 1);
	assert_int_equal(lac_port_state(port), LAC_PORT_READY);
	/* the first UAR traps, the second one maps */
	assert_null(port->uar[0].va);
	assert_non_null(lac_port_data_uar(port)->va);
	assert_int_equal(f->live[FAKE_UAR], 2);
	while (!lac_port_info_row(port, n, &row))
		assert_true(n++ < 100 && row.name[0] && row.value[0]);
	assert_true(n > 8);
	for (n = 0; !lac_port_caps_row(port, n, &row); n++)
		assert_true(n < 100 && row.name[0] && strstr(row.value, "current "));
	assert_true(n > 20);
	assert_int_equal(lac_port_close(port), 0);
	assert_int_equal(f->resets, 1); /* every object was taken down by command */
	assert_int_equal(f->live[FAKE_ENABLED], 0);
	assert_int_equal(f->count[0x105], 1);
	assert_false(f->master);
	assert_int_equal(fake_fds(), fds);
	assert_int_equal(fake_maps_live, 0);
	fake_free(f);
}

/* doc/bringup.md has the same list, with the reason for each. What needs no asking is not asked. */
static void no_command_too_many(void **state)
{
	static const struct {
		uint16_t op, mod;
		bool set; /* only where there is something to set */
	} want[] = {
		{0x104, 0, false}, /* ENABLE_HCA */
		{0x10b, 0, false}, /* SET_ISSI */
		{0x107, 1, false}, /* QUERY_PAGES: boot */
		{0x108, 1, false}, /* MANAGE_PAGES: give */
		{0x100, 1, false}, /* QUERY_HCA_CAP: general, current */
		{0x100, 0, false}, /* general, maximum */
		{0x109, 0, true},  /* SET_HCA_CAP: general */
		{0x100, 1, true},  /* general, current */
		{0x100, 7, false}, /* atomic, current */
		{0x109, 6, true},  /* SET_HCA_CAP: atomic */
		{0x100, 7, true},  /* atomic, current */
		{0x107, 2, false}, /* QUERY_PAGES: init */
		{0x108, 1, false}, /* MANAGE_PAGES: give */
		{0x102, 0, false}, /* INIT_HCA */
		{0x802, 0, false}, /* ALLOC_UAR: this one traps */
		{0x802, 0, false}, /* and this one maps */
		{0x301, 0, false}, /* CREATE_EQ: commands */
		{0x301, 0, false}, /* what happens to queues and the port */
		{0x301, 0, false}, /* page requests */
		{0x301, 0, false}, /* completions */
		{0x762, 0, false}, /* QUERY_HCA_VPORT_CONTEXT */
		{0x800, 0, false}, /* ALLOC_PD */
		{0x200, 0, false}, /* CREATE_MKEY */
	};
	struct fake *f = fake_new();
	(void)state;

	/* cmdif_checksum can be set; at the second bring-up it is, and so are the atomics */
	f->cap_max[0x42] |= 3 << 6;
	for (int settled = 0; settled < 2; settled++) {
		struct lac_port *port;
		uint32_t n = 0;

		f->ops = 0;
		f->next_id = 0x10; /* UARs are numbered anew, as after a reset */
		port = fake_port_up(f);
		assert_int_equal(port->bring_cmds, f->ops);
		for (size_t i = 0; i < COUNT(want); i++) {
			if (want[i].set && settled)
				continue;
			assert_int_equal(f->op[n], (uint32_t)want[i].op << 16 | want[i].mod);
			n++;
		}
		assert_int_equal(f->ops, n);
		fake_port_end(port);
	}
	fake_free(f);
}

/* The default key reaches all memory and gives no peer any right. */
static void local_key(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	struct lac_err why;
	const uint8_t *mkc = f->last_in + 0x10;
	(void)state;

	assert_int_equal(lac_port_start(port, &why), 0); /* CREATE_MKEY is the last command */
	assert_int_equal(f->last_in[0], 0x02);
	assert_int_equal(f->last_in[1], 0x00);
	assert_int_equal(mkc[2], 0x0c); /* lw, lr; not a, rw, rr; not umr_en */
	assert_int_equal(mkc[3], 0x00); /* mode PA */
	assert_int_equal(mkc[1] & 0x01, 0);
	assert_int_equal(mkc[4] << 16 | mkc[5] << 8 | mkc[6], 0xffffff);
	assert_int_equal(mkc[0x0c], 0x80); /* length64, no remote invalidation */
	assert_int_equal((uint32_t)mkc[0x0d] << 16 | mkc[0x0e] << 8 | mkc[0x0f], port->pdn);
	assert_int_equal(__builtin_bswap32(lac_port_dma_lkey_be(port)) & 0xff, 0); /* key byte */
	fake_port_end(port);
	fake_free(f);
}

static void trapped_uars(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	(void)state;

	f->no_bar_map = true;
	port = fake_port_up(f);
	assert_int_equal(f->live[FAKE_UAR], LAC_UARS);
	assert_null(lac_port_data_uar(port)->va);
	assert_int_equal(lac_port_data_uar(port)->index, port->uar[0].index);
	fake_port_end(port);
	assert_int_equal(f->live[FAKE_UAR], 0);

	/* a function that has only one */
	fake_on(f, 0x802, 2)->status = 0x08;
	port = fake_port_up(f);
	assert_int_equal(f->live[FAKE_UAR], 1);
	fake_port_end(port);
	fake_free(f);
}

/* Every command of a bring-up, refused in turn. */
static void each_command_refused(void **state)
{
	struct fake *f = fake_new();
	unsigned int fds = fake_fds(), total = 0, refusals = 0;
	uint16_t ops[] = {
		0x104, 0x10b, 0x107, 0x108, 0x100, 0x109, 0x102, 0x802, 0x301, 0x762, 0x800, 0x200};
	struct lac_port *port = fake_port_up(f);
	struct lac_err why;
	(void)state;

	fake_port_end(port);
	for (size_t i = 0; i < COUNT(ops); i++)
		total += f->count[ops[i]];
	assert_true(total >= 20);
	for (size_t i = 0; i < COUNT(ops); i++) {
		uint32_t runs = f->count[ops[i]];

		for (uint32_t n = 1; n <= runs; n++) {
			struct fake *g = fake_new();
			struct fake_rule *r = fake_on(g, ops[i], n);
			int err;

			/* a TAKE at teardown counts as well, and a second UAR is not needed */
			if ((ops[i] == 0x108 && n > 2) || (ops[i] == 0x802 && n > 1)) {
				fake_free(g);
				continue;
			}
			r->status = 0x04;
			port = fake_port(g);
			err = lac_port_start(port, &why);
			assert_int_equal(err, -EIO);
			assert_int_equal(why.opcode, ops[i]);
			assert_int_equal(why.status, 0x04);
			nothing_left(g, port);
			assert_int_equal(g->resets, 1); /* taken down by commands alone */
			fake_port_end(port);
			assert_int_equal(fake_fds(), fds);
			fake_free(g);
			refusals++;
		}
	}
	assert_true(refusals >= 18);
	fake_free(f);
}

/* Every command unanswered in turn: one deadline passes, not one for each thing to take down. */
static void each_command_unanswered(void **state)
{
	static const uint16_t ops[] = {
		0x104, 0x10b, 0x107, 0x108, 0x100, 0x109, 0x102, 0x802, 0x301, 0x762, 0x800, 0x200};
	unsigned int fds = fake_fds();
	(void)state;

	for (size_t i = 0; i < COUNT(ops); i++) {
		struct fake *f = fake_new();
		struct lac_port *port = fake_port(f);
		struct lac_err why;

		port->args.timeout_ms = 30;
		fake_on(f, ops[i], 1)->mute = true;
		assert_int_equal(lac_port_start(port, &why), -ETIMEDOUT);
		assert_int_equal(why.where, LAC_AT_TIMEOUT);
		assert_int_equal(why.opcode, ops[i]);
		assert_int_equal(port->cmdq.timeouts, 1);
		nothing_left(f, port);
		assert_int_equal(f->resets, 2);
		fake_release(f); /* nobody is there any more */
		fake_port_end(port);
		assert_int_equal(fake_fds(), fds);
		fake_free(f);
	}
}

struct vanish {
	struct fake f; /* first */
	int (*write)(struct lac_bus *bus, uint64_t off, const void *buf, uint32_t len);
	uint32_t left;
};

static struct vanish *vanishing;

static int vanish_write(struct lac_bus *bus, uint64_t off, const void *buf, uint32_t len)
{
	if (off == 0x18 && !vanishing->left--)
		fake_gone((struct fake *)bus);
	return vanishing->write(bus, off, buf, len);
}

/* The function vanishes at each command in turn. */
static void removed_at_each_command(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	uint64_t commands = port->bring_cmds;
	unsigned int fds;
	(void)state;

	fake_port_end(port);
	fake_free(f);
	fds = fake_fds();
	assert_true(commands > 20);
	for (uint32_t n = 0; n < commands; n++) {
		struct vanish v = {.left = n};
		struct lac_bus_ops ops;
		struct lac_err why;
		int err;

		f = fake_new();
		ops = *f->bus.ops;
		v.write = ops.bar_write;
		ops.bar_write = vanish_write;
		f->bus.ops = &ops;
		vanishing = &v;
		port = fake_port(f);
		err = lac_port_start(port, &why);
		assert_int_equal(err, -ENODEV);
		assert_int_equal(why.where, LAC_AT_GONE);
		nothing_left(f, port);
		fake_port_end(port);
		assert_int_equal(fake_fds(), fds);
		fake_free(f);
	}
}

/* And at each command of a teardown, which goes on without it and waits for no reply. */
static void removed_at_each_command_of_teardown(void **state)
{
	unsigned int fds = fake_fds(), n;
	(void)state;

	for (n = 0;; n++) {
		struct vanish v = {.left = n};
		struct fake *f = fake_new();
		struct lac_port *port = fake_port_up(f);
		struct lac_bus_ops ops = *f->bus.ops;
		uint64_t start = lac_now_ms();
		bool gone;

		port->args.timeout_ms = 60000;
		v.write = ops.bar_write;
		ops.bar_write = vanish_write;
		f->bus.ops = &ops;
		vanishing = &v;
		assert_int_equal(lac_port_close(port), 0);
		assert_true(lac_now_ms() - start < 30000);
		assert_int_equal(fake_maps_live, 0);
		assert_int_equal(fake_fds(), fds);
		gone = f->bus.gone;
		fake_free(f);
		if (!gone)
			break;
	}
	assert_true(n > 10);
}

/* All-ones from the start is a function that is not there, without waiting for firmware's long deadline. */
static void all_ones(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	struct lac_err why;
	(void)state;

	port->args.timeout_ms = 60000;
	f->reg[0] = f->reg[0x1fc / 4] = UINT32_MAX;
	assert_int_equal(lac_port_start(port, &why), -ENODEV);
	assert_int_equal(why.where, LAC_AT_GONE);
	fake_port_end(port);
	fake_free(f);
}

/* Every allocation and every map refused in turn, until one bring-up needs no more. */
static void without_memory(void **state)
{
	unsigned int fds = fake_fds(), n;
	(void)state;

	for (n = 1;; n++) {
		struct fake *f = fake_new();
		struct lac_port *port = fake_port(f);
		struct lac_err why;
		bool up;

		port->arena.refuse = n;
		up = !lac_port_start(port, &why);
		if (!up) {
			assert_int_equal(why.err, -ENOMEM);
			nothing_left(f, port);
		}
		fake_port_end(port);
		assert_int_equal(fake_fds(), fds);
		fake_free(f);
		if (up)
			break;
		assert_true(n < 1000);
	}
	assert_true(n > 40);

	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	struct lac_err why;

	fake_map_refuse = 1;
	assert_int_equal(lac_port_start(port, &why), -ENOMEM);
	nothing_left(f, port);
	fake_port_end(port);
	fake_free(f);
}

static void bus_failures(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	struct lac_err why;
	(void)state;

	f->reset_error = -EIO;
	assert_int_equal(lac_port_start(port, &why), -EIO);
	assert_int_equal(why.where, LAC_AT_BUS);
	fake_port_end(port);
	f->reset_error = 0;
	f->irq_error = -ENOSPC;
	port = fake_port(f);
	assert_int_equal(lac_port_start(port, &why), -ENOSPC);
	fake_port_end(port);
	f->irq_error = 0;
	f->reg[0x1fc / 4] = 1u << 31; /* never ready */
	port = fake_port(f);
	port->args.timeout_ms = 20;
	assert_int_equal(lac_port_start(port, &why), -ETIMEDOUT);
	assert_int_equal(why.where, LAC_AT_TIMEOUT);
	nothing_left(f, port);
	fake_port_end(port);
	f->reg[0x1fc / 4] = 0;
	f->reset_error = -ENOTSUP; /* no FLR: the kernel's own reset at open will do */
	port = fake_port(f);
	assert_int_equal(lac_port_start(port, &why), 0);
	fake_port_end(port);
	fake_free(f);
}

static void no_interrupts(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	(void)state;

	f->bus.irq_count = 0;
	port = fake_port_up(f);
	assert_int_equal(port->irqs.count, 0);
	fake_port_end(port);
	f->bus.irq_count = 1;
	port = fake_port_up(f);
	assert_int_equal(f->eq[LAC_EQ_COMP].vector, 0);
	fake_port_end(port);
	f->bus.irq_count = 8;
	port = fake_port_up(f);
	assert_int_equal(f->eq[LAC_EQ_COMP].vector, 1);
	fake_port_end(port);
	fake_free(f);
}

/* What is wanted is asked for only where the device offers it, and believed only when it was read again. */
static void capabilities(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	struct lac_row row;
	unsigned int i = 0;
	(void)state;

	port = fake_port_up(f);
	assert_int_equal(f->cap_cur[0x42] >> 6, 0);
	assert_int_equal(f->cap_cur[0x28] >> 2 & 1, 0);
	assert_false(port->cmdq.check);
	fake_port_end(port);
	f->count[0x109] = 0;
	f->atomic[8] &= 0x3f; /* as after power-up */
	/* cmdif_checksum 0x42 7:6, release_all_pages 0x28 bit 2 */
	f->cap_max[0x42] |= 3 << 6;
	f->cap_max[0x28] |= 1 << 2;
	f->cap_cur[0x50] = 0x5a; /* what we do not know goes back as it was */
	port = fake_port_up(f);
	assert_int_equal(f->cap_cur[0x42] >> 6, 3);
	assert_int_equal(f->cap_cur[0x28] >> 2 & 1, 1);
	assert_int_equal(f->cap_cur[0x50], 0x5a);
	assert_int_equal(f->count[0x109], 2); /* general, atomic */
	assert_true(port->cmdq.check);
	do
		assert_int_equal(lac_port_caps_row(port, i++, &row), 0);
	while (strcmp(row.name, "cmdif_checksum"));
	assert_string_equal(row.value, "current 3, max 3, wanted 3");
	assert_int_equal(f->atomic[8] >> 6, 1);
	assert_true(lac_port_caps(port)->sg_gaps);
	assert_true(lac_port_caps(port)->link_ib);
	assert_int_equal(lac_port_caps(port)->max_wqe_bytes, 1024);
	assert_int_equal(lac_port_caps(port)->max_klm_list, 65536);
	fake_port_end(port);
	fake_free(f);
}

static void ethernet(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	struct lac_err why;
	(void)state;

	f->cap_cur[0x36] |= 1;
	assert_int_equal(lac_port_start(port, &why), -ENOTSUP);
	assert_non_null(strstr(why.arg, "Ethernet"));
	nothing_left(f, port);
	assert_int_equal(f->count[0x102], 0);
	fake_port_end(port);
	fake_free(f);
}

static void held(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port_up(f);
	struct lac_err e;
	(void)state;

	lac_port_hold(port, "queue pair", 1);
	lac_port_hold(port, "keys", 1);
	lac_port_hold(port, "keys", 1);
	lac_port_hold(port, "queue pair", -1);
	assert_int_equal(lac_port_close(port), -EBUSY);
	assert_int_equal(lac_port_err(port, &e), 0);
	assert_non_null(strstr(e.arg, "2"));
	assert_non_null(strstr(e.arg, "keys"));
	assert_int_equal(lac_port_state(port), LAC_PORT_READY);
	lac_port_hold(port, "keys", -2);
	assert_int_equal(lac_port_close(port), 0);
	fake_free(f);
}

/* What is not in the table of states is refused. */
static void states(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port = fake_port(f);
	(void)state;

	assert_int_equal(lac_port_move(port, LAC_PORT_OPENING), -EINVAL);
	assert_int_equal(lac_port_move(port, LAC_PORT_READY), 0);
	assert_int_equal(lac_port_move(port, LAC_PORT_READY), -EINVAL);
	assert_int_equal(lac_port_move(port, LAC_PORT_SICK), 0);
	assert_int_equal(lac_port_move(port, LAC_PORT_READY), -EINVAL);
	assert_int_equal(lac_port_move(port, LAC_PORT_GONE), 0);
	assert_int_equal(lac_port_move(port, LAC_PORT_OPENING), -EINVAL);
	assert_int_equal(lac_port_move(port, LAC_PORT_CLOSING), 0);
	assert_int_equal(lac_port_move(port, LAC_PORT_CLOSING), -EINVAL);
	fake_port_end(port);
	fake_free(f);
}

/* Events that stand in a queue when its end was ordered are nobody's: its number may be another's by then. */
static void queues_end_unread(void **state)
{
	struct fake *f = fake_new();
	struct lac_port *port;
	(void)state;

	f->lazy = true; /* what waits for the command looks at the queues when it is done */
	port = fake_port_up(f);
	fake_port_end(port);
	assert_int_equal(f->live[FAKE_EQ], 0);
	fake_free(f);
}

static void again(void **state)
{
	unsigned int fds = fake_fds();
	struct fake *f = fake_new();
	(void)state;

	for (int i = 0; i < 50; i++) {
		struct lac_port *port = fake_port_up(f);

		fake_port_end(port);
		assert_int_equal(fake_fds(), fds);
		assert_int_equal(f->pages, 0);
	}
	fake_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(up_and_down),
		cmocka_unit_test(no_command_too_many),
		cmocka_unit_test(local_key),
		cmocka_unit_test(trapped_uars),
		cmocka_unit_test(each_command_refused),
		cmocka_unit_test(each_command_unanswered),
		cmocka_unit_test(removed_at_each_command),
		cmocka_unit_test(removed_at_each_command_of_teardown),
		cmocka_unit_test(all_ones),
		cmocka_unit_test(without_memory),
		cmocka_unit_test(bus_failures),
		cmocka_unit_test(no_interrupts),
		cmocka_unit_test(capabilities),
		cmocka_unit_test(ethernet),
		cmocka_unit_test(held),
		cmocka_unit_test(states),
		cmocka_unit_test(queues_end_unread),
		cmocka_unit_test(again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

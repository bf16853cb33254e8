/* SPDX-License-Identifier: BSD-3-Clause */
/* The scripted device: registers and the command interface. What commands do is in fakefw_ops.c. */
#include "../unit.h"

#include <dirent.h>
#include <endian.h>
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include <lacuna/stats.h>

#include "fakefw.h"
#include "fakefw_ops.h"

unsigned int fake_maps_live, fake_map_refuse;
unsigned int fake_qp_gone, fake_qp_events, fake_cq_errors, fake_cq_events;

__attribute__((format(printf, 2, 3))) static void breach(struct fake *f, const char *fmt, ...)
{
	va_list ap;

	if (f->fault[0])
		return;
	va_start(ap, fmt);
	vsnprintf(f->fault, sizeof(f->fault), fmt, ap);
	va_end(ap);
}

uint32_t fake_be32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

uint64_t fake_be64(const uint8_t *p)
{
	return (uint64_t)fake_be32(p) << 32 | fake_be32(p + 4);
}

void fake_put32(uint8_t *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t)(v >> (24 - 8 * i));
}

static uint8_t xor_all(const uint8_t *p, size_t n)
{
	uint8_t x = 0;

	while (n--)
		x ^= *p++;
	return x;
}

/* Walks a chain of @len bytes beyond the entry; to or from @data. */
static bool chain(
	struct fake *f, uint64_t at, uint32_t len, uint8_t token, uint8_t *data, bool write)
{
	for (uint32_t i = 0; len; i++) {
		uint8_t *b = (uint8_t *)(uintptr_t)at;
		uint32_t n = len < 512 ? len : 512;

		if (!at || at & 1023) {
			breach(f, "block %u at 0x%llx", i, (unsigned long long)at);
			return false;
		}
		if (fake_be32(b + 0x238) != i || b[0x23d] != token) {
			breach(f, "block %u: number %u, token %u for %u", i, fake_be32(b + 0x238),
				b[0x23d], token);
			return false;
		}
		if (xor_all(b + 512, 63) != 0xff || xor_all(b, 576) != 0xff)
			breach(f, "block %u: signature", i);
		if (write) {
			memcpy(b, data, n);
			b[0x23e] = b[0x23f] = 0;
			if (f->sign) {
				b[0x23e] = (uint8_t)~xor_all(b + 512, 62);
				b[0x23f] = (uint8_t)~xor_all(b, 575);
			}
		} else {
			memcpy(data, b, n);
		}
		data += n;
		len -= n;
		at = fake_be64(b + 0x230);
		if (!len && at)
			breach(f, "a block too many after %u", i);
	}
	return true;
}

static struct fake_rule *rule_for(struct fake *f, uint16_t op, uint16_t op_mod)
{
	for (size_t i = 0; i < COUNT(f->rule); i++) {
		struct fake_rule *r = &f->rule[i];

		if (r->op != op || (r->op_mod >= 0 && r->op_mod != op_mod))
			continue;
		r->seen++;
		if (!r->nth || r->nth == r->seen)
			return r;
	}
	return NULL;
}

static void answer(struct fake *f, unsigned int slot)
{
	uint8_t *e = (uint8_t *)(uintptr_t)(f->queue + ((uint64_t)slot << f->log_stride));
	uint32_t in_len = fake_be32(e + 4), out_len = fake_be32(e + 0x38);
	static uint8_t out[1 << 17];
	struct fake_rule *r = &f->now[slot];
	uint8_t token = e[0x3c], vector[28] = {0};

	memset(out, 0, out_len < 16 ? 16 : out_len);
	memcpy(f->last_in, e + 0x10, 16);
	if (in_len > 16)
		chain(f, fake_be64(e + 8), in_len - 16, token, f->last_in + 16, false);
	if (!r->delivery) {
		out[0] = r->status ? r->status : fake_op(f, f->last_in, in_len, out, out_len);
		if (out[0])
			fake_put32(out + 4, r->syndrome);
	}
	memcpy(e + 0x20, out, 16);
	if (out_len > 16)
		chain(f, fake_be64(e + 0x30), out_len - 16, token, out + 16, true);
	e[0x3d] = 0;
	if (f->sign)
		e[0x3d] = (uint8_t) ~(xor_all(e, 63) ^ (uint8_t)(r->delivery << 1));
	if (r->corrupt)
		e[0x2f] ^= 0x40;
	f->pending &= ~(1u << slot);
	__atomic_store_n(&e[0x3f], (uint8_t)(r->delivery << 1), __ATOMIC_RELEASE);
	fake_put32(vector, 1u << slot);
	fake_event(f, 0x0a, 0, vector);
}

static void take_up(struct fake *f, unsigned int slot)
{
	uint8_t *e = (uint8_t *)(uintptr_t)(f->queue + ((uint64_t)slot << f->log_stride));
	uint16_t op = (uint16_t)(fake_be32(e + 0x10) >> 16), mod = (uint16_t)fake_be32(e + 0x14);
	struct fake_rule *r;

	if (f->pending >> slot & 1) {
		breach(f, "slot %u rung while busy", slot);
		return;
	}
	if (!(e[0x3f] & 1) || e[0] != 7)
		breach(f, "slot %u: owner 0x%x, type 0x%x", slot, e[0x3f], e[0]);
	if (xor_all(e, 64) != 0xff)
		breach(f, "entry's signature");
	if (!e[0x3c] || e[0x3c] == f->tokens[slot])
		breach(f, "slot %u: token %u again", slot, e[0x3c]);
	if ((op == 0x108) != (slot == (1u << f->log_sz) - 1))
		breach(f, "opcode 0x%x in slot %u", op, slot);
	f->tokens[slot] = e[0x3c];
	f->count[op % FAKE_OPS]++;
	if (f->ops < COUNT(f->op))
		f->op[f->ops] = (uint32_t)op << 16 | mod;
	f->ops++;
	f->in_len[op % FAKE_OPS] = fake_be32(e + 4);
	f->out_len[op % FAKE_OPS] = fake_be32(e + 0x38);
	f->pending |= 1u << slot;
	if ((unsigned int)__builtin_popcount(f->pending) > f->most)
		f->most = (uint32_t)__builtin_popcount(f->pending);
	r = rule_for(f, op, mod);
	f->now[slot] = r ? *r : (struct fake_rule){0};
	if (f->now[slot].mute) {
		f->muted |= 1u << slot;
	} else if (f->now[slot].ask) {
		f->waiting |= 1u << slot;
		f->owed = f->now[slot].ask;
		fake_page_request(f, 0, 0, f->now[slot].ask);
	} else if (f->lazy) {
		f->ready |= 1u << slot;
	} else {
		answer(f, slot);
	}
	if (f->waiting && f->owed <= 0) {
		uint32_t w = f->waiting;

		f->waiting = 0;
		for (; w; w &= w - 1)
			answer(f, (unsigned int)__builtin_ctz(w));
	}
}

void fake_release(struct fake *f)
{
	uint32_t m = f->muted;

	f->muted = 0;
	for (; m; m &= m - 1)
		answer(f, (unsigned int)__builtin_ctz(m));
}

static struct fake *of(struct lac_bus *bus)
{
	return (struct fake *)bus;
}

static int bar_read(struct lac_bus *bus, uint64_t off, void *buf, uint32_t len)
{
	struct fake *f = of(bus);
	uint32_t v = 0xffffffff;

	if (len != 4)
		return -EINVAL;
	if (!lac_bus_gone(bus) && off < sizeof(f->reg)) {
		if (off == 0x1010 && f->counting)
			f->reg[off / 4]++;
		v = htobe32(f->reg[off / 4]);
	}
	memcpy(buf, &v, 4);
	return 0;
}

static void eq_doorbell(struct fake *f, uint32_t reg, uint32_t v)
{
	for (size_t i = 0; i < FAKE_EQS; i++) {
		if (!f->eq[i].ring || f->eq[i].eqn != v >> 24)
			continue;
		f->eq[i].ci = v & 0xffffff;
		f->eq[i].armed += reg == 0x40;
		f->eq[i].updates += reg == 0x48;
		return;
	}
	breach(f, "a doorbell of EQ %u, which is not", v >> 24);
}

static int write_now(struct fake *f, uint64_t off, const void *buf, uint32_t len)
{
	uint32_t v;

	memcpy(&v, buf, 4);
	v = be32toh(v);
	if (len == 8 && off >= 0x10000)
		return 0;
	if (len != 4)
		return -EINVAL;
	if (off == 0x10) {
		f->high = v;
	} else if (off == 0x14) {
		if (v & 0xfff)
			breach(f, "queue address 0x%x", v);
		f->queue = (uint64_t)f->high << 32 | (v & ~0xfffu);
	} else if (off == 0x18) {
		if (!f->queue || !f->master)
			breach(f, "doorbell before queue address or bus master");
		for (; f->queue && v; v &= v - 1)
			take_up(f, (unsigned int)__builtin_ctz(v));
	} else if (off >= 0x10000) {
		eq_doorbell(f, off & 0xfff, v);
	}
	return 0;
}

static int bar_write(struct lac_bus *bus, uint64_t off, const void *buf, uint32_t len)
{
	struct fake *f = of(bus);
	int err;

	if (lac_bus_gone(bus))
		return 0;
	if (f->locked)
		pthread_mutex_lock(&f->lock);
	err = write_now(f, off, buf, len);
	if (f->locked)
		pthread_mutex_unlock(&f->lock);
	return err;
}

static int cfg_read(struct lac_bus *bus, uint32_t off, void *buf, uint32_t len)
{
	(void)off;
	memset(buf, 0, len);
	return lac_bus_gone(bus) ? -ENODEV : 0;
}

static int cfg_write(struct lac_bus *bus, uint32_t off, const void *buf, uint32_t len)
{
	uint16_t v;

	if (off == 4 && len == 2) {
		memcpy(&v, buf, 2);
		of(bus)->master = le16toh(v) >> 2 & 1;
	}
	return 0;
}

static void *bar_ptr(struct lac_bus *bus, uint64_t off, uint64_t len)
{
	/* the second page that is handed out maps, as with an emulator whose first ones trap */
	(void)len;
	return of(bus)->no_bar_map || off < 0x11000 ? NULL : of(bus)->uar_page;
}

static int irqs_set(struct lac_bus *bus, uint32_t start, uint32_t count, const int *fds)
{
	if (of(bus)->irq_error)
		return of(bus)->irq_error;
	for (uint32_t i = 0; i < count; i++)
		of(bus)->irq[start + i] = fds[i];
	return 0;
}

static int dma(struct lac_bus *bus, void *va, size_t len, int fd, uint64_t off, struct lac_err *why)
{
	(void)bus, (void)va, (void)len, (void)fd, (void)off, (void)why;
	return 0;
}

static int undma(struct lac_bus *bus, void *va, size_t len)
{
	(void)bus, (void)va, (void)len;
	return 0;
}

static int reset(struct lac_bus *bus)
{
	struct fake *f = of(bus);

	if (f->reset_error)
		return f->reset_error;
	f->resets++;
	f->queue = 0;
	f->pending = f->waiting = f->muted = f->ready = 0;
	f->pages = 0;
	f->owed = 0;
	memset(f->eq, 0, sizeof(f->eq));
	memset(f->live, 0, sizeof(f->live));
	memset(f->tokens, 0, sizeof(f->tokens));
	f->reg[0x14 / 4] = f->log_sz << 4 | f->log_stride;
	f->reg[0x238 / 4] = f->reg[0x23c / 4] = 0;
	return 0;
}

static int service(struct lac_bus *bus)
{
	struct fake *f = of(bus);
	uint32_t r;

	if (f->locked)
		pthread_mutex_lock(&f->lock);
	r = f->ready;
	f->ready = 0;
	for (; r; r &= r - 1)
		answer(f, (unsigned int)__builtin_ctz(r));
	if (f->locked)
		pthread_mutex_unlock(&f->lock);
	return lac_bus_gone(bus) ? -ENODEV : 0;
}

static int bus_fd(struct lac_bus *bus)
{
	(void)bus;
	return -1;
}

static void bus_close(struct lac_bus *bus)
{
	(void)bus;
}

static const struct lac_bus_ops ops = {"fake", cfg_read, cfg_write, bar_read, bar_write, bar_ptr,
	irqs_set, dma, undma, reset, service, bus_fd, bus_close};

struct fake *fake_new(void)
{
	struct fake *f = calloc(1, sizeof(*f));

	f->bus.ops = &ops;
	strcpy(f->bus.bdf, "0000:03:00.0");
	f->bus.bar_bytes = 16 << 20;
	f->bus.irq_count = 8;
	f->bus.vendor = 0x15b3;
	f->bus.device = 0x1018;
	f->bus.numa_node = 0;
	f->bus.timeout_ms = 1000;
	f->log_sz = 5;
	f->log_stride = 6;
	f->reg[0] = 35 << 16 | 16;
	f->reg[1] = 5 << 16 | 1000;
	f->reg[0x14 / 4] = f->log_sz << 4 | f->log_stride;
	f->reg[0x230 / 4] = 1;
	f->counting = true;
	f->boot = 6;
	f->init = 20;
	f->next_id = 0x10;
	f->lid = 7;
	f->vport_state = 4;
	fake_caps_default(f);
	return f;
}

void fake_free(struct fake *f)
{
	assert_string_equal(f->fault, "");
	free(f);
}

struct fake_rule *fake_on(struct fake *f, uint16_t op, unsigned int nth)
{
	for (size_t i = 0; i < COUNT(f->rule); i++) {
		if (f->rule[i].op)
			continue;
		f->rule[i] = (struct fake_rule){.op = op, .op_mod = -1, .nth = nth};
		return &f->rule[i];
	}
	fail_msg("no rule left");
	return NULL;
}

void fake_gone(struct fake *f)
{
	__atomic_store_n(&f->bus.gone, true, __ATOMIC_RELEASE);
}

/* ---- ports ---- */

struct lac_port *fake_port(struct fake *f)
{
	struct lac_port *port = lac_port_new();

	assert_non_null(port);
	port->bus = &f->bus;
	port->as = lac_as_get(NULL);
	port->args.timeout_ms = 200 * (getenv("LAC_TEST_SLOW")
						      ? (uint32_t)atoi(getenv("LAC_TEST_SLOW"))
						      : 1);
	port->args.ctrl_app = true;
	return port;
}

struct lac_port *fake_port_cmdq(struct fake *f)
{
	struct lac_port *port = fake_port(f);

	f->master = true;
	assert_int_equal(lac_pages_init(port), 0);
	assert_int_equal(lac_cmdq_init(port), 0);
	return port;
}

struct lac_port *fake_port_up(struct fake *f)
{
	struct lac_port *port = fake_port(f);
	struct lac_err why;
	char text[256];
	int err = lac_port_start(port, &why);

	if (err) {
		lac_err_str(&why, text, sizeof(text));
		fail_msg("%s (%s)", text, f->fault);
	}
	return port;
}

void fake_port_end(struct lac_port *port)
{
	if (port->up) {
		assert_int_equal(lac_port_close(port), 0);
	} else {
		(void)lac_port_move(port, LAC_PORT_CLOSING);
		lac_bringdown(port);
		lac_port_delete(port);
	}
	assert_int_equal(fake_maps_live, 0);
}

unsigned int fake_fds(void)
{
	DIR *d = opendir("/proc/self/fd");
	unsigned int n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

/* ---- the address space and the queues, as far as the control path asks ---- */

int lac_eal_check(struct lac_err *why)
{
	(void)why;
	return 0;
}

struct lac_as *lac_as_get(struct lac_err *why)
{
	(void)why;
	return (struct lac_as *)&fake_maps_live;
}

void lac_as_put(struct lac_as *as)
{
	(void)as;
}

int lac_as_join(struct lac_as *as, struct lac_bus *bus, struct lac_err *why)
{
	(void)as, (void)bus, (void)why;
	return 0;
}

void lac_as_leave(struct lac_as *as, struct lac_bus *bus)
{
	(void)as, (void)bus;
}

int lac_as_map(struct lac_as *as, void *va, size_t len, int fd, uint64_t off, struct lac_err *why)
{
	(void)as, (void)va, (void)len, (void)fd, (void)off;
	if (fake_map_refuse && !--fake_map_refuse) {
		memset(why, 0, sizeof(*why));
		why->err = -ENOMEM;
		why->where = LAC_AT_MEM;
		strcpy(why->arg, "memlock");
		return -ENOMEM;
	}
	fake_maps_live++;
	return 0;
}

int lac_as_unmap(struct lac_as *as, void *va, size_t len)
{
	(void)as, (void)va, (void)len;
	fake_maps_live--;
	return 0;
}

bool lac_as_knows(const struct lac_as *as, uint64_t addr, uint64_t len)
{
	(void)as, (void)addr, (void)len;
	return true;
}

struct lac_as_hull lac_as_hull(const struct lac_as *as)
{
	(void)as;
	return (struct lac_as_hull){0};
}

int lac_as_lost(struct lac_as *as, struct lac_err *out)
{
	(void)as, (void)out;
	return 0;
}

void lac_qp_on_gone(struct lac_qp *qp)
{
	(void)qp;
	fake_qp_gone++;
}

void lac_qp_on_event(struct lac_qp *qp, uint8_t type)
{
	(void)qp, (void)type;
	fake_qp_events++;
}

void lac_cq_on_error(struct lac_cq *cq, uint8_t syndrome)
{
	(void)cq, (void)syndrome;
	fake_cq_errors++;
}

void lac_cq_on_event(struct lac_cq *cq)
{
	(void)cq;
	fake_cq_events++;
}

struct lac_hot *lac_hot_create(struct lac_port *port)
{
	return (struct lac_hot *)port;
}

void lac_hot_destroy(struct lac_hot *hot)
{
	(void)hot;
}

void lac_hot_stats(struct lac_hot *hot, uint64_t *v)
{
	(void)hot;
	memset(v, 0, LAC_STAT_QP_COUNT * sizeof(*v));
}

void lac_limits_fill(const struct lac_caps *caps, struct lac_limits *limits)
{
	(void)caps, (void)limits;
}

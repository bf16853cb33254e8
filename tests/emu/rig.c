/* SPDX-License-Identifier: BSD-3-Clause */
/* The bench: fakes of what the HCA calls, and a command queue's client. */
#include "rig.h"

#include <stdio.h>
#include <sys/mman.h>
#include <time.h>

static struct rig *of(struct emu_fn *f)
{
	return (struct rig *)((uint8_t *)f - offsetof(struct rig, f));
}

/* ---- fakes ---- */

uint64_t emu_rand(struct emu_world *w)
{
	uint64_t z = w->rng += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

uint32_t emu_rand_below(struct emu_world *w, uint32_t n)
{
	return n ? (uint32_t)(emu_rand(w) % n) : 0;
}

uint64_t emu_now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

bool emu_parse_u64(const char *s, uint64_t *v)
{
	char *end;

	*v = strtoull(s, &end, 0);
	return *s && !*end && *s != '-';
}

void emu_lint(struct emu_fn *f, const char *fmt, ...)
{
	struct rig *r = of(f);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(r->lint, sizeof(r->lint), fmt, ap);
	va_end(ap);
	r->lints++;
}

void emu_trace(struct emu_fn *f, const char *fmt, ...)
{
	va_list ap;

	(void)f;
	if (!getenv("RIG_TRACE"))
		return;
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

struct emu_stats *emu_stats(struct emu_fn *f)
{
	return &f->stats;
}

struct emu_fn *emu_ctl_fn_arg(struct emu_world *w, int argc, char **argv, int i, FILE *out)
{
	uint64_t n;

	if (argc > i && emu_parse_u64(argv[i], &n) && n < w->nfn)
		return w->fn[n];
	fprintf(out, "error: no port");
	return NULL;
}

static uint8_t *mapped(struct rig *r, uint64_t iova, uint64_t len)
{
	if (iova < RIG_IOVA || len > RIG_ALL || iova - RIG_IOVA > RIG_ALL - len ||
		(r->hole_len && iova < r->hole + r->hole_len && r->hole < iova + len)) {
		r->faults++;
		return NULL;
	}
	return r->mem + (iova - RIG_IOVA);
}

int emu_dma_read(struct emu_fn *f, uint64_t iova, void *buf, uint64_t len)
{
	const uint8_t *p = mapped(of(f), iova, len);

	if (!p)
		return -1;
	memcpy(buf, p, len);
	return 0;
}

int emu_dma_write(struct emu_fn *f, uint64_t iova, const void *buf, uint64_t len)
{
	uint8_t *p = mapped(of(f), iova, len);

	if (!p)
		return -1;
	memcpy(p, buf, len);
	return 0;
}

bool emu_pci_master_on(const struct emu_fn *f)
{
	return !of((struct emu_fn *)(uintptr_t)f)->halted;
}

void emu_irq(struct emu_fn *f, unsigned int vector)
{
	of(f)->irqs[vector]++;
}

/* ---- memory ---- */

struct rig *rig_new(const char *profile, bool adversarial, uint64_t seed)
{
	struct rig *r = calloc(1, sizeof(*r));

	assert_non_null(r);
	r->mem = mmap(NULL, RIG_ALL, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	assert_true(r->mem != MAP_FAILED);
	r->next = RIG_IOVA + EMU_PAGE;
	r->w.opt.profile = profile;
	r->w.opt.adversarial = adversarial;
	r->w.opt.lint = true;
	r->w.opt.seed = r->w.rng = seed;
	r->w.nfn = 1;
	r->w.fn[0] = &r->f;
	r->f.w = &r->w;
	rig_engine_start(&r->w);
	assert_int_equal(hca_create(&r->f), 0);
	rig_write32(r, 0x10, RIG_QUEUE >> 32);
	rig_write32(r, 0x14, (uint32_t)RIG_QUEUE);
	return r;
}

void rig_free(struct rig *r)
{
	hca_destroy(&r->f);
	rig_engine_stop(&r->w);
	munmap(r->mem, RIG_ALL);
	free(r);
}

uint8_t *rig_at(struct rig *r, uint64_t iova)
{
	assert_true(iova >= RIG_IOVA && iova < RIG_IOVA + RIG_ALL);
	return r->mem + (iova - RIG_IOVA);
}

uint64_t rig_alloc(struct rig *r, uint64_t bytes, uint64_t align)
{
	uint64_t at = (r->next + align - 1) & ~(align - 1);

	assert_true(at + bytes <= RIG_IOVA + RIG_BYTES);
	r->next = at + bytes;
	return at;
}

void rig_write32(struct rig *r, uint64_t off, uint32_t v)
{
	uint8_t b[4];

	emu_put_be32(b, v);
	hca_bar_write(&r->f, off, b, sizeof(b));
}

uint32_t rig_read32(struct rig *r, uint64_t off)
{
	uint8_t b[4];

	hca_bar_read(&r->f, off, b, sizeof(b));
	return emu_be32(b);
}

void rig_polls(struct rig *r, uint32_t n)
{
	while (n--)
		hca_poll(&r->f);
}

/* ---- commands ---- */

/* Mailboxes lie above what is allocated, in a place of each slot and direction. */
static uint64_t chain(struct rig *r, uint32_t which, const uint8_t *data, uint32_t len)
{
	uint32_t n = (len + 511) / 512;
	uint64_t first = n ? RIG_IOVA + RIG_BYTES + which * RIG_BOX_BYTES : 0;

	for (uint32_t i = 0; i < n; i++) {
		uint8_t *b = rig_at(r, first + i * 1024ull);
		uint32_t part = len - i * 512 < 512 ? len - i * 512 : 512;

		memset(b, 0, 576);
		if (data)
			memcpy(b, data + i * 512ull, part);
		if (i + 1 < n)
			emu_put_be64(b + 560, first + (i + 1) * 1024ull);
		emu_put_be32(b + 568, i);
		b[573] = r->token;
		if (r->sums) {
			b[574] = (uint8_t)~emu_xor8(b + 512, 62);
			b[575] = (uint8_t)~emu_xor8(b, 575);
		}
	}
	return first;
}

void rig_post(struct rig *r, uint32_t slot, const void *in, uint32_t in_len, uint32_t out_len)
{
	uint8_t *e = rig_at(r, RIG_QUEUE + slot * 64ull);
	uint32_t head = in_len < 16 ? in_len : 16;

	memset(e, 0, 64);
	r->token++;
	e[0] = 7;
	emu_put_be32(e + 4, in_len);
	memcpy(e + 0x10, in, head);
	r->in_box[slot] = chain(
		r, slot * 2, (const uint8_t *)in + 16, in_len > 16 ? in_len - 16 : 0);
	r->out_box[slot] = chain(r, slot * 2 + 1, NULL, out_len > 16 ? out_len - 16 : 0);
	emu_put_be64(e + 8, r->in_box[slot]);
	emu_put_be64(e + 0x30, r->out_box[slot]);
	emu_put_be32(e + 0x38, out_len);
	e[0x3c] = r->token;
	e[0x3f] = 1;
	if (r->sums)
		e[0x3d] = (uint8_t)~emu_xor8(e, 64);
}

void rig_ring(struct rig *r, uint32_t vector)
{
	rig_write32(r, 0x18, vector);
}

bool rig_done(struct rig *r, uint32_t slot)
{
	return !(rig_at(r, RIG_QUEUE + slot * 64ull)[0x3f] & 1);
}

uint8_t rig_delivery(struct rig *r, uint32_t slot)
{
	return rig_at(r, RIG_QUEUE + slot * 64ull)[0x3f] >> 1;
}

void rig_output(struct rig *r, uint32_t slot, void *out, uint32_t len)
{
	uint32_t head = len < 16 ? len : 16;

	memcpy(out, rig_at(r, RIG_QUEUE + slot * 64ull) + 0x20, head);
	for (uint32_t at = 16; at < len; at += 512) {
		uint64_t box = r->out_box[slot] + (at - 16) / 512 * 1024ull;

		memcpy((uint8_t *)out + at, rig_at(r, box), len - at < 512 ? len - at : 512);
	}
}

static uint32_t page_slot(struct rig *r)
{
	return (1u << r->f.hca->profile.log_slots) - 1;
}

uint8_t rig_exec_on(
	struct rig *r, uint32_t slot, const void *in, uint32_t in_len, void *out, uint32_t out_len)
{
	rig_post(r, slot, in, in_len, out_len);
	rig_ring(r, 1u << slot);
	for (uint32_t i = 0; i < 1000 && !rig_done(r, slot); i++) {
		rig_polls(r, 1);
		if (slot != page_slot(r) && r->serve)
			rig_serve_pages(r);
	}
	if (!rig_done(r, slot))
		return RIG_LOST;
	rig_output(r, slot, out, out_len);
	return rig_delivery(r, slot);
}

uint8_t rig_exec(struct rig *r, const void *in, uint32_t in_len, void *out, uint32_t out_len)
{
	return rig_exec_on(r, 0, in, in_len, out, out_len);
}

/* MANAGE_PAGES has a slot of its own, so that it passes a command that waits for pages */
static uint8_t page_cmd(struct rig *r, const void *in, uint32_t in_len, void *out, uint32_t out_len)
{
	assert_int_equal(rig_exec_on(r, page_slot(r), in, in_len, out, out_len), PRM_DLV_OK);
	return (uint8_t)emu_get(out, PRM_MBOX_OUT_STATUS);
}

uint8_t rig_cmd(
	struct rig *r, const void *in, uint32_t in_len, void *out, uint32_t out_len, uint32_t *synd)
{
	assert_int_equal(rig_exec(r, in, in_len, out, out_len), PRM_DLV_OK);
	if (synd)
		*synd = (uint32_t)emu_get(out, PRM_MBOX_OUT_SYNDROME);
	return (uint8_t)emu_get(out, PRM_MBOX_OUT_STATUS);
}

uint8_t rig_op(struct rig *r, uint16_t opcode, uint16_t op_mod)
{
	uint8_t in[0x20] = {0}, out[0x210];

	emu_set(in, PRM_MBOX_IN_OPCODE, opcode);
	emu_set(in, PRM_MBOX_IN_OP_MOD, op_mod);
	return rig_cmd(r, in, 16, out, sizeof(out), NULL);
}

uint8_t rig_op1(struct rig *r, uint16_t opcode, struct prm_field f, uint64_t v)
{
	uint8_t in[0x110] = {0}, out[0x210];

	emu_set(in, PRM_MBOX_IN_OPCODE, opcode);
	emu_set(in, f, v);
	return rig_cmd(r, in, f.bit / 8 < 16 ? 16 : sizeof(in), out, sizeof(out), NULL);
}

uint32_t rig_make(struct rig *r, uint16_t opcode, struct prm_field f)
{
	uint8_t in[16] = {0}, out[16];

	emu_set(in, PRM_MBOX_IN_OPCODE, opcode);
	assert_int_equal(rig_cmd(r, in, sizeof(in), out, sizeof(out), NULL), PRM_ST_OK);
	return (uint32_t)emu_get(out, f);
}

/* ---- pages ---- */

uint32_t rig_pages_wanted(struct rig *r, uint16_t which)
{
	uint8_t in[16] = {0}, out[16];

	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_QUERY_PAGES);
	emu_set(in, PRM_MBOX_IN_OP_MOD, which);
	assert_int_equal(rig_cmd(r, in, sizeof(in), out, sizeof(out), NULL), PRM_ST_OK);
	return (uint32_t)emu_get(out, PRM_QUERY_PAGES_OUT_NUM_PAGES);
}

uint8_t rig_give(struct rig *r, const uint64_t *iova, uint32_t n)
{
	uint32_t len = 16 + n * 8;
	uint8_t *in = calloc(1, len), out[16], st;

	assert_non_null(in);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_MANAGE_PAGES);
	emu_set(in, PRM_MBOX_IN_OP_MOD, PRM_PAGES_GIVE);
	emu_set(in, PRM_MANAGE_PAGES_IN_INPUT_NUM_ENTRIES, n);
	for (uint32_t i = 0; i < n; i++)
		emu_put_be64(in + 16 + i * 8, iova[i]);
	st = page_cmd(r, in, len, out, sizeof(out));
	free(in);
	return st;
}

uint64_t rig_give_new(struct rig *r, uint32_t n)
{
	uint64_t at = rig_alloc(r, (uint64_t)n * EMU_PAGE, EMU_PAGE);
	uint64_t *iova = calloc(n ? n : 1, sizeof(*iova));

	assert_non_null(iova);
	for (uint32_t i = 0; i < n; i++)
		iova[i] = at + (uint64_t)i * EMU_PAGE;
	assert_int_equal(rig_give(r, iova, n), PRM_ST_OK);
	free(iova);
	return at;
}

uint32_t rig_take(struct rig *r, uint32_t n, uint64_t *iova)
{
	uint32_t len = 16 + n * 8, got;
	uint8_t in[16] = {0}, *out = calloc(1, len);

	assert_non_null(out);
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_MANAGE_PAGES);
	emu_set(in, PRM_MBOX_IN_OP_MOD, PRM_PAGES_TAKE);
	emu_set(in, PRM_MANAGE_PAGES_IN_INPUT_NUM_ENTRIES, n);
	assert_int_equal(page_cmd(r, in, sizeof(in), out, len), PRM_ST_OK);
	got = (uint32_t)emu_get(out, PRM_MANAGE_PAGES_OUT_OUTPUT_NUM_ENTRIES);
	assert_true(got <= n);
	for (uint32_t i = 0; iova && i < got; i++)
		iova[i] = emu_be64(out + 16 + i * 8);
	free(out);
	return got;
}

/* ---- bring-up ---- */

void rig_enable(struct rig *r)
{
	assert_int_equal(rig_op(r, PRM_OP_ENABLE_HCA, 0), PRM_ST_OK);
	rig_give_new(r, rig_pages_wanted(r, PRM_BOOT_BOOT_PAGES));
}

void rig_init(struct rig *r)
{
	rig_enable(r);
	rig_give_new(r, rig_pages_wanted(r, PRM_BOOT_INIT_PAGES));
	assert_int_equal(rig_op(r, PRM_OP_INIT_HCA, 0), PRM_ST_OK);
	r->uar = rig_make(r, PRM_OP_ALLOC_UAR, PRM_ALLOC_UAR_OUT_UAR);
}

uint8_t rig_create_eq(struct rig *r, uint32_t log_size, uint64_t mask, uint32_t intr, uint32_t *eqn)
{
	uint64_t bytes = 64ull << log_size;
	uint32_t npas = (uint32_t)((bytes + EMU_PAGE - 1) / EMU_PAGE), len = 0x110 + npas * 8;
	uint64_t at = rig_alloc(r, npas * (uint64_t)EMU_PAGE, EMU_PAGE);
	uint8_t *in = calloc(1, len), out[16], st, *ctx;

	assert_non_null(in);
	ctx = in + PRM_CREATE_EQ_IN_EQ_CONTEXT_ENTRY_OFF;
	for (uint64_t i = 0; i < bytes; i += 64)
		rig_at(r, at)[i + 63] = 1;
	emu_set(in, PRM_MBOX_IN_OPCODE, PRM_OP_CREATE_EQ);
	emu_set(ctx, PRM_EQC_LOG_EQ_SIZE, log_size);
	emu_set(ctx, PRM_EQC_UAR_PAGE, r->uar);
	emu_set(ctx, PRM_EQC_INTR, intr);
	emu_put_be64(in + 0x58, mask);
	for (uint32_t i = 0; i < npas; i++)
		emu_put_be64(in + 0x110 + i * 8, at + i * (uint64_t)EMU_PAGE);
	st = rig_cmd(r, in, len, out, sizeof(out), NULL);
	free(in);
	*eqn = (uint32_t)emu_get(out, PRM_CREATE_EQ_OUT_EQ_NUMBER);
	r->eq_mem[*eqn] = at;
	r->eq_log[*eqn] = log_size;
	r->eq_ci[*eqn] = 0;
	return st;
}

void rig_up(struct rig *r)
{
	rig_init(r);
	assert_int_equal(rig_create_eq(r, 8, 1ull << PRM_EV_CMD, 0, &r->cmd_eq), PRM_ST_OK);
	assert_int_equal(
		rig_create_eq(r, 8, 1ull << PRM_EV_PAGE_REQUEST, 1, &r->page_eq), PRM_ST_OK);
	r->serve = true;
}

const uint8_t *rig_eqe(struct rig *r, uint32_t eqn)
{
	uint32_t ci = r->eq_ci[eqn], size = 1u << r->eq_log[eqn];
	const uint8_t *e = rig_at(r, r->eq_mem[eqn] + (ci & (size - 1)) * 64ull);

	if ((e[63] & 1u) != (ci >> r->eq_log[eqn] & 1))
		return NULL;
	r->eq_ci[eqn]++;
	return e;
}

void rig_eq_ci(struct rig *r, uint32_t eqn, bool arm)
{
	rig_write32(r, r->uar * (uint64_t)EMU_PAGE + (arm ? 0x40 : 0x48),
		eqn << 24 | (r->eq_ci[eqn] & 0xffffff));
}

uint32_t rig_serve_pages(struct rig *r)
{
	uint32_t given = 0;
	const uint8_t *e;

	while ((e = rig_eqe(r, r->page_eq))) {
		int32_t n = (int32_t)emu_be32(e + 0x24);

		assert_int_equal(e[1], PRM_EV_PAGE_REQUEST);
		rig_eq_ci(r, r->page_eq, true);
		if (n > 0) {
			rig_give_new(r, (uint32_t)n);
			given += (uint32_t)n;
		}
	}
	return given;
}

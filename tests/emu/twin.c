/* SPDX-License-Identifier: BSD-3-Clause */
/* The fake server under the twins, and their life. */
#include "twin.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>

static struct twin *twin_of(struct emu_fn *f)
{
	return (struct twin *)(void *)((char *)f->w - offsetof(struct twin, w));
}

static struct twin_side *side_of(struct emu_fn *f)
{
	return &twin_of(f)->s[f->index];
}

/* ---- the fake server ---- */

uint64_t emu_rand(struct emu_world *w)
{
	uint64_t z = w->rng += 0x9e3779b97f4a7c15ull;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
	return z ^ (z >> 31);
}

uint32_t emu_rand_below(struct emu_world *w, uint32_t n)
{
	return n == 0 ? 0 : (uint32_t)(emu_rand(w) % n);
}

static uint64_t fake_ns;

uint64_t emu_now_ns(void)
{
	return fake_ns;
}

bool emu_parse_u64(const char *s, uint64_t *v)
{
	char *end;

	*v = strtoull(s, &end, 0);
	return *s != '\0' && *end == '\0';
}

void emu_log(const char *fmt, ...)
{
	(void)fmt;
}

void emu_lint(struct emu_fn *f, const char *fmt, ...)
{
	struct twin *t = twin_of(f);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(t->lint, sizeof(t->lint), fmt, ap);
	va_end(ap);
	t->lints++;
	if (getenv("TWIN_TRACE") != NULL)
		printf("lint %u: %s\n", f->index, t->lint);
}

void emu_trace(struct emu_fn *f, const char *fmt, ...)
{
	va_list ap;

	if (getenv("TWIN_TRACE") == NULL)
		return;
	printf("%u: ", f->index);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	printf("\n");
}

struct emu_stats *emu_stats(struct emu_fn *f)
{
	return &f->stats;
}

bool emu_pci_master_on(const struct emu_fn *f)
{
	return !side_of((struct emu_fn *)(uintptr_t)f)->halted;
}

void emu_irq(struct emu_fn *f, unsigned int vector)
{
	(void)vector;
	f->stats.irqs++;
}

void emu_unplug(struct emu_fn *f)
{
	(void)f;
}

struct emu_fn *emu_ctl_fn_arg(struct emu_world *w, int argc, char **argv, int i, FILE *out)
{
	uint64_t n;

	if (i < argc && emu_parse_u64(argv[i], &n) && n < w->nfn)
		return w->fn[n];
	fputs("error: no such function\n", out);
	return NULL;
}

void emu_json_str(FILE *out, const char *s)
{
	fprintf(out, "\"%s\"", s);
}

static uint8_t *reach(struct emu_fn *f, uint64_t iova, uint64_t len)
{
	struct twin_side *s = side_of(f);

	if (iova < s->iova || iova - s->iova > TWIN_MEM || len > TWIN_MEM - (iova - s->iova) ||
		(s->hole_len > 0 && iova < s->hole + s->hole_len && iova + len > s->hole)) {
		f->stats.translation_misses++;
		return NULL;
	}
	return s->mem + (iova - s->iova);
}

int emu_dma_read(struct emu_fn *f, uint64_t iova, void *buf, uint64_t len)
{
	uint8_t *p = reach(f, iova, len);

	if (p == NULL)
		return -EFAULT;
	memcpy(buf, p, len);
	return 0;
}

int emu_dma_write(struct emu_fn *f, uint64_t iova, const void *buf, uint64_t len)
{
	uint8_t *p = reach(f, iova, len);

	if (p == NULL)
		return -EFAULT;
	memcpy(p, buf, len);
	return 0;
}

int emu_dma_copy(
	struct emu_fn *to, uint64_t to_iova, struct emu_fn *from, uint64_t from_iova, uint64_t len)
{
	uint8_t *s = reach(from, from_iova, len), *d;

	if (s == NULL)
		return -ENXIO;
	d = reach(to, to_iova, len);
	if (d == NULL)
		return -EFAULT;
	memmove(d, s, len);
	return 0;
}

int emu_dma_atomic(struct emu_fn *f, uint64_t iova, uint64_t (*op)(uint64_t, const void *),
	const void *arg, uint64_t *old)
{
	uint8_t *p = reach(f, iova, 8);
	uint64_t now;

	if (p == NULL)
		return -EFAULT;
	assert_int_equal(iova % 8, 0);
	memcpy(old, p, 8);
	now = op(*old, arg);
	memcpy(p, &now, 8);
	return 0;
}

/* ---- the twins ---- */

uint64_t twin_alloc(struct twin_side *s, uint64_t bytes, uint64_t align)
{
	s->next = (s->next + align - 1) / align * align;
	s->next += bytes;
	assert_true(s->next <= TWIN_MEM);
	memset(s->mem + s->next - bytes, 0, bytes);
	return s->iova + s->next - bytes;
}

uint8_t *twin_at(struct twin_side *s, uint64_t iova)
{
	assert_true(iova >= s->iova && iova < s->iova + TWIN_MEM);
	return s->mem + (iova - s->iova);
}

uint8_t twin_cmd(struct twin_side *s, const void *in, uint32_t in_len, void *out, uint32_t out_len,
	uint32_t *synd)
{
	uint8_t *signed_in = malloc(in_len);
	struct emu_cmd c = {.in = signed_in, .in_len = in_len, .out = out, .out_len = out_len};

	memcpy(signed_in, in, in_len);
	wr16(signed_in + 2, s->uid);
	memset(out, 0, out_len);
	cmd_dispatch(&s->f, &c);
	free(signed_in);
	if (synd != NULL)
		*synd = rd32((uint8_t *)out + 4);
	return *(uint8_t *)out;
}

static uint32_t make(struct twin_side *s, uint16_t opcode, struct prm_field number)
{
	uint8_t in[16] = {0}, out[16];

	wr16(in, opcode);
	assert_int_equal(twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL), 0);
	return (uint32_t)emu_get(out, number);
}

uint32_t twin_pd(struct twin_side *s)
{
	return make(s, PRM_OP_ALLOC_PD, PRM_ALLOC_PD_OUT_PD);
}

static void make_eq(struct twin_side *s, uint32_t trapped_uar)
{
	uint8_t in[0x110 + 8] = {0}, out[16];
	uint64_t types = 1ull << 2 | 1ull << 3 | 1ull << 4 | 1ull << 5 | 1ull << 0x10 |
			 1ull << 0x11 | 1ull << 0x12 | 1ull << 0x13 | 1ull << 0x14;

	s->eq_mem = twin_alloc(s, 4096, 4096);
	for (int i = 0; i < 64; i++)
		twin_at(s, s->eq_mem)[64 * i + 63] = 1;
	wr16(in, PRM_OP_CREATE_EQ);
	emu_set(in + PRM_CREATE_EQ_IN_EQ_CONTEXT_ENTRY_OFF, PRM_EQC_LOG_EQ_SIZE, 6);
	emu_set(in + PRM_CREATE_EQ_IN_EQ_CONTEXT_ENTRY_OFF, PRM_EQC_UAR_PAGE, trapped_uar);
	emu_set_at(in, PRM_CREATE_EQ_IN_EVENT_BITMASK, PRM_CREATE_EQ_IN_EVENT_BITMASK_STRIDE, 0,
		types);
	wr64(in + PRM_CREATE_EQ_IN_PAS_OFF, s->eq_mem);
	assert_int_equal(twin_cmd(s, in, sizeof(in), out, sizeof(out), NULL), 0);
	s->eqn = (uint32_t)emu_get(out, PRM_CREATE_EQ_OUT_EQ_NUMBER);
}

/* not the heap's: a world is made for every seed, and most of this is never touched */
static void *pages(size_t bytes)
{
	void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_true(p != MAP_FAILED);
	return p;
}

static void side_up(struct twin *t, unsigned int i, uint32_t *first_uar)
{
	struct twin_side *s = &t->s[i];

	s->f.w = &t->w;
	s->f.index = i;
	snprintf(s->f.bdf, sizeof(s->f.bdf), "0000:00:0%u.0", i);
	s->f.bar = pages(EMU_BAR_BYTES);
	s->mem = pages(TWIN_MEM);
	s->iova = 0x100000000ull * (i + 1);
	t->w.fn[i] = &s->f;
	t->w.nfn = i + 1;
	assert_int_equal(hca_create(&s->f), 0);
	s->f.hca->state = EMU_HCA_INIT;
	*first_uar = make(s, PRM_OP_ALLOC_UAR, PRM_ALLOC_UAR_OUT_UAR);
	make_eq(s, *first_uar);
	do {
		s->uar = make(s, PRM_OP_ALLOC_UAR, PRM_ALLOC_UAR_OUT_UAR);
	} while (s->uar < EMU_UAR_SHARED);
	s->pd = twin_pd(s);
	s->pa_key = twin_key_pa(s, EMU_LR | EMU_LW);
}

struct twin *twin_new(const struct twin_opts *o)
{
	struct twin *t = calloc(1, sizeof(*t));
	uint32_t uar;

	assert_non_null(t);
	fake_ns = 1000;
	t->w.rng = o->seed;
	t->w.opt.seed = o->seed;
	t->w.opt.adversarial = o->adversarial;
	t->w.opt.trap_all = o->trap_all;
	t->w.opt.profile = o->profile;
	t->w.opt.lint = true;
	t->w.opt.trace = getenv("TWIN_TRACE") != NULL;
	assert_int_equal(engine_create(&t->w), 0);
	for (unsigned int i = 0; i < 2; i++)
		side_up(t, i, &uar);
	t->lints = 0;
	return t;
}

void twin_free(struct twin *t)
{
	for (unsigned int i = 0; i < 2; i++) {
		hca_destroy(&t->s[i].f);
		munmap(t->s[i].f.bar, EMU_BAR_BYTES);
		munmap(t->s[i].mem, TWIN_MEM);
	}
	assert_true(TAILQ_EMPTY(&t->w.engine->qps));
	assert_true(TAILQ_EMPTY(&t->w.engine->owing));
	engine_destroy(&t->w);
	free(t);
}

void twin_run(struct twin *t)
{
	unsigned int idle = 0;

	while (idle < 3) {
		unsigned int did = engine_run(&t->w, 64);

		for (unsigned int i = 0; i < 2; i++)
			did += hca_poll(&t->s[i].f);
		fake_ns += 1000;
		idle = did == 0 ? idle + 1 : 0;
		t->now_ns = fake_ns;
	}
}

void twin_sleep(uint64_t ns)
{
	fake_ns += ns;
}

const uint8_t *twin_eqe(struct twin *t, struct twin_side *s)
{
	const uint8_t *e;

	twin_run(t);
	e = twin_at(s, s->eq_mem) + 64 * (s->eq_ci % 64);
	if ((e[63] & 1) != (s->eq_ci / 64 & 1))
		return NULL;
	s->eq_ci++;
	return e;
}

uint32_t twin_rand(uint64_t *rng, uint32_t n)
{
	struct emu_world w = {.rng = *rng};
	uint32_t r = emu_rand_below(&w, n);

	*rng = w.rng;
	return r;
}

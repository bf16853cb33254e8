/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lacuna-bench-emu: how fast mlx5emu is, in order as users run it, and how little it takes when it has nothing to do.
 *
 * Everything is measured in passes that follow each other, memcpy's too; the best pass of each counts, because other
 * work on the machine can only make one slower. The copies are judged as a ratio to memcpy of as many bytes between
 * the same two stretches of memory. Processor time is the kernel's account of the emulator's process.
 */
#include <getopt.h>
#include <inttypes.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "emu_rig.h"

#define BYTES   (1u << 20)
#define PIECES  64u
#define PASSES  400u
#define PASS_NS 1000000ull
#define MOST    256u /* requests in flight */
/* the places of the pieces at both ends */
#define SALT_A 5u
#define SALT_B 42u
#define KEYS   64u

static const uint64_t idle_ns[4] = {0, 2000000, 200000000, 2000000000};

/*
 * Pieces of unequal length with gaps of unequal length between them, the last in memory first; @bytes in all. Gaps of
 * a power of two would put all pieces into the same few sets of a cache.
 */
static void cut(struct iovec *v, uint8_t *mem, uint32_t salt)
{
	uint32_t left = BYTES;

	for (uint32_t i = 0; i < PIECES; i++) {
		uint32_t len = BYTES / PIECES - 4096 + (i * 37 + salt) % 64 * 128;

		v[PIECES - 1 - i].iov_base = mem;
		v[PIECES - 1 - i].iov_len = i == PIECES - 1 || len > left ? left : len;
		left -= (uint32_t)v[PIECES - 1 - i].iov_len;
		mem += v[PIECES - 1 - i].iov_len + 1 + (i * 29 + salt) % 64 * 64;
	}
}

/* One pass of @post, @window in flight, a completion for each @every requests. How many ended, and in what time. */
struct pass {
	uint64_t ops, ns;
};

struct work {
	struct emu_rig *r;
	int (*post)(struct work *w, uint64_t i, unsigned int flags);
	uint32_t window, every;
	struct lac_loc from;
	struct lac_rem to;
	struct lac_key *key[KEYS];
	struct iovec piece[8];
};

static int run(struct work *w, struct pass *p)
{
	struct emu_rig_end *e = &w->r->a;
	uint64_t begin = emu_rig_now_ns(), posted = 0, woke = 0;
	struct lac_wc wc[32];
	bool more = true;

	p->ops = 0;
	while (more || p->ops < posted) {
		unsigned int n;

		while (more && posted - p->ops + w->every <= w->window) {
			for (uint32_t i = 0; i < w->every; i++, posted++)
				if (w->post(w, posted, i + 1 == w->every ? LAC_SIGNAL : 0) < 0) {
					fprintf(stderr, "a post was refused\n");
					return -1;
				}
			lac_sq_ring(e->sq);
		}
		n = lac_cq_poll(e->cq, wc, 32);
		for (unsigned int i = 0; i < n; i++)
			if (wc[i].status != 0) {
				fprintf(stderr, "%s failed\n", lac_op_name(wc[i].op));
				return -1;
			}
		p->ops += (uint64_t)n * w->every;
		if (woke == 0 && n > 0) { /* the clock starts when the emulator is awake */
			woke = p->ops;
			begin = emu_rig_now_ns();
		}
		p->ns = emu_rig_now_ns() - begin;
		more = p->ns < PASS_NS;
		if (p->ns > 20000000000ull) {
			fprintf(stderr, "no completion\n");
			return -1;
		}
	}
	p->ops -= woke;
	return 0;
}

static int post_write(struct work *w, uint64_t i, unsigned int flags)
{
	return lac_sq_write(w->r->a.sq, w->from, w->to, flags, i);
}

static int post_reg(struct work *w, uint64_t i, unsigned int flags)
{
	struct lac_key *k = w->key[i % KEYS];
	int err = lac_sq_map_write(
		w->r->a.sq, k, lac_src_iov(w->piece, 8), LAC_LEN_SUM, w->to, 0, i);

	return err < 0 ? err : lac_sq_inv(w->r->a.sq, k, flags, i);
}

static uint64_t copy_pass(struct emu_rig *r)
{
	uint64_t best = UINT64_MAX;

	for (unsigned int i = 0; i < 8; i++) {
		uint64_t t = emu_rig_now_ns();

		memcpy(r->b.mem, r->a.mem, BYTES);
		__asm__ volatile("" ::: "memory");
		t = emu_rig_now_ns() - t;
		if (t < best)
			best = t;
	}
	return BYTES * 1000ull / best;
}

/* The rows: what is posted, and how fast the best pass was. */
enum { GAPPY, SMALL, SIGNALED, REGS, ROWS };

static const struct {
	const char *name, *what;
	int (*post)(struct work *w, uint64_t i, unsigned int flags);
	uint32_t window, every, bytes;
} rows[ROWS] = {
	[GAPPY] = {"gappy", "WRITE of 1 MiB, 64 pieces at both ends", post_write, 8, 1, BYTES},
	[SMALL] = {"small", "WRITE of 64 bytes, a completion for 16", post_write, MOST, 16, 64},
	[SIGNALED] = {"signaled", "WRITE of 64 bytes, a completion for each", post_write, MOST, 1,
		64},
	[REGS] = {"regs", "register 8 pieces, WRITE, invalidate", post_reg, KEYS, 1, 512},
};

struct result {
	double memcpy_mbs;
	double rate[ROWS]; /* operations a second in the best pass; 0: not measured */
	double idle;
	double wake_us[4], wake_us_worst[4];
};

static int rates(struct emu_rig *r, struct lac_key *gap_a, struct lac_key *gap_b, const char *only,
	unsigned int passes, struct result *res)
{
	struct work w = {.r = r, .to = {0, lac_key_rkey(gap_b)}};
	struct pass p;

	for (uint32_t i = 0; i < 8; i++)
		w.piece[i] = (struct iovec){r->a.mem + 8192 * i, 64};
	for (uint32_t i = 0; i < KEYS; i++)
		w.key[i] = lac_key_get(r->a.keys);
	for (unsigned int i = 0; i < passes; i++) {
		double mbs = (double)copy_pass(r);

		if (mbs > res->memcpy_mbs)
			res->memcpy_mbs = mbs;
		for (unsigned int k = 0; k < ROWS; k++) {
			if (only != NULL && strcmp(only, rows[k].name) != 0)
				continue;
			w.post = rows[k].post;
			w.window = rows[k].window;
			w.every = rows[k].every;
			w.from = (struct lac_loc){
				(uintptr_t)r->a.mem, rows[k].bytes, lac_sq_dma_lkey(r->a.sq)};
			if (k == GAPPY)
				w.from = (struct lac_loc){0, BYTES, lac_key_lkey(gap_a)};
			if (run(&w, &p) < 0)
				return -1;
			if ((double)p.ops * 1e9 / (double)p.ns > res->rate[k])
				res->rate[k] = (double)p.ops * 1e9 / (double)p.ns;
		}
	}
	for (uint32_t i = 0; i < KEYS; i++)
		lac_key_put(r->a.keys, w.key[i]);
	return 0;
}

static void rest(uint64_t ns)
{
	const struct timespec t = {
		.tv_sec = (time_t)(ns / 1000000000), .tv_nsec = (long)(ns % 1000000000)};

	if (ns > 0)
		nanosleep(&t, NULL);
}

static int by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* From the doorbell to the completion of a small WRITE, after the emulator had nothing to do for a while. */
static int wakes(struct emu_rig *r, struct lac_key *gap_b, struct result *res)
{
	const struct lac_rem to = {0, lac_key_rkey(gap_b)};
	const struct lac_loc some = {(uintptr_t)r->a.mem, 64, lac_sq_dma_lkey(r->a.sq)};

	for (unsigned int k = 0; k < 4; k++) {
		unsigned int n = k < 2 ? 101 : k == 2 ? 11 : 5;
		double us[101];

		for (unsigned int i = 0; i < n; i++) {
			uint64_t t;

			rest(idle_ns[k]);
			t = emu_rig_now_ns();
			if (lac_sq_write(r->a.sq, some, to, LAC_SIGNAL, i) < 0 ||
				emu_rig_done(&r->a) < 0)
				return -1;
			us[i] = (double)(emu_rig_now_ns() - t) / 1e3;
		}
		qsort(us, n, sizeof(us[0]), by_value);
		res->wake_us[k] = us[n / 2];
		res->wake_us_worst[k] = us[n - 1];
	}
	return 0;
}

static void idles(struct emu_rig *r, struct result *res)
{
	res->idle = 1;
	for (unsigned int i = 0; i < 3; i++) {
		uint64_t t, cpu;

		rest(1500000000);
		t = emu_rig_now_ns();
		cpu = emu_rig_emu_ns(r);
		rest(1000000000);
		t = emu_rig_now_ns() - t;
		cpu = emu_rig_emu_ns(r) - cpu;
		if ((double)cpu / (double)t < res->idle)
			res->idle = (double)cpu / (double)t;
	}
}

static void flatten(uint8_t *to, uint8_t *mem, uint32_t salt)
{
	struct iovec v[PIECES];

	cut(v, mem, salt);
	for (uint32_t i = 0; i < PIECES; i++) {
		memcpy(to, v[i].iov_base, v[i].iov_len);
		to += v[i].iov_len;
	}
}

/* What was measured did move: one more WRITE, and every byte is looked at. */
static int moves(struct emu_rig *r, struct lac_key *gap_a, struct lac_key *gap_b)
{
	const struct lac_loc from = {0, BYTES, lac_key_lkey(gap_a)};
	const struct lac_rem to = {0, lac_key_rkey(gap_b)};
	uint8_t *want = malloc(2 * (size_t)BYTES), *got = want + BYTES;
	int err = -1;

	if (want == NULL)
		return -1;
	for (uint32_t i = 0; i < EMU_RIG_BYTES; i++)
		r->a.mem[i] = (uint8_t)(i * 2654435761u >> 24);
	if (lac_sq_write(r->a.sq, from, to, LAC_SIGNAL, 1) == 0 && emu_rig_done(&r->a) == 0) {
		flatten(want, r->a.mem, SALT_A);
		flatten(got, r->b.mem, SALT_B);
		err = memcmp(want, got, BYTES) == 0 ? 0 : -1;
		if (err < 0)
			fprintf(stderr, "the bytes are not where they belong\n");
	}
	free(want);
	return err;
}

static int gappy_key(struct emu_rig_end *e, uint32_t salt, uint32_t keys, struct lac_key **k)
{
	struct iovec v[PIECES];

	*k = emu_rig_key(e, PIECES, keys);
	if (*k == NULL)
		return -1;
	cut(v, e->mem, salt);
	if (lac_sq_map(e->sq, *k, lac_src_iov(v, PIECES), BYTES, LAC_SIGNAL, 1) < 0)
		return -1;
	return emu_rig_done(e);
}

static void gappy_end(struct emu_rig_end *e, struct lac_key *k)
{
	if (lac_sq_inv(e->sq, k, LAC_SIGNAL, 2) == 0 && emu_rig_done(e) == 0)
		lac_key_put(e->keys, k);
}

static int verdict(const char *what, double got, double want, bool at_least, bool check)
{
	bool good = at_least ? got >= want : got <= want;

	if (!check)
		return 0;
	printf("%-58s %s\n", what, good ? "reached" : "FALLS SHORT");
	return good ? 0 : 1;
}

static int report(const struct result *r, bool check)
{
	double gappy = r->rate[GAPPY] * BYTES / 1e6 / r->memcpy_mbs;
	int missed = 0;

	printf("%-42s%12.0f MB/s\n", "memcpy of 1 MiB", r->memcpy_mbs);
	for (unsigned int k = 0; k < ROWS; k++) {
		if (r->rate[k] == 0)
			continue;
		printf("%-42s%12.0f /s\n", rows[k].what, r->rate[k]);
		if (k == GAPPY)
			printf("%-42s%12.2f\n", "  as a part of memcpy's rate", gappy);
	}
	if (r->idle < 0)
		return 0;
	for (unsigned int k = 0; k < 4; k++)
		printf("a WRITE after %8.1f ms of nothing       %12.1f us, %.1f at worst\n",
			(double)idle_ns[k] / 1e6, r->wake_us[k], r->wake_us_worst[k]);
	printf("%-42s%12.2f %%\n", "idle for 1.5 s: processor time", r->idle * 100);
	missed += verdict("gappy WRITEs at 60 % of memcpy", gappy, 0.6, true, check);
	missed += verdict("a million small WRITEs a second", r->rate[SMALL], 1e6, true, check);
	missed += verdict("idle: less than 1 % of a core", r->idle, 0.01, false, check);
	return missed;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{"emu", required_argument, NULL, 'e'},
		{"trap-all", no_argument, NULL, 't'},
		{"adversarial", no_argument, NULL, 'a'},
		{"only", required_argument, NULL, 'o'},
		{"passes", required_argument, NULL, 'p'},
		{"check", no_argument, NULL, 'c'},
		{NULL, 0, NULL, 0},
	};
	struct emu_rig_conf conf = {.emu = getenv("LAC_MLX5EMU")};
	struct lac_key *gap_a = NULL, *gap_b = NULL;
	struct result res = {.idle = -1};
	unsigned int passes = PASSES;
	const char *only = NULL;
	struct emu_rig r;
	bool check = false;
	int opt, err;

	while ((opt = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (opt == 'e')
			conf.emu = optarg;
		conf.trap_all |= opt == 't';
		conf.adversarial |= opt == 'a';
		check |= opt == 'c';
		if (opt == 'o')
			only = optarg;
		if (opt == 'p')
			passes = (unsigned int)strtoul(optarg, NULL, 10);
		if (opt == '?')
			return 2;
	}
	if (conf.emu == NULL) {
		fprintf(stderr, "--emu=PATH must name mlx5emu\n");
		return 2;
	}
	err = emu_rig_up(&r, &conf);
	if (err == 0)
		err = gappy_key(&r.a, SALT_A, KEYS + 1, &gap_a);
	if (err == 0)
		err = gappy_key(&r.b, SALT_B, 1, &gap_b);
	if (err == 0)
		err = rates(&r, gap_a, gap_b, only, passes, &res);
	if (err == 0)
		err = moves(&r, gap_a, gap_b);
	if (err == 0 && only == NULL)
		err = wakes(&r, gap_b, &res);
	if (err == 0 && only == NULL)
		idles(&r, &res);
	if (err == 0)
		err = report(&res, check);
	if (gap_a != NULL)
		gappy_end(&r.a, gap_a);
	if (gap_b != NULL)
		gappy_end(&r.b, gap_b);
	emu_rig_down(&r);
	return err == 0 ? 0 : 1;
}

/* SPDX-License-Identifier: BSD-3-Clause */
#include "clock.h"

#include <time.h>

#define ADDS      1000.0 /* in each loop, so many cycles or a quarter of them */
#define TOLERANCE 1.15   /* turbo wanders; a core that is shared has half of itself */
#define LOOKS     4000

static struct clock_look usual;
static uint64_t nothing;
static double tsc_per_ns;

/* Of two registers: some cores add a constant while renaming, in no time at all. */
#if defined(__x86_64__)
#define ADD(r, by) "add %" by ", %" r "\n\t"
#elif defined(__aarch64__)
#define ADD(r, by) "add %x" r ", %x" r ", %x" by "\n\t"
#endif
#define TEN(x) x x x x x x x x x x

static uint64_t chain(int fifties)
{
	uint64_t a = 0, by = 1, begin = clock_ticks();
	int i;

	for (i = 0; i < fifties; i++)
		__asm__ volatile(
			TEN(ADD("0", "1") ADD("0", "1") ADD("0", "1") ADD("0", "1") ADD("0", "1"))
			: "+r"(a)
			: "r"(by));
	return clock_ticks() - begin;
}

static uint64_t wide(int forties)
{
	uint64_t a = 0, b = 0, c = 0, d = 0, by = 1, begin = clock_ticks();
	int i;

	for (i = 0; i < forties; i++)
		__asm__ volatile(TEN(ADD("0", "4") ADD("1", "4") ADD("2", "4") ADD("3", "4"))
				 : "+r"(a), "+r"(b), "+r"(c), "+r"(d)
				 : "r"(by));
	return clock_ticks() - begin;
}

struct clock_look clock_look(void)
{
	struct clock_look l;

	/* once for the code, which a long round may have pushed out of the cache */
	chain(1);
	wide(1);
	l.chain = chain(20);
	l.wide = wide(25);
	return l;
}

static uint64_t ns_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

void clock_init(void)
{
	uint64_t t = clock_ticks(), ns = ns_now(), x;
	int i;

	usual.chain = usual.wide = nothing = UINT64_MAX;
	for (i = 0; i < LOOKS; i++) {
		struct clock_look l = clock_look();

		usual.chain = l.chain < usual.chain ? l.chain : usual.chain;
		usual.wide = l.wide < usual.wide ? l.wide : usual.wide;
		x = clock_ticks();
		x = clock_ticks() - x;
		nothing = x < nothing ? x : nothing;
	}
	while (ns_now() - ns < 20000000)
		;
	tsc_per_ns = (double)(clock_ticks() - t) / (double)(ns_now() - ns);
}

bool clock_quiet(const struct clock_look *a, const struct clock_look *b)
{
	const double c = TOLERANCE * (double)usual.chain, w = TOLERANCE * (double)usual.wide;

	return (double)a->chain <= c && (double)b->chain <= c && (double)a->wide <= w &&
	       (double)b->wide <= w;
}

double clock_cycles(uint64_t ticks, const struct clock_look *a, const struct clock_look *b)
{
	double per_cycle = ((double)(a->chain + b->chain) / 2 - (double)nothing) / ADDS;

	return (double)(ticks > nothing ? ticks - nothing : 0) / per_cycle;
}

double clock_ghz(void)
{
	return tsc_per_ns * ADDS / (double)(usual.chain - nothing);
}

double clock_ns(double cycles)
{
	return cycles / clock_ghz();
}

double clock_tsc_mhz(void)
{
	return tsc_per_ns * 1000;
}

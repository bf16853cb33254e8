/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Time in core cycles. The time-stamp counter ticks at a rate of its own; a chain of dependent additions takes a cycle
 * each, so it tells how many ticks a core cycle has at the moment. A second loop of four independent additions a cycle
 * tells whether another hardware thread shares the core's execution units. Every round is taken between two such
 * looks and counts only if both saw the core alone and at its usual speed.
 */
#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct clock_look {
	uint64_t chain, wide; /* ticks */
};

/* Ticks now, behind all earlier and before all later instructions. */
static inline uint64_t clock_ticks(void)
{
#if defined(__x86_64__)
	uint32_t lo, hi;

	__asm__ volatile("lfence\n\trdtsc\n\tlfence" : "=a"(lo), "=d"(hi)::"memory");
	return (uint64_t)hi << 32 | lo;
#elif defined(__aarch64__)
	uint64_t v;

	__asm__ volatile("isb\n\tmrs %0, cntvct_el0\n\tisb" : "=r"(v)::"memory");
	return v;
#endif
}

/* Learns the core's usual speed, and the ticks of nothing. Takes some tens of milliseconds. */
void clock_init(void);
struct clock_look clock_look(void);
/* The core was alone and at its usual speed. */
bool clock_quiet(const struct clock_look *before, const struct clock_look *after);
/* @ticks between two looks, less those of nothing, in core cycles. */
double clock_cycles(
	uint64_t ticks, const struct clock_look *before, const struct clock_look *after);
double clock_ns(double cycles); /* at the usual speed */
double clock_ghz(void);         /* core cycles a nanosecond, usually */
double clock_tsc_mhz(void);

#endif

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Fills the record behind a negative errno in one expression, so that no refusal goes out without its
 * sentence. @why may be NULL.
 */
#ifndef LAC_BUS_WHY_H
#define LAC_BUS_WHY_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <lacuna/err.h>

/* Returns @err. */
__attribute__((format(printf, 4, 5))) static inline int lac_why(
	struct lac_err *why, int err, enum lac_where where, const char *fmt, ...)
{
	va_list ap;

	if (!why)
		return err;
	memset(why, 0, sizeof(*why));
	why->err = err;
	why->where = (uint16_t)where;
	va_start(ap, fmt);
	vsnprintf(why->arg, sizeof(why->arg), fmt, ap);
	va_end(ap);
	return err;
}

/* The same sentence under another number. Returns @err. */
static inline int lac_why_again(struct lac_err *why, int err)
{
	if (why)
		why->err = err;
	return err;
}

#endif

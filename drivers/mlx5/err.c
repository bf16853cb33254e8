/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * From the record behind a negative errno to one sentence, and the names that it uses. Nothing is allocated.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <lacuna/err.h>

#include "prm/gen/prm_names.h"

const char *lac_status_name(uint8_t status)
{
	return lac_prm_st_name(status);
}

const char *lac_delivery_name(uint8_t delivery)
{
	return lac_prm_dlv_name(delivery);
}

const char *lac_cqe_synd_name(uint8_t syndrome)
{
	return lac_prm_synd_name(syndrome);
}

const char *lac_opcode_name(uint16_t opcode)
{
	return lac_prm_op_name(opcode);
}

/* A sentence under construction: counts on where the buffer ends, as snprintf() does. */
struct text {
	char *buf;
	size_t size;
	int len;
};

__attribute__((format(printf, 2, 3))) static void add(struct text *t, const char *fmt, ...)
{
	size_t at = (size_t)t->len < t->size ? (size_t)t->len : t->size;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(t->size ? t->buf + at : NULL, t->size - at, fmt, ap);
	va_end(ap);
	t->len += n > 0 ? n : 0;
}

static void add_arg(struct text *t, const struct lac_err *e, const char *before)
{
	if (e->arg[0])
		add(t, "%s%.*s", before, (int)sizeof(e->arg), e->arg);
}

static void add_opcode(struct text *t, const struct lac_err *e)
{
	add(t, "%s (0x%x)", lac_opcode_name(e->opcode), e->opcode);
}

static void add_wqe(struct text *t, const struct lac_err *e)
{
	add(t, "a work request of QP 0x%x failed: %s (0x%02x), vendor syndrome 0x%02x", e->object,
		lac_cqe_synd_name(e->cqe_synd), e->cqe_synd, e->vendor_synd);
	add_arg(t, e, ", ");
}

static void add_health(struct text *t, const struct lac_err *e)
{
	add(t, "the device is in a fatal state");
	add_arg(t, e, ": ");
	if (e->syndrome)
		add(t, ", syndrome %s (0x%x)", lac_prm_health_name((uint8_t)e->syndrome),
			e->syndrome);
}

int lac_err_str(const struct lac_err *e, char *buf, size_t size)
{
	struct text t = {buf, size, 0};

	if (size)
		buf[0] = '\0';
	switch ((enum lac_where)e->where) {
	case LAC_AT_NONE:
		add(&t, "%.*s", (int)sizeof(e->arg), e->arg[0] ? e->arg : "no failure");
		break;
	case LAC_AT_ARGS:
	case LAC_AT_BUS:
		add(&t, "%.*s", (int)sizeof(e->arg), e->arg);
		break;
	case LAC_AT_MEM:
		add(&t, "memory: %.*s", (int)sizeof(e->arg), e->arg);
		break;
	case LAC_AT_DELIVERY:
		add_opcode(&t, e);
		add(&t, " was not delivered: %s (0x%x)", lac_delivery_name(e->delivery),
			e->delivery);
		add_arg(&t, e, ", ");
		break;
	case LAC_AT_COMMAND:
		add(&t, "firmware refused ");
		add_opcode(&t, e);
		add(&t, ": %s (0x%x), syndrome 0x%x", lac_status_name(e->status), e->status,
			e->syndrome);
		add_arg(&t, e, ", ");
		break;
	case LAC_AT_TIMEOUT:
		if (e->opcode) {
			add_opcode(&t, e);
			add(&t, " ");
		}
		add(&t, "timed out");
		add_arg(&t, e, " waiting for ");
		break;
	case LAC_AT_WQE:
		add_wqe(&t, e);
		break;
	case LAC_AT_SOURCE:
		add(&t, "piece %u of the source", e->index);
		add_arg(&t, e, ": ");
		break;
	case LAC_AT_STATE:
		add(&t, "not possible now: %.*s", (int)sizeof(e->arg), e->arg);
		break;
	case LAC_AT_HEALTH:
		add_health(&t, e);
		break;
	case LAC_AT_GONE:
		add(&t, "the function is gone");
		add_arg(&t, e, ": ");
		break;
	default:
		add(&t, "unknown failure %u", e->where);
		break;
	}
	if (e->err) /* strerrordesc_np: constant texts, unlike strerror() */
		add(&t, " [%s]", strerrordesc_np(-e->err) ? strerrordesc_np(-e->err) : "?");
	return t.len;
}

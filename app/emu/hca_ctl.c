/* SPDX-License-Identifier: BSD-3-Clause */
/* The control socket's orders to the HCA: faults to come, events, pages, the port, and what is alive. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "hca_priv.h"

/* argument @i as a number not above @max; false after an "error: ..." */
static bool number(int argc, char **argv, int i, uint64_t max, uint64_t *v, FILE *out)
{
	if (i < argc && emu_parse_u64(argv[i], v) && *v <= max)
		return true;
	fprintf(out, "error: argument %d must be a number from 0 to %llu", i,
		(unsigned long long)max);
	return false;
}

static bool opcode_arg(int argc, char **argv, int i, uint16_t *opcode, FILE *out)
{
	if (i < argc && cmd_parse_opcode(argv[i], opcode))
		return true;
	fprintf(out, "error: argument %d must be an opcode, by number or name", i);
	return false;
}

static void order(struct emu_fn *f, const struct emu_inject *what, FILE *out)
{
	if (!what->nth)
		fprintf(out, "error: commands are counted from 1");
	else if (inject_add(f, what))
		fprintf(out, "error: no memory");
	else
		fprintf(out, "ok");
}

static void ctl_health(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	uint64_t synd;

	if (!f || !number(argc, argv, 2, 255, &synd, out))
		return;
	f->hca->health.synd = (uint8_t)synd;
	f->hca->health.fatal = synd != 0;
	fprintf(out, "ok");
}

/* As a ConnectX is after its firmware was started anew, with its interface closed until a driver opens it: what
 * Linux's mlx5_core waits for after a fatal report (health.c, mlx5_error_sw_reset). */
static void ctl_restart(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (!f)
		return;
	hca_reset(f);
	f->hca->q.nic_interface = PRM_NIC_DISABLED;
	fprintf(out, "ok");
}

static void ctl_stall(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (!f)
		return;
	f->hca->health.stalled = false;
	f->hca->health.stalled_at = hca_health_counter(f);
	f->hca->health.stalled = argc < 3 || strcmp(argv[2], "off") != 0;
	fprintf(out, "ok");
}

static void ctl_pages(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	const char *s = argc > 2 ? argv[2] : "";
	uint64_t n;

	if (!f)
		return;
	if ((*s != '+' && *s != '-') || !emu_parse_u64(s + 1, &n) || !n || n > 1000000)
		fprintf(out, "error: argument 2 must be +COUNT or -COUNT");
	else if (!pages_order(f, *s == '+' ? (int32_t)n : -(int32_t)n))
		fprintf(out, "error: the client takes no page requests now");
	else
		fprintf(out, "ok");
}

static void ctl_port(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (!f)
		return;
	if (argc < 3 || (strcmp(argv[2], "up") && strcmp(argv[2], "down"))) {
		fprintf(out, "error: argument 2 must be up or down");
		return;
	}
	port_set(f, !strcmp(argv[2], "up"));
	fprintf(out, "ok");
}

static void ctl_event(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	uint8_t data[28] = {0};
	uint64_t type, sub = 0, v;

	if (!f || !number(argc, argv, 2, 255, &type, out))
		return;
	if (argc > 3 && !number(argc, argv, 3, 255, &sub, out))
		return;
	for (int i = 4; i < argc; i++) {
		if (i - 4 >= (int)sizeof(data)) {
			fprintf(out, "error: an event has 28 bytes of data");
			return;
		}
		if (!number(argc, argv, i, 255, &v, out))
			return;
		data[i - 4] = (uint8_t)v;
	}
	if (!eq_takes(f, (uint8_t)type)) {
		fprintf(out, "error: no event queue takes event 0x%x", (unsigned int)type);
		return;
	}
	emu_event(f, (uint8_t)type, (uint8_t)sub, data);
	fprintf(out, "ok");
}

static void ctl_slowcmd(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	struct emu_inject what = {.kind = EMU_INJECT_SLOW, .value = EMU_NEVER};
	uint64_t v = EMU_NEVER, nth = 1;

	if (!f || !opcode_arg(argc, argv, 2, &what.opcode, out))
		return;
	if ((argc < 4 || strcmp(argv[3], "never")) &&
		!number(argc, argv, 3, EMU_NEVER - 1, &v, out))
		return;
	if (argc > 4 && !number(argc, argv, 4, UINT32_MAX, &nth, out))
		return;
	what.value = (uint32_t)v;
	what.nth = (uint32_t)nth;
	order(f, &what, out);
}

/* A command status by number or name. */
static bool status_arg(int argc, char **argv, int i, uint32_t *st, FILE *out)
{
	uint64_t v;

	if (i < argc && emu_parse_u64(argv[i], &v) && v && v <= 255) {
		*st = (uint32_t)v;
		return true;
	}
	for (uint32_t n = 1; i < argc && n <= 255; n++) {
		if (strcasecmp(lac_prm_st_name((uint8_t)n), "UNKNOWN") &&
			!strcasecmp(lac_prm_st_name((uint8_t)n), argv[i])) {
			*st = n;
			return true;
		}
	}
	fprintf(out, "error: argument %d must be a command status, by number or name", i);
	return false;
}

static void ctl_failcmd(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	struct emu_inject what = {.kind = EMU_INJECT_FAIL};
	uint64_t synd = 0, nth = 1;

	if (!f || !opcode_arg(argc, argv, 2, &what.opcode, out) ||
		!status_arg(argc, argv, 3, &what.value, out))
		return;
	if (argc > 4 && !number(argc, argv, 4, UINT32_MAX, &synd, out))
		return;
	if (argc > 5 && !number(argc, argv, 5, UINT32_MAX, &nth, out))
		return;
	what.syndrome = (uint32_t)synd;
	what.nth = (uint32_t)nth;
	order(f, &what, out);
}

static void ctl_delivery(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);
	struct emu_inject what = {.kind = EMU_INJECT_DELIVERY};
	uint64_t st, nth = 1;

	if (!f || !opcode_arg(argc, argv, 2, &what.opcode, out) ||
		!number(argc, argv, 3, 127, &st, out))
		return;
	if (argc > 4 && !number(argc, argv, 4, UINT32_MAX, &nth, out))
		return;
	what.value = (uint32_t)st;
	what.nth = (uint32_t)nth;
	order(f, &what, out);
}

static void ctl_ledger(struct emu_world *w, int argc, char **argv, FILE *out)
{
	static const char *const kinds[EMU_KINDS] = {[EMU_UAR] = "uar",
		[EMU_PD] = "pd",
		[EMU_TD] = "td",
		[EMU_XRCD] = "xrcd",
		[EMU_EQ] = "eq",
		[EMU_CQ] = "cq",
		[EMU_QP] = "qp",
		[EMU_MKEY] = "mkey",
		[EMU_SRQ] = "srq",
		[EMU_UCTX] = "uctx"};
	static const char *const states[] = {"reset", "enabled", "init", "torn"};
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (!f)
		return;
	fprintf(out, "{\"state\": \"%s\"", states[f->hca->state]);
	for (int k = 0; k < EMU_KINDS; k++)
		fprintf(out, ", \"%s\": %u", kinds[k], emu_id_count(f, (enum emu_kind)k));
	fprintf(out,
		", \"pages_held\": %u, \"pages_required\": %u, \"pages_corrupt\": %llu, "
		"\"pages_left\": %llu}",
		f->hca->pages.held, pages_required(f),
		(unsigned long long)emu_stats(f)->pages_corrupt,
		(unsigned long long)emu_stats(f)->pages_left);
}

const struct emu_ctl_cmd emu_ctl_hca[] = {
	{"health", "health N SYND: report a fatal state; 0 is well again", ctl_health},
	{"restart", "restart N: the firmware starts anew, and forgets everything", ctl_restart},
	{"stall", "stall N [off]: the health counter stops", ctl_stall},
	{"pages", "pages N +COUNT|-COUNT: ask for pages, or ask them back", ctl_pages},
	{"port", "port N up|down: the link, with its event", ctl_port},
	{"event", "event N TYPE [SUBTYPE [BYTE...]]: any asynchronous event", ctl_event},
	{"slowcmd", "slowcmd N OPCODE POLLS|never [NTH]: a command that is late, or lost",
		ctl_slowcmd},
	{"failcmd", "failcmd N OPCODE STATUS [SYNDROME [NTH]]: a command that is refused",
		ctl_failcmd},
	{"delivery", "delivery N OPCODE STATUS [NTH]: a command that is not delivered",
		ctl_delivery},
	{"ledger", "ledger N: live objects a kind, pages held", ctl_ledger},
	{NULL, NULL, NULL},
};

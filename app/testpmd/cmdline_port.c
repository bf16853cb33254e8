/* SPDX-License-Identifier: BSD-3-Clause */
/* Commands on ports: show, clear, reset. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rte_common.h>

#include <cmdline_parse_string.h>

#include "cmdlines.h"

#define RECOVER_MS 60000u

struct cmd_port {
	cmdline_fixed_string_t verb, port, what, id;
};

static cmdline_parse_token_string_t tok_show = TOKEN_STRING_INITIALIZER(
	struct cmd_port, verb, "show");
static cmdline_parse_token_string_t tok_clear = TOKEN_STRING_INITIALIZER(
	struct cmd_port, verb, "clear");
static cmdline_parse_token_string_t tok_port = TOKEN_STRING_INITIALIZER(
	struct cmd_port, port, "port");
/* the word that a command opens with */
static cmdline_parse_token_string_t tok_port_first = TOKEN_STRING_INITIALIZER(
	struct cmd_port, verb, "port");
static cmdline_parse_token_string_t tok_show_what = TOKEN_STRING_INITIALIZER(
	struct cmd_port, what, "info#stats#xstats#caps");
static cmdline_parse_token_string_t tok_clear_what = TOKEN_STRING_INITIALIZER(
	struct cmd_port, what, "stats#xstats");
static cmdline_parse_token_string_t tok_reset = TOKEN_STRING_INITIALIZER(
	struct cmd_port, what, "reset");
static cmdline_parse_token_string_t tok_id = TOKEN_STRING_INITIALIZER(struct cmd_port, id, NULL);

/* Calls @one for the port(s) that @id names; a command that names none has failed. */
static void each(const char *id, void (*one)(struct port *p))
{
	char *end;
	unsigned long n;

	if (strcmp(id, "all") == 0) {
		for (unsigned int i = 0; i < testpmd.nports; i++)
			one(&testpmd.port[i]);
		return;
	}
	n = strtoul(id, &end, 10);
	if (*id < '0' || *id > '9' || *end != '\0' || n >= testpmd.nports) {
		fprintf(stderr, "Invalid port %s\n", id);
		cmdline_failed();
		return;
	}
	one(&testpmd.port[n]);
}

static void do_show(void *parsed, struct cmdline *cl, void *data)
{
	static const struct {
		const char *what;
		void (*show)(struct port *p);
	} shows[] = {
		{"info", port_show_info},
		{"stats", port_show_stats},
		{"xstats", port_show_xstats},
		{"caps", port_show_caps},
	};
	const struct cmd_port *c = parsed;

	(void)cl;
	(void)data;
	ports_tell();
	for (unsigned int i = 0; i < RTE_DIM(shows); i++)
		if (strcmp(c->what, shows[i].what) == 0)
			each(c->id, shows[i].show);
}

static void do_clear(void *parsed, struct cmdline *cl, void *data)
{
	const struct cmd_port *c = parsed;

	(void)cl;
	(void)data;
	each(c->id, port_clear_stats);
}

static void reset(struct port *p)
{
	if (lac_port_recover(p->lac, RECOVER_MS) < 0) {
		port_complain(p, "reset", NULL);
		cmdline_failed();
		return;
	}
	printf("port %u is reset\n", p->id);
}

static void do_reset(void *parsed, struct cmdline *cl, void *data)
{
	const struct cmd_port *c = parsed;

	(void)cl;
	(void)data;
	if (testpmd.fwd.running) {
		fprintf(stderr, "Forwarding is on: stop first\n");
		cmdline_failed();
		return;
	}
	each(c->id, reset);
}

cmdline_parse_inst_t cmd_show_port = {
	.f = do_show,
	.help_str = "show port (info|stats|xstats|caps) (N|all)",
	.tokens = {(void *)&tok_show, (void *)&tok_port, (void *)&tok_show_what, (void *)&tok_id,
		NULL},
};

cmdline_parse_inst_t cmd_clear = {
	.f = do_clear,
	.help_str = "clear port (stats|xstats) (N|all)",
	.tokens = {(void *)&tok_clear, (void *)&tok_port, (void *)&tok_clear_what, (void *)&tok_id,
		NULL},
};

cmdline_parse_inst_t cmd_port_reset = {
	.f = do_reset,
	.help_str = "port reset (N|all): reset the function and bring it up again",
	.tokens = {(void *)&tok_port_first, (void *)&tok_reset, (void *)&tok_id, NULL},
};

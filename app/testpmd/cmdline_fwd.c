/* SPDX-License-Identifier: BSD-3-Clause */
/* Commands on forwarding: choose a mode, start it, wait for it, stop it, look at it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <cmdline_parse_num.h>
#include <cmdline_parse_string.h>

#include "cmdlines.h"

struct cmd_fwd {
	cmdline_fixed_string_t verb, fwd, mode;
	uint32_t seconds;
};

static cmdline_parse_token_string_t tok_show = TOKEN_STRING_INITIALIZER(
	struct cmd_fwd, verb, "show");
static cmdline_parse_token_string_t tok_set = TOKEN_STRING_INITIALIZER(struct cmd_fwd, verb, "set");
static cmdline_parse_token_string_t tok_fwd = TOKEN_STRING_INITIALIZER(struct cmd_fwd, fwd, "fwd");
static cmdline_parse_token_string_t tok_mode = TOKEN_STRING_INITIALIZER(
	struct cmd_fwd, mode, "gap#write#read#send#regs#pingpong");
static cmdline_parse_token_string_t tok_start = TOKEN_STRING_INITIALIZER(
	struct cmd_fwd, verb, "start");
static cmdline_parse_token_string_t tok_stop = TOKEN_STRING_INITIALIZER(
	struct cmd_fwd, verb, "stop");
static cmdline_parse_token_string_t tok_wait = TOKEN_STRING_INITIALIZER(
	struct cmd_fwd, verb, "wait");
static cmdline_parse_token_num_t tok_seconds = TOKEN_NUM_INITIALIZER(
	struct cmd_fwd, seconds, RTE_UINT32);

/* A run that was stopped has not failed. */
static void judge(const char *what, int err)
{
	if (err == 0 || err == -ECANCELED)
		return;
	fprintf(stderr, "%s: %s\n", what,
		err == -EBUSY                           ? "forwarding is on: stop first"
		: err == -ENODEV && testpmd.nports == 0 ? "there is no port"
							: strerror(-err));
	cmdline_failed();
}

static void do_show(void *parsed, struct cmdline *cl, void *data)
{
	(void)parsed;
	(void)cl;
	(void)data;
	fwd_show();
}

static void do_set(void *parsed, struct cmdline *cl, void *data)
{
	const struct cmd_fwd *c = parsed;

	(void)cl;
	(void)data;
	testpmd.mode = fwd_find(c->mode);
	printf("Set %s forwarding mode\n", c->mode);
}

static void do_start(void *parsed, struct cmdline *cl, void *data)
{
	(void)parsed;
	(void)cl;
	(void)data;
	judge("start", fwd_start());
}

static void do_stop(void *parsed, struct cmdline *cl, void *data)
{
	(void)parsed;
	(void)cl;
	(void)data;
	judge("stop", fwd_stop());
	fwd_show();
}

static void do_wait(void *parsed, struct cmdline *cl, void *data)
{
	(void)parsed;
	(void)cl;
	(void)data;
	judge("wait", fwd_wait(0));
}

static void do_wait_seconds(void *parsed, struct cmdline *cl, void *data)
{
	const struct cmd_fwd *c = parsed;
	int err = fwd_wait(c->seconds);

	(void)cl;
	(void)data;
	judge("wait", err == -ETIMEDOUT ? 0 : err);
}

cmdline_parse_inst_t cmd_show_fwd = {
	.f = do_show,
	.help_str = "show fwd: what the mode has done so far",
	.tokens = {(void *)&tok_show, (void *)&tok_fwd, NULL},
};

cmdline_parse_inst_t cmd_set_fwd = {
	.f = do_set,
	.help_str = "set fwd (gap|write|read|send|regs)",
	.tokens = {(void *)&tok_set, (void *)&tok_fwd, (void *)&tok_mode, NULL},
};

cmdline_parse_inst_t cmd_start = {
	.f = do_start,
	.help_str = "start: the mode, on the first worker lcore (with one lcore, here)",
	.tokens = {(void *)&tok_start, NULL},
};

cmdline_parse_inst_t cmd_stop = {
	.f = do_stop,
	.help_str = "stop: end the mode and show what it did",
	.tokens = {(void *)&tok_stop, NULL},
};

cmdline_parse_inst_t cmd_wait = {
	.f = do_wait,
	.help_str = "wait: until the mode ends by itself",
	.tokens = {(void *)&tok_wait, NULL},
};

cmdline_parse_inst_t cmd_wait_seconds = {
	.f = do_wait_seconds,
	.help_str = "wait N: the same, N seconds at most",
	.tokens = {(void *)&tok_wait, (void *)&tok_seconds, NULL},
};

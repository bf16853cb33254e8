/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The command line, by librte_cmdline: a prompt with help and completion, or a file of commands. A
 * file is executed a line at a time, so that a strict batch can stop at the line that failed.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <cmdline.h>
#include <cmdline_parse.h>
#include <cmdline_parse_string.h>
#include <cmdline_socket.h>

#include "cmdlines.h"

#define PROMPT "testpmd> "

static bool failed; /* a command of the batch that runs */

void cmdline_failed(void)
{
	failed = true;
}

struct cmd_word {
	cmdline_fixed_string_t word;
};

static cmdline_parse_token_string_t tok_help = TOKEN_STRING_INITIALIZER(
	struct cmd_word, word, "help");
static cmdline_parse_token_string_t tok_quit = TOKEN_STRING_INITIALIZER(
	struct cmd_word, word, "quit");

static void do_help(void *parsed, struct cmdline *cl, void *data)
{
	(void)parsed;
	(void)cl;
	(void)data;
	for (unsigned int i = 0; cmdline_all[i] != NULL; i++)
		printf("%s\n", ((const cmdline_parse_inst_t *)cmdline_all[i])->help_str);
	printf("modes:\n");
	for (unsigned int i = 0; fwd_modes[i] != NULL; i++)
		printf("  %-6s %s\n", fwd_modes[i]->name, fwd_modes[i]->help);
}

static void do_quit(void *parsed, struct cmdline *cl, void *data)
{
	(void)parsed;
	(void)data;
	testpmd.quit = 1;
	cmdline_quit(cl);
}

static cmdline_parse_inst_t cmd_help = {
	.f = do_help,
	.help_str = "help: this list",
	.tokens = {(void *)&tok_help, NULL},
};
static cmdline_parse_inst_t cmd_quit = {
	.f = do_quit,
	.help_str = "quit: stop, close the ports, end",
	.tokens = {(void *)&tok_quit, NULL},
};

cmdline_parse_ctx_t cmdline_all[] = {
	&cmd_help,
	&cmd_quit,
	&cmd_show_port,
	&cmd_show_fwd,
	&cmd_set_fwd,
	&cmd_start,
	&cmd_stop,
	&cmd_wait,
	&cmd_wait_seconds,
	&cmd_clear,
	&cmd_port_reset,
	NULL,
};

void cmdline_prompt(void)
{
	struct cmdline *cl = cmdline_stdin_new(cmdline_all, PROMPT);

	if (cl == NULL) {
		fprintf(stderr, "no prompt: standard input cannot be used\n");
		return;
	}
	if (!testpmd.quit)
		cmdline_interact(cl);
	cmdline_stdin_exit(cl);
}

static const char *parse_error(int err)
{
	switch (err) {
	case CMDLINE_PARSE_AMBIGUOUS:
		return "Ambiguous command";
	case CMDLINE_PARSE_NOMATCH:
		return "Command not found";
	default:
		return "Bad arguments";
	}
}

/* One line with its newline. 0; -EINVAL not a command; -EIO it failed. */
static int execute(struct cmdline *cl, const char *line)
{
	int err;

	printf(PROMPT "%s", line);
	failed = false;
	err = cmdline_parse(cl, line);
	ports_tell();
	if (err < 0) {
		fprintf(stderr, "%s\n", parse_error(err));
		return -EINVAL;
	}
	return failed ? -EIO : 0;
}

int cmdline_batch(const char *path, bool strict)
{
	struct cmdline *cl;
	unsigned int no = 0;
	char line[512];
	size_t at;
	int err = 0;
	FILE *f = fopen(path, "re");

	if (f == NULL) {
		err = -errno;
		fprintf(stderr, "%s: %s\n", path, strerror(-err));
		return err;
	}
	cl = cmdline_new(cmdline_all, PROMPT, -1, -1);
	while (cl != NULL && !testpmd.quit && fgets(line, sizeof(line) - 1, f) != NULL) {
		no++;
		at = strcspn(line, "\r\n");
		if (strspn(line, " \t") == at || line[strspn(line, " \t")] == '#')
			continue;
		/* the parser takes whole lines only; the last one may lack its end */
		line[at] = '\n';
		line[at + 1] = '\0';
		err = execute(cl, line);
		if (err < 0 && strict) {
			fprintf(stderr, "%s:%u: stopped here\n", path, no);
			break;
		}
		err = 0;
	}
	if (cl != NULL)
		cmdline_free(cl);
	fclose(f);
	return cl == NULL ? -ENOMEM : err;
}

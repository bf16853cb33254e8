/* SPDX-License-Identifier: BSD-3-Clause */
/* The command line. A wrong option is refused by name; the seed is drawn if none is given. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "server.h"

static const char usage[] =
	"Usage: mlx5emu --dir DIR [options]\n"
	"Serves emulated mlx5 virtual functions, joined by one fabric, over vfio-user sockets.\n"
	"\n"
	"  --dir DIR       makes DIR and in it: portN.sock (vfio-user), ctl.sock (control),\n"
	"                  devices/ (a tree for SYSFS_PCI_DEVICES)\n"
	"  --ports N       functions, 1 to 16 (default 2)\n"
	"  --seed S        source of every choice (default: drawn, and printed)\n"
	"  --adversarial   effects come as late and as reordered as allowed\n"
	"  --in-order      effects come at once and in order (default)\n"
	"  --profile NAME  capabilities and page demands (doc/emulator.md lists them)\n"
	"  --trap-all      no shared doorbell pages: every doorbell is a message\n"
	"  --report-misses ask the client for what it did not map, so that a guest's IOMMU sees "
	"it\n"
	"  --lint[=FILE]   write doubtful uses to FILE or stderr\n"
	"  --trace[=FILE]  write commands, WQEs and events to FILE or stderr\n"
	"  --help\n"
	"\n"
	"Prints \"ready\" with the seed on stdout when all sockets listen; SIGTERM and SIGINT end "
	"it.\n"
	"Exit status: 0 ended by a signal, 1 it cannot run, 2 wrong options.\n";

enum {
	OPT_DIR = 256,
	OPT_PORTS,
	OPT_SEED,
	OPT_ADVERSARIAL,
	OPT_IN_ORDER,
	OPT_PROFILE,
	OPT_TRAP_ALL,
	OPT_MISSES,
	OPT_LINT,
	OPT_TRACE,
	OPT_HELP,
};

static const struct option options[] = {
	{"dir", required_argument, NULL, OPT_DIR},
	{"ports", required_argument, NULL, OPT_PORTS},
	{"seed", required_argument, NULL, OPT_SEED},
	{"adversarial", no_argument, NULL, OPT_ADVERSARIAL},
	{"in-order", no_argument, NULL, OPT_IN_ORDER},
	{"profile", required_argument, NULL, OPT_PROFILE},
	{"trap-all", no_argument, NULL, OPT_TRAP_ALL},
	{"report-misses", no_argument, NULL, OPT_MISSES},
	{"lint", optional_argument, NULL, OPT_LINT},
	{"trace", optional_argument, NULL, OPT_TRACE},
	{"help", no_argument, NULL, OPT_HELP},
	{NULL, 0, NULL, 0},
};

static int wrong(const char *what, const char *arg)
{
	emu_log("%s: %s; see --help", what, arg);
	return -1;
}

int emu_args(int argc, char **argv, struct emu_opts *o)
{
	uint64_t v;
	int c;

	*o = (struct emu_opts){.ports = 2};
	if (getrandom(&o->seed, sizeof(o->seed), 0) != sizeof(o->seed))
		o->seed = emu_now_ns();
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		switch (c) {
		case OPT_DIR:
			o->dir = optarg;
			break;
		case OPT_PORTS:
			if (!emu_parse_u64(optarg, &v) || v < 1 || v > EMU_MAX_FN)
				return wrong("--ports takes 1 to 16", optarg);
			o->ports = (unsigned int)v;
			break;
		case OPT_SEED:
			if (!emu_parse_u64(optarg, &o->seed))
				return wrong("--seed takes a number", optarg);
			break;
		case OPT_ADVERSARIAL:
		case OPT_IN_ORDER:
			o->adversarial = c == OPT_ADVERSARIAL;
			break;
		case OPT_PROFILE:
			o->profile = optarg;
			break;
		case OPT_TRAP_ALL:
			o->trap_all = true;
			break;
		case OPT_MISSES:
			o->miss_report = true;
			break;
		case OPT_LINT:
			o->lint = true;
			o->lint_file = optarg;
			break;
		case OPT_TRACE:
			o->trace = true;
			o->trace_file = optarg;
			break;
		case OPT_HELP:
			fputs(usage, stdout);
			return 1;
		default:
			return -1; /* getopt has said why */
		}
	}
	if (optind < argc)
		return wrong("no such argument", argv[optind]);
	if (!o->dir)
		return wrong("--dir is missing", argv[0]);
	return 0;
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Options, EAL's and ours. EAL is given --no-pci (Debian's EAL loads every driver, and its mlx5
 * driver would complain about a function that is on VFIO; device arguments survive --no-pci), IOVA
 * as VA, which the library requires, and a quiet log, each unless the user settled it.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parameters.h"

/* EAL options that settle a matter, and what is added when none of them is there. */
static struct {
	const char *settled;
	char added[40]; /* not constant: EAL is given it as an argument */
} eal_wants[] = {
	{"--no-pci", "--no-pci"}, {"--iova-mode", "--iova-mode=va"},
	{"--log-level", "--log-level=lib.eal:warning"},
	{"--log-level", "--log-level=lib.telemetry:error"}, /* warns of a feature that is gone */
};

static bool given(int argc, char **argv, const char *option)
{
	size_t len = strlen(option);

	for (int i = 1; i < argc; i++)
		if (strncmp(argv[i], option, len) == 0 &&
			(argv[i][len] == '\0' || argv[i][len] == '='))
			return true;
	return false;
}

char **parameters_eal(int argc, char **argv, int *eal_argc)
{
	unsigned int wants = sizeof(eal_wants) / sizeof(eal_wants[0]);
	char **out = calloc(argc + wants + 2, sizeof(*out));
	int eal = 1, n = 0;

	if (out == NULL)
		return NULL;
	while (eal < argc && strcmp(argv[eal], "--") != 0)
		eal++;
	for (int i = 0; i < eal; i++)
		out[n++] = argv[i];
	for (unsigned int i = 0; i < wants; i++) {
		if (given(eal, argv, eal_wants[i].settled))
			continue;
		if (i == 0 && given(argc - eal, argv + eal, "--pci"))
			continue;
		out[n++] = eal_wants[i].added;
	}
	for (int i = eal; i < argc; i++)
		out[n++] = argv[i];
	*eal_argc = n;
	return out;
}

enum {
	OPT_CMDLINE_FILE = 256,
	OPT_STRICT,
	OPT_STATS_PERIOD,
	OPT_FORWARD_MODE,
	OPT_FILE,
	OPT_SG_FILE,
	OPT_SEED,
	OPT_ENTRIES,
	OPT_SOURCES,
	OPT_ITERATIONS,
	OPT_SIZE,
	OPT_CORRUPT,
	OPT_PEER,
	OPT_LISTEN,
	OPT_PCI,
};

static const struct option options[] = {
	{"help", no_argument, NULL, 'h'},
	{"interactive", no_argument, NULL, 'i'},
	{"auto-start", no_argument, NULL, 'a'},
	{"cmdline-file", required_argument, NULL, OPT_CMDLINE_FILE},
	{"strict", no_argument, NULL, OPT_STRICT},
	{"stats-period", required_argument, NULL, OPT_STATS_PERIOD},
	{"forward-mode", required_argument, NULL, OPT_FORWARD_MODE},
	{"file", required_argument, NULL, OPT_FILE},
	{"sg-file", required_argument, NULL, OPT_SG_FILE},
	{"seed", required_argument, NULL, OPT_SEED},
	{"entries", required_argument, NULL, OPT_ENTRIES},
	{"sources", required_argument, NULL, OPT_SOURCES},
	{"iterations", required_argument, NULL, OPT_ITERATIONS},
	{"size", required_argument, NULL, OPT_SIZE},
	{"corrupt", required_argument, NULL, OPT_CORRUPT},
	{"peer", required_argument, NULL, OPT_PEER},
	{"listen", required_argument, NULL, OPT_LISTEN},
	{"pci", no_argument, NULL, OPT_PCI},
	{NULL, 0, NULL, 0},
};

void parameters_usage(const char *program)
{
	printf("%s EAL options -- options\n"
	       "  -i, --interactive      a prompt; `help` lists its commands\n"
	       "  -a, --auto-start       start the forwarding mode before the prompt\n"
	       "  --cmdline-file=FILE    execute FILE's commands; without -i, end after them\n"
	       "  --strict               the first command that fails ends the program with 1\n"
	       "  --stats-period=S       print statistics every S seconds\n"
	       "  --forward-mode=MODE    gap (default), write, read, send, regs, pingpong\n"
	       "  --iterations=N         let the modes but gap end after N rounds (pingpong: "
	       "1000)\n"
	       "  --size=BYTES           of one operation of the modes but gap\n"
	       "  --pci                  let EAL scan the PCI bus (no --no-pci)\n"
	       "pingpong mode, with ibv_rc_pingpong or another of these:\n"
	       "  --peer=HOST[:PORT]     be the client of the server there (port 18515)\n"
	       "  --listen=[HOST][:PORT] be the server, at this address (any); port 0 is a free "
	       "one\n"
	       "gap mode:\n"
	       "  --file=PATH            move PATH (default: a large file of this machine)\n"
	       "  --sg-file=PATH         take the first list from PATH: `offset length` lines\n"
	       "  --entries=N[,N...]     entry counts (default: 1 to one more than a UMR takes)\n"
	       "  --sources=S[,S...]     iovec, offsets, mbuf (default: all)\n"
	       "  --seed=N               replay the lists of a run\n"
	       "  --corrupt=data|gap|count  spoil a byte before verifying, which must fail\n"
	       "                         (pingpong: data)\n",
		program);
}

static int number(const char *text, uint64_t min, uint64_t max, uint64_t *out)
{
	char *end;

	errno = 0;
	*out = strtoull(text, &end, 0);
	if (*text < '0' || *text > '9' || *end != '\0' || errno != 0 || *out < min || *out > max)
		return -EINVAL;
	return 0;
}

/* Calls @one for each word between commas. */
static int words(
	const char *list, struct parameters *p, int (*one)(struct parameters *p, const char *word))
{
	char *copy = strdup(list), *rest = copy, *word;
	int err = copy == NULL ? -ENOMEM : 0;

	while (err == 0 && (word = strsep(&rest, ",")) != NULL)
		err = one(p, word);
	free(copy);
	return err;
}

static int one_count(struct parameters *p, const char *word)
{
	uint64_t v;

	if (p->ncount == COUNTS_MAX || number(word, 1, UINT32_MAX, &v) < 0)
		return -EINVAL;
	p->count[p->ncount++] = v;
	return 0;
}

static int one_source(struct parameters *p, const char *word)
{
	for (unsigned int i = 0; i < SOURCES; i++)
		if (strcmp(word, source_name[i]) == 0) {
			p->source[i] = true;
			return 0;
		}
	return -EINVAL;
}

static int corrupt_word(struct parameters *p, const char *word)
{
	static const char *const name[] = {"none", "data", "gap", "count"};

	for (unsigned int i = 0; i < sizeof(name) / sizeof(name[0]); i++)
		if (strcmp(word, name[i]) == 0) {
			p->corrupt = i;
			return 0;
		}
	return -EINVAL;
}

static int option(struct parameters *p, int opt)
{
	uint64_t v = 0;
	int err = 0;

	switch (opt) {
	case 'h':
		p->help = true;
		break;
	case 'i':
		p->interactive = true;
		break;
	case 'a':
		p->auto_start = true;
		break;
	case OPT_CMDLINE_FILE:
		p->cmdline_file = optarg;
		break;
	case OPT_STRICT:
		p->strict = true;
		break;
	case OPT_STATS_PERIOD:
		err = number(optarg, 1, 86400, &v);
		p->stats_period = v;
		break;
	case OPT_FORWARD_MODE:
		p->mode = optarg;
		break;
	case OPT_FILE:
		p->file = optarg;
		break;
	case OPT_SG_FILE:
		p->sg_file = optarg;
		break;
	case OPT_SEED:
		err = number(optarg, 0, UINT64_MAX, &p->seed);
		p->seeded = true;
		break;
	case OPT_ENTRIES:
		err = words(optarg, p, one_count);
		break;
	case OPT_SOURCES:
		err = words(optarg, p, one_source);
		break;
	case OPT_ITERATIONS:
		err = number(optarg, 1, UINT64_MAX, &p->iterations);
		break;
	case OPT_SIZE:
		err = number(optarg, 1, 1u << 30, &v);
		p->size = v;
		break;
	case OPT_CORRUPT:
		err = corrupt_word(p, optarg);
		break;
	case OPT_PEER:
		p->peer = optarg;
		break;
	case OPT_LISTEN:
		p->listen = optarg;
		break;
	case OPT_PCI:
		p->pci = true;
		break;
	default:
		err = -EINVAL;
	}
	return err;
}

int parameters_parse(struct parameters *p, int argc, char **argv)
{
	bool any = false;
	int opt, index;

	*p = (struct parameters){.mode = "gap", .size = 4096};
	optind = 1;
	while ((opt = getopt_long(argc, argv, "hia", options, &index)) != -1) {
		if (opt == '?')
			return -EINVAL;
		if (option(p, opt) < 0) {
			fprintf(stderr, "--%s: bad value \"%s\"\n", options[index].name, optarg);
			return -EINVAL;
		}
	}
	if (optind < argc) {
		fprintf(stderr, "%s: not an option\n", argv[optind]);
		return -EINVAL;
	}
	if (p->peer != NULL && p->listen != NULL) {
		fprintf(stderr, "--peer and --listen: one of them\n");
		return -EINVAL;
	}
	for (unsigned int i = 0; i < SOURCES; i++)
		any |= p->source[i];
	for (unsigned int i = 0; i < SOURCES && !any; i++)
		p->source[i] = true;
	return 0;
}

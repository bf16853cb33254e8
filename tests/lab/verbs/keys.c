/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * lab-keys [-d DEVICE] [-e DEVICE] [-s SEED] [-m MIB]
 *
 * Runs every part between two ends on DEVICE (mlx5_0), or between -d's and -e's, and prints a verdict a step. The
 * large region is of MIB (8); above 512 the kernel needs more than one request for it. Exit status 0: all
 * steps passed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "keys.h"

#define DEPTH      32u
#define MAX_INLINE 764u /* 48 entries */

static bool set_up(struct keys *k, const char *a, const char *b)
{
	return vb_open(&k->dev[0], &k->log, a) && vb_open(&k->dev[1], &k->log, b) &&
	       vb_end_new(&k->a, &k->dev[0], DEPTH, MAX_INLINE) &&
	       vb_end_new(&k->b, &k->dev[1], DEPTH, MAX_INLINE) && vb_join(&k->a, &k->b) &&
	       vb_mem_new(&k->ma, &k->dev[0], KEYS_MEM, VB_ALL_RIGHTS, &k->rng) &&
	       vb_mem_new(&k->mb, &k->dev[1], KEYS_MEM, VB_ALL_RIGHTS, &k->rng);
}

static bool tear_down(struct keys *k)
{
	return vb_mem_free(&k->ma) && vb_mem_free(&k->mb) && vb_end_free(&k->a) &&
	       vb_end_free(&k->b) && vb_close(&k->dev[0]) && vb_close(&k->dev[1]);
}

int main(int argc, char **argv)
{
	const char *a = "mlx5_0", *b = NULL;
	struct timespec ts;
	struct keys k;
	int c;

	memset(&k, 0, sizeof(k));
	clock_gettime(CLOCK_REALTIME, &ts);
	k.large_mib = 8;
	k.rng = (uint64_t)ts.tv_nsec << 20 ^ (uint64_t)ts.tv_sec;
	while ((c = getopt(argc, argv, "d:e:s:m:")) != -1) {
		switch (c) {
		case 'd':
			a = optarg;
			break;
		case 'e':
			b = optarg;
			break;
		case 's':
			k.rng = strtoull(optarg, NULL, 0);
			break;
		case 'm':
			k.large_mib = (uint32_t)atoi(optarg);
			break;
		default:
			fprintf(stderr,
				"usage: lab-keys [-d DEVICE] [-e DEVICE] [-s SEED] [-m MIB]\n");
			return 2;
		}
	}
	vb_log_init(&k.log);
	printf("seed 0x%llx\n", (unsigned long long)k.rng);
	if (!vb_step(&k.log, "set_up", set_up(&k, a, b != NULL ? b : a)))
		return 1;
	keys_mr(&k);
	keys_list(&k);
	keys_mw(&k);
	keys_wrong(&k);
	vb_step(&k.log, "tear_down", tear_down(&k));
	printf("%u failed\n", k.log.failed);
	return k.log.failed != 0;
}

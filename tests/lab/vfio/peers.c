/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Two processes, each with a port of its own: each has its own VFIO container, so each function reaches its own
 * process's memory only. They tell each other where they are over a socket, then WRITE and READ.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "vfio.h"

#define BYTES (1u << 20)

struct hello {
	struct lac_qp_addr at;
	uint64_t addr;
	uint32_t key;
};

static void tell(int s, const void *p, size_t n)
{
	if (write(s, p, n) != (ssize_t)n)
		die("the other process is gone");
}

static void hear(int s, void *p, size_t n)
{
	for (size_t got = 0; got < n;) {
		ssize_t r = read(s, (uint8_t *)p + got, n - got);

		if (r <= 0)
			die("the other process is gone");
		got += (size_t)r;
	}
}

/* Each waits until the other has come as far. */
static void meet(int s)
{
	char c = 'm';

	tell(s, &c, 1);
	hear(s, &c, 1);
}

void peer(int s, bool first)
{
	struct hello mine, theirs;
	struct lac_port *port;
	struct end e, other;
	uint32_t salt = first ? 11 : 22;

	if (ports_open(&port, 1) != 1)
		die("one port is needed");
	end_open(&e, port);
	memset(&mine, 0, sizeof(mine));
	lac_qp_address(e.qp, &mine.at);
	tell(s, &mine.at, sizeof(mine.at));
	hear(s, &theirs.at, sizeof(theirs.at));
	end_connect(&e, &theirs.at);
	end_window(&e);
	mine.key = lac_rkey_num(e.rem.key);
	tell(s, &mine.key, sizeof(mine.key));
	hear(s, &theirs.key, sizeof(theirs.key));
	other.rem = (struct lac_rem){0, lac_rkey_from(theirs.key)};
	meet(s);
	/* my second half goes to the other's first; both at once */
	fill(e.mem + END_BYTES / 2, BYTES, salt);
	end_write(&e, &other, e.mem + END_BYTES / 2, BYTES, 0);
	meet(s);
	check(e.mem, BYTES, first ? 22 : 11, "what the other process wrote");
	memset(e.mem + END_BYTES / 2, 0, BYTES);
	end_read(&e, &other, e.mem + END_BYTES / 2, BYTES, 0);
	check(e.mem + END_BYTES / 2, BYTES, salt, "what came back from it");
	meet(s);
	end_close(&e);
	must(lac_port_close(port), "close", port, NULL);
	printf("the %s process moved %u bytes each way\n", first ? "first" : "second", BYTES);
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * How two programs tell each other their queue pairs' addresses: the exchange of ibv_rc_pingpong over TCP. The
 * client connects and tells its address, the server answers with its own, the client says "done".
 */
#ifndef TESTPMD_EXCHANGE_H
#define TESTPMD_EXCHANGE_H

#include <stdatomic.h>
#include <stdbool.h>

#include <lacuna/addr.h>

#define EXCHANGE_PORT  "18515" /* ibv_rc_pingpong's default */
#define EXCHANGE_BYTES 52u     /* "LLLL:QQQQQQ:PPPPPP:GID", hexadecimal, and its NUL */

/* LID, queue pair number, packet number and GID of @f as text, and back; -EINVAL it is not such a text */
void exchange_format(char text[EXCHANGE_BYTES], const struct lac_qp_addr_fields *f);
int exchange_parse(const char text[EXCHANGE_BYTES], struct lac_qp_addr_fields *f);

/* "HOST", "HOST:PORT", "[HOST]:PORT", ":PORT" in its two parts, the port the default if there is none; -EINVAL */
int exchange_split(const char *where, char *host, size_t host_bytes, char port[6]);

struct exchange {
	int fd;
	const atomic_bool *stop; /* ends every wait: -ECANCELED */
};

/*
 * A connection to @peer, or with NULL of whoever comes first to @listen (NULL: any address of this machine),
 * which is told on stdout. All return 0, or -errno after saying why.
 */
int exchange_open(
	struct exchange *x, const char *peer, const char *listen, const atomic_bool *stop);
int exchange_tell(struct exchange *x, const struct lac_qp_addr_fields *own);
int exchange_hear(struct exchange *x, struct lac_qp_addr_fields *peer);
int exchange_done(struct exchange *x, bool server);
void exchange_close(struct exchange *x);

#endif

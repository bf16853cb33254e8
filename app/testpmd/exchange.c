/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The exchange of ibv_rc_pingpong (rdma-core libibverbs/examples/rc_pingpong.c shows the order of messages). No
 * wait is longer than a deadline but the server's for its client, and each ends when the mode is stopped.
 */
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "exchange.h"
#include "testpmd.h"

#define WAIT_NS  20000000000ull /* for the peer's next word */
#define DONE     "done"
#define SLICE_MS 50 /* between two looks at @stop */

static int complain(const char *what, int err)
{
	if (err != -ECANCELED)
		fprintf(stderr, "peer: %s: %s\n", what, strerror(-err));
	return err;
}

/* Until @fd is ready for @events; @ns 0: for as long as it takes. */
static int ready(const struct exchange *x, int fd, short events, uint64_t ns)
{
	uint64_t until = now_ns() + ns;
	struct pollfd p = {.fd = fd, .events = events};

	while (poll(&p, 1, SLICE_MS) <= 0) {
		if (*x->stop)
			return -ECANCELED;
		if (ns != 0 && now_ns() > until)
			return -ETIMEDOUT;
	}
	return 0;
}

static int join(struct exchange *x, const struct addrinfo *a)
{
	socklen_t len = sizeof(int);
	int err = 0;

	x->fd = socket(a->ai_family, a->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, a->ai_protocol);
	if (x->fd < 0)
		return -errno;
	if (connect(x->fd, a->ai_addr, a->ai_addrlen) == 0)
		return 0;
	if (errno != EINPROGRESS)
		return -errno;
	err = ready(x, x->fd, POLLOUT, WAIT_NS);
	if (err == 0 && getsockopt(x->fd, SOL_SOCKET, SO_ERROR, &err, &len) < 0)
		return -errno;
	return err > 0 ? -err : err;
}

static void tell_where(int fd)
{
	struct sockaddr_storage ss;
	socklen_t len = sizeof(ss);
	char host[64], port[8];

	if (getsockname(fd, (struct sockaddr *)&ss, &len) == 0 &&
		getnameinfo((struct sockaddr *)&ss, len, host, sizeof(host), port, sizeof(port),
			NI_NUMERICHOST | NI_NUMERICSERV) == 0)
		printf("waiting for a peer at %s port %s\n", host, port);
}

static int attend(struct exchange *x, const struct addrinfo *a)
{
	int fd = socket(
		a->ai_family, a->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, a->ai_protocol);
	int yes = 1, err = 0;

	if (fd < 0)
		return -errno;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (bind(fd, a->ai_addr, a->ai_addrlen) < 0 || listen(fd, 1) < 0)
		err = -errno;
	if (err == 0) {
		tell_where(fd);
		err = ready(x, fd, POLLIN, 0);
	}
	if (err == 0) {
		x->fd = accept4(fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
		err = x->fd < 0 ? -errno : 0;
	}
	close(fd);
	return err;
}

int exchange_open(struct exchange *x, const char *peer, const char *listen, const atomic_bool *stop)
{
	const char *where = peer != NULL ? peer : listen != NULL ? listen : "";
	struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM}, *list;
	char host[256], port[6];
	int err;

	*x = (struct exchange){.fd = -1, .stop = stop};
	if (exchange_split(where, host, sizeof(host), port) < 0)
		return complain(where, -EINVAL);
	hints.ai_flags = AI_NUMERICSERV | (peer != NULL ? 0 : AI_PASSIVE);
	err = getaddrinfo(host[0] != '\0' ? host : NULL, port, &hints, &list);
	if (err != 0) {
		fprintf(stderr, "peer: %s: %s\n", where, gai_strerror(err));
		return -EINVAL;
	}
	err = -ENOENT;
	for (struct addrinfo *a = list; a != NULL && err < 0 && err != -ECANCELED; a = a->ai_next) {
		exchange_close(x);
		err = peer != NULL ? join(x, a) : attend(x, a);
	}
	freeaddrinfo(list);
	return err < 0 ? complain(where, err) : 0;
}

void exchange_close(struct exchange *x)
{
	if (x->fd >= 0)
		close(x->fd);
	x->fd = -1;
}

static int take(struct exchange *x, char *text, size_t bytes)
{
	ssize_t n;

	for (size_t at = 0; at < bytes; at += (size_t)n) {
		int err = ready(x, x->fd, POLLIN, WAIT_NS);

		if (err < 0)
			return err;
		n = recv(x->fd, text + at, bytes - at, 0);
		if (n <= 0)
			return n == 0 ? -ECONNRESET : -errno;
	}
	return 0;
}

/* what is told fits a socket's buffer */
static int give(struct exchange *x, const char *text, size_t bytes)
{
	ssize_t n = send(x->fd, text, bytes, MSG_NOSIGNAL);

	return n < 0 ? -errno : (size_t)n != bytes ? -EIO : 0;
}

int exchange_tell(struct exchange *x, const struct lac_qp_addr_fields *own)
{
	char text[EXCHANGE_BYTES];
	int err;

	exchange_format(text, own);
	err = give(x, text, sizeof(text));
	return err < 0 ? complain("telling it our address", err) : 0;
}

int exchange_hear(struct exchange *x, struct lac_qp_addr_fields *peer)
{
	char text[EXCHANGE_BYTES];
	int err = take(x, text, sizeof(text));

	if (err < 0)
		return complain("hearing its address", err);
	err = exchange_parse(text, peer);
	return err < 0 ? complain("what it says is not an address", err) : 0;
}

int exchange_done(struct exchange *x, bool server)
{
	char text[sizeof(DONE)] = DONE;
	int err = server ? take(x, text, sizeof(text)) : give(x, text, sizeof(text));

	if (err == 0 && memcmp(text, DONE, sizeof(text)) != 0)
		err = -EBADMSG;
	return err < 0 ? complain("the end of the exchange", err) : 0;
}

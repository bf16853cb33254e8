/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Connections: one listening socket a function, one client at a time. Everything is non-blocking
 * and bounded: input is one message, output a queue; while the queue is long no more messages are
 * read from that client, so that a client that does not listen stalls itself and nobody else.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "conn.h"

int emu_conn_create(struct emu_fn *f)
{
	struct emu_conn *c = calloc(1, sizeof(*c));

	if (!c)
		return -ENOMEM;
	c->listen_fd = c->fd = -1;
	c->tail = &c->out;
	f->conn = c;
	return 0;
}

static void stop_listening(struct emu_fn *f)
{
	char path[sizeof(((struct sockaddr_un *)NULL)->sun_path)];

	if (f->conn->listen_fd < 0)
		return;
	close(f->conn->listen_fd);
	f->conn->listen_fd = -1;
	if (!emu_path(f->w, path, sizeof(path), "port%u.sock", f->index))
		unlink(path);
}

void emu_conn_destroy(struct emu_fn *f)
{
	stop_listening(f);
	emu_conn_drop(f);
	free(f->conn);
	f->conn = NULL;
}

int emu_conn_listen(struct emu_fn *f)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	int err, fd;

	err = emu_path(f->w, a.sun_path, sizeof(a.sun_path), "port%u.sock", f->index);
	if (err)
		return err;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof(a)) || listen(fd, 4)) {
		err = -errno;
		emu_log("%s: %s", a.sun_path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return err;
	}
	f->conn->listen_fd = fd;
	return 0;
}

bool emu_conn_has_client(const struct emu_fn *f)
{
	return f->conn->fd >= 0 && !f->conn->doomed;
}

bool emu_conn_listening(const struct emu_fn *f)
{
	return f->conn->listen_fd >= 0;
}

void emu_conn_drop(struct emu_fn *f)
{
	struct emu_conn *c = f->conn;

	if (c->fd < 0)
		return;
	close(c->fd);
	c->fd = -1;
	emu_in_clear(c);
	emu_out_clear(c);
	free(c->in);
	free(c->reply);
	c->in = c->reply = NULL;
	c->negotiated = c->doomed = c->busy = false;
	emu_dma_clear(f);
	emu_irqs_clear(f);
	emu_fn_reset(f, EMU_RESET_CLIENT);
}

void emu_conn_doom(struct emu_fn *f, const char *why)
{
	if (f->conn->fd < 0 || f->conn->doomed)
		return;
	emu_trace(f, "client dropped: %s", why);
	f->conn->doomed = true;
}

void emu_unplug(struct emu_fn *f)
{
	emu_irqs_error(f); /* as a surprise-down is reported to VFIO's error interrupt */
	stop_listening(f);
	emu_sysfs_remove(f->w, f->bdf);
	if (f->conn->fd >= 0)
		shutdown(f->conn->fd, SHUT_RDWR);
	emu_conn_doom(f, "unplugged");
}

static void admit(struct emu_fn *f)
{
	struct emu_conn *c = f->conn;
	struct pollfd p = {.fd = c->fd, .events = POLLRDHUP};
	int fd = accept4(c->listen_fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

	if (fd < 0)
		return;
	/* a client that has hung up must not keep its successor out, whatever it still had to say
	 */
	if (c->fd >= 0 && poll(&p, 1, 0) == 1 && (p.revents & (POLLRDHUP | POLLHUP | POLLERR)))
		emu_conn_drop(f);
	if (c->fd >= 0) {
		emu_lint(f, "a second client was turned away");
		close(fd);
		return;
	}
	c->in = malloc(VFU_MSG_MAX);
	c->reply = malloc(VFU_BODY_MAX);
	c->fd = fd;
	c->next_id = 0x8000; /* apart from the client's, for whoever reads a trace */
	if (!c->in || !c->reply)
		emu_conn_doom(f, "no memory");
}

unsigned int emu_conn_fds(struct emu_fn *f, struct pollfd *p)
{
	struct emu_conn *c = f->conn;
	unsigned int n = 0;

	if (c->fd >= 0)
		p[n++] = (struct pollfd){.fd = c->fd,
			.events = (short)((c->out_bytes > EMU_OUT_HIGH ? 0 : POLLIN) |
					  (c->out ? POLLOUT : 0))};
	if (c->listen_fd >= 0)
		p[n++] = (struct pollfd){.fd = c->listen_fd, .events = POLLIN};
	return n;
}

unsigned int emu_conn_poll(struct emu_fn *f, const struct pollfd *p, unsigned int n)
{
	struct emu_conn *c = f->conn;
	unsigned int i, done = 0;
	bool io = false, connecting = false;

	for (i = 0; i < n; i++) {
		io |= p[i].revents && p[i].fd == c->fd;
		connecting |= p[i].revents && p[i].fd == c->listen_fd;
	}
	if (io && !c->doomed) {
		emu_out_flush(f);
		emu_in_poll(f, &done);
	}
	emu_miss_flush(f);
	if (c->doomed) {
		emu_conn_drop(f);
		done++;
	}
	if (connecting && c->listen_fd >= 0)
		admit(f);
	return done;
}

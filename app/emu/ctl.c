/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The control socket: a line of words in, a line out, which is JSON, "ok" or "error: " and a
 * sentence. Commands come from three tables, one a part. Several may talk at once; one that does not
 * read its answer is not listened to until it does, one that sends a line too long is closed.
 */
/*
 * The control socket: a line of words in, a line out, which is JSON, "ok" or "error: " and a
 * sentence. Commands come from three tables, one a part. Several may talk at once; one that sends a
 * line too long or does not read its answer is closed.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "server.h"

#define LINE_MAX_BYTES 1024u
#define WORDS_MAX      16

struct talker {
	int fd;
	char *out; /* an answer that is not all sent yet */
	size_t out_len, out_at;
	uint32_t have;
	char line[LINE_MAX_BYTES];
};

struct emu_ctl {
	int listen_fd;
	struct talker t[EMU_CTL_MAX];
};

static const struct emu_ctl_cmd *const tables[] = {emu_ctl_server, emu_ctl_hca, emu_ctl_engine};
#define TABLES (sizeof(tables) / sizeof(tables[0]))

struct emu_fn *emu_ctl_fn_arg(struct emu_world *w, int argc, char **argv, int i, FILE *out)
{
	uint64_t n;

	if (argc > i && emu_parse_u64(argv[i], &n) && n < w->nfn)
		return w->fn[n];
	fprintf(out, "error: %s: name a port, 0 to %u", argv[0], w->nfn - 1);
	return NULL;
}

int emu_ctl_create(struct emu_world *w)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	struct emu_ctl *c = calloc(1, sizeof(*c));
	int i;

	if (!c || emu_path(w, a.sun_path, sizeof(a.sun_path), "ctl.sock")) {
		free(c);
		return -ENOMEM;
	}
	for (i = 0; i < EMU_CTL_MAX; i++)
		c->t[i].fd = -1;
	w->ctl = c;
	c->listen_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (c->listen_fd < 0 || bind(c->listen_fd, (struct sockaddr *)&a, sizeof(a)) ||
		listen(c->listen_fd, EMU_CTL_MAX)) {
		emu_log("%s: %s", a.sun_path, strerror(errno));
		return -EIO;
	}
	return 0;
}

static void hang_up(struct talker *t)
{
	if (t->fd >= 0)
		close(t->fd);
	free(t->out);
	t->out = NULL;
	t->fd = -1;
	t->have = 0;
}

static void send_rest(struct talker *t)
{
	ssize_t n;

	n = send(t->fd, t->out + t->out_at, t->out_len - t->out_at, MSG_NOSIGNAL | MSG_DONTWAIT);
	if (n < 0 && errno != EAGAIN && errno != EINTR) {
		hang_up(t);
		return;
	}
	t->out_at += n > 0 ? (size_t)n : 0;
	if (t->out_at == t->out_len) {
		free(t->out);
		t->out = NULL;
	}
}

void emu_ctl_destroy(struct emu_world *w)
{
	int i;

	if (!w->ctl)
		return;
	for (i = 0; i < EMU_CTL_MAX; i++)
		hang_up(&w->ctl->t[i]);
	if (w->ctl->listen_fd >= 0)
		close(w->ctl->listen_fd);
	free(w->ctl);
	w->ctl = NULL;
}

static void help(FILE *out)
{
	const struct emu_ctl_cmd *c;
	bool first = true;
	size_t i;

	fputc('[', out);
	for (i = 0; i < TABLES; i++) {
		for (c = tables[i]; c->name; c++) {
			fputs(first ? "" : ", ", out);
			emu_json_str(out, c->help);
			first = false;
		}
	}
	fputc(']', out);
}

static void run(struct emu_world *w, char *line, FILE *out)
{
	const struct emu_ctl_cmd *c;
	char *argv[WORDS_MAX + 1], *save;
	int argc = 0;
	size_t i;

	for (char *p = strtok_r(line, " \t\r", &save); p; p = strtok_r(NULL, " \t\r", &save)) {
		if (argc == WORDS_MAX) {
			fputs("error: too many words", out);
			return;
		}
		argv[argc++] = p;
	}
	argv[argc] = NULL;
	if (!argc || !strcmp(argv[0], "help")) {
		help(out);
		return;
	}
	for (i = 0; i < TABLES; i++) {
		for (c = tables[i]; c->name; c++) {
			if (!strcmp(c->name, argv[0])) {
				c->fn(w, argc, argv, out);
				return;
			}
		}
	}
	fprintf(out, "error: no command '%.32s'; try help", argv[0]);
}

/* Answers one line; an answer is one line whatever a command printed. */
static void answer(struct emu_world *w, struct talker *t, char *line)
{
	char *text = NULL, *p;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	if (!out) {
		hang_up(t);
		return;
	}
	run(w, line, out);
	if (fclose(out)) {
		free(text);
		hang_up(t);
		return;
	}
	while (len && text[len - 1] == '\n')
		len--;
	if (!len) { /* nothing to say is good news */
		free(text);
		text = strdup("ok");
		if (!text) {
			hang_up(t);
			return;
		}
		len = 2;
	}
	for (p = text; p < text + len; p++)
		if (*p == '\n')
			*p = ' ';
	text[len++] = '\n'; /* in the place of the NUL */
	t->out = text;
	t->out_len = len;
	t->out_at = 0;
	send_rest(t);
}

/* Answers whole lines that have come, one answer at a time. */
static unsigned int answer_lines(struct emu_world *w, struct talker *t)
{
	unsigned int done = 0;
	uint32_t used;
	char *end;

	while (t->fd >= 0 && !t->out && (end = memchr(t->line, '\n', t->have))) {
		used = (uint32_t)(end + 1 - t->line);
		*end = 0;
		answer(w, t, t->line);
		done++;
		if (t->fd < 0)
			return done;
		t->have -= used;
		memmove(t->line, t->line + used, t->have);
	}
	if (!t->out && t->have == sizeof(t->line))
		hang_up(t);
	return done;
}

static unsigned int serve(struct emu_world *w, struct talker *t)
{
	ssize_t n;

	if (t->out) {
		send_rest(t);
		return t->fd >= 0 && !t->out ? answer_lines(w, t) : 0;
	}
	n = recv(t->fd, t->line + t->have, sizeof(t->line) - t->have, MSG_DONTWAIT);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	if (n <= 0) {
		hang_up(t);
		return 0;
	}
	t->have += (uint32_t)n;
	return answer_lines(w, t);
}

unsigned int emu_ctl_fds(struct emu_world *w, struct pollfd *p)
{
	unsigned int i, n = 0;

	p[n++] = (struct pollfd){.fd = w->ctl->listen_fd, .events = POLLIN};
	for (i = 0; i < EMU_CTL_MAX; i++)
		if (w->ctl->t[i].fd >= 0)
			p[n++] = (struct pollfd){.fd = w->ctl->t[i].fd,
				.events = w->ctl->t[i].out ? POLLOUT : POLLIN};
	return n;
}

unsigned int emu_ctl_poll(struct emu_world *w, const struct pollfd *p, unsigned int n)
{
	unsigned int i, k, done = 0;
	int fd;

	for (i = 1; i < n; i++)
		for (k = 0; k < EMU_CTL_MAX; k++)
			if (p[i].revents && p[i].fd == w->ctl->t[k].fd)
				done += serve(w, &w->ctl->t[k]);
	if (!p[0].revents)
		return done;
	fd = accept4(w->ctl->listen_fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
	for (k = 0; k < EMU_CTL_MAX && w->ctl->t[k].fd >= 0;)
		k++;
	if (fd >= 0 && k < EMU_CTL_MAX)
		w->ctl->t[k].fd = fd;
	else if (fd >= 0)
		close(fd);
	return done;
}

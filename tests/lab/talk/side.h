/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * One side of a conversation: a queue pair, memory, a key at a time. side_verbs.c makes it of the kernel's verbs,
 * side_lacuna.c of Lacuna; the script knows neither.
 *
 * Functions that can fail return false after side_why() was told. Every wait has a deadline, which LAC_TEST_SLOW
 * stretches.
 */
#ifndef LAB_TALK_SIDE_H
#define LAB_TALK_SIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

/* Memory: what a side's keys are about and where its receives land, then room for what it requests. */
#define TALK_OWN   (3u << 20)
#define TALK_BYTES (6u << 20)

/* Rights of a key. */
enum {
	TALK_REMOTE_READ = 1,
	TALK_REMOTE_WRITE = 2,
	TALK_REMOTE_ATOMIC = 4,
	TALK_REMOTE_INV = 8,
	TALK_ALL = 15,
};

/* Kinds of keys; each side has some. */
enum talk_kind {
	TALK_PIECES, /* pieces with gaps: Lacuna's SG_GAPS, rdma-core's list */
	TALK_PAGES,  /* pages: Lacuna's MEM_REG, a region of verbs */
	TALK_WINDOW, /* a memory window of type 2 over a region */
};

struct talk_shape {
	const char *name;
	enum talk_kind kind;
	uint32_t n;       /* pieces */
	bool by_peer;     /* the other side's SEND may end it */
	uint32_t without; /* rights that it can be without */
};
extern const struct talk_shape side_shapes[]; /* with .n 0 at the end */

struct talk_addr {
	uint32_t qpn, psn, lid;
};

struct talk_key {
	uint32_t rkey;
	uint64_t addr; /* of its first byte, in its own space */
};

enum talk_what {
	TALK_WRITE,
	TALK_WRITE_IMM,
	TALK_READ,
	TALK_CAS,
	TALK_FADD,
	TALK_SEND,
	TALK_SEND_IMM,
	TALK_SEND_INV,
	TALK_CAME, /* completions of receives */
	TALK_CAME_IMM,
	TALK_CAME_INV,
	TALK_CAME_WRITE_IMM,
	TALK_DONE, /* of a request */
};

struct talk_op {
	uint32_t what;
	uint32_t off, len; /* in the side's own memory */
	uint64_t raddr;
	uint32_t rkey; /* also what TALK_SEND_INV names */
	uint32_t imm;
	uint64_t a, swap; /* CAS: compare with, swap; FADD: add */
};

struct talk_wc {
	uint32_t what;
	uint32_t status, vendor; /* the CQE's syndromes; 0: good */
	uint32_t len;            /* of what came */
	uint32_t extra;          /* immediate data, or the key that was invalidated */
};

struct side;

/* @argv is the program's; how many words of it were the side's own goes to @used */
struct side *side_open(int argc, char **argv, int *used);
bool side_close(struct side *s);
uint8_t *side_mem(struct side *s);

void side_addr(struct side *s, struct talk_addr *a);
bool side_connect(struct side *s, const struct talk_addr *peer);
/* from any state, to be connected again; what is outstanding ends, events so far are forgotten */
bool side_reset(struct side *s);

/* One key at a time: made with @rights (TALK_*), revoked here or by the peer, taken away. */
bool side_key_make(struct side *s, const struct talk_shape *shape, const struct iovec *v,
	uint32_t rights, struct talk_key *key);
bool side_key_revoke(struct side *s);
bool side_key_revoked(struct side *s, uint32_t rkey);
bool side_key_free(struct side *s);

bool side_post(struct side *s, const struct talk_op *op);
bool side_recv(struct side *s, uint32_t off, uint32_t len);
bool side_wait(struct side *s, struct talk_wc *wc);
/* the next event of the queue pair that means an error, by its number (PRM, "Event Type") */
bool side_event(struct side *s, uint32_t *type);

/* ---- main.c ---- */
/* false; the first reason stays until a verdict took it */
bool side_why(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
double side_seconds(double s); /* a deadline, stretched, as a point in time */
bool side_late(double deadline);

#endif

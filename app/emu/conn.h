/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A client's connection, for the three files that handle it: server.c (who is connected), recv.c
 * (what comes in) and send.c (what goes out).
 */
#ifndef EMU_CONN_H
#define EMU_CONN_H

#include "server.h"

#define EMU_OUT_HIGH (64u << 10) /* queued bytes above which we do not listen */
#define EMU_BURST    64u         /* messages of one client in a turn */
#define EMU_MISSES   16u         /* reports of misses under way at most */

struct emu_out;

struct emu_conn {
	int listen_fd, fd;
	bool negotiated;
	bool doomed; /* to be dropped from the top of the loop */
	bool busy;   /* a message is being handled: its reply is owed */
	bool fds_lost;
	unsigned int nfds;
	int fds[VFU_MAX_FDS];
	uint32_t have; /* bytes of the message in @in */
	uint32_t skip; /* bytes to throw away: rest of a message too long */
	uint8_t *in, *reply;
	struct emu_out *out, **tail;
	uint32_t out_bytes;
	uint16_t next_id;
	unsigned int asked; /* own requests without a reply yet */
	unsigned int nmiss;
	struct miss {
		uint64_t iova;
		uint8_t data[8];
		uint32_t len;
		bool write;
	} miss[EMU_MISSES];
};

/* send.c */
void emu_out_flush(struct emu_fn *f);
void emu_out_clear(struct emu_conn *c);
void emu_miss_flush(struct emu_fn *f); /* sends reports of misses if that is the moment */

/* recv.c */
void emu_in_poll(struct emu_fn *f, unsigned int *done); /* takes what is there, counts messages */
void emu_in_clear(struct emu_conn *c);

#endif

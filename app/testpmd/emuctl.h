/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The emulator's control socket, for whoever wants a second opinion on what a port did. A port is
 * emulated when its sysfs entry has the attribute `mlx5emu_ctl`: "<socket path> <function number>".
 * One line goes in, one line comes back.
 */
#ifndef TESTPMD_EMUCTL_H
#define TESTPMD_EMUCTL_H

#include <stddef.h>
#include <stdint.h>

struct emuctl {
	int fd;          /* -1: not an emulated port */
	unsigned int fn; /* the emulator's number of the function */
};

/* 0; -ENOENT: the function @bdf is not emulated; -errno of the socket */
int emuctl_open(struct emuctl *ctl, const char *bdf);
void emuctl_close(struct emuctl *ctl);

/* Sends @line, stores the reply without its newline. 0, -ETIMEDOUT, -EPIPE, -EMSGSIZE, -errno. */
int emuctl_ask(struct emuctl *ctl, const char *line, char *reply, size_t size);

/* The number behind "@name": in a JSON object; -ENOENT when it has none */
int emuctl_number(const char *json, const char *name, uint64_t *value);

#endif

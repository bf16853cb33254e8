/* SPDX-License-Identifier: BSD-3-Clause */
/* Registers of the toy device: 64-bit, little-endian, at TOY_BASE + 8 * index in BAR 0. */
#ifndef TOY_H
#define TOY_H

#define TOY_BASE 0x100u
#define TOY_BELL 0x12000u /* first shared doorbell page: vector + 1 */

enum {
	TOY_OP, /* written last; 0 again when done */
	TOY_ADDR,
	TOY_FROM,
	TOY_LEN,
	TOY_PEER,
	TOY_RESULT, /* 0 or a negative errno */
	TOY_VALUE,
	TOY_REGS
};

enum { TOY_READ = 1, TOY_WRITE, TOY_COPY, TOY_ADD, TOY_IRQ };

#endif

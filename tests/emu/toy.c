/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A device without any mlx5 in it behind the emulator's server, so that the server is tested for
 * itself: BAR 0 is scratch memory but for a block of little-endian 64-bit registers that make the
 * function do DMA and interrupts. A command runs from hca_poll(), after its message was answered.
 *
 * With a fabric of functions in one process, TOY_COPY reads from another function's client.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "server.h"
#include "toy.h"

struct emu_hca {
	uint64_t reg[TOY_REGS];
	uint8_t scratch[EMU_PAGE];
	bool run;
};

int engine_create(struct emu_world *w)
{
	(void)w;
	return 0;
}

void engine_destroy(struct emu_world *w)
{
	(void)w;
}

unsigned int engine_run(struct emu_world *w, unsigned int budget)
{
	unsigned int i, done = 0;

	(void)budget;
	/* a doorbell in the first shared page: an interrupt on the vector that it names */
	for (i = 0; i < w->nfn; i++) {
		uint64_t *bell = (uint64_t *)(void *)(w->fn[i]->bar + TOY_BELL);
		uint64_t v = __atomic_load_n(bell, __ATOMIC_RELAXED);

		if (!v)
			continue;
		__atomic_exchange_n(bell, 0, __ATOMIC_ACQ_REL);
		emu_irq(w->fn[i], (unsigned int)v - 1);
		emu_stats(w->fn[i])->doorbells++;
		done++;
	}
	return done;
}

int hca_create(struct emu_fn *f)
{
	f->hca = calloc(1, sizeof(*f->hca));
	return f->hca ? 0 : -ENOMEM;
}

void hca_destroy(struct emu_fn *f)
{
	free(f->hca);
	f->hca = NULL;
}

void hca_reset(struct emu_fn *f)
{
	memset(f->hca, 0, sizeof(*f->hca));
	emu_stats(f)->resets++;
}

void hca_bar_read(struct emu_fn *f, uint64_t off, void *buf, uint32_t len)
{
	if (off - TOY_BASE < sizeof(f->hca->reg))
		memcpy(buf, (uint8_t *)f->hca->reg + (off - TOY_BASE), len);
	else if (off < EMU_PAGE)
		memcpy(buf, f->hca->scratch + off, len);
	else
		memset(buf, (int)len, len); /* tells how an access was cut */
}

void hca_bar_write(struct emu_fn *f, uint64_t off, const void *buf, uint32_t len)
{
	if (off - TOY_BASE < sizeof(f->hca->reg)) {
		memcpy((uint8_t *)f->hca->reg + (off - TOY_BASE), buf, len);
		f->hca->run |= off == TOY_BASE;
	} else if (off < EMU_PAGE) {
		memcpy(f->hca->scratch + off, buf, len);
	}
}

static uint64_t add(uint64_t old, const void *arg)
{
	uint64_t v;

	memcpy(&v, arg, sizeof(v));
	return old + v;
}

static int run(struct emu_fn *f, uint64_t *r)
{
	struct emu_world *w = f->w;
	uint64_t n = r[TOY_LEN];
	uint8_t *b;
	int err;

	switch (r[TOY_OP]) {
	case TOY_READ:  /* sum of the bytes */
	case TOY_WRITE: /* all bytes = VALUE */
		if (n > UINT64_C(1) << 30)
			return -EINVAL;
		b = malloc(n ? n : 1);
		if (!b)
			return -ENOMEM;
		memset(b, (int)r[TOY_VALUE], n);
		if (r[TOY_OP] == TOY_WRITE) {
			err = emu_dma_write(f, r[TOY_ADDR], b, n);
		} else {
			err = emu_dma_read(f, r[TOY_ADDR], b, n);
			r[TOY_VALUE] = 0;
			for (uint64_t i = 0; !err && i < n; i++)
				r[TOY_VALUE] += b[i];
		}
		free(b);
		return err;
	case TOY_COPY:
		if (r[TOY_PEER] >= w->nfn)
			return -EINVAL;
		return emu_dma_copy(f, r[TOY_ADDR], w->fn[r[TOY_PEER]], r[TOY_FROM], n);
	case TOY_ADD:
		return emu_dma_atomic(f, r[TOY_ADDR], add, &r[TOY_FROM], &r[TOY_VALUE]);
	case TOY_IRQ:
		emu_irq(f, (unsigned int)r[TOY_VALUE]);
		return 0;
	default:
		return -ENOSYS;
	}
}

unsigned int hca_poll(struct emu_fn *f)
{
	struct emu_hca *h = f->hca;

	if (!h->run)
		return 0;
	h->run = false;
	h->reg[TOY_RESULT] = (uint64_t)(int64_t)run(f, h->reg);
	emu_stats(f)->commands++;
	h->reg[TOY_OP] = 0; /* done */
	return 1;
}

const struct emu_ctl_cmd emu_ctl_hca[] = {{NULL, NULL, NULL}};

static void say(struct emu_world *w, int argc, char **argv, FILE *out)
{
	(void)w;
	for (int i = 1; i < argc; i++)
		fprintf(out, "%s\n", argv[i]);
}

static void many(struct emu_world *w, int argc, char **argv, FILE *out)
{
	uint64_t n = 0;

	(void)w;
	if (argc > 1 && emu_parse_u64(argv[1], &n))
		while (n--)
			fputc('x', out);
}

static void doubt(struct emu_world *w, int argc, char **argv, FILE *out)
{
	struct emu_fn *f = emu_ctl_fn_arg(w, argc, argv, 1, out);

	if (f && argc > 2)
		emu_lint(f, "%s", argv[2]);
}

const struct emu_ctl_cmd emu_ctl_engine[] = {
	{"say", "say WORD...: one word a line", say},
	{"many", "many N: N letters", many},
	{"doubt", "doubt N WORD: a doubtful use", doubt},
	{NULL, NULL, NULL},
};

int main(int argc, char **argv)
{
	return emu_main(argc, argv);
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A vfio-user server in a thread that behaves, until it is told not to. It is written on plain blocking
 * socket calls and on offsets into bytes, and shares no line with the client. Misbehaviour is armed for
 * the next message of one command and happens once.
 */
#ifndef UNIT_BUS_FAKE_H
#define UNIT_BUS_FAKE_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#define FAKE_BAR_BYTES (64u << 10)
#define FAKE_AREA_OFF  (16u << 10) /* from here on the BAR is shared, below it traps */
#define FAKE_CFG_BYTES 4096u
#define FAKE_VECTORS   40u
#define FAKE_LOG_MAX   256u

enum fake_act {
	FAKE_GOOD,
	FAKE_SILENT,   /* never answers */
	FAKE_HOLD,     /* answers once the next message has come, before that one's answer */
	FAKE_SHORT,    /* the body lacks its last byte */
	FAKE_LONG,     /* the body has a byte more */
	FAKE_OTHER_ID, /* an answer to something never asked */
	FAKE_OTHER_CMD,
	FAKE_OTHER_OFF,  /* the answer is about another offset */
	FAKE_HUGE,       /* a size of 4 GiB - 1 */
	FAKE_TINY,       /* a size below the header's */
	FAKE_TYPE,       /* neither command nor reply */
	FAKE_ERROR,      /* refused: EBUSY */
	FAKE_ERROR_0,    /* refused, errno 0 */
	FAKE_ERROR_BIG,  /* refused, no errno at all */
	FAKE_FDS_FIT,    /* descriptors nobody asked for, as many as the client takes */
	FAKE_FDS_OVER,   /* more than that */
	FAKE_CLOSE,      /* hangs up instead of answering */
	FAKE_EOF_HEADER, /* hangs up within the header */
	FAKE_EOF_BODY,   /* hangs up within the body */
	FAKE_TRICKLE,    /* byte by byte, descriptors with the first */
	FAKE_HALF,       /* half of the answer; the rest before the next answer */
	FAKE_CHATTER,    /* requests of its own without end, and no answer */
	FAKE_DMA,        /* its requests of @dma first, then the answer */
	FAKE_NOISE,      /* the answer, changed in some bytes, cut or prolonged, by @rng */
};

struct fake_seen {
	uint16_t cmd;
	uint32_t flags, body_len;
	uint8_t body[64];
	unsigned int nfds;
	int fd; /* the first, kept open */
};

/* What it asks of the client's memory, and what became of it. */
struct fake_dma {
	bool write, silent;
	uint16_t cmd; /* 0: by @write */
	uint64_t addr, count;
	uint32_t cut;  /* body bytes left out at the end */
	uint8_t *data; /* sent, or received into */
	/* out */
	uint32_t err;
	uint32_t got; /* bytes of the answer's body */
};

struct fake {
	int client; /* the client's end: the test hands it over */
	/* how it is made, before fake_start() */
	uint16_t major, minor;
	const char *caps; /* NULL: no version data at all */
	bool caps_no_nul;
	uint32_t device_flags, num_regions, num_irqs, vectors, irq_flags;
	uint64_t bar_bytes;
	uint32_t bar_flags;
	bool bar_sparse, bar_whole;     /* @bar_whole: mappable without the capability */
	uint32_t cap_offset, cap_areas; /* as told; 0: as they are */
	uint64_t area_off, area_len;
	bool bar_no_fd;
	uint32_t cfg_bytes;
	/* armed misbehaviour */
	enum fake_act act;
	uint16_t act_cmd;
	struct fake_dma *dma;
	unsigned int ndma;
	uint64_t rng;
	/* its memory, and what it saw */
	uint8_t *bar;
	uint8_t cfg[FAKE_CFG_BYTES];
	struct fake_seen seen[FAKE_LOG_MAX];
	unsigned int nseen;
	/* its own */
	int fd, bar_fd;
	pthread_t thread;
	bool running;
	pthread_mutex_t lock;
	uint8_t held[4096];
	uint32_t held_len;
};

void fake_init(struct fake *f); /* good defaults, a socket pair */
void fake_start(struct fake *f);
/* Misbehaves at the next message of @cmd. */
void fake_arm(struct fake *f, uint16_t cmd, enum fake_act act);
/* The server asks for memory before it answers the next message of @cmd. */
void fake_arm_dma(struct fake *f, uint16_t cmd, struct fake_dma *dma, unsigned int n);
/* Sends requests now, outside any answer; their results are not waited for. */
void fake_ask(struct fake *f, struct fake_dma *dma);
/* The @i'th message of @cmd that it saw, from the last when @i is negative; NULL: none such. */
struct fake_seen *fake_saw(struct fake *f, uint16_t cmd, int i);
unsigned int fake_count(struct fake *f, uint16_t cmd);
void fake_hangup(struct fake *f);
/* Ends the thread once the client has hung up (or is made to), closes everything. */
void fake_stop(struct fake *f);

#endif

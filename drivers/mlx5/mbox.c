/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Mailboxes: what does not fit the 16 bytes that a command entry carries goes into a chain of blocks of 512
 * bytes, each numbered, each with the command's token, each signed. A block's pointer has no bits below 10,
 * so blocks lie 1 KiB apart.
 *
 * Signatures (kernel, drivers/net/.../cmd.c): the XOR of all signed bytes and the signature is 0xff. A block
 * has two: over its control part, and over all of it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define CTRL_OFF LAC_MBOX_DATA /* what follows the data: all but the last byte */
#define CTRL_LEN (LAC_MBOX_BYTES - LAC_MBOX_DATA - 1) /* is control, with ctrl_sig at its end */

uint8_t lac_xor8(const void *p, size_t len)
{
	const uint8_t *b = p;
	uint8_t x = 0;

	for (size_t i = 0; i < len; i++)
		x ^= b[i];
	return x;
}

static struct prm_cmd_prot_block *block(const struct lac_mbox *m, uint32_t i)
{
	return (struct prm_cmd_prot_block *)m->block[i];
}

int lac_mbox_get(struct lac_port *port, struct lac_mbox *m, uint32_t len, uint8_t token)
{
	uint32_t n = len <= LAC_CMD_INLINE
			     ? 0
			     : (len - LAC_CMD_INLINE + LAC_MBOX_DATA - 1) / LAC_MBOX_DATA;

	*m = (struct lac_mbox){0};
	if (!n)
		return 0;
	m->block = calloc(n, sizeof(*m->block));
	if (!m->block)
		return -ENOMEM;
	for (; m->count < n; m->count++) {
		struct prm_cmd_prot_block *b = lac_arena_alloc(
			port, LAC_MBOX_BYTES, LAC_MBOX_ALIGN);

		if (!b) {
			lac_mbox_put(port, m);
			return -ENOMEM;
		}
		m->block[m->count] = (uint8_t *)b;
		prm_cmd_prot_block_set_block_num(b, m->count);
		prm_cmd_prot_block_set_token(b, token);
		if (m->count)
			prm_cmd_prot_block_set_next(block(m, m->count - 1), (uintptr_t)b);
	}
	return 0;
}

void lac_mbox_put(struct lac_port *port, struct lac_mbox *m)
{
	for (uint32_t i = 0; i < m->count; i++)
		lac_arena_free(port, m->block[i], LAC_MBOX_BYTES);
	free(m->block);
	*m = (struct lac_mbox){0};
}

uint64_t lac_mbox_iova(const struct lac_mbox *m)
{
	return m->count ? (uintptr_t)m->block[0] : 0;
}

void lac_mbox_fill(struct lac_mbox *m, const uint8_t *data, uint32_t len)
{
	for (uint32_t i = 0; i < m->count; i++) {
		uint32_t n = len < LAC_MBOX_DATA ? len : LAC_MBOX_DATA;

		memcpy(prm_cmd_prot_block_data(block(m, i)), data, n);
		data += n;
		len -= n;
	}
}

void lac_mbox_read(const struct lac_mbox *m, uint8_t *data, uint32_t len)
{
	for (uint32_t i = 0; i < m->count; i++) {
		uint32_t n = len < LAC_MBOX_DATA ? len : LAC_MBOX_DATA;

		memcpy(data, prm_cmd_prot_block_data(block(m, i)), n);
		data += n;
		len -= n;
	}
}

void lac_mbox_sign(struct lac_mbox *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		struct prm_cmd_prot_block *b = block(m, i);

		prm_cmd_prot_block_set_ctrl_sig(
			b, (uint8_t)~lac_xor8(b->b + CTRL_OFF, CTRL_LEN - 1));
		prm_cmd_prot_block_set_sig(b, (uint8_t)~lac_xor8(b, sizeof(*b) - 1));
	}
}

bool lac_mbox_signed(const struct lac_mbox *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		const struct prm_cmd_prot_block *b = block(m, i);

		if (lac_xor8(b->b + CTRL_OFF, CTRL_LEN) != 0xff || lac_xor8(b, sizeof(*b)) != 0xff)
			return false;
	}
	return true;
}

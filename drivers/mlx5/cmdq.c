/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The command queue: one page of entries, one entry a slot, one command a slot. PRM, "Command Interface".
 *
 * A slot is FREE, BUSY (the device may write to its entry and mailboxes) or STUCK (as BUSY, but nobody waits
 * any more). Whoever took a slot is the only one to look at its entry; the ownership bit in memory alone says
 * that a command is done, and events are but a hint to look. So an event that comes late, twice or for a slot
 * that was given away meanwhile cannot harm.
 *
 * A stuck slot keeps its mailboxes until the device was reset: it may write to them at any time.
 *
 * The last slot answers firmware's page requests, which firmware may raise in the middle of any other command
 * and wait for.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lacuna/hot/order.h>

#include "bus/why.h"
#include "mlx5/iseg.h"
#include "mlx5/port_priv.h"
#include "prm/gen/prm.h"

#define ENTRY_XPORT 7u    /* PCIe transport, the only type */
#define ENTRY_OWNER 0x3fu /* byte that holds the ownership bit, written last by either side */
#define OWN         1u

static struct prm_cmd_layout *entry(const struct lac_cmdq *q, int slot)
{
	return (struct prm_cmd_layout *)(q->ring + ((size_t)slot << q->stride_log2));
}

static int refuse(struct lac_port *port, int err, const char *what, uint32_t value)
{
	struct lac_err e;

	lac_why(&e, err, LAC_AT_BUS, "%s %u", what, value);
	return lac_port_fail(port, &e);
}

int lac_cmdq_init(struct lac_port *port)
{
	struct lac_cmdq *q = &port->cmdq;
	uint32_t rev = lac_bus_read32(port->bus, LAC_ISEG_CMDIF_REV) >> 16;
	uint32_t lo = lac_bus_read32(port->bus, LAC_ISEG_CMDQ_LO);
	uint32_t log_sz = lo >> 4 & 0xf, log_stride = lo & 0xf;
	uint64_t iova;
	uint8_t *ring;

	if (lac_bus_gone(port->bus) || lo == UINT32_MAX)
		return lac_port_gone_bus(port);
	if (rev != LAC_CMDIF_REV)
		return refuse(port, -EPROTO, "command interface revision is not 5 but", rev);
	if (log_sz > 5)
		return refuse(port, -EPROTO, "the command queue has more than 32 slots: log size",
			log_sz);
	if (log_stride < 6 || log_sz + log_stride > 12)
		return refuse(
			port, -EPROTO, "command entries do not fit a page: log stride", log_stride);
	if (!log_sz)
		return refuse(port, -EPROTO, "no slot is left to answer page requests: slots", 1);

	ring = lac_arena_alloc(port, LAC_FW_PAGE, LAC_FW_PAGE);
	if (!ring)
		return refuse(port, -ENOMEM, "memory for the command queue, bytes", LAC_FW_PAGE);
	pthread_mutex_lock(&q->lock);
	q->ring = ring;
	q->count = 1u << log_sz;
	q->stride_log2 = log_stride;
	q->check = q->shut = false;
	pthread_mutex_unlock(&q->lock);
	/* The low word is what makes the device take the address; nic_interface 0 is the full driver. */
	iova = (uintptr_t)q->ring;
	lac_bus_write32(port->bus, LAC_ISEG_CMDQ_HI, (uint32_t)(iova >> 32));
	lac_bus_write32(port->bus, LAC_ISEG_CMDQ_LO, (uint32_t)iova);
	return 0;
}

static void slot_drop(struct lac_port *port, struct lac_cmd_slot *s)
{
	lac_mbox_put(port, &s->in);
	lac_mbox_put(port, &s->out);
	s->state = LAC_SLOT_FREE;
}

static bool busy(struct lac_cmdq *q)
{
	bool any = false;

	pthread_mutex_lock(&q->lock);
	for (uint32_t i = 0; i < q->count; i++)
		any |= q->slot[i].state == LAC_SLOT_BUSY;
	pthread_mutex_unlock(&q->lock);
	return any;
}

void lac_cmdq_shut(struct lac_port *port)
{
	struct lac_cmdq *q = &port->cmdq;
	unsigned int turn = 0;

	pthread_mutex_lock(&q->lock);
	q->shut = true;
	pthread_mutex_unlock(&q->lock);
	while (busy(q))
		lac_pause(&turn);
}

void lac_cmdq_fini(struct lac_port *port)
{
	struct lac_cmdq *q = &port->cmdq;

	pthread_mutex_lock(&q->lock);
	for (uint32_t i = 0; i < q->count; i++)
		slot_drop(port, &q->slot[i]);
	q->stuck = 0;
	lac_arena_free(port, q->ring, LAC_FW_PAGE);
	q->ring = NULL;
	pthread_mutex_unlock(&q->lock);
}

int lac_cmdq_take(struct lac_port *port, enum lac_lane lane)
{
	struct lac_cmdq *q = &port->cmdq;
	uint32_t last, i;
	int got = -EAGAIN;

	pthread_mutex_lock(&q->lock);
	if (!q->ring || q->shut) {
		pthread_mutex_unlock(&q->lock);
		return -ENODEV;
	}
	/* whoever makes progress may be slow, and commands quick: their events must not overrun the EQ */
	if (lane == LAC_LANE_ANY &&
		__atomic_load_n(&q->unseen, __ATOMIC_RELAXED) >= LAC_CMD_UNSEEN) {
		pthread_mutex_unlock(&q->lock);
		return -EAGAIN;
	}
	last = q->count - 1;
	i = lane == LAC_LANE_PAGES ? last : 0;
	for (uint32_t stuck = 0, n = 0; i < (lane == LAC_LANE_PAGES ? q->count : last); i++) {
		n++;
		if (q->slot[i].state == LAC_SLOT_FREE) {
			q->slot[i].state = LAC_SLOT_BUSY;
			/* never 0, and never the slot's last one: a device that lags behind is noticed */
			do
				q->token = q->token == UINT8_MAX ? 1 : q->token + 1;
			while (q->token == q->slot[i].token);
			q->slot[i].token = q->token;
			got = (int)i;
			break;
		}
		stuck += q->slot[i].state == LAC_SLOT_STUCK;
		got = stuck == n ? -EIO : -EAGAIN;
	}
	pthread_mutex_unlock(&q->lock);
	return got;
}

void lac_cmdq_return(struct lac_port *port, int slot)
{
	pthread_mutex_lock(&port->cmdq.lock);
	slot_drop(port, &port->cmdq.slot[slot]);
	pthread_mutex_unlock(&port->cmdq.lock);
}

int lac_cmdq_post(
	struct lac_port *port, int slot, const void *in, uint32_t in_len, uint32_t out_len)
{
	struct lac_cmdq *q = &port->cmdq;
	struct lac_cmd_slot *s = &q->slot[slot];
	struct prm_cmd_layout *e = entry(q, slot);
	uint64_t end = atomic_load(&port->end_ms);

	s->opcode = (uint16_t)(((const uint8_t *)in)[0] << 8 | ((const uint8_t *)in)[1]);
	s->out_len = out_len;
	if (lac_mbox_get(port, &s->in, in_len, s->token) ||
		lac_mbox_get(port, &s->out, out_len, s->token)) {
		struct lac_err err;

		lac_why(&err, -ENOMEM, LAC_AT_MEM, "mailboxes of %u and %u bytes", in_len, out_len);
		err.opcode = s->opcode;
		lac_cmdq_return(port, slot);
		return lac_port_fail(port, &err);
	}
	if (in_len > LAC_CMD_INLINE)
		lac_mbox_fill(
			&s->in, (const uint8_t *)in + LAC_CMD_INLINE, in_len - LAC_CMD_INLINE);
	lac_mbox_sign(&s->in);
	lac_mbox_sign(&s->out);

	memset(e, 0, sizeof(*e));
	prm_cmd_layout_set_type(e, ENTRY_XPORT);
	prm_cmd_layout_set_inlen(e, in_len);
	prm_cmd_layout_set_in_ptr(e, lac_mbox_iova(&s->in));
	memcpy(prm_cmd_layout_in(e), in, in_len < LAC_CMD_INLINE ? in_len : LAC_CMD_INLINE);
	prm_cmd_layout_set_out_ptr(e, lac_mbox_iova(&s->out));
	prm_cmd_layout_set_outlen(e, out_len);
	prm_cmd_layout_set_token(e, s->token);
	/* signed as the device will see it: with the ownership bit, which goes in last */
	prm_cmd_layout_set_sig(e, (uint8_t) ~(lac_xor8(e, sizeof(*e)) ^ OWN));
	s->deadline_ms = lac_now_ms() + port->args.timeout_ms;
	if (end && end < s->deadline_ms)
		s->deadline_ms = end;
	__atomic_fetch_add(&q->issued, 1, __ATOMIC_RELAXED);
	__atomic_fetch_add(&q->unseen, 1, __ATOMIC_RELAXED);
	if (s->opcode == PRM_OP_CREATE_EQ && !port->eq[LAC_EQ_CMD].live)
		__atomic_store_n(&q->blind, true, __ATOMIC_RELAXED);
	lac_order_command_then_owner();
	__atomic_store_n(&e->b[ENTRY_OWNER], OWN, __ATOMIC_RELAXED);
	lac_order_owner_then_doorbell();
	lac_bus_write32(port->bus, LAC_ISEG_CMD_DOORBELL, 1u << slot);
	return 0;
}

bool lac_cmdq_done(const struct lac_port *port, int slot)
{
	const struct prm_cmd_layout *e = entry(&port->cmdq, slot);

	if (__atomic_load_n(&e->b[ENTRY_OWNER], __ATOMIC_RELAXED) & OWN)
		return false;
	lac_order_owner_then_output();
	return true;
}

/* What a command's reply says of itself, in the order in which it can be trusted. */
static int judge(const struct lac_cmdq *q, int slot, const uint8_t *out, struct lac_err *err)
{
	const struct lac_cmd_slot *s = &q->slot[slot];
	const struct prm_cmd_layout *e = entry(q, slot);

	*err = (struct lac_err){.opcode = s->opcode};
	if (q->check && (lac_xor8(e, sizeof(*e)) != 0xff || !lac_mbox_signed(&s->out))) {
		err->where = LAC_AT_DELIVERY;
		err->delivery = PRM_DLV_SIGNAT_ERR;
		snprintf(err->arg, sizeof(err->arg), "the reply's");
		return err->err = -EREMOTEIO;
	}
	if (prm_cmd_layout_delivery(e)) {
		err->where = LAC_AT_DELIVERY;
		err->delivery = (uint8_t)prm_cmd_layout_delivery(e);
		return err->err = -EREMOTEIO;
	}
	if (out[0]) {
		err->where = LAC_AT_COMMAND;
		err->status = out[0];
		err->syndrome = (uint32_t)out[4] << 24 | (uint32_t)out[5] << 16 |
				(uint32_t)out[6] << 8 | out[7];
		return err->err = lac_status_errno(out[0]);
	}
	return 0;
}

bool lac_cmdq_late(const struct lac_port *port, int slot)
{
	return lac_port_dead(port) || lac_now_ms() > port->cmdq.slot[slot].deadline_ms;
}

int lac_cmdq_collect(struct lac_port *port, int slot, void *out)
{
	struct lac_cmdq *q = &port->cmdq;
	struct lac_cmd_slot *s = &q->slot[slot];
	const struct prm_cmd_layout *e = entry(q, slot);
	uint8_t head[LAC_CMD_INLINE];
	struct lac_err err;
	int ret;

	memcpy(head, prm_cmd_layout_out_const(e), sizeof(head));
	ret = judge(q, slot, head, &err);
	memcpy(out, head, s->out_len < sizeof(head) ? s->out_len : sizeof(head));
	if (s->out_len > sizeof(head))
		lac_mbox_read(&s->out, (uint8_t *)out + sizeof(head), s->out_len - sizeof(head));
	lac_cmdq_return(port, slot);
	if (ret) {
		__atomic_fetch_add(&q->failed, 1, __ATOMIC_RELAXED);
		lac_port_fail(port, &err);
	}
	return ret;
}

int lac_cmdq_abandon(struct lac_port *port, int slot)
{
	struct lac_cmdq *q = &port->cmdq;
	uint16_t opcode = q->slot[slot].opcode;
	struct lac_err err;

	if (lac_port_dead(port)) {
		lac_why(&err, -ENODEV, LAC_AT_GONE, "in the middle of a command");
	} else {
		lac_why(&err, -ETIMEDOUT, LAC_AT_TIMEOUT, "the reply, after %u ms",
			port->args.timeout_ms);
		__atomic_fetch_add(&q->timeouts, 1, __ATOMIC_RELAXED);
		port->stuck = true;
	}
	err.opcode = opcode;
	lac_port_fail(port, &err);
	/* the last thing, as a reset may come once nobody has a busy slot */
	pthread_mutex_lock(&q->lock);
	q->slot[slot].state = LAC_SLOT_STUCK;
	q->stuck++;
	pthread_mutex_unlock(&q->lock);
	return err.err;
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Which queues live on the port: from the number in an event to the queue, from a port that is gone to all of
 * them, and how many objects of each kind the application still holds.
 *
 * A queue is told of an event with the table's lock held, so that once lac_port_del_qp() has returned nothing
 * will call it again; it must not call back into the table.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bus/why.h"
#include "mlx5/port_priv.h"

enum obj_kind { OBJ_CQ, OBJ_QP };

struct lac_obj {
	struct lac_obj *next;
	enum obj_kind kind;
	uint32_t num;
	void *what;
};

static struct lac_obj **bucket(struct lac_objs *t, uint32_t num)
{
	return &t->bucket[num * 0x9e3779b1u >> 16 & (t->buckets - 1)];
}

static int grow(struct lac_objs *t)
{
	struct lac_obj **old = t->bucket;
	uint32_t n = t->buckets;

	if (t->count < n)
		return 0;
	t->bucket = calloc(n ? 2 * n : 64, sizeof(*t->bucket));
	if (!t->bucket) {
		t->bucket = old;
		return n ? 0 : -ENOMEM; /* longer chains will do */
	}
	t->buckets = n ? 2 * n : 64;
	for (uint32_t i = 0; i < n; i++) {
		while (old[i]) {
			struct lac_obj *o = old[i], **b = bucket(t, o->num);

			old[i] = o->next;
			o->next = *b;
			*b = o;
		}
	}
	free(old);
	return 0;
}

static int obj_add(struct lac_port *port, enum obj_kind kind, uint32_t num, void *what)
{
	struct lac_objs *t = &port->objs;
	struct lac_obj *o = malloc(sizeof(*o)), **b;

	if (!o)
		return -ENOMEM;
	*o = (struct lac_obj){NULL, kind, num, what};
	pthread_mutex_lock(&t->lock);
	if (grow(t)) {
		pthread_mutex_unlock(&t->lock);
		free(o);
		return -ENOMEM;
	}
	b = bucket(t, num);
	o->next = *b;
	*b = o;
	t->count++;
	/* it came after the port went: it must learn that too */
	if (kind == OBJ_QP && lac_port_dead(port))
		lac_qp_on_gone(what);
	pthread_mutex_unlock(&t->lock);
	return 0;
}

static void obj_del(struct lac_port *port, enum obj_kind kind, uint32_t num, const void *what)
{
	struct lac_objs *t = &port->objs;

	pthread_mutex_lock(&t->lock);
	for (struct lac_obj **at = t->buckets ? bucket(t, num) : NULL; at && *at;
		at = &(*at)->next) {
		struct lac_obj *o = *at;

		if (o->kind == kind && o->num == num && o->what == what) {
			*at = o->next;
			free(o);
			t->count--;
			break;
		}
	}
	pthread_mutex_unlock(&t->lock);
}

/* with the lock held */
static void *obj_find(struct lac_objs *t, enum obj_kind kind, uint32_t num)
{
	for (struct lac_obj *o = t->buckets ? *bucket(t, num) : NULL; o; o = o->next) {
		if (o->kind == kind && o->num == num)
			return o->what;
	}
	return NULL;
}

int lac_port_add_cq(struct lac_port *port, uint32_t cqn, struct lac_cq *cq)
{
	return obj_add(port, OBJ_CQ, cqn, cq);
}

void lac_port_del_cq(struct lac_port *port, uint32_t cqn, const struct lac_cq *cq)
{
	obj_del(port, OBJ_CQ, cqn, cq);
}

int lac_port_add_qp(struct lac_port *port, uint32_t qpn, struct lac_qp *qp)
{
	return obj_add(port, OBJ_QP, qpn, qp);
}

void lac_port_del_qp(struct lac_port *port, uint32_t qpn, const struct lac_qp *qp)
{
	obj_del(port, OBJ_QP, qpn, qp);
}

bool lac_objs_qp_event(struct lac_port *port, uint32_t qpn, uint8_t type)
{
	struct lac_err why;
	struct lac_qp *qp;

	pthread_mutex_lock(&port->objs.lock);
	qp = obj_find(&port->objs, OBJ_QP, qpn);
	if (qp)
		lac_qp_on_event(qp, type);
	pthread_mutex_unlock(&port->objs.lock);
	if (!qp)
		return false;
	lac_why(&why, 0, LAC_AT_NONE, "%s", lac_prm_ev_name(type));
	why.object = qpn;
	lac_event_push(port, LAC_EV_QP, qpn, &why);
	return true;
}

bool lac_objs_cq_error(struct lac_port *port, uint32_t cqn, uint8_t syndrome)
{
	struct lac_err why;
	struct lac_cq *cq;

	pthread_mutex_lock(&port->objs.lock);
	cq = obj_find(&port->objs, OBJ_CQ, cqn);
	if (cq)
		lac_cq_on_error(cq, syndrome);
	pthread_mutex_unlock(&port->objs.lock);
	if (!cq)
		return false;
	/* kernel, device.h: syndrome 1 is an overrun, 2 an access violation of the queue's memory */
	lac_why(&why, -EIO, LAC_AT_STATE, "%s",
		syndrome == 1 ? "completion queue overrun" : "completion queue access violation");
	why.object = cqn;
	why.cqe_synd = syndrome;
	lac_event_push(port, LAC_EV_CQ_ERROR, cqn, &why);
	return true;
}

bool lac_objs_cq_event(struct lac_port *port, uint32_t cqn)
{
	struct lac_cq *cq;

	pthread_mutex_lock(&port->objs.lock);
	cq = obj_find(&port->objs, OBJ_CQ, cqn);
	if (cq)
		lac_cq_on_event(cq);
	pthread_mutex_unlock(&port->objs.lock);
	if (cq)
		lac_event_push(port, LAC_EV_CQ, cqn, NULL);
	return cq != NULL;
}

void lac_objs_gone(struct lac_port *port)
{
	struct lac_objs *t = &port->objs;

	pthread_mutex_lock(&t->lock);
	for (uint32_t i = 0; i < t->buckets; i++) {
		for (struct lac_obj *o = t->bucket[i]; o; o = o->next) {
			if (o->kind == OBJ_QP)
				lac_qp_on_gone(o->what);
		}
	}
	pthread_mutex_unlock(&t->lock);
}

void lac_objs_lost(struct lac_port *port)
{
	struct lac_objs *t = &port->objs;
	struct lac_err why;

	pthread_mutex_lock(&t->lock);
	for (uint32_t i = 0; i < t->buckets; i++) {
		while (t->bucket[i]) {
			struct lac_obj *o = t->bucket[i];

			lac_why(&why, -ENODEV, LAC_AT_STATE, "lost in a reset: destroy it");
			why.object = o->num;
			lac_event_push(port, o->kind == OBJ_QP ? LAC_EV_QP : LAC_EV_CQ_ERROR,
				o->num, &why);
			t->bucket[i] = o->next;
			free(o);
		}
	}
	t->count = 0;
	pthread_mutex_unlock(&t->lock);
}

void lac_objs_fini(struct lac_port *port)
{
	struct lac_objs *t = &port->objs;

	for (uint32_t i = 0; i < t->buckets; i++) {
		while (t->bucket[i]) {
			struct lac_obj *o = t->bucket[i];

			t->bucket[i] = o->next;
			free(o);
		}
	}
	free(t->bucket);
	t->bucket = NULL;
	t->buckets = t->count = 0;
}

void lac_port_hold(struct lac_port *port, const char *what, int delta)
{
	pthread_mutex_lock(&port->objs.lock);
	for (size_t i = 0; i < sizeof(port->hold) / sizeof(port->hold[0]); i++) {
		struct lac_hold *h = &port->hold[i];

		if (h->what && strcmp(h->what, what))
			continue;
		h->what = what;
		h->count += delta;
		break;
	}
	pthread_mutex_unlock(&port->objs.lock);
}

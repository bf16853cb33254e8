/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Protection domains: queues and keys work together only within one. Each has a local DMA key of its
 * own, which covers all mapped memory and has no remote rights.
 */
#ifndef LACUNA_PD_H
#define LACUNA_PD_H

#include <lacuna/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * lac_pd_create - a domain besides the port's default one
 *
 * Any thread. Two commands (domain, DMA key).
 *
 * Return: 0; -ENOMEM; -ENODEV; -ETIMEDOUT, -EIO, -EREMOTEIO, -EAGAIN as firmware answers. lac_port_err()
 * tells more.
 */
int lac_pd_create(struct lac_port *port, struct lac_pd **pd);

/**
 * lac_pd_destroy - ends it
 *
 * Return: 0; -EBUSY queues or keys live in it, or it is the port's default: nothing has changed.
 */
int lac_pd_destroy(struct lac_pd *pd);

/* The port it belongs to. Any thread. */
struct lac_port *lac_pd_port(const struct lac_pd *pd);

#ifdef __cplusplus
}
#endif

#endif

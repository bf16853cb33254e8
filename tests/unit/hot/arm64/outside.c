/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * What posting and polling would ask of a port. The rig has none, so who gets here fails the test.
 */
#include <stdio.h>
#include <stdlib.h>

#include "mlx5/umr.h"

static _Noreturn void reached(const char *name)
{
	printf("%s: was called, but there is no port\n", name);
	exit(1);
}

struct lac_as_hull lac_as_hull(const struct lac_as *as)
{
	(void)as;
	reached(__func__);
}

bool lac_as_knows(const struct lac_as *as, uint64_t addr, uint64_t len)
{
	(void)as;
	(void)addr;
	(void)len;
	reached(__func__);
}

struct lac_as *lac_port_as(struct lac_port *port)
{
	(void)port;
	reached(__func__);
}

bool lac_port_check_full(const struct lac_port *port)
{
	(void)port;
	reached(__func__);
}

const struct lac_uar *lac_port_data_uar(struct lac_port *port)
{
	(void)port;
	reached(__func__);
}

void lac_uar_write64(struct lac_port *port, const struct lac_uar *uar, uint32_t off, uint64_t be)
{
	(void)port;
	(void)uar;
	(void)off;
	(void)be;
	reached(__func__);
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The table of functions. `-a` on EAL's command line fills it, in that order, whether or not EAL's own PCI
 * bus was told to stay out of it (--no-pci keeps the device arguments). A probe that refuses one function
 * leaves no table at all, so a typing error never ends in fewer ports than were asked for.
 */
#include <errno.h>
#include <pthread.h>
#include <string.h>

#include <rte_dev.h>
#include <rte_devargs.h>
#include <rte_pci.h>

#include "bus/as.h"
#include "bus/bus.h"
#include "bus/why.h"
#include "bus/zone.h"
#include "mlx5/probe.h"
#include "mlx5/telemetry.h"

#define PROBE_ZONE "lacuna_ports"
#define ROWS_MAX   64

struct probe_zone {
	pthread_mutex_t lock;
	int n; /* rows; -1: not probed */
	struct probe_row {
		struct lac_args args;
		bool taken;
		struct lac_port *port; /* NULL: not shown */
	} row[ROWS_MAX];
};

static void zone_init(void *zone)
{
	struct probe_zone *z = zone;

	pthread_mutex_init(&z->lock, NULL);
	z->n = -1;
}

static struct probe_zone *zone_get(void)
{
	return lac_zone_get(PROBE_ZONE, sizeof(struct probe_zone), zone_init);
}

/* "03:00.0", "0000:03:00.0" and their capitals are one function. */
static int bdf_normalise(const char *name, char *bdf, size_t size, struct lac_err *why)
{
	struct rte_pci_addr a;

	if (rte_pci_addr_parse(name, &a) || snprintf(bdf, size, "%.4x:%.2x:%.2x.%x", a.domain,
						    a.bus, a.devid, a.function) >= (int)size)
		return lac_why(why, -EINVAL, LAC_AT_ARGS,
			"%.64s: not the address of a PCI function", name);
	return 0;
}

/* One -a: its row is z->row[n], not counted yet. */
static int row_fill(struct probe_zone *z, int n, const struct rte_devargs *da, struct lac_err *why)
{
	struct lac_args *args = &z->row[n].args;
	int err;

	err = bdf_normalise(da->name, args->bdf, sizeof(args->bdf), why);
	if (err)
		return err;
	for (int i = 0; i < n; i++) {
		if (!strcmp(z->row[i].args.bdf, args->bdf))
			return lac_why(why, -EINVAL, LAC_AT_ARGS,
				"%s: the function is given more than once", args->bdf);
	}
	err = lac_args_parse(args, da->args, why);
	return err ? err : lac_bus_check(args->bdf, why);
}

/* Under the zone's lock. */
static int table_fill(struct probe_zone *z, struct lac_err *why)
{
	struct rte_devargs *da;
	int n = 0, err;

	RTE_EAL_DEVARGS_FOREACH ("pci", da) {
		if (da->policy == RTE_DEV_BLOCKED)
			continue;
		if (n == ROWS_MAX)
			return lac_why(why, -EINVAL, LAC_AT_ARGS,
				"%.64s: more than %d functions are given", da->name, ROWS_MAX);
		err = row_fill(z, n, da, why);
		if (err)
			return err;
		z->row[n].taken = false;
		z->row[n++].port = NULL;
	}
	z->n = n;
	return n;
}

int lac_probe(struct lac_err *why)
{
	struct probe_zone *z;
	int n;

	n = lac_eal_check(why);
	if (n)
		return n;
	z = zone_get();
	if (!z)
		return lac_why(
			why, -ENOMEM, LAC_AT_ARGS, "EAL has no memory for the table of ports");
	pthread_mutex_lock(&z->lock);
	n = z->n >= 0 ? z->n : table_fill(z, why);
	pthread_mutex_unlock(&z->lock);
	if (n >= 0)
		lac_telemetry_start();
	return n;
}

const char *lac_probe_bdf(int index)
{
	struct probe_zone *z = zone_get();
	const char *bdf = NULL;

	if (!z)
		return NULL;
	pthread_mutex_lock(&z->lock);
	if (index >= 0 && index < z->n)
		bdf = z->row[index].args.bdf;
	pthread_mutex_unlock(&z->lock);
	return bdf;
}

int lac_claim(int index, struct lac_args *args, struct lac_err *why)
{
	struct probe_zone *z;
	int err;

	err = lac_eal_check(why);
	if (err)
		return err;
	z = zone_get();
	if (!z)
		return lac_why(
			why, -ENOMEM, LAC_AT_ARGS, "EAL has no memory for the table of ports");
	pthread_mutex_lock(&z->lock);
	if (z->n < 0)
		err = lac_why(why, -EINVAL, LAC_AT_ARGS, "port %d: lac_probe() comes first", index);
	else if (index < 0 || index >= z->n)
		err = lac_why(why, -EINVAL, LAC_AT_ARGS, "port %d: only %d functions are given",
			index, z->n);
	else if (z->row[index].taken)
		err = lac_why(why, -EBUSY, LAC_AT_ARGS, "%s: a port holds it already",
			z->row[index].args.bdf);
	if (!err) {
		z->row[index].taken = true;
		*args = z->row[index].args;
	}
	pthread_mutex_unlock(&z->lock);
	return err;
}

void lac_claim_show(int index, struct lac_port *port)
{
	struct probe_zone *z = zone_get();

	pthread_mutex_lock(&z->lock);
	z->row[index].port = port;
	pthread_mutex_unlock(&z->lock);
}

void lac_release(int index)
{
	struct probe_zone *z = zone_get();

	pthread_mutex_lock(&z->lock);
	z->row[index].taken = false;
	pthread_mutex_unlock(&z->lock);
}

int lac_claims_each(int (*fn)(struct lac_port *port, void *arg), void *arg)
{
	struct probe_zone *z = zone_get();
	int r = 0;

	if (!z)
		return 0;
	pthread_mutex_lock(&z->lock);
	for (int i = 0; i < z->n && !r; i++) {
		if (z->row[i].port)
			r = fn(z->row[i].port, arg);
	}
	pthread_mutex_unlock(&z->lock);
	return r;
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The address space without EAL: the table of maps, the buses that joined, and the rule that a map is on
 * every live bus or on none. Readers learn of new memory after every bus has it, and of memory that goes
 * before any bus loses it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bus/as_priv.h"
#include "bus/why.h"

struct lac_as *lac_as_new(void)
{
	struct lac_as *as = calloc(1, sizeof(*as));

	if (!as)
		return NULL;
	pthread_mutex_init(&as->lock, NULL);
	as->page_bytes = (uint64_t)sysconf(_SC_PAGESIZE);
	if (lac_view_reserve(&as->view, 1)) {
		lac_as_free(as);
		return NULL;
	}
	return as;
}

static void map_forget(const struct lac_map *map)
{
	if (!map->eal && map->fd >= 0)
		close(map->fd);
}

void lac_as_free(struct lac_as *as)
{
	for (uint32_t i = 0; i < as->maps.n; i++)
		map_forget(&as->maps.v[i]);
	lac_maps_free(&as->maps);
	lac_view_free(&as->view);
	pthread_mutex_destroy(&as->lock);
	free(as);
}

static int bus_map(struct lac_bus *bus, const struct lac_map *map, struct lac_err *why)
{
	return bus->ops->dma_map(
		bus, (void *)(uintptr_t)map->va, map->len, map->fd, map->fd_off, why);
}

static int bus_unmap(struct lac_bus *bus, const struct lac_map *map)
{
	return bus->ops->dma_unmap(bus, (void *)(uintptr_t)map->va, map->len);
}

/* A function that vanishes must not keep memory from the others. */
static int bus_map_if_there(struct lac_bus *bus, const struct lac_map *map, struct lac_err *why)
{
	int err = lac_bus_gone(bus) ? 0 : bus_map(bus, map, why);

	return err && lac_bus_gone(bus) ? 0 : err;
}

int lac_as_add(struct lac_as *as, const struct lac_map *map, struct lac_err *why)
{
	int err;

	if (lac_maps_overlap(&as->maps, map->va, map->len))
		return lac_why(why, -EEXIST, LAC_AT_MEM,
			"memory at %#llx is mapped already, in whole or in part",
			(unsigned long long)map->va);
	if (lac_maps_reserve(&as->maps, 1) || lac_view_reserve(&as->view, as->maps.n + 1))
		return lac_why(why, -ENOMEM, LAC_AT_MEM, "no memory for the address space");
	for (uint32_t k = 0; k < as->nbus; k++) {
		err = bus_map_if_there(as->bus[k], map, why);
		if (!err)
			continue;
		while (k--)
			bus_unmap(as->bus[k], map);
		return err;
	}
	return lac_maps_insert(&as->maps, map);
}

void lac_as_remove(struct lac_as *as, uint32_t i, uint32_t n)
{
	lac_view_publish(&as->view, &as->maps, i, n);
	for (uint32_t m = i; m < i + n; m++) {
		for (uint32_t k = 0; k < as->nbus; k++)
			bus_unmap(as->bus[k], &as->maps.v[m]);
		map_forget(&as->maps.v[m]);
	}
	lac_maps_remove(&as->maps, i, n);
}

/* What no unmap can end: a server that does not answer. Its connection's end forgets the maps. */
static void bus_forget(struct lac_as *as, struct lac_bus *bus, uint32_t n)
{
	while (n--) {
		int err = bus_unmap(bus, &as->maps.v[n]);

		if (err == -ENODEV)
			return;
	}
}

int lac_as_join(struct lac_as *as, struct lac_bus *bus, struct lac_err *why)
{
	uint32_t i;
	int err = 0;

	pthread_mutex_lock(&as->lock);
	if (as->nbus == LAC_AS_BUSES_MAX)
		err = lac_why(why, -ENOSPC, LAC_AT_MEM, "%s: %u functions share memory already",
			bus->bdf, as->nbus);
	for (i = 0; i < as->maps.n && !err; i++) {
		err = bus_map(bus, &as->maps.v[i], why);
		if (err)
			bus_forget(as, bus, i);
	}
	if (!err)
		as->bus[as->nbus++] = bus;
	pthread_mutex_unlock(&as->lock);
	return err;
}

void lac_as_leave(struct lac_as *as, struct lac_bus *bus)
{
	pthread_mutex_lock(&as->lock);
	for (uint32_t k = 0; k < as->nbus; k++) {
		if (as->bus[k] != bus)
			continue;
		as->bus[k] = as->bus[--as->nbus];
		bus_forget(as, bus, as->maps.n);
		break;
	}
	pthread_mutex_unlock(&as->lock);
}

static int as_map_new(
	struct lac_as *as, uint64_t va, uint64_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	struct lac_map map = {.va = va, .len = len, .fd_off = fd_off, .fd = -1, .refs = 1};
	int err;

	if (fd >= 0) {
		map.fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
		if (map.fd < 0)
			return lac_why(why, -errno, LAC_AT_MEM,
				"the file descriptor %d of memory at %#llx: %s", fd,
				(unsigned long long)va, strerror(errno));
	}
	err = lac_as_add(as, &map, why);
	if (err)
		map_forget(&map);
	else
		lac_view_publish(&as->view, &as->maps, 0, 0);
	return err;
}

int lac_as_map(
	struct lac_as *as, void *va, size_t len, int fd, uint64_t fd_off, struct lac_err *why)
{
	struct lac_map *same;
	int err = 0;

	if (!lac_span_ok((uintptr_t)va, len) ||
		(((uintptr_t)va | len | fd_off) & (as->page_bytes - 1)))
		return lac_why(why, -EINVAL, LAC_AT_MEM,
			"memory at %p, %zu bytes, is not in whole pages of %llu bytes", va, len,
			(unsigned long long)as->page_bytes);
	pthread_mutex_lock(&as->lock);
	same = lac_maps_find(&as->maps, (uintptr_t)va, len);
	if (same && !same->eal)
		same->refs++;
	else
		err = as_map_new(as, (uintptr_t)va, len, fd, fd_off, why);
	pthread_mutex_unlock(&as->lock);
	return err;
}

int lac_as_unmap(struct lac_as *as, void *va, size_t len)
{
	struct lac_map *map;
	int err = 0;

	pthread_mutex_lock(&as->lock);
	map = lac_maps_find(&as->maps, (uintptr_t)va, len);
	if (!map || map->eal)
		err = -ENOENT;
	else if (--map->refs == 0)
		lac_as_remove(as, (uint32_t)(map - as->maps.v), 1);
	pthread_mutex_unlock(&as->lock);
	return err;
}

bool lac_as_knows(const struct lac_as *as, uint64_t addr, uint64_t len)
{
	return lac_view_knows(&as->view, addr, len);
}

struct lac_as_hull lac_as_hull(const struct lac_as *as)
{
	return lac_view_hull(&as->view);
}

int lac_as_lost(struct lac_as *as, struct lac_err *out)
{
	pthread_mutex_lock(&as->lock);
	*out = as->lost;
	pthread_mutex_unlock(&as->lock);
	return out->err;
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The process's one address space, and how it follows EAL's memory. The callback for memory events is
 * registered before the walk over what there is, so that nothing falls between; what both report is
 * taken once. Both run under EAL's hotplug lock, so only EAL's unlocked look-ups may be used in them.
 *
 * Memory that EAL can give back is mapped page by page, because a map can only be taken back whole and
 * EAL frees what it likes. Where EAL has no events (--no-huge, --legacy-mem) nothing is ever freed, and
 * neighbours in one file become one map: thousands of 4 KiB pages become a few.
 */
#include <errno.h>
#include <pthread.h>

#include <rte_eal.h>
#include <rte_eal_memconfig.h>
#include <rte_errno.h>
#include <rte_memory.h>

#include "bus/as_priv.h"
#include "bus/why.h"
#include "bus/zone.h"

#define AS_ZONE     "lacuna_as"
#define AS_CALLBACK "lacuna_as"

struct as_zone {
	pthread_mutex_t lock;
	struct lac_as *as;
};

static void zone_init(void *zone)
{
	pthread_mutex_init(&((struct as_zone *)zone)->lock, NULL);
}

/* What backs one page; false: it is not EAL's own memory. Hotplug lock held. */
static bool page_describe(
	const struct rte_memseg_list *msl, const struct rte_memseg *ms, struct lac_map *map)
{
	size_t off = 0;

	*map = (struct lac_map){.va = (uintptr_t)ms->addr, .len = ms->len, .refs = 1, .eal = true};
	map->fd = rte_memseg_get_fd_thread_unsafe(ms);
	if (map->fd < 0 || rte_memseg_get_fd_offset_thread_unsafe(ms, &off))
		map->fd = -1;
	map->fd_off = off;
	/* external memory has no descriptor that EAL knows of: it is added by hand */
	return ms->addr && ms->len && !(msl->external && map->fd < 0);
}

/* Under as->lock. A page that both the walk and an event report is there already. */
static int page_add(struct lac_as *as, const struct lac_map *map, struct lac_err *why)
{
	return lac_maps_find(&as->maps, map->va, map->len) ? 0 : lac_as_add(as, map, why);
}

static void mem_allocated(struct lac_as *as, const void *addr, size_t len)
{
	const struct rte_memseg_list *msl = rte_mem_virt2memseg_list(addr);
	const struct rte_memseg *ms;
	struct lac_map map;
	struct lac_err why;

	for (size_t done = 0; msl && done < len; done += ms->len) {
		ms = rte_mem_virt2memseg((const char *)addr + done, msl);
		if (!ms || !ms->len)
			break;
		if (page_describe(msl, ms, &map) && page_add(as, &map, &why)) {
			as->lost = why;
			break;
		}
	}
	lac_view_publish(&as->view, &as->maps, 0, 0);
}

static void mem_freed(struct lac_as *as, uint64_t va, uint64_t len)
{
	uint32_t first = lac_maps_at(&as->maps, va), n = 0;

	while (first + n < as->maps.n && as->maps.v[first + n].va < va + len)
		n++;
	lac_as_remove(as, first, n);
}

static void mem_event(enum rte_mem_event event, const void *addr, size_t len, void *arg)
{
	struct lac_as *as = arg;

	pthread_mutex_lock(&as->lock);
	if (event == RTE_MEM_EVENT_ALLOC)
		mem_allocated(as, addr, len);
	else
		mem_freed(as, (uintptr_t)addr, len);
	pthread_mutex_unlock(&as->lock);
}

struct walk {
	struct lac_as *as;
	struct lac_map run; /* pages joined so far; len 0: none */
	bool join;
	struct lac_err *why;
};

static int run_end(struct walk *w)
{
	int err = w->run.len ? page_add(w->as, &w->run, w->why) : 0;

	w->run.len = 0;
	return err;
}

static int walk_page(const struct rte_memseg_list *msl, const struct rte_memseg *ms, void *arg)
{
	struct walk *w = arg;
	struct lac_map map;
	int err;

	if (!page_describe(msl, ms, &map))
		return 0;
	if (w->join && w->run.len && w->run.fd == map.fd && w->run.va + w->run.len == map.va &&
		w->run.fd_off + w->run.len == map.fd_off) {
		w->run.len += map.len;
		return 0;
	}
	err = run_end(w);
	w->run = map;
	return err;
}

static int as_follow(struct lac_as *as, struct lac_err *why)
{
	struct walk w = {.as = as, .why = why};
	int err;

	err = rte_mem_event_callback_register(AS_CALLBACK, mem_event, as);
	if (err && rte_errno != ENOTSUP)
		return lac_why(why, -rte_errno, LAC_AT_MEM, "EAL's memory events: %s",
			rte_strerror(rte_errno));
	w.join = err != 0;
	/* the hotplug lock comes before ours, as in the callback */
	rte_mcfg_mem_read_lock();
	pthread_mutex_lock(&as->lock);
	err = rte_memseg_walk_thread_unsafe(walk_page, &w);
	if (!err)
		err = run_end(&w);
	lac_view_publish(&as->view, &as->maps, 0, 0);
	pthread_mutex_unlock(&as->lock);
	rte_mcfg_mem_read_unlock();
	if (err)
		rte_mem_event_callback_unregister(AS_CALLBACK, as);
	return err;
}

static struct lac_as *as_begin(struct lac_err *why)
{
	struct lac_as *as = lac_as_new();

	if (!as) {
		lac_why(why, -ENOMEM, LAC_AT_MEM, "no memory for the address space");
		return NULL;
	}
	if (as_follow(as, why)) {
		lac_as_free(as);
		return NULL;
	}
	return as;
}

int lac_eal_check(struct lac_err *why)
{
	if (rte_eal_process_type() != RTE_PROC_PRIMARY)
		return lac_why(why, -ENOTSUP, LAC_AT_ARGS,
			"a DPDK secondary process cannot open functions: use the primary");
	if (rte_eal_iova_mode() != RTE_IOVA_VA)
		return lac_why(why, -ENOTSUP, LAC_AT_ARGS,
			"IOVA is the physical address: run EAL with --iova-mode=va");
	return 0;
}

struct lac_as *lac_as_get(struct lac_err *why)
{
	struct as_zone *z;
	struct lac_as *as;

	if (lac_eal_check(why))
		return NULL;
	z = lac_zone_get(AS_ZONE, sizeof(*z), zone_init);
	if (!z) {
		lac_why(why, -ENOMEM, LAC_AT_MEM, "EAL has no memory for the address space");
		return NULL;
	}
	pthread_mutex_lock(&z->lock);
	if (!z->as)
		z->as = as_begin(why);
	as = z->as;
	if (as)
		as->refs++;
	pthread_mutex_unlock(&z->lock);
	return as;
}

void lac_as_put(struct lac_as *as)
{
	struct as_zone *z = lac_zone_get(AS_ZONE, sizeof(*z), zone_init);

	pthread_mutex_lock(&z->lock);
	if (--as->refs == 0) {
		/* waits for a callback that runs; none may be inside when the table goes */
		rte_mem_event_callback_unregister(AS_CALLBACK, as);
		lac_as_free(as);
		z->as = NULL;
	}
	pthread_mutex_unlock(&z->lock);
}

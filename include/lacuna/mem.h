/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Memory that devices can reach, at IOVA = VA. EAL's own (rte_malloc, memzones, mempools made of it)
 * is there already and follows EAL's memory events. This header is for all other memory.
 *
 * Events cannot be refused: what EAL grows by when a limit of lac_mem_add() is met is not reachable, as
 * lac_mem_known() tells; queues are refused then, with the limit.
 */
#ifndef LACUNA_MEM_H
#define LACUNA_MEM_H

#include <lacuna/base.h>
#include <lacuna/err.h>

#ifdef __cplusplus
extern "C" {
#endif

struct rte_mempool;

/**
 * lac_mem_add - lets devices reach [@va, @va + @len)
 * @port: any port; the memory is reachable by all ports of its address space
 * @va:   page-aligned
 * @len:  bytes, a multiple of the page size
 * @fd:   descriptor that backs the memory (memfd, shm, hugetlbfs), duplicated; -1 if there is none,
 *        which serves ports on kernel VFIO only
 * @off:  where @va stands in it
 * @mem:  the handle, for lac_mem_del()
 *
 * Pins it. Any thread but one inside an EAL memory callback. Sleeps.
 *
 * Return: 0; -EINVAL alignment or size; -EEXIST overlaps what is known; -ENOSPC the container's entry
 * limit; -ENOMEM the memlock limit; -ERANGE outside the IOVA window; -EBADF a vfio-user port needs a
 * descriptor; -ENODEV. lac_port_err() tells more.
 */
int lac_mem_add(
	struct lac_port *port, void *va, size_t len, int fd, uint64_t off, struct lac_mem **mem);

/**
 * lac_mem_add_mempool - lets devices reach a mempool whose memory is not EAL's
 *
 * Adds each of the pool's chunks that is not known yet, neighbours as one; pools in EAL memory are
 * known and give 0 with an empty handle. Chunks need a descriptor as above, which is looked up in EAL
 * (rte_memseg_get_fd); -EBADF if there is none.
 *
 * Return: 0 or as lac_mem_add(), and then nothing was added.
 */
int lac_mem_add_mempool(struct lac_port *port, struct rte_mempool *pool, struct lac_mem **mem);

/**
 * lac_mem_del - takes it back
 *
 * The caller sees to it that no work request in flight and no registration uses it: an access from now
 * on ends in an error completion, by the IOMMU. Any thread. Sleeps.
 *
 * Return: 0; -ENODEV the function is gone (it is released all the same).
 */
int lac_mem_del(struct lac_mem *mem);

/**
 * lac_mem_known - 1 if devices can reach all of [@va, @va + @len), else 0
 *
 * Exact: what a `check=full` port asks for each piece. Any thread; takes a leaf lock.
 */
int lac_mem_known(const struct lac_port *port, const void *va, size_t len);

#ifdef __cplusplus
}
#endif

#endif

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Ordering: every barrier of the library, each named after the two things it keeps in order. Two kinds:
 * between accesses to memory that the device reads or writes (DMA), and between such memory and a
 * register (MMIO). doc/ordering.md lists them with the rule of the device that each one serves.
 *
 * x86-64: stores are seen in order, loads are made in order, and a store to an uncached register is
 * not seen before earlier stores to write-back memory; so holding back the compiler is enough. (A
 * write-combining register would need sfence; vfio-pci maps BARs uncached.)
 * arm64: dmb in the outer shareable domain, which DMA and MMIO are in; of stores (oshst), of loads before
 * anything later (oshld).
 */
#ifndef LACUNA_HOT_ORDER_H
#define LACUNA_HOT_ORDER_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__x86_64__)
#define LAC_ORDER_STORES_ __asm__ volatile("" ::: "memory")
#define LAC_ORDER_LOADS_  __asm__ volatile("" ::: "memory")
#elif defined(__aarch64__)
#define LAC_ORDER_STORES_ __asm__ volatile("dmb oshst" ::: "memory")
#define LAC_ORDER_LOADS_  __asm__ volatile("dmb oshld" ::: "memory")
#else
#error "Lacuna knows the memory order of x86-64 and arm64"
#endif

/* DMA: WQEs and the lists they point to, before the doorbell record that counts them. */
static inline void lac_order_wqe_then_record(void)
{
	LAC_ORDER_STORES_;
}

/* MMIO: the doorbell record, before the doorbell that makes the device read it. */
static inline void lac_order_record_then_doorbell(void)
{
	LAC_ORDER_STORES_;
}

/* DMA: the owner bit of a CQE or EQE, before the rest of the entry. */
static inline void lac_order_owner_then_entry(void)
{
	LAC_ORDER_LOADS_;
}

/* DMA: the last read of a CQE or EQE, before the consumer index that lets the device overwrite it. */
static inline void lac_order_entry_then_index(void)
{
	LAC_ORDER_LOADS_;
}

/* DMA: a command's input and mailboxes, before the owner bit that gives them to firmware. */
static inline void lac_order_command_then_owner(void)
{
	LAC_ORDER_STORES_;
}

/* MMIO: a command's owner bit, before the command doorbell. */
static inline void lac_order_owner_then_doorbell(void)
{
	LAC_ORDER_STORES_;
}

/* DMA: a command's owner bit back with us, before its output. */
static inline void lac_order_owner_then_output(void)
{
	LAC_ORDER_LOADS_;
}

/* Threads: the sequence number that takes readers off a copy, before the copy is written. */
static inline void lac_order_sequence_then_copy(void)
{
	__atomic_thread_fence(__ATOMIC_RELEASE);
}

/* Threads: what was read of a copy, before the sequence number that tells whether it was whole. */
static inline void lac_order_copy_then_sequence(void)
{
	__atomic_thread_fence(__ATOMIC_ACQUIRE);
}

/* One doorbell: 8 bytes in a single store, @be as it must stand in the register. */
static inline void lac_mmio_write64(volatile uint64_t *reg, uint64_t be)
{
	*reg = be;
}

/* One register of 4 bytes. */
static inline void lac_mmio_write32(volatile uint32_t *reg, uint32_t be)
{
	*reg = be;
}

static inline uint32_t lac_mmio_read32(const volatile uint32_t *reg)
{
	return *reg;
}

/* A word that the device (or, in the emulator's case, its process) reads: one store, not torn. */
static inline void lac_dma_write32(uint32_t *p, uint32_t be)
{
	__atomic_store_n(p, be, __ATOMIC_RELAXED);
}

/* A word that the device writes: one load, not torn, not repeated by the compiler. */
static inline uint64_t lac_dma_read64(const void *p)
{
	return __atomic_load_n((const uint64_t *)p, __ATOMIC_RELAXED);
}

/* To the compiler only, about code, not order: it shall not join the store of @bytes at @p with its neighbours; it shall
 * take @v for unknown. */
#define LAC_STORE_ALONE_(p, bytes) __asm__ volatile("" : "+m"(*(uint8_t(*)[bytes])(p)))
#define LAC_UNKNOWN_(v)            __asm__("" : "+r"(v))

#ifdef __cplusplus
}
#endif

#endif

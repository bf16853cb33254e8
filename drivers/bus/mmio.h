/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Access to a mapped stretch of BAR 0 in exactly one load or store of the width asked for; a device may
 * take a register apart that is accessed in pieces. No ordering against other memory is implied.
 */
#ifndef LAC_BUS_MMIO_H
#define LAC_BUS_MMIO_H

#include <errno.h>
#include <stdint.h>
#include <string.h>

/* @len 1, 2, 4 or 8, @p aligned to it; else -EINVAL */
static inline int lac_mmio_read(volatile const void *p, void *buf, uint32_t len)
{
	uint64_t v8;
	uint32_t v4;
	uint16_t v2;
	uint8_t v1;

	if (!len || len > 8 || (len & (len - 1)) || ((uintptr_t)p & (len - 1)))
		return -EINVAL;
	switch (len) {
	case 8:
		v8 = *(volatile const uint64_t *)p;
		memcpy(buf, &v8, 8);
		break;
	case 4:
		v4 = *(volatile const uint32_t *)p;
		memcpy(buf, &v4, 4);
		break;
	case 2:
		v2 = *(volatile const uint16_t *)p;
		memcpy(buf, &v2, 2);
		break;
	default:
		v1 = *(volatile const uint8_t *)p;
		memcpy(buf, &v1, 1);
	}
	return 0;
}

static inline int lac_mmio_write(volatile void *p, const void *buf, uint32_t len)
{
	uint64_t v8;
	uint32_t v4;
	uint16_t v2;

	if (!len || len > 8 || (len & (len - 1)) || ((uintptr_t)p & (len - 1)))
		return -EINVAL;
	switch (len) {
	case 8:
		memcpy(&v8, buf, 8);
		*(volatile uint64_t *)p = v8;
		break;
	case 4:
		memcpy(&v4, buf, 4);
		*(volatile uint32_t *)p = v4;
		break;
	case 2:
		memcpy(&v2, buf, 2);
		*(volatile uint16_t *)p = v2;
		break;
	default:
		*(volatile uint8_t *)p = *(const uint8_t *)buf;
	}
	return 0;
}

#endif

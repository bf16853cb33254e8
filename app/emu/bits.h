/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Fields, read and written one bit at a time from their descriptors (prm/gen/prm_fields.h). Slow on purpose:
 * it shares no shift, mask or word with the accessors that the driver encodes with, so an error in one of
 * the two is seen by the other. Bit 0 of a layout is the most significant bit of its first byte.
 */
#ifndef EMU_BITS_H
#define EMU_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prm/gen/prm_fields.h"

/* @f.width is 1 to 64 */
uint64_t emu_get(const void *base, struct prm_field f);
/* bits of @v above the field's width are dropped */
void emu_set(void *base, struct prm_field f, uint64_t v);
/* element @i of an array of fields that lie @stride bytes apart */
uint64_t emu_get_at(const void *base, struct prm_field f, uint32_t stride, uint32_t i);
void emu_set_at(void *base, struct prm_field f, uint32_t stride, uint32_t i, uint64_t v);

/* big-endian words where there is no layout: registers, pointers in lists */
uint32_t emu_be32(const void *p);
uint64_t emu_be64(const void *p);
void emu_put_be32(void *p, uint32_t v);
void emu_put_be64(void *p, uint64_t v);

/* all bytes xored together: the command interface's check sum */
uint8_t emu_xor8(const void *p, size_t len);

#endif

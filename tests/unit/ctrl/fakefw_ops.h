/* SPDX-License-Identifier: BSD-3-Clause */
/* What the scripted device's two halves owe each other. */
#ifndef FAKEFW_OPS_H
#define FAKEFW_OPS_H

#include "fakefw.h"

uint32_t fake_be32(const uint8_t *p);
uint64_t fake_be64(const uint8_t *p);
void fake_put32(uint8_t *p, uint32_t v);
/* runs one command; its status. @in and @out are whole */
uint8_t fake_op(struct fake *f, const uint8_t *in, uint32_t in_len, uint8_t *out, uint32_t out_len);
void fake_caps_default(struct fake *f);

#endif

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A key as posting sees it: 16 bytes, so that a million of them are affordable. What keys of one class
 * have in common stands once, in struct lac_kclass.
 */
#ifndef LACUNA_HOT_KEY_H
#define LACUNA_HOT_KEY_H

#include <lacuna/base.h>

#ifdef __cplusplus
extern "C" {
#endif

struct lac_key {
	/* private: */
	uint32_t be;    /* index << 8 | key byte, wire order: the byte is the topmost */
	uint16_t cls;   /* in the port's table of classes */
	uint8_t state;  /* enum lac_key_state */
	uint8_t flags;  /* LAC_KF_* */
	uint32_t seq;   /* ring index of the last request that touched it */
	uint32_t owner; /* number of the queue pair that posted it */
};
LAC_STATIC_ASSERT(sizeof(struct lac_key) == 16, "a key is 16 bytes");

#define LAC_KF_NESTED 1u /* its children are LIVE too */
#define LAC_KF_OUT    2u /* handed out */
#define LAC_KF_REMOTE 4u /* freed by the peer: reads into it may still be under way */

#ifdef __cplusplus
}
#endif

#endif

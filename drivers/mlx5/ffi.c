/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Real symbols of what the headers inline, for debuggers and for languages that cannot inline C.
 */
#define LAC_INLINE
#pragma GCC diagnostic ignored "-Wmissing-prototypes"

#include <lacuna/lacuna.h>

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * All of Lacuna's API but mbuf sources (src_mbuf.h, which needs DPDK's headers).
 */
#ifndef LACUNA_LACUNA_H
#define LACUNA_LACUNA_H

#include <lacuna/addr.h>
#include <lacuna/base.h>
#include <lacuna/cq.h>
#include <lacuna/err.h>
#include <lacuna/event.h>
#include <lacuna/key.h>
#include <lacuna/mem.h>
#include <lacuna/pd.h>
#include <lacuna/port.h>
#include <lacuna/qp.h>
#include <lacuna/rq.h>
#include <lacuna/sq.h>
#include <lacuna/src.h>
#include <lacuna/stats.h>

#endif

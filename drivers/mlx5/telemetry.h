/* SPDX-License-Identifier: BSD-3-Clause */
/* DPDK telemetry: the tables that `show port` prints, for whoever asks EAL's telemetry socket. */
#ifndef LAC_MLX5_TELEMETRY_H
#define LAC_MLX5_TELEMETRY_H

/*
 * Registers /lacuna/list, /lacuna/info,N, /lacuna/stats,N and /lacuna/caps,N. Once a process; a second call changes
 * nothing. A process without telemetry has none of them, which is no error.
 */
void lac_telemetry_start(void);

#endif

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Errors: every call returns 0 or a negative errno; *why* is a record, copied out on request, so that
 * two threads never overwrite each other's and a message can say more than a number.
 */
#ifndef LACUNA_ERR_H
#define LACUNA_ERR_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * enum lac_where - what refused
 *
 * @LAC_AT_NONE:     nothing failed yet
 * @LAC_AT_ARGS:     an argument of the call, a device argument or the environment; @arg names it
 * @LAC_AT_BUS:      VFIO or the vfio-user socket; @arg names the step
 * @LAC_AT_MEM:      the address space; @arg tells which limit
 * @LAC_AT_DELIVERY: the command queue could not deliver a command; @delivery
 * @LAC_AT_COMMAND:  firmware refused a command; @opcode, @status, @syndrome
 * @LAC_AT_TIMEOUT:  a deadline passed; @opcode if it was a command, @arg tells what was awaited
 * @LAC_AT_WQE:      a work request ended in an error CQE; @cqe_synd, @vendor_synd, @object the QP
 * @LAC_AT_SOURCE:   a piece of a source list; @index tells which
 * @LAC_AT_STATE:    the object's state forbids it; @arg tells the state
 * @LAC_AT_HEALTH:   the device reports a fatal state; @syndrome is its health syndrome
 * @LAC_AT_GONE:     the function vanished
 */
enum lac_where {
	LAC_AT_NONE = 0,
	LAC_AT_ARGS,
	LAC_AT_BUS,
	LAC_AT_MEM,
	LAC_AT_DELIVERY,
	LAC_AT_COMMAND,
	LAC_AT_TIMEOUT,
	LAC_AT_WQE,
	LAC_AT_SOURCE,
	LAC_AT_STATE,
	LAC_AT_HEALTH,
	LAC_AT_GONE,
};

/**
 * struct lac_err - the record behind a negative errno
 *
 * @err:         the negative errno that was returned
 * @where:       enum lac_where
 * @opcode:      command opcode (PRM, "Command Reference"); 0: not a command
 * @delivery:    command delivery status (PRM, "Command Interface")
 * @status:      command status
 * @cqe_synd:    CQE syndrome
 * @vendor_synd: vendor's CQE syndrome
 * @syndrome:    firmware's syndrome of a refused command, or health syndrome
 * @object:      number of the object concerned (QPN, CQN, mkey index, ...); 0: none
 * @index:       which piece of a source list, from 0
 * @arg:         what the sentence must name: device and device-argument key, limit, step. NUL-terminated
 */
struct lac_err {
	int err;
	uint16_t where;
	uint16_t opcode;
	uint8_t delivery;
	uint8_t status;
	uint8_t cqe_synd;
	uint8_t vendor_synd;
	uint32_t syndrome;
	uint32_t object;
	uint32_t index;
	char arg[128];
};

/**
 * lac_err_str - one sentence that says what failed
 * @e:    the record
 * @buf:  where the sentence goes, always NUL-terminated when @size > 0
 * @size: bytes at @buf
 *
 * Any thread. Does not allocate.
 *
 * Return: length of the whole sentence, as snprintf() counts.
 */
int lac_err_str(const struct lac_err *e, char *buf, size_t size);

/** lac_status_name - name of a command status, "UNKNOWN" if the tables do not have it */
const char *lac_status_name(uint8_t status);
/** lac_delivery_name - name of a command delivery status */
const char *lac_delivery_name(uint8_t delivery);
/** lac_cqe_synd_name - name of a CQE error syndrome */
const char *lac_cqe_synd_name(uint8_t syndrome);
/** lac_opcode_name - name of a command opcode */
const char *lac_opcode_name(uint16_t opcode);

#ifdef __cplusplus
}
#endif

#endif

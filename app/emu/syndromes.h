/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Why a command was refused. Hardware's syndromes are not public, so these are the emulator's own: one number
 * and one sentence a reason. The high byte tells the part. doc/emulator.md lists them; a test holds the two
 * lists against each other.
 */
#ifndef EMU_SYNDROMES_H
#define EMU_SYNDROMES_H

#include "cmd.h"

/* clang-format off */
#define EMU_SYNDROMES(X) \
	X(OPCODE,            0x0101, "the opcode is not implemented or not offered by the capabilities") \
	X(OP_MOD,            0x0102, "the op_mod is not one that the opcode has") \
	X(IN_LEN,            0x0103, "the input is shorter than the opcode's layout, or than its own count says") \
	X(OUT_LEN,           0x0104, "the output is shorter than the opcode's layout") \
	X(INJECTED,          0x0105, "the control socket asked for this refusal (failcmd)") \
	X(NO_MEMORY,         0x0106, "the emulator itself is out of memory") \
	X(NOT_ENABLED,       0x0201, "the command needs ENABLE_HCA first") \
	X(NOT_BOOTED,        0x0202, "the command needs the boot pages first") \
	X(NOT_INIT,          0x0203, "the command needs INIT_HCA first") \
	X(ALREADY_ENABLED,   0x0204, "ENABLE_HCA on an enabled function") \
	X(ALREADY_INIT,      0x0205, "the command is legal before INIT_HCA only") \
	X(INIT_PAGES,        0x0206, "INIT_HCA before the init pages were given") \
	X(FUNCTION,          0x0207, "function_id names another function: this one has authority over itself only") \
	X(ISSI,              0x0208, "the interface step sequence id is not among the supported ones") \
	X(CAP_TYPE,          0x0209, "the capability type has nothing to set") \
	X(CAP_ABOVE_MAX,     0x020a, "a capability was set above its maximum") \
	X(CAP_VALUE,         0x020b, "a capability was set to a value that its encoding does not have") \
	X(PROFILE,           0x020c, "the teardown profile is not supported") \
	X(PAGE_UNALIGNED,    0x0301, "a page's address is not a multiple of 4 KiB") \
	X(PAGE_TWICE,        0x0302, "a page was given that the device already holds") \
	X(PAGE_UNMAPPED,     0x0303, "a page is not in the memory that the client mapped") \
	X(PAGE_COUNT,        0x0304, "no pages are asked back: the number is zero") \
	X(PAGES_REFUSED,     0x0305, "the command needed pages, and the client answered CANNOT_GIVE") \
	X(NO_OBJECT,         0x0401, "no object has this number") \
	X(OBJECT_BUSY,       0x0402, "other objects refer to the object") \
	X(OBJECT_LIMIT,      0x0403, "the capabilities allow no more objects of this kind") \
	X(NO_PD,             0x0404, "no protection domain has this number") \
	X(NO_UAR,            0x0405, "no UAR has this number") \
	X(NO_CQ,             0x0406, "no completion queue has this number") \
	X(NO_XRCD,           0x0407, "no XRC domain has this number") \
	X(NO_QP,             0x0408, "no queue pair has this number") \
	X(QUEUE_SIZE,        0x0409, "the queue's size or stride is outside the capabilities") \
	X(QUEUE_PAGES,       0x040a, "the page list is too short for the queue, or its page size is not offered") \
	X(DBR_ADDR,          0x040b, "the doorbell record is not aligned") \
	X(MCG,               0x040c, "the queue pair is not (or already is) in the multicast group") \
	X(NO_UCTX,           0x040d, "no user context has this uid") \
	X(UCTX_CAP,          0x040e, "the user context wants a capability that uctx_cap does not offer") \
	X(EQ_SIZE,           0x0501, "log_eq_size is above log_max_eq_sz") \
	X(EQ_UAR,            0x0502, "the EQ's UAR is one that clients map: EQ doorbells must trap (UARs below 0x12)") \
	X(EQ_INTR,           0x0503, "the EQ's interrupt vector does not exist") \
	X(EQ_EVENTS,         0x0504, "the event is in another EQ's mask, or there is no such event") \
	X(EQ_PAGE_OFFSET,    0x0505, "an EQ begins at its first page's start") \
	X(EQ_BUSY,           0x0506, "completion queues still report to the EQ") \
	X(PORT,              0x0601, "there is no such port") \
	X(VPORT,             0x0602, "there is no such vport: a function sees its own (number 0)") \
	X(GID_INDEX,         0x0603, "the index is beyond the GID table") \
	X(PKEY_INDEX,        0x0604, "the index is beyond the P_Key table") \
	X(REGISTER,          0x0605, "the register is not implemented") \
	X(REGISTER_WRITE,    0x0606, "the register is read only") \
	X(VPORT_FIELD,       0x0607, "the field of the vport's context cannot be changed") \
	X(MKEY_MODE,         0x0701, "the key's access mode is none of PA, MTT, KLM, KSM") \
	X(MKEY_OCTWORDS,     0x0702, "more translation octowords than the key has room for, or than there are") \
	X(MKEY_FEATURE,      0x0703, "the key wants what the capabilities do not offer") \
	X(MKEY_USER,         0x0704, "a user context's own keys are lists of keys: any other reaches memory that it was not given") \
	X(NO_EQ,             0x0801, "no event queue has this number") \
	X(QP_TYPE,           0x0802, "the service type is not supported") \
	X(QP_STATE,          0x0803, "the transition is not legal in the queue pair's state") \
	X(QP_VALUE,          0x0804, "a field that the transition takes has a value that it cannot have") \
	X(SRQ_STATE,         0x0805, "the shared receive queue is in error, or the states given are not ready ones")
/* clang-format on */

enum emu_syndrome {
#define X(name, value, text) EMU_SYND_##name = value,
	EMU_SYNDROMES(X)
#undef X
};

/* a refusal: the status to return, with its reason noted */
static inline uint8_t emu_refuse(struct emu_cmd *c, uint8_t status, uint32_t syndrome)
{
	c->syndrome = syndrome;
	return status;
}

#endif

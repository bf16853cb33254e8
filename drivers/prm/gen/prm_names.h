/* SPDX-License-Identifier: BSD-3-Clause */
/* Constants of the device's interface and their names.
 * Written by devtools/prmgen from the specs in drivers/prm: change those, then run it. */
/* clang-format off */
#ifndef PRM_NAMES_H
#define PRM_NAMES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* PRM, Command Reference; opcodes as in linux/mlx5/mlx5_ifc.h */
enum prm_op {
	PRM_OP_QUERY_HCA_CAP = 0x100,
	PRM_OP_QUERY_ADAPTER = 0x101,
	PRM_OP_INIT_HCA = 0x102,
	PRM_OP_TEARDOWN_HCA = 0x103,
	PRM_OP_ENABLE_HCA = 0x104,
	PRM_OP_DISABLE_HCA = 0x105,
	PRM_OP_QUERY_PAGES = 0x107,
	PRM_OP_MANAGE_PAGES = 0x108,
	PRM_OP_SET_HCA_CAP = 0x109,
	PRM_OP_QUERY_ISSI = 0x10a,
	PRM_OP_SET_ISSI = 0x10b,
	PRM_OP_SET_DRIVER_VERSION = 0x10d,
	PRM_OP_CREATE_MKEY = 0x200,
	PRM_OP_QUERY_MKEY = 0x201,
	PRM_OP_DESTROY_MKEY = 0x202,
	PRM_OP_QUERY_SPECIAL_CONTEXTS = 0x203,
	PRM_OP_PAGE_FAULT_RESUME = 0x204,
	PRM_OP_CREATE_EQ = 0x301,
	PRM_OP_DESTROY_EQ = 0x302,
	PRM_OP_QUERY_EQ = 0x303,
	PRM_OP_GEN_EQE = 0x304,
	PRM_OP_CREATE_CQ = 0x400,
	PRM_OP_DESTROY_CQ = 0x401,
	PRM_OP_QUERY_CQ = 0x402,
	PRM_OP_MODIFY_CQ = 0x403,
	PRM_OP_CREATE_QP = 0x500,
	PRM_OP_DESTROY_QP = 0x501,
	PRM_OP_RST2INIT_QP = 0x502,
	PRM_OP_INIT2RTR_QP = 0x503,
	PRM_OP_RTR2RTS_QP = 0x504,
	PRM_OP_RTS2RTS_QP = 0x505,
	PRM_OP_SQERR2RTS_QP = 0x506,
	PRM_OP_2ERR_QP = 0x507,
	PRM_OP_2RST_QP = 0x50a,
	PRM_OP_QUERY_QP = 0x50b,
	PRM_OP_SQD_RTS_QP = 0x50c,
	PRM_OP_MAD_IFC = 0x50d,
	PRM_OP_INIT2INIT_QP = 0x50e,
	PRM_OP_CREATE_PSV = 0x600,
	PRM_OP_DESTROY_PSV = 0x601,
	PRM_OP_CREATE_SRQ = 0x700,
	PRM_OP_DESTROY_SRQ = 0x701,
	PRM_OP_QUERY_SRQ = 0x702,
	PRM_OP_ARM_RQ = 0x703,
	PRM_OP_CREATE_XRC_SRQ = 0x705,
	PRM_OP_DESTROY_XRC_SRQ = 0x706,
	PRM_OP_QUERY_XRC_SRQ = 0x707,
	PRM_OP_ARM_XRC_SRQ = 0x708,
	PRM_OP_CREATE_DCT = 0x710,
	PRM_OP_DESTROY_DCT = 0x711,
	PRM_OP_CREATE_XRQ = 0x717,
	PRM_OP_DESTROY_XRQ = 0x718,
	PRM_OP_QUERY_VPORT_STATE = 0x750,
	PRM_OP_MODIFY_VPORT_STATE = 0x751,
	PRM_OP_QUERY_NIC_VPORT_CONTEXT = 0x754,
	PRM_OP_MODIFY_NIC_VPORT_CONTEXT = 0x755,
	PRM_OP_QUERY_ROCE_ADDRESS = 0x760,
	PRM_OP_SET_ROCE_ADDRESS = 0x761,
	PRM_OP_QUERY_HCA_VPORT_CONTEXT = 0x762,
	PRM_OP_MODIFY_HCA_VPORT_CONTEXT = 0x763,
	PRM_OP_QUERY_HCA_VPORT_GID = 0x764,
	PRM_OP_QUERY_HCA_VPORT_PKEY = 0x765,
	PRM_OP_QUERY_VPORT_COUNTER = 0x770,
	PRM_OP_ALLOC_Q_COUNTER = 0x771,
	PRM_OP_DEALLOC_Q_COUNTER = 0x772,
	PRM_OP_QUERY_Q_COUNTER = 0x773,
	PRM_OP_ALLOC_PD = 0x800,
	PRM_OP_DEALLOC_PD = 0x801,
	PRM_OP_ALLOC_UAR = 0x802,
	PRM_OP_DEALLOC_UAR = 0x803,
	PRM_OP_CONFIG_INT_MODERATION = 0x804,
	PRM_OP_ACCESS_REG = 0x805,
	PRM_OP_ATTACH_TO_MCG = 0x806,
	PRM_OP_DETACH_FROM_MCG = 0x807,
	PRM_OP_NOP = 0x80d,
	PRM_OP_ALLOC_XRCD = 0x80e,
	PRM_OP_DEALLOC_XRCD = 0x80f,
	PRM_OP_ALLOC_TRANSPORT_DOMAIN = 0x816,
	PRM_OP_DEALLOC_TRANSPORT_DOMAIN = 0x817,
	PRM_OP_CREATE_TIR = 0x900,
	PRM_OP_DESTROY_TIR = 0x902,
	PRM_OP_CREATE_SQ = 0x904,
	PRM_OP_DESTROY_SQ = 0x906,
	PRM_OP_CREATE_RQ = 0x908,
	PRM_OP_DESTROY_RQ = 0x90a,
	PRM_OP_CREATE_RMP = 0x90c,
	PRM_OP_MODIFY_RMP = 0x90d,
	PRM_OP_DESTROY_RMP = 0x90e,
	PRM_OP_QUERY_RMP = 0x90f,
	PRM_OP_CREATE_TIS = 0x912,
	PRM_OP_DESTROY_TIS = 0x914,
	PRM_OP_CREATE_FLOW_TABLE = 0x930,
	PRM_OP_DESTROY_FLOW_TABLE = 0x931,
	PRM_OP_CREATE_GENERAL_OBJECT = 0xa00,
	PRM_OP_MODIFY_GENERAL_OBJECT = 0xa01,
	PRM_OP_QUERY_GENERAL_OBJECT = 0xa02,
	PRM_OP_DESTROY_GENERAL_OBJECT = 0xa03,
	PRM_OP_CREATE_UCTX = 0xa04,
	PRM_OP_DESTROY_UCTX = 0xa06,
	PRM_OP_CREATE_UMEM = 0xa08,
	PRM_OP_DESTROY_UMEM = 0xa0a,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_op_name(uint16_t value);

/* PRM, Command Interface, command status; linux/mlx5/device.h MLX5_CMD_STAT_* */
enum prm_st {
	PRM_ST_OK = 0x0,
	PRM_ST_INT_ERR = 0x1,
	PRM_ST_BAD_OP = 0x2,
	PRM_ST_BAD_PARAM = 0x3,
	PRM_ST_BAD_SYS_STATE = 0x4,
	PRM_ST_BAD_RES = 0x5,
	PRM_ST_RES_BUSY = 0x6,
	PRM_ST_LIM_ERR = 0x8,
	PRM_ST_BAD_RES_STATE = 0x9,
	PRM_ST_IX_ERR = 0xa,
	PRM_ST_NO_RES = 0xf,
	PRM_ST_BAD_QP_STATE = 0x10,
	PRM_ST_BAD_PKT = 0x30,
	PRM_ST_BAD_SIZE_OUTS_CQES = 0x40,
	PRM_ST_BAD_INP_LEN = 0x50,
	PRM_ST_BAD_OUTP_LEN = 0x51,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_st_name(uint8_t value);

/* PRM, Command Interface, delivery status; linux mlx5_core cmd.c MLX5_CMD_DELIVERY_STAT_* */
enum prm_dlv {
	PRM_DLV_OK = 0x0,
	PRM_DLV_SIGNAT_ERR = 0x1,
	PRM_DLV_TOK_ERR = 0x2,
	PRM_DLV_BAD_BLK_NUM = 0x3,
	PRM_DLV_OUT_PTR_ALIGN = 0x4,
	PRM_DLV_IN_PTR_ALIGN = 0x5,
	PRM_DLV_FW_ERR = 0x6,
	PRM_DLV_IN_LENGTH = 0x7,
	PRM_DLV_OUT_LENGTH = 0x8,
	PRM_DLV_RES_FLD_NOT_CLR = 0x9,
	PRM_DLV_CMD_DESCR = 0x10,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_dlv_name(uint8_t value);

/* PRM, Completion With Error; linux/mlx5/cq.h and device.h MLX5_CQE_SYNDROME_* */
enum prm_synd {
	PRM_SYND_LOC_LEN = 0x1,
	PRM_SYND_LOC_QP_OP = 0x2,
	PRM_SYND_LOC_PROT = 0x4,
	PRM_SYND_WR_FLUSH = 0x5,
	PRM_SYND_MW_BIND = 0x6,
	PRM_SYND_BAD_RESP = 0x10,
	PRM_SYND_LOC_ACCESS = 0x11,
	PRM_SYND_REM_INV_REQ = 0x12,
	PRM_SYND_REM_ACCESS = 0x13,
	PRM_SYND_REM_OP = 0x14,
	PRM_SYND_RETRY_EXC = 0x15,
	PRM_SYND_RNR_RETRY_EXC = 0x16,
	PRM_SYND_REM_ABORTED = 0x22,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_synd_name(uint8_t value);

/* PRM, Completion Queue Entry, opcode; linux/mlx5/device.h MLX5_CQE_* */
enum prm_cqe {
	PRM_CQE_REQ = 0x0,
	PRM_CQE_RESP_WR_IMM = 0x1,
	PRM_CQE_RESP_SEND = 0x2,
	PRM_CQE_RESP_SEND_IMM = 0x3,
	PRM_CQE_RESP_SEND_INV = 0x4,
	PRM_CQE_RESIZE_CQ = 0x5,
	PRM_CQE_NO_PACKET = 0x6,
	PRM_CQE_SIG_ERR = 0xc,
	PRM_CQE_REQ_ERR = 0xd,
	PRM_CQE_RESP_ERR = 0xe,
	PRM_CQE_INVALID = 0xf,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_cqe_name(uint8_t value);

/* PRM, Event Types; linux/mlx5/device.h MLX5_EVENT_TYPE_* */
enum prm_ev {
	PRM_EV_COMP = 0x0,
	PRM_EV_PATH_MIG = 0x1,
	PRM_EV_COMM_EST = 0x2,
	PRM_EV_SQ_DRAINED = 0x3,
	PRM_EV_CQ_ERROR = 0x4,
	PRM_EV_WQ_CATAS_ERROR = 0x5,
	PRM_EV_PATH_MIG_FAILED = 0x7,
	PRM_EV_INTERNAL_ERROR = 0x8,
	PRM_EV_PORT_CHANGE = 0x9,
	PRM_EV_CMD = 0xa,
	PRM_EV_PAGE_REQUEST = 0xb,
	PRM_EV_PAGE_FAULT = 0xc,
	PRM_EV_NIC_VPORT_CHANGE = 0xd,
	PRM_EV_ESW_FUNCTIONS_CHANGED = 0xe,
	PRM_EV_WQ_INVAL_REQ_ERROR = 0x10,
	PRM_EV_WQ_ACCESS_ERROR = 0x11,
	PRM_EV_SRQ_CATAS_ERROR = 0x12,
	PRM_EV_SRQ_LAST_WQE = 0x13,
	PRM_EV_SRQ_RQ_LIMIT = 0x14,
	PRM_EV_GPIO_EVENT = 0x15,
	PRM_EV_PORT_MODULE_EVENT = 0x16,
	PRM_EV_TEMP_WARN_EVENT = 0x17,
	PRM_EV_DB_BF_CONGESTION = 0x1a,
	PRM_EV_STALL_EVENT = 0x1b,
	PRM_EV_GENERAL_EVENT = 0x22,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_ev_name(uint8_t value);

/* linux/mlx5/device.h MLX5_PORT_CHANGE_SUBTYPE_* */
enum prm_port_event {
	PRM_PORT_DOWN = 0x1,
	PRM_PORT_ACTIVE = 0x4,
	PRM_PORT_INITIALIZED = 0x5,
	PRM_PORT_LID = 0x6,
	PRM_PORT_PKEY = 0x7,
	PRM_PORT_GUID = 0x8,
	PRM_PORT_CLIENT_REREG = 0x9,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_port_event_name(uint8_t value);

/* PRM, Send WQE, opcode; linux/mlx5/device.h MLX5_OPCODE_* */
enum prm_wqe {
	PRM_WQE_NOP = 0x0,
	PRM_WQE_SEND_INVAL = 0x1,
	PRM_WQE_RDMA_WRITE = 0x8,
	PRM_WQE_RDMA_WRITE_IMM = 0x9,
	PRM_WQE_SEND = 0xa,
	PRM_WQE_SEND_IMM = 0xb,
	PRM_WQE_LSO = 0xe,
	PRM_WQE_RDMA_READ = 0x10,
	PRM_WQE_ATOMIC_CS = 0x11,
	PRM_WQE_ATOMIC_FA = 0x12,
	PRM_WQE_ATOMIC_MASKED_CS = 0x14,
	PRM_WQE_ATOMIC_MASKED_FA = 0x15,
	PRM_WQE_BIND_MW = 0x18,
	PRM_WQE_SET_PSV = 0x20,
	PRM_WQE_GET_PSV = 0x21,
	PRM_WQE_CHECK_PSV = 0x22,
	PRM_WQE_DUMP = 0x23,
	PRM_WQE_UMR = 0x25,
	PRM_WQE_MMO = 0x2f,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_wqe_name(uint8_t value);

/* linux drivers/net/ethernet/mellanox/mlx5/core/health.c, enum of syndromes */
enum prm_health {
	PRM_HEALTH_FW_ERR = 0x1,
	PRM_HEALTH_IRISC_ERR = 0x7,
	PRM_HEALTH_HW_UNRECOVERABLE_ERR = 0x8,
	PRM_HEALTH_CRC_ERR = 0x9,
	PRM_HEALTH_FETCH_PCI_ERR = 0xa,
	PRM_HEALTH_HW_FTL_ERR = 0xb,
	PRM_HEALTH_ASYNC_EQ_OVERRUN_ERR = 0xc,
	PRM_HEALTH_EQ_ERR = 0xd,
	PRM_HEALTH_EQ_INV = 0xe,
	PRM_HEALTH_FFSER_ERR = 0xf,
	PRM_HEALTH_HIGH_TEMP = 0x10,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_health_name(uint8_t value);

/* PRM, Initialization Segment, nic_interface; linux health.c MLX5_NIC_IFC_* */
enum prm_nic {
	PRM_NIC_FULL = 0x0,
	PRM_NIC_DISABLED = 0x1,
	PRM_NIC_NO_DRAM = 0x2,
	PRM_NIC_INVALID = 0x3,
	PRM_NIC_SW_RESET = 0x7,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_nic_name(uint8_t value);

/* PRM, QP state; linux/mlx5/qp.h MLX5_QP_STATE_* */
enum prm_qps {
	PRM_QPS_RST = 0x0,
	PRM_QPS_INIT = 0x1,
	PRM_QPS_RTR = 0x2,
	PRM_QPS_RTS = 0x3,
	PRM_QPS_SQER = 0x4,
	PRM_QPS_SQD = 0x5,
	PRM_QPS_ERR = 0x6,
	PRM_QPS_SQ_DRAINING = 0x7,
	PRM_QPS_SUSPENDED = 0x9,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_qps_name(uint8_t value);

/* PRM, QP service type; linux/mlx5/qp.h MLX5_QP_ST_* */
enum prm_qpst {
	PRM_QPST_RC = 0x0,
	PRM_QPST_UC = 0x1,
	PRM_QPST_UD = 0x2,
	PRM_QPST_XRC = 0x3,
	PRM_QPST_MLX = 0x4,
	PRM_QPST_DCI = 0x5,
	PRM_QPST_DCT = 0x6,
	PRM_QPST_QP0 = 0x7,
	PRM_QPST_QP1 = 0x8,
	PRM_QPST_REG_UMR = 0xc,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_qpst_name(uint8_t value);

/* PRM, QP context rq_type; linux/mlx5/qp.h MLX5_{NON_ZERO,SRQ,ZERO_LEN}_RQ */
enum prm_rqt {
	PRM_RQT_REGULAR = 0x0,
	PRM_RQT_SRQ = 0x1,
	PRM_RQT_ZERO_SIZE = 0x3,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_rqt_name(uint8_t value);

/* PRM, QP context pm_state; linux/mlx5/qp.h MLX5_QP_PM_* */
enum prm_pm {
	PRM_PM_ARMED = 0x0,
	PRM_PM_REARM = 0x1,
	PRM_PM_MIGRATED = 0x3,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_pm_name(uint8_t value);

/* PRM, opt_param_mask; linux/mlx5/qp.h MLX5_QP_OPTPAR_* */
#define PRM_OPT_ALT_ADDR_PATH 0x1
#define PRM_OPT_RRE 0x2
#define PRM_OPT_RAE 0x4
#define PRM_OPT_RWE 0x8
#define PRM_OPT_PKEY_INDEX 0x10
#define PRM_OPT_Q_KEY 0x20
#define PRM_OPT_RNR_TIMEOUT 0x40
#define PRM_OPT_PRIMARY_ADDR_PATH 0x80
#define PRM_OPT_SRA_MAX 0x100
#define PRM_OPT_RRA_MAX 0x200
#define PRM_OPT_PM_STATE 0x400
#define PRM_OPT_RETRY_COUNT 0x1000
#define PRM_OPT_RNR_RETRY 0x2000
#define PRM_OPT_ACK_TIMEOUT 0x4000
#define PRM_OPT_PRI_PORT 0x10000
#define PRM_OPT_SRQN 0x40000
#define PRM_OPT_CQN_RCV 0x80000
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_opt_name(uint32_t value);

/* PRM, Memory Key Context, access mode; linux/mlx5/mlx5_ifc.h MLX5_MKC_ACCESS_MODE_* */
enum prm_access {
	PRM_ACCESS_PA = 0x0,
	PRM_ACCESS_MTT = 0x1,
	PRM_ACCESS_KLMS = 0x2,
	PRM_ACCESS_KSM = 0x3,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_access_name(uint8_t value);

/* PRM, UMR control segment, mkey_mask; linux/mlx5/device.h MLX5_MKEY_MASK_*, mlx5_ib umr.c */
#define PRM_MKMASK_LEN UINT64_C(0x1)
#define PRM_MKMASK_PAGE_SIZE UINT64_C(0x2)
#define PRM_MKMASK_XLT_OCT_SIZE UINT64_C(0x4)
#define PRM_MKMASK_START_ADDR UINT64_C(0x40)
#define PRM_MKMASK_PD UINT64_C(0x80)
#define PRM_MKMASK_EN_RINVAL UINT64_C(0x100)
#define PRM_MKMASK_EN_SIGERR UINT64_C(0x200)
#define PRM_MKMASK_BSF_EN UINT64_C(0x1000)
#define PRM_MKMASK_KEY UINT64_C(0x2000)
#define PRM_MKMASK_QPN UINT64_C(0x4000)
#define PRM_MKMASK_LR UINT64_C(0x20000)
#define PRM_MKMASK_LW UINT64_C(0x40000)
#define PRM_MKMASK_RR UINT64_C(0x80000)
#define PRM_MKMASK_RW UINT64_C(0x100000)
#define PRM_MKMASK_A UINT64_C(0x200000)
#define PRM_MKMASK_SMALL_FENCE UINT64_C(0x800000)
#define PRM_MKMASK_RELAXED_ORDERING_WRITE UINT64_C(0x2000000)
#define PRM_MKMASK_FREE UINT64_C(0x20000000)
#define PRM_MKMASK_PAGE_SIZE_5 UINT64_C(0x40000000000)
#define PRM_MKMASK_RELAXED_ORDERING_READ UINT64_C(0x800000000000)
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_mkmask_name(uint64_t value);

/* PRM, UMR control segment, flags; linux/mlx5/device.h MLX5_UMR_* */
enum prm_umr {
	PRM_UMR_CHECK_QPN = 0x8,
	PRM_UMR_TRANSLATION_OFFSET_EN = 0x10,
	PRM_UMR_CHECK_NOT_FREE = 0x20,
	PRM_UMR_CHECK_FREE = 0x40,
	PRM_UMR_INLINE = 0x80,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_umr_name(uint8_t value);

/* PRM, Send WQE control segment, fm; linux/mlx5/qp.h MLX5_FENCE_MODE_* */
enum prm_fence {
	PRM_FENCE_NONE = 0x0,
	PRM_FENCE_INITIATOR_SMALL = 0x1,
	PRM_FENCE_FENCE = 0x2,
	PRM_FENCE_STRONG_ORDERING = 0x3,
	PRM_FENCE_SMALL_AND_FENCE = 0x4,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_fence_name(uint8_t value);

/* PRM, Send WQE control segment, ce; linux/mlx5/qp.h MLX5_WQE_CTRL_CQ_UPDATE */
enum prm_ce {
	PRM_CE_ON_ERROR = 0x0,
	PRM_CE_ALWAYS = 0x2,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_ce_name(uint8_t value);

/* cap umr_fence; linux mlx5_ib MLX5_CAP_UMR_FENCE_* */
enum prm_umrfence {
	PRM_UMRFENCE_STRONG = 0x0,
	PRM_UMRFENCE_SMALL = 0x1,
	PRM_UMRFENCE_NONE = 0x2,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_umrfence_name(uint8_t value);

/* PRM, ACCESS_REGISTER; linux/mlx5/driver.h MLX5_REG_* */
enum prm_reg {
	PRM_REG_PCAP = 0x5001,
	PRM_REG_PMTU = 0x5003,
	PRM_REG_PTYS = 0x5004,
	PRM_REG_PAOS = 0x5006,
	PRM_REG_PPCNT = 0x5008,
	PRM_REG_PVLC = 0x500f,
	PRM_REG_PCAM = 0x507f,
	PRM_REG_NODE_DESC = 0x6001,
	PRM_REG_HOST_ENDIANNESS = 0x7004,
	PRM_REG_MCAM = 0x907f,
	PRM_REG_DTOR = 0xc00e,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_reg_name(uint16_t value);

/* PRM, QUERY_HCA_CAP op_mod 15:1, capability type; linux/mlx5/device.h enum mlx5_cap_type */
enum prm_cap {
	PRM_CAP_GENERAL = 0x0,
	PRM_CAP_ETHERNET_OFFLOADS = 0x1,
	PRM_CAP_ODP = 0x2,
	PRM_CAP_ATOMIC = 0x3,
	PRM_CAP_ROCE = 0x4,
	PRM_CAP_GENERAL_2 = 0x20,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_cap_name(uint16_t value);

/* PRM, MANAGE_PAGES op_mod; linux mlx5_core pagealloc.c */
enum prm_pages {
	PRM_PAGES_CANT_GIVE = 0x0,
	PRM_PAGES_GIVE = 0x1,
	PRM_PAGES_TAKE = 0x2,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_pages_name(uint16_t value);

/* PRM, QUERY_PAGES op_mod; linux mlx5_core pagealloc.c */
enum prm_boot {
	PRM_BOOT_BOOT_PAGES = 0x1,
	PRM_BOOT_INIT_PAGES = 0x2,
	PRM_BOOT_REGULAR_PAGES = 0x3,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_boot_name(uint16_t value);

/* cap port_type; linux/mlx5/mlx5_ifc.h MLX5_CAP_PORT_TYPE_* */
enum prm_link {
	PRM_LINK_IB = 0x0,
	PRM_LINK_ETH = 0x1,
};
/* "UNKNOWN" when the table does not have @value */
const char *lac_prm_link_name(uint8_t value);

#ifdef __cplusplus
}
#endif

#endif

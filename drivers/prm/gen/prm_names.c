/* SPDX-License-Identifier: BSD-3-Clause */
/* Names of the constants.
 * Written by devtools/prmgen from the specs in drivers/prm: change those, then run it. */
/* clang-format off */
#include "prm_names.h"

const char *lac_prm_op_name(uint16_t value)
{
	switch (value) {
	case PRM_OP_QUERY_HCA_CAP:
		return "QUERY_HCA_CAP";
	case PRM_OP_QUERY_ADAPTER:
		return "QUERY_ADAPTER";
	case PRM_OP_INIT_HCA:
		return "INIT_HCA";
	case PRM_OP_TEARDOWN_HCA:
		return "TEARDOWN_HCA";
	case PRM_OP_ENABLE_HCA:
		return "ENABLE_HCA";
	case PRM_OP_DISABLE_HCA:
		return "DISABLE_HCA";
	case PRM_OP_QUERY_PAGES:
		return "QUERY_PAGES";
	case PRM_OP_MANAGE_PAGES:
		return "MANAGE_PAGES";
	case PRM_OP_SET_HCA_CAP:
		return "SET_HCA_CAP";
	case PRM_OP_QUERY_ISSI:
		return "QUERY_ISSI";
	case PRM_OP_SET_ISSI:
		return "SET_ISSI";
	case PRM_OP_SET_DRIVER_VERSION:
		return "SET_DRIVER_VERSION";
	case PRM_OP_CREATE_MKEY:
		return "CREATE_MKEY";
	case PRM_OP_QUERY_MKEY:
		return "QUERY_MKEY";
	case PRM_OP_DESTROY_MKEY:
		return "DESTROY_MKEY";
	case PRM_OP_QUERY_SPECIAL_CONTEXTS:
		return "QUERY_SPECIAL_CONTEXTS";
	case PRM_OP_PAGE_FAULT_RESUME:
		return "PAGE_FAULT_RESUME";
	case PRM_OP_CREATE_EQ:
		return "CREATE_EQ";
	case PRM_OP_DESTROY_EQ:
		return "DESTROY_EQ";
	case PRM_OP_QUERY_EQ:
		return "QUERY_EQ";
	case PRM_OP_GEN_EQE:
		return "GEN_EQE";
	case PRM_OP_CREATE_CQ:
		return "CREATE_CQ";
	case PRM_OP_DESTROY_CQ:
		return "DESTROY_CQ";
	case PRM_OP_QUERY_CQ:
		return "QUERY_CQ";
	case PRM_OP_MODIFY_CQ:
		return "MODIFY_CQ";
	case PRM_OP_CREATE_QP:
		return "CREATE_QP";
	case PRM_OP_DESTROY_QP:
		return "DESTROY_QP";
	case PRM_OP_RST2INIT_QP:
		return "RST2INIT_QP";
	case PRM_OP_INIT2RTR_QP:
		return "INIT2RTR_QP";
	case PRM_OP_RTR2RTS_QP:
		return "RTR2RTS_QP";
	case PRM_OP_RTS2RTS_QP:
		return "RTS2RTS_QP";
	case PRM_OP_SQERR2RTS_QP:
		return "SQERR2RTS_QP";
	case PRM_OP_2ERR_QP:
		return "2ERR_QP";
	case PRM_OP_2RST_QP:
		return "2RST_QP";
	case PRM_OP_QUERY_QP:
		return "QUERY_QP";
	case PRM_OP_SQD_RTS_QP:
		return "SQD_RTS_QP";
	case PRM_OP_MAD_IFC:
		return "MAD_IFC";
	case PRM_OP_INIT2INIT_QP:
		return "INIT2INIT_QP";
	case PRM_OP_CREATE_PSV:
		return "CREATE_PSV";
	case PRM_OP_DESTROY_PSV:
		return "DESTROY_PSV";
	case PRM_OP_CREATE_SRQ:
		return "CREATE_SRQ";
	case PRM_OP_DESTROY_SRQ:
		return "DESTROY_SRQ";
	case PRM_OP_QUERY_SRQ:
		return "QUERY_SRQ";
	case PRM_OP_ARM_RQ:
		return "ARM_RQ";
	case PRM_OP_CREATE_XRC_SRQ:
		return "CREATE_XRC_SRQ";
	case PRM_OP_DESTROY_XRC_SRQ:
		return "DESTROY_XRC_SRQ";
	case PRM_OP_QUERY_XRC_SRQ:
		return "QUERY_XRC_SRQ";
	case PRM_OP_ARM_XRC_SRQ:
		return "ARM_XRC_SRQ";
	case PRM_OP_CREATE_DCT:
		return "CREATE_DCT";
	case PRM_OP_DESTROY_DCT:
		return "DESTROY_DCT";
	case PRM_OP_CREATE_XRQ:
		return "CREATE_XRQ";
	case PRM_OP_DESTROY_XRQ:
		return "DESTROY_XRQ";
	case PRM_OP_QUERY_VPORT_STATE:
		return "QUERY_VPORT_STATE";
	case PRM_OP_MODIFY_VPORT_STATE:
		return "MODIFY_VPORT_STATE";
	case PRM_OP_QUERY_NIC_VPORT_CONTEXT:
		return "QUERY_NIC_VPORT_CONTEXT";
	case PRM_OP_MODIFY_NIC_VPORT_CONTEXT:
		return "MODIFY_NIC_VPORT_CONTEXT";
	case PRM_OP_QUERY_ROCE_ADDRESS:
		return "QUERY_ROCE_ADDRESS";
	case PRM_OP_SET_ROCE_ADDRESS:
		return "SET_ROCE_ADDRESS";
	case PRM_OP_QUERY_HCA_VPORT_CONTEXT:
		return "QUERY_HCA_VPORT_CONTEXT";
	case PRM_OP_MODIFY_HCA_VPORT_CONTEXT:
		return "MODIFY_HCA_VPORT_CONTEXT";
	case PRM_OP_QUERY_HCA_VPORT_GID:
		return "QUERY_HCA_VPORT_GID";
	case PRM_OP_QUERY_HCA_VPORT_PKEY:
		return "QUERY_HCA_VPORT_PKEY";
	case PRM_OP_QUERY_VPORT_COUNTER:
		return "QUERY_VPORT_COUNTER";
	case PRM_OP_ALLOC_Q_COUNTER:
		return "ALLOC_Q_COUNTER";
	case PRM_OP_DEALLOC_Q_COUNTER:
		return "DEALLOC_Q_COUNTER";
	case PRM_OP_QUERY_Q_COUNTER:
		return "QUERY_Q_COUNTER";
	case PRM_OP_ALLOC_PD:
		return "ALLOC_PD";
	case PRM_OP_DEALLOC_PD:
		return "DEALLOC_PD";
	case PRM_OP_ALLOC_UAR:
		return "ALLOC_UAR";
	case PRM_OP_DEALLOC_UAR:
		return "DEALLOC_UAR";
	case PRM_OP_CONFIG_INT_MODERATION:
		return "CONFIG_INT_MODERATION";
	case PRM_OP_ACCESS_REG:
		return "ACCESS_REG";
	case PRM_OP_ATTACH_TO_MCG:
		return "ATTACH_TO_MCG";
	case PRM_OP_DETACH_FROM_MCG:
		return "DETACH_FROM_MCG";
	case PRM_OP_NOP:
		return "NOP";
	case PRM_OP_ALLOC_XRCD:
		return "ALLOC_XRCD";
	case PRM_OP_DEALLOC_XRCD:
		return "DEALLOC_XRCD";
	case PRM_OP_ALLOC_TRANSPORT_DOMAIN:
		return "ALLOC_TRANSPORT_DOMAIN";
	case PRM_OP_DEALLOC_TRANSPORT_DOMAIN:
		return "DEALLOC_TRANSPORT_DOMAIN";
	case PRM_OP_CREATE_TIR:
		return "CREATE_TIR";
	case PRM_OP_DESTROY_TIR:
		return "DESTROY_TIR";
	case PRM_OP_CREATE_SQ:
		return "CREATE_SQ";
	case PRM_OP_DESTROY_SQ:
		return "DESTROY_SQ";
	case PRM_OP_CREATE_RQ:
		return "CREATE_RQ";
	case PRM_OP_DESTROY_RQ:
		return "DESTROY_RQ";
	case PRM_OP_CREATE_RMP:
		return "CREATE_RMP";
	case PRM_OP_MODIFY_RMP:
		return "MODIFY_RMP";
	case PRM_OP_DESTROY_RMP:
		return "DESTROY_RMP";
	case PRM_OP_QUERY_RMP:
		return "QUERY_RMP";
	case PRM_OP_CREATE_TIS:
		return "CREATE_TIS";
	case PRM_OP_DESTROY_TIS:
		return "DESTROY_TIS";
	case PRM_OP_CREATE_FLOW_TABLE:
		return "CREATE_FLOW_TABLE";
	case PRM_OP_DESTROY_FLOW_TABLE:
		return "DESTROY_FLOW_TABLE";
	case PRM_OP_CREATE_GENERAL_OBJECT:
		return "CREATE_GENERAL_OBJECT";
	case PRM_OP_MODIFY_GENERAL_OBJECT:
		return "MODIFY_GENERAL_OBJECT";
	case PRM_OP_QUERY_GENERAL_OBJECT:
		return "QUERY_GENERAL_OBJECT";
	case PRM_OP_DESTROY_GENERAL_OBJECT:
		return "DESTROY_GENERAL_OBJECT";
	case PRM_OP_CREATE_UCTX:
		return "CREATE_UCTX";
	case PRM_OP_DESTROY_UCTX:
		return "DESTROY_UCTX";
	case PRM_OP_CREATE_UMEM:
		return "CREATE_UMEM";
	case PRM_OP_DESTROY_UMEM:
		return "DESTROY_UMEM";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_st_name(uint8_t value)
{
	switch (value) {
	case PRM_ST_OK:
		return "OK";
	case PRM_ST_INT_ERR:
		return "INT_ERR";
	case PRM_ST_BAD_OP:
		return "BAD_OP";
	case PRM_ST_BAD_PARAM:
		return "BAD_PARAM";
	case PRM_ST_BAD_SYS_STATE:
		return "BAD_SYS_STATE";
	case PRM_ST_BAD_RES:
		return "BAD_RES";
	case PRM_ST_RES_BUSY:
		return "RES_BUSY";
	case PRM_ST_LIM_ERR:
		return "LIM_ERR";
	case PRM_ST_BAD_RES_STATE:
		return "BAD_RES_STATE";
	case PRM_ST_IX_ERR:
		return "IX_ERR";
	case PRM_ST_NO_RES:
		return "NO_RES";
	case PRM_ST_BAD_QP_STATE:
		return "BAD_QP_STATE";
	case PRM_ST_BAD_PKT:
		return "BAD_PKT";
	case PRM_ST_BAD_SIZE_OUTS_CQES:
		return "BAD_SIZE_OUTS_CQES";
	case PRM_ST_BAD_INP_LEN:
		return "BAD_INP_LEN";
	case PRM_ST_BAD_OUTP_LEN:
		return "BAD_OUTP_LEN";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_dlv_name(uint8_t value)
{
	switch (value) {
	case PRM_DLV_OK:
		return "OK";
	case PRM_DLV_SIGNAT_ERR:
		return "SIGNAT_ERR";
	case PRM_DLV_TOK_ERR:
		return "TOK_ERR";
	case PRM_DLV_BAD_BLK_NUM:
		return "BAD_BLK_NUM";
	case PRM_DLV_OUT_PTR_ALIGN:
		return "OUT_PTR_ALIGN";
	case PRM_DLV_IN_PTR_ALIGN:
		return "IN_PTR_ALIGN";
	case PRM_DLV_FW_ERR:
		return "FW_ERR";
	case PRM_DLV_IN_LENGTH:
		return "IN_LENGTH";
	case PRM_DLV_OUT_LENGTH:
		return "OUT_LENGTH";
	case PRM_DLV_RES_FLD_NOT_CLR:
		return "RES_FLD_NOT_CLR";
	case PRM_DLV_CMD_DESCR:
		return "CMD_DESCR";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_synd_name(uint8_t value)
{
	switch (value) {
	case PRM_SYND_LOC_LEN:
		return "LOC_LEN";
	case PRM_SYND_LOC_QP_OP:
		return "LOC_QP_OP";
	case PRM_SYND_LOC_PROT:
		return "LOC_PROT";
	case PRM_SYND_WR_FLUSH:
		return "WR_FLUSH";
	case PRM_SYND_MW_BIND:
		return "MW_BIND";
	case PRM_SYND_BAD_RESP:
		return "BAD_RESP";
	case PRM_SYND_LOC_ACCESS:
		return "LOC_ACCESS";
	case PRM_SYND_REM_INV_REQ:
		return "REM_INV_REQ";
	case PRM_SYND_REM_ACCESS:
		return "REM_ACCESS";
	case PRM_SYND_REM_OP:
		return "REM_OP";
	case PRM_SYND_RETRY_EXC:
		return "RETRY_EXC";
	case PRM_SYND_RNR_RETRY_EXC:
		return "RNR_RETRY_EXC";
	case PRM_SYND_REM_ABORTED:
		return "REM_ABORTED";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_cqe_name(uint8_t value)
{
	switch (value) {
	case PRM_CQE_REQ:
		return "REQ";
	case PRM_CQE_RESP_WR_IMM:
		return "RESP_WR_IMM";
	case PRM_CQE_RESP_SEND:
		return "RESP_SEND";
	case PRM_CQE_RESP_SEND_IMM:
		return "RESP_SEND_IMM";
	case PRM_CQE_RESP_SEND_INV:
		return "RESP_SEND_INV";
	case PRM_CQE_RESIZE_CQ:
		return "RESIZE_CQ";
	case PRM_CQE_NO_PACKET:
		return "NO_PACKET";
	case PRM_CQE_SIG_ERR:
		return "SIG_ERR";
	case PRM_CQE_REQ_ERR:
		return "REQ_ERR";
	case PRM_CQE_RESP_ERR:
		return "RESP_ERR";
	case PRM_CQE_INVALID:
		return "INVALID";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_ev_name(uint8_t value)
{
	switch (value) {
	case PRM_EV_COMP:
		return "COMP";
	case PRM_EV_PATH_MIG:
		return "PATH_MIG";
	case PRM_EV_COMM_EST:
		return "COMM_EST";
	case PRM_EV_SQ_DRAINED:
		return "SQ_DRAINED";
	case PRM_EV_CQ_ERROR:
		return "CQ_ERROR";
	case PRM_EV_WQ_CATAS_ERROR:
		return "WQ_CATAS_ERROR";
	case PRM_EV_PATH_MIG_FAILED:
		return "PATH_MIG_FAILED";
	case PRM_EV_INTERNAL_ERROR:
		return "INTERNAL_ERROR";
	case PRM_EV_PORT_CHANGE:
		return "PORT_CHANGE";
	case PRM_EV_CMD:
		return "CMD";
	case PRM_EV_PAGE_REQUEST:
		return "PAGE_REQUEST";
	case PRM_EV_PAGE_FAULT:
		return "PAGE_FAULT";
	case PRM_EV_NIC_VPORT_CHANGE:
		return "NIC_VPORT_CHANGE";
	case PRM_EV_ESW_FUNCTIONS_CHANGED:
		return "ESW_FUNCTIONS_CHANGED";
	case PRM_EV_WQ_INVAL_REQ_ERROR:
		return "WQ_INVAL_REQ_ERROR";
	case PRM_EV_WQ_ACCESS_ERROR:
		return "WQ_ACCESS_ERROR";
	case PRM_EV_SRQ_CATAS_ERROR:
		return "SRQ_CATAS_ERROR";
	case PRM_EV_SRQ_LAST_WQE:
		return "SRQ_LAST_WQE";
	case PRM_EV_SRQ_RQ_LIMIT:
		return "SRQ_RQ_LIMIT";
	case PRM_EV_GPIO_EVENT:
		return "GPIO_EVENT";
	case PRM_EV_PORT_MODULE_EVENT:
		return "PORT_MODULE_EVENT";
	case PRM_EV_TEMP_WARN_EVENT:
		return "TEMP_WARN_EVENT";
	case PRM_EV_DB_BF_CONGESTION:
		return "DB_BF_CONGESTION";
	case PRM_EV_STALL_EVENT:
		return "STALL_EVENT";
	case PRM_EV_GENERAL_EVENT:
		return "GENERAL_EVENT";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_port_event_name(uint8_t value)
{
	switch (value) {
	case PRM_PORT_DOWN:
		return "DOWN";
	case PRM_PORT_ACTIVE:
		return "ACTIVE";
	case PRM_PORT_INITIALIZED:
		return "INITIALIZED";
	case PRM_PORT_LID:
		return "LID";
	case PRM_PORT_PKEY:
		return "PKEY";
	case PRM_PORT_GUID:
		return "GUID";
	case PRM_PORT_CLIENT_REREG:
		return "CLIENT_REREG";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_wqe_name(uint8_t value)
{
	switch (value) {
	case PRM_WQE_NOP:
		return "NOP";
	case PRM_WQE_SEND_INVAL:
		return "SEND_INVAL";
	case PRM_WQE_RDMA_WRITE:
		return "RDMA_WRITE";
	case PRM_WQE_RDMA_WRITE_IMM:
		return "RDMA_WRITE_IMM";
	case PRM_WQE_SEND:
		return "SEND";
	case PRM_WQE_SEND_IMM:
		return "SEND_IMM";
	case PRM_WQE_LSO:
		return "LSO";
	case PRM_WQE_RDMA_READ:
		return "RDMA_READ";
	case PRM_WQE_ATOMIC_CS:
		return "ATOMIC_CS";
	case PRM_WQE_ATOMIC_FA:
		return "ATOMIC_FA";
	case PRM_WQE_ATOMIC_MASKED_CS:
		return "ATOMIC_MASKED_CS";
	case PRM_WQE_ATOMIC_MASKED_FA:
		return "ATOMIC_MASKED_FA";
	case PRM_WQE_BIND_MW:
		return "BIND_MW";
	case PRM_WQE_SET_PSV:
		return "SET_PSV";
	case PRM_WQE_GET_PSV:
		return "GET_PSV";
	case PRM_WQE_CHECK_PSV:
		return "CHECK_PSV";
	case PRM_WQE_DUMP:
		return "DUMP";
	case PRM_WQE_UMR:
		return "UMR";
	case PRM_WQE_MMO:
		return "MMO";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_health_name(uint8_t value)
{
	switch (value) {
	case PRM_HEALTH_FW_ERR:
		return "FW_ERR";
	case PRM_HEALTH_IRISC_ERR:
		return "IRISC_ERR";
	case PRM_HEALTH_HW_UNRECOVERABLE_ERR:
		return "HW_UNRECOVERABLE_ERR";
	case PRM_HEALTH_CRC_ERR:
		return "CRC_ERR";
	case PRM_HEALTH_FETCH_PCI_ERR:
		return "FETCH_PCI_ERR";
	case PRM_HEALTH_HW_FTL_ERR:
		return "HW_FTL_ERR";
	case PRM_HEALTH_ASYNC_EQ_OVERRUN_ERR:
		return "ASYNC_EQ_OVERRUN_ERR";
	case PRM_HEALTH_EQ_ERR:
		return "EQ_ERR";
	case PRM_HEALTH_EQ_INV:
		return "EQ_INV";
	case PRM_HEALTH_FFSER_ERR:
		return "FFSER_ERR";
	case PRM_HEALTH_HIGH_TEMP:
		return "HIGH_TEMP";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_nic_name(uint8_t value)
{
	switch (value) {
	case PRM_NIC_FULL:
		return "FULL";
	case PRM_NIC_DISABLED:
		return "DISABLED";
	case PRM_NIC_NO_DRAM:
		return "NO_DRAM";
	case PRM_NIC_INVALID:
		return "INVALID";
	case PRM_NIC_SW_RESET:
		return "SW_RESET";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_qps_name(uint8_t value)
{
	switch (value) {
	case PRM_QPS_RST:
		return "RST";
	case PRM_QPS_INIT:
		return "INIT";
	case PRM_QPS_RTR:
		return "RTR";
	case PRM_QPS_RTS:
		return "RTS";
	case PRM_QPS_SQER:
		return "SQER";
	case PRM_QPS_SQD:
		return "SQD";
	case PRM_QPS_ERR:
		return "ERR";
	case PRM_QPS_SQ_DRAINING:
		return "SQ_DRAINING";
	case PRM_QPS_SUSPENDED:
		return "SUSPENDED";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_qpst_name(uint8_t value)
{
	switch (value) {
	case PRM_QPST_RC:
		return "RC";
	case PRM_QPST_UC:
		return "UC";
	case PRM_QPST_UD:
		return "UD";
	case PRM_QPST_XRC:
		return "XRC";
	case PRM_QPST_MLX:
		return "MLX";
	case PRM_QPST_DCI:
		return "DCI";
	case PRM_QPST_DCT:
		return "DCT";
	case PRM_QPST_QP0:
		return "QP0";
	case PRM_QPST_QP1:
		return "QP1";
	case PRM_QPST_REG_UMR:
		return "REG_UMR";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_rqt_name(uint8_t value)
{
	switch (value) {
	case PRM_RQT_REGULAR:
		return "REGULAR";
	case PRM_RQT_SRQ:
		return "SRQ";
	case PRM_RQT_ZERO_SIZE:
		return "ZERO_SIZE";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_pm_name(uint8_t value)
{
	switch (value) {
	case PRM_PM_ARMED:
		return "ARMED";
	case PRM_PM_REARM:
		return "REARM";
	case PRM_PM_MIGRATED:
		return "MIGRATED";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_opt_name(uint32_t value)
{
	switch (value) {
	case PRM_OPT_ALT_ADDR_PATH:
		return "ALT_ADDR_PATH";
	case PRM_OPT_RRE:
		return "RRE";
	case PRM_OPT_RAE:
		return "RAE";
	case PRM_OPT_RWE:
		return "RWE";
	case PRM_OPT_PKEY_INDEX:
		return "PKEY_INDEX";
	case PRM_OPT_Q_KEY:
		return "Q_KEY";
	case PRM_OPT_RNR_TIMEOUT:
		return "RNR_TIMEOUT";
	case PRM_OPT_PRIMARY_ADDR_PATH:
		return "PRIMARY_ADDR_PATH";
	case PRM_OPT_SRA_MAX:
		return "SRA_MAX";
	case PRM_OPT_RRA_MAX:
		return "RRA_MAX";
	case PRM_OPT_PM_STATE:
		return "PM_STATE";
	case PRM_OPT_RETRY_COUNT:
		return "RETRY_COUNT";
	case PRM_OPT_RNR_RETRY:
		return "RNR_RETRY";
	case PRM_OPT_ACK_TIMEOUT:
		return "ACK_TIMEOUT";
	case PRM_OPT_PRI_PORT:
		return "PRI_PORT";
	case PRM_OPT_SRQN:
		return "SRQN";
	case PRM_OPT_CQN_RCV:
		return "CQN_RCV";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_access_name(uint8_t value)
{
	switch (value) {
	case PRM_ACCESS_PA:
		return "PA";
	case PRM_ACCESS_MTT:
		return "MTT";
	case PRM_ACCESS_KLMS:
		return "KLMS";
	case PRM_ACCESS_KSM:
		return "KSM";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_mkmask_name(uint64_t value)
{
	switch (value) {
	case PRM_MKMASK_LEN:
		return "LEN";
	case PRM_MKMASK_PAGE_SIZE:
		return "PAGE_SIZE";
	case PRM_MKMASK_XLT_OCT_SIZE:
		return "XLT_OCT_SIZE";
	case PRM_MKMASK_START_ADDR:
		return "START_ADDR";
	case PRM_MKMASK_PD:
		return "PD";
	case PRM_MKMASK_EN_RINVAL:
		return "EN_RINVAL";
	case PRM_MKMASK_EN_SIGERR:
		return "EN_SIGERR";
	case PRM_MKMASK_BSF_EN:
		return "BSF_EN";
	case PRM_MKMASK_KEY:
		return "KEY";
	case PRM_MKMASK_QPN:
		return "QPN";
	case PRM_MKMASK_LR:
		return "LR";
	case PRM_MKMASK_LW:
		return "LW";
	case PRM_MKMASK_RR:
		return "RR";
	case PRM_MKMASK_RW:
		return "RW";
	case PRM_MKMASK_A:
		return "A";
	case PRM_MKMASK_SMALL_FENCE:
		return "SMALL_FENCE";
	case PRM_MKMASK_RELAXED_ORDERING_WRITE:
		return "RELAXED_ORDERING_WRITE";
	case PRM_MKMASK_FREE:
		return "FREE";
	case PRM_MKMASK_PAGE_SIZE_5:
		return "PAGE_SIZE_5";
	case PRM_MKMASK_RELAXED_ORDERING_READ:
		return "RELAXED_ORDERING_READ";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_umr_name(uint8_t value)
{
	switch (value) {
	case PRM_UMR_CHECK_QPN:
		return "CHECK_QPN";
	case PRM_UMR_TRANSLATION_OFFSET_EN:
		return "TRANSLATION_OFFSET_EN";
	case PRM_UMR_CHECK_NOT_FREE:
		return "CHECK_NOT_FREE";
	case PRM_UMR_CHECK_FREE:
		return "CHECK_FREE";
	case PRM_UMR_INLINE:
		return "INLINE";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_fence_name(uint8_t value)
{
	switch (value) {
	case PRM_FENCE_NONE:
		return "NONE";
	case PRM_FENCE_INITIATOR_SMALL:
		return "INITIATOR_SMALL";
	case PRM_FENCE_FENCE:
		return "FENCE";
	case PRM_FENCE_STRONG_ORDERING:
		return "STRONG_ORDERING";
	case PRM_FENCE_SMALL_AND_FENCE:
		return "SMALL_AND_FENCE";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_ce_name(uint8_t value)
{
	switch (value) {
	case PRM_CE_ON_ERROR:
		return "ON_ERROR";
	case PRM_CE_ALWAYS:
		return "ALWAYS";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_umrfence_name(uint8_t value)
{
	switch (value) {
	case PRM_UMRFENCE_STRONG:
		return "STRONG";
	case PRM_UMRFENCE_SMALL:
		return "SMALL";
	case PRM_UMRFENCE_NONE:
		return "NONE";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_reg_name(uint16_t value)
{
	switch (value) {
	case PRM_REG_PCAP:
		return "PCAP";
	case PRM_REG_PMTU:
		return "PMTU";
	case PRM_REG_PTYS:
		return "PTYS";
	case PRM_REG_PAOS:
		return "PAOS";
	case PRM_REG_PPCNT:
		return "PPCNT";
	case PRM_REG_PVLC:
		return "PVLC";
	case PRM_REG_PCAM:
		return "PCAM";
	case PRM_REG_NODE_DESC:
		return "NODE_DESC";
	case PRM_REG_HOST_ENDIANNESS:
		return "HOST_ENDIANNESS";
	case PRM_REG_MCAM:
		return "MCAM";
	case PRM_REG_DTOR:
		return "DTOR";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_cap_name(uint16_t value)
{
	switch (value) {
	case PRM_CAP_GENERAL:
		return "GENERAL";
	case PRM_CAP_ETHERNET_OFFLOADS:
		return "ETHERNET_OFFLOADS";
	case PRM_CAP_ODP:
		return "ODP";
	case PRM_CAP_ATOMIC:
		return "ATOMIC";
	case PRM_CAP_ROCE:
		return "ROCE";
	case PRM_CAP_GENERAL_2:
		return "GENERAL_2";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_pages_name(uint16_t value)
{
	switch (value) {
	case PRM_PAGES_CANT_GIVE:
		return "CANT_GIVE";
	case PRM_PAGES_GIVE:
		return "GIVE";
	case PRM_PAGES_TAKE:
		return "TAKE";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_boot_name(uint16_t value)
{
	switch (value) {
	case PRM_BOOT_BOOT_PAGES:
		return "BOOT_PAGES";
	case PRM_BOOT_INIT_PAGES:
		return "INIT_PAGES";
	case PRM_BOOT_REGULAR_PAGES:
		return "REGULAR_PAGES";
	default:
		return "UNKNOWN";
	}
}

const char *lac_prm_link_name(uint8_t value)
{
	switch (value) {
	case PRM_LINK_IB:
		return "IB";
	case PRM_LINK_ETH:
		return "ETH";
	default:
		return "UNKNOWN";
	}
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * A recorded session of Linux's driver (linux_vf.txt), replayed command by command into the HCA and the engine:
 * each must succeed and answer what the driver got then. Addresses are replaced by memory of the bench and
 * numbers of objects by those that are handed out now; where pages are demanded, they are given.
 */
#include "rig.h"

#include <stdio.h>

#define TAIL 0x110u /* where the page list is in every CREATE that has one */
#define LINE 2048

/* ---- numbers: the recording's and ours ---- */

static const struct {
	const char *leaf;
	enum emu_kind kind;
} kinds[] = {
	{"uar", EMU_UAR},
	{"uar_page", EMU_UAR},
	{"pd", EMU_PD},
	{"xrcd", EMU_XRCD},
	{"transport_domain", EMU_TD},
	{"eq_number", EMU_EQ},
	{"c_eqn_or_apu_element", EMU_EQ},
	{"cqn", EMU_CQ},
	{"cqn_snd", EMU_CQ},
	{"cqn_rcv", EMU_CQ},
	{"qpn", EMU_QP},
	{"remote_qpn", EMU_QP},
	{"mkey_index", EMU_MKEY},
	{"xrc_srqn", EMU_SRQ},
	{"rmpn", EMU_SRQ},
	{"srqn_rmpn_xrqn", EMU_SRQ},
};

struct session {
	struct rig *r;
	uint32_t ours[EMU_KINDS][256]; /* by the recorded number; 0: none */
	uint8_t cap[EMU_CAP_BYTES];    /* as queried last */
	uint32_t commands;
};

static const char *leaf_of(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot ? dot + 1 : path;
}

static uint32_t *number(struct session *s, const char *path, uint64_t recorded)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (!strcmp(kinds[i].leaf, leaf_of(path)) && recorded < 256)
			return &s->ours[kinds[i].kind][recorded];
	return NULL;
}

/* ---- fields by the names of the layouts ---- */

static const struct prm_layout_desc *layout(uint16_t opcode, bool in)
{
	for (const struct prm_cmd_desc *c = lac_prm_cmds; c->name; c++)
		if (c->opcode == opcode)
			return in ? c->in : c->out;
	return NULL;
}

static bool resolve(const struct prm_layout_desc *d, const char *path, struct prm_field *out)
{
	char name[64];
	size_t n = strcspn(path, ".[=");
	uint32_t i = path[n] == '[' ? (uint32_t)atoi(path + n + 1) : 0, bit = 0;

	memcpy(name, path, n);
	name[n] = '\0';
	for (const struct prm_field_desc *f = d->fields; f->name; f++) {
		if (strcmp(f->name, name))
			continue;
		if (f->nested && path[n] == '.') {
			if (!resolve(f->nested, path + n + 1, out))
				return false;
			bit = f->bit + i * f->width;
			*out = PRM_FIELD(bit + out->bit, out->width);
			return true;
		}
		if (f->width > 64) /* bytes */
			*out = PRM_FIELD(f->bit + i * 8, 8);
		else
			*out = PRM_FIELD(f->bit + i * f->width, f->width);
		return true;
	}
	return false;
}

/* One `path=value`; false at the end of @at. */
static bool word(const char **at, char *path, uint64_t *value)
{
	char *eq;
	int n = 0;

	if (sscanf(*at, " %127[^ :]%n", path, &n) != 1)
		return false;
	*at += n;
	eq = strchr(path, '=');
	assert_non_null(eq);
	*value = strtoull(eq + 1, NULL, 0);
	*eq = '\0';
	return true;
}

static uint64_t doorbell_record(struct session *s)
{
	return rig_alloc(s->r, 64, 64);
}

static void put(struct session *s, uint16_t opcode, uint8_t *in, const char *path, uint64_t v)
{
	const struct prm_layout_desc *d = layout(opcode, true);
	uint32_t *ours = number(s, path, v);
	struct prm_field f = {0, 0};

	if (opcode == PRM_OP_ACCESS_REG) {
		if (!strcmp(path, "register_id"))
			emu_set(in, PRM_ACCESS_REGISTER_IN_REGISTER_ID, v);
		else
			emu_set(in + 16, PRM_PMTU_REG_LOCAL_PORT, v);
		return;
	}
	if (!strcmp(path, "atomic_req_8B_endianness_mode")) {
		emu_set(in + 16, PRM_ATOMIC_CAPS_ATOMIC_REQ_8B_ENDIANNESS_MODE, v);
		return;
	}
	if (!d || !resolve(d, path, &f))
		fail_msg("opcode 0x%x has no field %s", opcode, path);
	if (ours && *ours) {
		v = *ours;
	} else if (!strcmp(leaf_of(path), "dbr_addr")) {
		v = doorbell_record(s);
	} else if (!strcmp(leaf_of(path), "db_record_addr_l")) {
		v = doorbell_record(s);
		emu_set(in + 0x10, PRM_XRC_SRQC_DB_RECORD_ADDR_H, v >> 32);
		v = (uint32_t)v >> 2;
	}
	emu_set(in, f, v);
}

/* What the model of then made up, or an address of then. */
static bool incidental(uint16_t opcode, const char *path)
{
	static const char *const leaves[] = {
		"dbr_addr", "mtu", "vhca_port_num", "xrcd", "srqn_rmpn_xrqn"};

	if (opcode != PRM_OP_QUERY_QP)
		return opcode == PRM_OP_MAD_IFC; /* it answered the request itself */
	for (size_t i = 0; i < COUNT(leaves); i++)
		if (!strcmp(leaf_of(path), leaves[i]))
			return true;
	return false;
}

static void check(
	struct session *s, uint16_t opcode, const uint8_t *out, const char *path, uint64_t want)
{
	const struct prm_layout_desc *d = layout(opcode, false);
	uint32_t *ours = number(s, path, want);
	struct prm_field f = {0, 0};
	uint64_t got;

	if (incidental(opcode, path))
		return;
	if (!d || !resolve(d, path, &f))
		fail_msg("opcode 0x%x answers no field %s", opcode, path);
	got = emu_get(out, f);
	if (ours && !*ours)
		*ours = (uint32_t)got;
	else if (got != (ours ? *ours : want))
		fail_msg("%s: %s is 0x%llx, was 0x%llx", lac_prm_op_name(opcode), path,
			(unsigned long long)got, (unsigned long long)want);
}

/* ---- what a command carries beyond its fields ---- */

static void pages(struct session *s, uint16_t opcode, uint8_t *in, uint32_t in_len)
{
	uint32_t n = in_len > TAIL ? (in_len - TAIL) / 8 : 0, log_page = 0;
	uint64_t at, page;

	if (opcode == PRM_OP_CREATE_CQ)
		log_page = (uint32_t)emu_get(
			in + PRM_CREATE_CQ_IN_CQ_CONTEXT_OFF, PRM_CQC_LOG_PAGE_SIZE);
	else if (opcode == PRM_OP_CREATE_QP)
		log_page = (uint32_t)emu_get(in + PRM_CREATE_QP_IN_QPC_OFF, PRM_QPC_LOG_PAGE_SIZE);
	else if (opcode == PRM_OP_CREATE_RMP)
		log_page = (uint32_t)emu_get(in + 0x50, PRM_WQ_LOG_WQ_PG_SZ);
	else if (opcode != PRM_OP_CREATE_EQ && opcode != PRM_OP_CREATE_XRC_SRQ)
		return;
	page = (uint64_t)EMU_PAGE << log_page;
	at = rig_alloc(s->r, n * page, page);
	for (uint32_t i = 0; i < n; i++)
		emu_put_be64(in + TAIL + i * 8, at + i * page);
	if (opcode == PRM_OP_CREATE_EQ)
		for (uint32_t i = 0; i < n * EMU_PAGE; i += 64)
			rig_at(s->r, at)[i + 63] = 1;
}

static void note_eq(struct session *s, const uint8_t *in, const uint8_t *out)
{
	uint32_t eqn = (uint32_t)emu_get(out, PRM_CREATE_EQ_OUT_EQ_NUMBER);

	s->r->uar = (uint32_t)emu_get(in + 0x10, PRM_EQC_UAR_PAGE);
	s->r->eq_mem[eqn] = emu_be64(in + TAIL);
	s->r->eq_log[eqn] = (uint32_t)emu_get(in + 0x10, PRM_EQC_LOG_EQ_SIZE);
	if (emu_be64(in + 0x58) >> PRM_EV_CMD & 1)
		s->r->cmd_eq = eqn;
	if (emu_be64(in + 0x58) >> PRM_EV_PAGE_REQUEST & 1) {
		s->r->page_eq = eqn;
		s->r->serve = true;
	}
}

static void before(struct session *s, uint16_t opcode, uint16_t op_mod, uint8_t *in)
{
	if (opcode == PRM_OP_SET_HCA_CAP && op_mod >> 1 == PRM_CAP_GENERAL)
		memcpy(in + 16, s->cap, sizeof(s->cap)); /* as the driver does */
	if (opcode == PRM_OP_DESTROY_EQ) {               /* the driver polls from here on */
		s->r->serve = false;
		s->r->cmd_eq = 0;
	}
}

static void after(
	struct session *s, uint16_t opcode, uint16_t op_mod, const uint8_t *in, const uint8_t *out)
{
	switch (opcode) {
	case PRM_OP_QUERY_PAGES: /* the recording's device wanted none */
		rig_give_new(s->r, (uint32_t)emu_get(out, PRM_QUERY_PAGES_OUT_NUM_PAGES));
		break;
	case PRM_OP_QUERY_HCA_CAP:
		if (op_mod == 1)
			memcpy(s->cap, out + 16, sizeof(s->cap));
		break;
	case PRM_OP_CREATE_EQ:
		note_eq(s, in, out);
		break;
	case PRM_OP_TEARDOWN_HCA:
		while (rig_take(s->r, 768, NULL))
			;
		break;
	default:
		break;
	}
}

/* The event of a command that has completed; those of pages given meanwhile may come first. */
static void event_of(struct session *s, uint32_t slot)
{
	const uint8_t *e = NULL;
	uint32_t vector;

	do {
		for (uint32_t i = 0; i < 100 && !(e = rig_eqe(s->r, s->r->cmd_eq)); i++)
			rig_polls(s->r, 1);
		assert_non_null(e);
		assert_int_equal(e[1], PRM_EV_CMD);
		vector = emu_be32(e + 0x20);
		rig_eq_ci(s->r, s->r->cmd_eq, true);
	} while (vector == 1u << 31 && slot != 31);
	assert_int_equal(vector, 1u << slot);
}

static void replay_line(struct session *s, const char *line)
{
	unsigned int slot, op_mod, in_len, out_len;
	char name[64], path[128];
	uint16_t opcode;
	uint64_t v;
	uint8_t *in, *out, dlv;
	const char *at;
	int n = 0;

	assert_int_equal(
		sscanf(line, "%u %63s %u %u %u :%n", &slot, name, &op_mod, &in_len, &out_len, &n),
		5);
	assert_true(cmd_parse_opcode(name, &opcode));
	at = line + n;
	in = calloc(1, in_len);
	out = calloc(1, out_len);
	assert_true(in && out);
	emu_set(in, PRM_MBOX_IN_OPCODE, opcode);
	emu_set(in, PRM_MBOX_IN_OP_MOD, op_mod);
	before(s, opcode, (uint16_t)op_mod, in);
	while (word(&at, path, &v))
		put(s, opcode, in, path, v);
	pages(s, opcode, in, in_len);
	dlv = rig_exec_on(s->r, slot, in, in_len, out, out_len);
	if (dlv || out[0])
		fail_msg("%.200s\n  delivery %s, status %s, syndrome 0x%x; lint: %s", line,
			lac_prm_dlv_name(dlv), lac_prm_st_name(out[0]), emu_be32(out + 4),
			s->r->lint);
	at = strchr(at, ':') + 1;
	while (word(&at, path, &v))
		check(s, opcode, out, path, v);
	if (s->r->cmd_eq)
		event_of(s, slot);
	after(s, opcode, (uint16_t)op_mod, in, out);
	s->commands++;
	free(in);
	free(out);
}

static void replay(const char *profile, bool adversarial, uint64_t seed)
{
	struct session *s = calloc(1, sizeof(*s));
	FILE *file = fopen(TEST_FILE, "r");
	char line[LINE];

	assert_true(s && file);
	s->r = rig_new(profile, adversarial, seed);
	while (fgets(line, sizeof(line), file))
		if (line[0] != '#')
			replay_line(s, line);
	fclose(file);
	assert_true(s->commands > 300);
	if (s->r->lints)
		fail_msg("%u doubtful uses by Linux, the last: %s", s->r->lints, s->r->lint);
	assert_int_equal(s->r->f.stats.objects, 0);
	assert_int_equal(s->r->f.stats.pages_held, 0);
	assert_int_equal(s->r->f.stats.pages_corrupt, 0);
	assert_int_equal(s->r->f.stats.pages_left, 0);
	rig_free(s->r);
	free(s);
}

static void in_order_without_pages(void **state)
{
	(void)state;
	replay("nopages", false, 0);
}

static void late_with_pages(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 3; seed++) {
		print_message("seed %llu\n", (unsigned long long)seed);
		replay(NULL, true, seed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_order_without_pages),
		cmocka_unit_test(late_with_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: BSD-3-Clause */
/* Which rows there are, and the limit that each is held against. */
#include <fnmatch.h>

#include "lists.h"
#include "row.h"

#define RING_BB     1024u /* 64 KiB */
#define LIST_UNITS  128u  /* what lac_qp_create() makes by default: 16384 entries */
#define LARGE_UNITS 2048u
#define NEST_LIST   512u

#define COUNT(array)   (sizeof(array) / sizeof((array)[0]))
#define EACH(i, array) for (i = 0; i < COUNT(array); i++)

static const uint32_t inline_n[] = {1, 2, 4, 8, 16, 32, 52};
static const uint32_t pointer_n[] = {64, 256, 1024, 4096};

/* @list_max: entries of one list; a registration may have twice as many, over children. */
static struct bench *rig(uint32_t units, uint32_t keys, uint32_t list_max)
{
	const struct bench_conf conf = {
		.bb = RING_BB,
		.list_units = units,
		.keys = keys,
		.cqes = RING_BB,
		.hull_lo = LISTS_LO,
		.hull_hi = LISTS_HI,
	};
	const struct lac_keys_attr a = {
		.access = LAC_LOCAL_WRITE | LAC_REMOTE_READ | LAC_REMOTE_WRITE,
		.max_entries = 2 * list_max,
	};
	struct bench *b = bench_new(&conf);
	uint32_t i;

	bench_class(b, 0, &a, INLINE_MAX, list_max);
	for (i = 0; i < keys; i++)
		bench_key(b, i, 0, (uint8_t)i);
	return b;
}

static uint32_t min32(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

bool row_posts(const struct row *r)
{
	return r->op <= OP_SEND_INL;
}

/* WQEBBs and list units of an operation. */
static void size(struct row *r)
{
	const uint32_t kids = (r->n + r->list_max - 1) / r->list_max;
	const bool inl = r->n <= INLINE_MAX, lists = r->op <= OP_MAP || r->op == OP_TURN;

	r->bb = r->op == OP_INV || r->op == OP_TURN ? 2 : 0;
	r->bb += r->op != OP_MAP && r->op != OP_INV;
	if (!lists)
		return;
	r->bb += inl ? 2 + (r->n + 3) / 4 : 3;
	r->units = inl ? 0 : (r->n + LAC_LIST_UNIT_ENTRIES - 1) / LAC_LIST_UNIT_ENTRIES;
	if (kids > 1)
		r->bb += kids * 3;
	r->list_lines = inl ? 0 : (r->n + 3) / 4;
}

static const char *kind_name(const struct row *r)
{
	if (r->op == OP_STORES)
		return limit_stores_name((enum stores)r->kind);
	if (r->op == OP_TRANSLATE)
		return limit_translate_name((enum translators)r->kind);
	return r->kind == LAC_SRC_IOV    ? "iov"
	       : r->kind == LAC_SRC_OL   ? "ol"
	       : r->kind == LAC_SRC_LOC  ? "loc"
	       : r->kind == LAC_SRC_MBUF ? "mbuf"
					 : "-";
}

static void row_name(struct row *r)
{
	static const char *const op[OP_COUNT] = {"map_write", "map_write_sum", "nest_write", "map",
		"inv", "turn", "write", "read", "send_inl", "poll", "poll_err", "limit",
		"limit_poll", "limit_translate"};
	char *p = r->name, *end = p + sizeof(r->name);

	p += snprintf(p, (size_t)(end - p), "%s/%s/", op[r->op], kind_name(r));
	if (r->op == OP_STORES)
		p += snprintf(p, (size_t)(end - p), "%u+%u/%u", r->bb, r->list_lines, r->batch);
	else
		p += snprintf(p, (size_t)(end - p), "%u/%u", r->n, r->batch);
	if (r->path)
		p += snprintf(p, (size_t)(end - p), "/%s", r->path->name);
	if (r->live)
		p += snprintf(p, (size_t)(end - p), "/live=%u", r->live);
	if (r->shared)
		snprintf(p, (size_t)(end - p), "/shared");
}

/* The limit's rows for @r, once for all rows that store as much. */
static void add_limit(struct rows *rows, const struct row *of)
{
	struct row r = *of;
	unsigned int i, how;

	for (i = 0; i < rows->n; i++) {
		const struct row *l = &rows->row[i];

		if (l->op == OP_STORES && l->bb == r.bb && l->list_lines == r.list_lines &&
			l->batch == r.batch && l->b == r.b && l->shared == r.shared)
			return;
	}
	r.op = OP_STORES;
	r.path = NULL;
	r.n = 0;
	r.live = 0;
	for (how = 0; how < STORES_COUNT; how++) {
		r.kind = how;
		r.run = limit_stores((enum stores)how);
		row_name(&r);
		bench_must(rows->n < ROWS_MAX, "too many rows");
		if (r.run)
			rows->row[rows->n++] = r;
	}
}

/* The name, or what it begins with up to a slash, is one of the comma-separated patterns; "" is all. */
static bool chosen(const char *only, const char *name)
{
	char pattern[128];
	size_t n;

	if (*only == 0)
		return true;
	for (; *only; only += n + (only[n] == ',')) {
		n = strcspn(only, ",");
		snprintf(pattern, sizeof(pattern), "%.*s", (int)n, only);
		if (fnmatch(pattern, name, FNM_LEADING_DIR) == 0)
			return true;
	}
	return false;
}

static void add(struct rows *rows, const struct choice *c, struct row r)
{
	const uint32_t units = r.b == rows->large ? LARGE_UNITS : LIST_UNITS;

	bench_must(rows->n < ROWS_MAX, "too many rows");
	r.instructions = -1;
	r.list_max = r.op == OP_NEST_WRITE ? NEST_LIST : LIST_MAX;
	if (!r.run)
		return;
	if (r.ops == 0) {
		size(&r);
		/* the worst padding at the ring's end must fit too */
		r.ops = min32(KEYS, (RING_BB - r.bb + 1) / r.bb);
		if (r.units)
			r.ops = min32(r.ops, r.n > r.list_max ? min32(units / r.units, KIDS / 2)
							      : units / r.units);
		r.ops -= r.ops % r.batch;
	}
	row_name(&r);
	if (r.ops == 0 || !chosen(c->only, r.name))
		return;
	if (row_posts(&r) && c->limits)
		add_limit(rows, &r);
	rows->row[rows->n++] = r;
}

static void post(struct rows *rows, const struct choice *c, enum op op, unsigned int kind,
	uint32_t n, unsigned int batch, bool shared)
{
	const struct row r = {
		.op = op,
		.kind = kind,
		.n = n,
		.batch = batch,
		.run = ops_post(op, kind, batch),
		.b = n > pointer_n[COUNT(pointer_n) - 1] ? rows->large : rows->plain,
		.shared = shared,
	};

	add(rows, c, r);
}

/* Keys over keys, with lists short enough to count each instruction. */
static void nest(
	struct rows *rows, const struct choice *c, const struct path *path, unsigned int kind)
{
	const struct row r = {
		.op = OP_NEST_WRITE,
		.kind = kind,
		.n = 2 * NEST_LIST,
		.batch = 1,
		.run = path->ops(OP_MAP_WRITE, kind, 1),
		.b = rows->nest,
		.path = path,
	};

	add(rows, c, r);
}

static void add_posts(struct rows *rows, const struct choice *c, unsigned int batch)
{
	static const unsigned int kinds[] = {LAC_SRC_OL, LAC_SRC_LOC, LAC_SRC_MBUF};
	uint32_t i, j;

	EACH(i, inline_n)
	post(rows, c, OP_MAP_WRITE, LAC_SRC_IOV, inline_n[i], batch, false);
	EACH(i, pointer_n)
	post(rows, c, OP_MAP_WRITE, LAC_SRC_IOV, pointer_n[i], batch, false);
	EACH(i, inline_n)
	post(rows, c, OP_MAP_WRITE_SUM, LAC_SRC_IOV, inline_n[i], batch, false);
	EACH(i, kinds)
	{
		EACH(j, inline_n)
		post(rows, c, OP_MAP_WRITE, kinds[i], inline_n[j], batch, false);
		EACH(j, pointer_n)
		post(rows, c, OP_MAP_WRITE, kinds[i], pointer_n[j], batch, false);
	}
	EACH(i, inline_n)
	post(rows, c, OP_MAP, LAC_SRC_IOV, inline_n[i], batch, false);
	post(rows, c, OP_INV, 0, 4, batch, false);
	post(rows, c, OP_WRITE, 0, 1, batch, false);
	post(rows, c, OP_READ, 0, 1, batch, false);
	post(rows, c, OP_SEND_INL, 0, 1, batch, false);
}

static void add_paths(struct rows *rows, const struct choice *c)
{
	static const uint32_t iov_n[] = {1, 4, 16, 52, 64, 256, 1024}, some_n[] = {4, 52};
	static const unsigned int kinds[] = {LAC_SRC_OL, LAC_SRC_LOC, LAC_SRC_MBUF};
	struct row r = {0};
	uint32_t i, j, k;

#define PATH_ROW(operation, of, pieces, many)               \
	do {                                                \
		r.b = rows->plain;                          \
		r.op = operation;                           \
		r.kind = of;                                \
		r.n = pieces;                               \
		r.batch = many;                             \
		r.run = r.path->ops(r.op, r.kind, r.batch); \
		add(rows, c, r);                            \
	} while (0)
	for (k = 0; (r.path = path_at(k)) != NULL; k++) {
		EACH(i, iov_n)
		{
			PATH_ROW(OP_MAP_WRITE, LAC_SRC_IOV, iov_n[i], 1);
			PATH_ROW(OP_MAP_WRITE, LAC_SRC_IOV, iov_n[i], 16);
		}
		EACH(i, some_n)
		{
			PATH_ROW(OP_MAP_WRITE_SUM, LAC_SRC_IOV, some_n[i], 1);
			EACH(j, kinds)
			PATH_ROW(OP_MAP_WRITE, kinds[j], some_n[i], 1);
		}
		PATH_ROW(OP_MAP, LAC_SRC_IOV, 4, 1);
		nest(rows, c, r.path, LAC_SRC_IOV);
	}
#undef PATH_ROW
}

static void add_polls(struct rows *rows, const struct choice *c)
{
	static const unsigned int asked[] = {0, 1, 16, 32};
	static const struct choice all = {"", true};
	struct row r = {.op = OP_POLL, .ops = 512, .b = rows->plain};
	uint32_t i;

	EACH(i, asked)
	{
		r.n = r.batch = asked[i];
		r.op = OP_POLL;
		r.run = ops_poll(OP_POLL, r.batch);
		add(rows, c, r);
		r.op = OP_TAKE;
		r.run = limit_take(r.batch);
		if (c->limits && rows->n && rows->row[rows->n - 1].op == OP_POLL)
			add(rows, &all, r);
	}
	r.op = OP_POLL_ERR;
	r.n = r.batch = 16;
	r.ops = 64;
	r.run = ops_poll(OP_POLL_ERR, 16);
	add(rows, c, r);
}

static void add_translations(struct rows *rows, const struct choice *c)
{
	struct row r = {.op = OP_TRANSLATE, .ops = 64, .batch = 1, .b = rows->plain};
	uint32_t i, how;

	for (how = 0; how < XLATE_COUNT; how++) {
		r.kind = how;
		r.run = limit_translate((enum translators)how);
		for (i = 0; i < COUNT(inline_n) + COUNT(pointer_n); i++) {
			r.n = i < COUNT(inline_n) ? inline_n[i] : pointer_n[i - COUNT(inline_n)];
			add(rows, c, r);
		}
	}
}

static void add_scales(struct rows *rows, const struct choice *c)
{
	struct row r = {.op = OP_TURN, .kind = LAC_SRC_IOV, .n = 4, .batch = 1, .b = rows->large};

	post(rows, c, OP_MAP_WRITE, LAC_SRC_IOV, 16384, 1, false);
	post(rows, c, OP_MAP_WRITE, LAC_SRC_IOV, 65536, 1, false);
	r.run = ops_post(r.op, r.kind, r.batch);
	for (r.live = 1u << 10; r.live <= LIVE_MAX; r.live <<= r.live < 1u << 18 ? 4 : 2)
		add(rows, c, r);
}

void rows_fill(struct rows *rows, const struct choice *c)
{
	static const uint32_t shared_n[] = {1, 4, 16, 52};
	uint32_t i;

	memset(rows, 0, sizeof(*rows));
	rows->plain = rig(LIST_UNITS, KEYS, LIST_MAX);
	rows->large = rig(LARGE_UNITS, LIVE_MAX, LIST_MAX);
	rows->nest = rig(LIST_UNITS, KEYS, NEST_LIST);
	bench_nest(rows->large, INLINE_MAX, LIST_MAX, 2, KIDS / 2);
	bench_nest(rows->nest, INLINE_MAX, NEST_LIST, 2, KIDS / 2);
	add_posts(rows, c, 1);
	add_posts(rows, c, 16);
	add_paths(rows, c);
	add_polls(rows, c);
	add_translations(rows, c);
	EACH(i, shared_n)
	post(rows, c, OP_MAP_WRITE, LAC_SRC_IOV, shared_n[i], 1, true);
	post(rows, c, OP_WRITE, 0, 1, 1, true);
	add_scales(rows, c);
}

void rows_free(struct rows *rows)
{
	bench_free(rows->plain);
	bench_free(rows->large);
	bench_free(rows->nest);
}

double rows_limit(const struct rows *rows, const struct row *r, const char **how)
{
	const struct row *best = NULL;
	unsigned int i;

	for (i = 0; i < rows->n; i++) {
		const struct row *l = &rows->row[i];
		const bool stores = row_posts(r) && l->op == OP_STORES && l->bb == r->bb &&
				    l->list_lines == r->list_lines && l->b == r->b &&
				    l->shared == r->shared;
		const bool takes = r->op == OP_POLL && l->op == OP_TAKE;

		if (!(stores || takes) || l->batch != r->batch || l->cycles.kept == 0)
			continue;
		if (!best || l->cycles.best < best->cycles.best)
			best = l;
	}
	*how = best ? kind_name(best) : "";
	return best ? best->cycles.best : 0;
}

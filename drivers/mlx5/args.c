/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Device arguments of one function: a table of keys, each with a parser of its value. What is not in the
 * table, not in range or said twice is refused with a sentence that names function, key and value.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <rte_kvargs.h>

#include "bus/why.h"
#include "mlx5/probe.h"

#define TIMEOUT_MS_DEFAULT 60000u
#define TIMEOUT_MS_MAX     3600000u

static bool choose(const char *value, const char *no, const char *yes, bool *out)
{
	*out = !strcmp(value, yes);
	return *out || !strcmp(value, no);
}

static bool parse_check(struct lac_args *args, const char *value)
{
	return choose(value, "hull", "full", &args->check_full);
}

static bool parse_ctrl(struct lac_args *args, const char *value)
{
	return choose(value, "thread", "app", &args->ctrl_app);
}

static bool parse_timeout(struct lac_args *args, const char *value)
{
	unsigned long ms;
	char *end;

	if (value[0] < '0' || value[0] > '9')
		return false;
	errno = 0;
	ms = strtoul(value, &end, 10);
	if (errno || *end || !ms || ms > TIMEOUT_MS_MAX)
		return false;
	args->timeout_ms = (uint32_t)ms;
	return true;
}

static const struct arg_key {
	const char *key, *values;
	bool (*parse)(struct lac_args *args, const char *value);
} arg_keys[] = {
	{"check", "hull or full", parse_check},
	{"ctrl", "thread or app", parse_ctrl},
	{"timeout_ms", "1 to 3600000", parse_timeout},
};

static const struct arg_key *key_find(const char *key)
{
	for (size_t i = 0; i < sizeof(arg_keys) / sizeof(arg_keys[0]); i++) {
		if (!strcmp(arg_keys[i].key, key))
			return &arg_keys[i];
	}
	return NULL;
}

int lac_args_parse(struct lac_args *args, const char *text, struct lac_err *why)
{
	struct rte_kvargs *kv;
	int err = 0;

	args->check_full = false;
	args->ctrl_app = false;
	args->timeout_ms = TIMEOUT_MS_DEFAULT;
	if (!text || !*text)
		return 0;
	kv = rte_kvargs_parse(text, NULL);
	if (!kv)
		return lac_why(why, -EINVAL, LAC_AT_ARGS,
			"%s: device arguments cannot be parsed: %.64s", args->bdf, text);
	for (unsigned int i = 0; i < kv->count && !err; i++) {
		const char *value = kv->pairs[i].value ? kv->pairs[i].value : "";
		const struct arg_key *k = key_find(kv->pairs[i].key);

		if (!k)
			err = lac_why(why, -EINVAL, LAC_AT_ARGS,
				"%s: unknown device argument %.40s", args->bdf, kv->pairs[i].key);
		else if (rte_kvargs_count(kv, k->key) > 1)
			err = lac_why(why, -EINVAL, LAC_AT_ARGS,
				"%s: device argument %s is given more than once", args->bdf,
				k->key);
		else if (!k->parse(args, value))
			err = lac_why(why, -EINVAL, LAC_AT_ARGS, "%s: %s=%.40s: the value is %s",
				args->bdf, k->key, value, k->values);
	}
	rte_kvargs_free(kv);
	return err;
}

/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Reads one unsigned number out of a JSON text: the member @key of the object that is the member
 * @object of the text's outermost object. The text comes from another process, so it is checked as a
 * whole, whatever is asked of it.
 */
#ifndef LAC_BUS_JSON_H
#define LAC_BUS_JSON_H

#include <stddef.h>
#include <stdint.h>

/* 1 found; 0 not there; -EPROTO the text is not JSON, or the member is not a whole number */
int lac_json_number(
	const char *text, size_t len, const char *object, const char *key, uint64_t *value);

#endif

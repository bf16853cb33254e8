/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The texts of the exchange: an address as ibv_rc_pingpong writes it (rdma-core libibverbs/examples/rc_pingpong.c shows
 * the form), and where a peer is.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "exchange.h"

void exchange_format(char text[EXCHANGE_BYTES], const struct lac_qp_addr_fields *f)
{
	int n = snprintf(text, EXCHANGE_BYTES, "%04x:%06x:%06x:", f->lid, f->qpn & 0xffffff,
		f->psn & 0xffffff);

	for (unsigned int i = 0; i < sizeof(f->gid); i++)
		n += snprintf(text + n, EXCHANGE_BYTES - (size_t)n, "%02x", f->gid[i]);
}

int exchange_parse(const char text[EXCHANGE_BYTES], struct lac_qp_addr_fields *f)
{
	static const char form[] = "xxxx:xxxxxx:xxxxxx:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
	unsigned int lid, qpn, psn, byte;

	for (unsigned int i = 0; i < EXCHANGE_BYTES; i++)
		if (form[i] == 'x' ? text[i] == '\0' ||
					     strchr("0123456789abcdefABCDEF", text[i]) == NULL
				   : text[i] != form[i])
			return -EINVAL;
	if (sscanf(text, "%x:%x:%x:", &lid, &qpn, &psn) != 3)
		return -EINVAL;
	f->lid = (uint16_t)lid;
	f->qpn = qpn;
	f->psn = psn;
	for (unsigned int i = 0; i < sizeof(f->gid); i++) {
		sscanf(text + 19 + 2 * i, "%2x", &byte);
		f->gid[i] = (uint8_t)byte;
	}
	return 0;
}

int exchange_split(const char *where, char *host, size_t host_bytes, char port[6])
{
	const char *end, *colon;
	int n;

	if (where[0] == '[') {
		end = strchr(++where, ']');
		if (end == NULL || (end[1] != '\0' && end[1] != ':'))
			return -EINVAL;
		colon = end[1] == ':' ? end + 1 : NULL;
	} else {
		colon = strrchr(where, ':');
		if (colon != NULL && strchr(where, ':') != colon)
			return -EINVAL; /* an IPv6 address wants brackets */
		end = colon != NULL ? colon : where + strlen(where);
	}
	n = snprintf(host, host_bytes, "%.*s", (int)(end - where), where);
	if (n < 0 || (size_t)n >= host_bytes)
		return -EINVAL;
	n = snprintf(port, 6, "%s", colon != NULL ? colon + 1 : EXCHANGE_PORT);
	return n > 0 && n < 6 && strspn(port, "0123456789") == (size_t)n ? 0 : -EINVAL;
}

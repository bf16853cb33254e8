/* SPDX-License-Identifier: BSD-3-Clause */
/* Mode read: RDMA READs by port a of port b's memory, as many as go. */
#include "stream.h"

static int post(struct stream *s, uint64_t cookie)
{
	return lac_sq_read(s->pair.a.sq, stream_local(s), stream_remote(s), LAC_SIGNAL, cookie);
}

static int run(struct fwd *f)
{
	return stream_whole(f, post);
}

const struct fwd_mode fwd_read = {
	.name = "read",
	.help = "RDMA READs by port 0 from port 1",
	.run = run,
};

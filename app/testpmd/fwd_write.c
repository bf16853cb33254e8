/* SPDX-License-Identifier: BSD-3-Clause */
/* Mode write: RDMA WRITEs from port a over port b's memory, as many as go. */
#include "stream.h"

static int post(struct stream *s, uint64_t cookie)
{
	return lac_sq_write(s->pair.a.sq, stream_local(s), stream_remote(s), LAC_SIGNAL, cookie);
}

static int run(struct fwd *f)
{
	return stream_whole(f, post);
}

const struct fwd_mode fwd_write = {
	.name = "write",
	.help = "RDMA WRITEs from port 0 to port 1",
	.run = run,
};

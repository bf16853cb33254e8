/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * Opening a vfio-user device: connect, agree on the version, then learn its regions and interrupts and
 * map what it shares. Nothing the server says is used before it is checked; each refusal has a sentence.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/vfio.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "bus/json.h"
#include "bus/vu_client.h"
#include "bus/why.h"

#define CONFIG_BYTES 256u

static int open_why(struct vu_bus *b, struct lac_err *why, int err, const char *what)
{
	if (err == -ETIMEDOUT)
		return lac_why(why, err, LAC_AT_TIMEOUT, "%s: %s: no answer within %u ms",
			b->bus.bdf, what, b->bus.timeout_ms);
	return lac_why(why, err, LAC_AT_BUS, "%s: %s: %s", b->bus.bdf, what,
		err == -ENODEV ? "the vfio-user server broke the connection or the protocol"
			       : strerror(-err));
}

static int version_refuse(struct vu_bus *b, struct lac_err *why, const char *what)
{
	return lac_why(
		why, -EPROTO, LAC_AT_BUS, "%s: vfio-user version reply: %s", b->bus.bdf, what);
}

/* One capability of the version reply; absent: @value keeps its default. */
static int version_cap(const char *text, size_t len, const char *key, uint64_t min, uint64_t *value)
{
	uint64_t v;
	int found = lac_json_number(text, len, "capabilities", key, &v);

	if (found > 0 && v < min)
		return -EPROTO;
	if (found > 0)
		*value = v;
	return found < 0 ? found : 0;
}

static int version_agree(struct vu_bus *b, struct lac_err *why)
{
	struct vu_version ours = {0, 0};
	char text[160];
	struct vu_req req = {
		.cmd = VU_VERSION,
		.v = {{&ours, sizeof(ours)}, {text, 0}},
		.n = 2,
		.body_min = sizeof(ours),
		.body_max = 64 * 1024,
	};
	const struct vu_version *theirs;
	const char *caps;
	uint32_t len;
	int err;

	req.v[1].iov_len =
		1 + (size_t)snprintf(text, sizeof(text),
			    "{\"capabilities\":{\"max_msg_fds\":%u,\"max_data_xfer_size\":%u,"
			    "\"pgsizes\":4096,\"max_dma_maps\":65535}}",
			    VU_FDS_MAX, VU_XFER_MAX);
	err = lac_vu_call(b, &req);
	if (err)
		return open_why(b, why, err, "vfio-user version");
	theirs = lac_vu_body(&b->sock);
	caps = (const char *)(theirs + 1);
	len = lac_vu_body_len(&b->sock) - (uint32_t)sizeof(*theirs);
	b->peer_fds = 1;
	b->peer_xfer = VU_XFER_MAX;
	b->peer_maps = 65535;
	b->peer_page = 4096;
	if (theirs->major != ours.major || theirs->minor > ours.minor)
		return version_refuse(b, why, "not a version that was offered");
	if (len && caps[len - 1] != '\0')
		return version_refuse(b, why, "capabilities without their final NUL");
	if (len && (version_cap(caps, len - 1, "max_msg_fds", 1, &b->peer_fds) ||
			   version_cap(caps, len - 1, "max_data_xfer_size", 8, &b->peer_xfer) ||
			   version_cap(caps, len - 1, "max_dma_maps", 1, &b->peer_maps) ||
			   version_cap(caps, len - 1, "pgsizes", 1, &b->peer_page)))
		return version_refuse(b, why, "malformed capabilities");
	b->peer_page &= -b->peer_page; /* the smallest of a set of powers of two */
	lac_vu_drop(&b->sock);
	return 0;
}

static int device_learn(struct vu_bus *b, struct lac_err *why)
{
	struct vu_device_info info = {.argsz = sizeof(info)};
	struct vu_req req = {
		.cmd = VU_GET_INFO,
		.v = {{&info, sizeof(info)}},
		.n = 1,
		.body_min = sizeof(info),
		.body_max = sizeof(info),
	};
	int err = lac_vu_call(b, &req);

	if (err)
		return open_why(b, why, err, "vfio-user device info");
	memcpy(&info, lac_vu_body(&b->sock), sizeof(info));
	lac_vu_drop(&b->sock);
	if (!(info.flags & VFIO_DEVICE_FLAGS_PCI) ||
		info.num_regions <= VFIO_PCI_CONFIG_REGION_INDEX ||
		info.num_irqs <= VFIO_PCI_MSIX_IRQ_INDEX)
		return lac_why(why, -EPROTO, LAC_AT_BUS,
			"%s: the vfio-user server's device is not a PCI function with MSI-X",
			b->bus.bdf);
	b->can_reset = info.flags & VFIO_DEVICE_FLAGS_RESET;
	return 0;
}

/* Maps what the server shares of BAR 0 through @fd. */
static int bar_map(struct vu_bus *b, int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		return -errno;
	return lac_areas_map(&b->areas, lac_vu_body(&b->sock), lac_vu_body_len(&b->sock), fd,
		(uint64_t)st.st_size);
}

static int region_learn(struct vu_bus *b, uint32_t index, struct lac_err *why)
{
	struct vfio_region_info r = {.argsz = LAC_REGION_INFO_MAX, .index = index};
	struct vu_req req = {
		.cmd = VU_GET_REGION_INFO,
		.v = {{&r, sizeof(r)}},
		.n = 1,
		.body_min = sizeof(r),
		.body_max = LAC_REGION_INFO_MAX,
	};
	int err, fd;

	err = lac_vu_call(b, &req);
	if (err)
		return open_why(b, why, err, "vfio-user region info");
	memcpy(&r, lac_vu_body(&b->sock), sizeof(r));
	if (r.index != index || r.argsz > lac_vu_body_len(&b->sock))
		err = -EPROTO;
	if (!err && index == VFIO_PCI_CONFIG_REGION_INDEX && r.size < CONFIG_BYTES)
		err = -EPROTO;
	if (!err && index == VFIO_PCI_BAR0_REGION_INDEX) {
		b->bus.bar_bytes = r.size;
		if (!r.size)
			err = -EPROTO;
		fd = r.flags & VFIO_REGION_INFO_FLAG_MMAP ? lac_vu_take_fd(&b->sock, 0) : -1;
		if (!err && fd >= 0)
			err = bar_map(b, fd);
		if (fd >= 0)
			close(fd);
	}
	lac_vu_drop(&b->sock);
	if (err)
		return lac_why(why, err, LAC_AT_BUS,
			"%s: vfio-user region %u: its description is unusable", b->bus.bdf, index);
	return 0;
}

static int irqs_learn(struct vu_bus *b, struct lac_err *why)
{
	struct vfio_irq_info info = {.argsz = sizeof(info), .index = VFIO_PCI_MSIX_IRQ_INDEX};
	struct vu_req req = {
		.cmd = VU_GET_IRQ_INFO,
		.v = {{&info, sizeof(info)}},
		.n = 1,
		.body_min = sizeof(info),
		.body_max = sizeof(info),
	};
	int err = lac_vu_call(b, &req);

	if (err)
		return open_why(b, why, err, "vfio-user interrupt info");
	memcpy(&info, lac_vu_body(&b->sock), sizeof(info));
	lac_vu_drop(&b->sock);
	/* a PCI function has at most 2048 (PCI, Message Control of MSI-X) */
	if (info.index != VFIO_PCI_MSIX_IRQ_INDEX || !info.count || info.count > 2048 ||
		!(info.flags & VFIO_IRQ_INFO_EVENTFD))
		return lac_why(why, -EPROTO, LAC_AT_BUS, "%s: no MSI-X by eventfd", b->bus.bdf);
	b->bus.irq_count = info.count;
	return 0;
}

int lac_vu_open_fd(
	int fd, const char *bdf, uint32_t timeout_ms, struct lac_bus **bus, struct lac_err *why)
{
	struct vu_bus *b = calloc(1, sizeof(*b));
	int err;

	if (!b || lac_vu_sock_init(&b->sock, fd)) {
		if (!b)
			close(fd);
		free(b);
		return lac_why(why, -ENOMEM, LAC_AT_BUS, "%s: no memory for the bus", bdf);
	}
	pthread_mutex_init(&b->lock, NULL);
	b->bus.ops = &lac_vu_ops;
	b->bus.timeout_ms = timeout_ms;
	b->bus.numa_node = -1;
	snprintf(b->bus.bdf, sizeof(b->bus.bdf), "%s", bdf);
	pthread_mutex_lock(&b->lock);
	err = version_agree(b, why);
	if (!err)
		err = device_learn(b, why);
	if (!err)
		err = region_learn(b, VFIO_PCI_BAR0_REGION_INDEX, why);
	if (!err)
		err = region_learn(b, VFIO_PCI_CONFIG_REGION_INDEX, why);
	if (!err)
		err = irqs_learn(b, why);
	pthread_mutex_unlock(&b->lock);
	if (err) {
		b->bus.ops->close(&b->bus);
		/* what ended a connection that was never whole is the protocol */
		return err == -ENODEV ? lac_why_again(why, -EPROTO) : err;
	}
	*bus = &b->bus;
	return 0;
}

/* A socket's name has 107 characters at most; a longer path goes by way of its folder's descriptor. */
static int socket_name(const char *path, struct sockaddr_un *name, int *dir)
{
	const char *slash = strrchr(path, '/');
	char *folder;
	int n;

	*dir = -1;
	name->sun_family = AF_UNIX;
	n = snprintf(name->sun_path, sizeof(name->sun_path), "%s", path);
	if (n < (int)sizeof(name->sun_path))
		return 0;
	if (!slash)
		return -ENAMETOOLONG;
	folder = strndup(path, (size_t)(slash - path));
	if (!folder)
		return -ENOMEM;
	*dir = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	if (*dir < 0)
		return -errno;
	n = snprintf(
		name->sun_path, sizeof(name->sun_path), "/proc/self/fd/%d/%s", *dir, slash + 1);
	return n < (int)sizeof(name->sun_path) ? 0 : -ENAMETOOLONG;
}

/* A server whose backlog is full is tried again until the deadline. */
static int socket_connect(int fd, const struct sockaddr_un *name, uint32_t timeout_ms)
{
	uint64_t end = lac_now_ns() + (uint64_t)timeout_ms * 1000000u;

	while (connect(fd, (const struct sockaddr *)name, sizeof(*name))) {
		if (errno != EAGAIN && errno != EINTR)
			return -errno;
		if (lac_now_ns() >= end)
			return -ETIMEDOUT;
		poll(NULL, 0, 1);
	}
	return 0;
}

int lac_vu_open(const char *path, const char *bdf, uint32_t timeout_ms, struct lac_bus **bus,
	struct lac_err *why)
{
	struct sockaddr_un name;
	int fd, dir, err;

	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return lac_why(why, -errno, LAC_AT_BUS, "%s: socket: %s", bdf, strerror(errno));
	err = socket_name(path, &name, &dir);
	if (!err)
		err = socket_connect(fd, &name, timeout_ms);
	if (dir >= 0)
		close(dir);
	if (err) {
		close(fd);
		return lac_why(why, -ECONNREFUSED, LAC_AT_BUS, "%s: vfio-user socket %s: %s", bdf,
			path, strerror(-err));
	}
	return lac_vu_open_fd(fd, bdf, timeout_ms, bus, why);
}

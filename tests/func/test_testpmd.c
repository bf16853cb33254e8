/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * The sample application as its users meet it: exit codes, batch and prompt, signals, lists from a file,
 * telemetry, and that its verification does fail when a byte or a count is wrong.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "emuctl.h"
#include "fixture.h"
#include "program.h"

static struct program prog;
static char file_path[128];

static int up(void **state)
{
	char byte;
	FILE *f;

	(void)state;
	if (getenv("LAC_TESTPMD") == NULL || fix_setup_emu(NULL) < 0)
		return -1;
	snprintf(file_path, sizeof(file_path), "%s/moved", fix_dir());
	f = fopen(file_path, "we");
	for (int i = 0; f != NULL && i < 150001; i++) {
		byte = (char)fix_rand();
		fwrite(&byte, 1, 1, f);
	}
	return f != NULL ? fclose(f) : -1;
}

static int down(void **state)
{
	(void)state;
	return fix_teardown();
}

static const char *write_file(const char *name, const char *text)
{
	static char path[128];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", fix_dir(), name);
	f = fopen(path, "we");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	return path;
}

/* On both ports, with a worker lcore of its own on whatever processors there are; @own may be NULL */
static void start(const char *eal, const char *own)
{
	program_start(&prog, getenv("LAC_TESTPMD"),
		"--lcores 0@0,1@0 --no-huge -m 128 --file-prefix t%d -a %s -a %s %s -- --seed=%llu "
		"--file=%s %s",
		(int)getpid(), fix_bdf(0), fix_bdf(1), eal, (unsigned long long)fix_seed(),
		file_path, own);
}

static void expect_end(int code)
{
	int got = program_end(&prog);

	if (got != code)
		fail_msg("exit code %d, not %d; said:\n%s", got, code, prog.text);
}

static void expect_text(const char *what)
{
	if (strstr(prog.text, what) == NULL)
		fail_msg("no \"%s\" in:\n%s", what, prog.text);
}

#define FEW " --entries=1,2,52,53,300"

static void main_job(void **state)
{
	(void)state;
	start("--no-telemetry", FEW);
	expect_end(0);
	expect_text("15 rounds, 0 failed");
	expect_text("revocation, inline: old keys fail");
	expect_text("revocation, nested: old keys fail");
	expect_text("Bye...");
	/* each round is counted by the device too */
	assert_null(strstr(prog.text, "DIFFERS"));
	expect_text("agrees");
}

static void start_is_quiet(void **state)
{
	(void)state;
	start("", "--entries=1 --sources=iovec");
	expect_end(0);
	assert_null(strstr(prog.text, "EAL"));
	assert_null(strstr(prog.text, "mlx5_"));
	assert_null(strstr(prog.text, "TELEMETRY"));
	assert_ptr_equal(strstr(prog.text, "port 0 to port 1"), prog.text);
}

static void wrong_bytes_are_noticed(void **state)
{
	static const char *const what[][2] = {
		{"data", "SHA-256 of the third list differs"},
		{"gap", "a byte in a gap of the third list"},
		{"count", "the device counted"},
	};

	(void)state;
	for (unsigned int i = 0; i < 3; i++) {
		char own[96];

		snprintf(own, sizeof(own), "--entries=5,60 --corrupt=%s", what[i][0]);
		start("--no-telemetry", own);
		expect_end(1);
		expect_text(what[i][1]);
		expect_text("6 rounds, 6 failed: FAILED");
	}
}

static void lists_from_a_file(void **state)
{
	char own[256];

	(void)state;
	snprintf(own, sizeof(own), "--sg-file=%s",
		write_file("list", "# offset length\n4095 2\n10 1\n8192 70000\n0x40 0x11\n"));
	start("--no-telemetry", own);
	expect_end(0);
	expect_text("70020");
	expect_text("2 rounds, 0 failed");
	snprintf(own, sizeof(own), "--sg-file=%s", write_file("list", "0 8\n7 2\n"));
	start("--no-telemetry", own);
	expect_end(1);
	expect_text("two entries overlap");
}

/* more pieces than two children of a key hold, and more than an mbuf chain can have */
static void long_lists(void **state)
{
	(void)state;
	start("--no-telemetry", "--entries=140000 --sources=offsets,mbuf");
	expect_end(0);
	expect_text("140000 offsets nested");
	expect_text("140000 mbuf    left out");
	expect_text("1 rounds, 0 failed");
}

static void one_port_talks_to_itself(void **state)
{
	(void)state;
	program_start(&prog, getenv("LAC_TESTPMD"),
		"-l 0 --no-huge -m 128 --no-telemetry --file-prefix t%d -a %s -- --file=%s" FEW,
		(int)getpid(), fix_bdf(1), file_path);
	expect_end(0);
	expect_text("port 0 to port 0");
	expect_text("15 rounds, 0 failed");
}

static void other_modes(void **state)
{
	static const char *const mode[] = {"write", "read", "send", "regs"};

	(void)state;
	for (unsigned int i = 0; i < 4; i++) {
		char own[96];

		snprintf(own, sizeof(own), "--forward-mode=%s --iterations=200 --size=1500",
			mode[i]);
		start("--no-telemetry", own);
		expect_end(0);
		expect_text(i == 2 ? "operations: 400" : "operations: 200");
		expect_text("errors: 0");
	}
}

/* Where the time goes, and what an operation is made of, as the emulator counts it. */
static void rates(void **state)
{
	static const struct {
		const char *mode;
		double wqes, umrs;
	} modes[] = {{"regs", 3, 2}, {"write", 1, 0}, {"read", 1, 0}};

	(void)state;
	for (unsigned int i = 0; i < 3; i++) {
		double post = 0, poll = 0, wait = 0, wqes = 0, umrs = 0, cqes = 0;
		const char *at;
		char own[96];

		snprintf(own, sizeof(own), "--forward-mode=%s --iterations=400 --size=1500",
			modes[i].mode);
		start("--no-telemetry", own);
		expect_end(0);
		expect_text("since the last look, ");
		at = strstr(prog.text, "  lcore 1: posting ");
		if (at == NULL ||
			sscanf(at,
				"  lcore 1: posting %lf %% (%*f ns an operation), polling %lf %% "
				"(%*f ns an operation), waiting %lf %%",
				&post, &poll, &wait) != 3)
			fail_msg("phases:\n%s", prog.text);
		assert_true(post > 0 && poll > 0 && wait >= 0);
		assert_true(post + poll + wait > 99.5 && post + poll + wait < 100.5);
		at = strstr(prog.text, "an operation: ");
		if (at == NULL || sscanf(at, "an operation: %lf WQEs, %lf UMRs, %lf completions",
					  &wqes, &umrs, &cqes) != 3)
			fail_msg("counts:\n%s", prog.text);
		/* and a few for the target's registration, and NOPs at the end of the ring */
		assert_true(wqes >= modes[i].wqes && wqes < modes[i].wqes + 0.2);
		assert_true(umrs >= modes[i].umrs && umrs < modes[i].umrs + 0.1);
		assert_true(cqes >= 1 && cqes < 1.1);
	}
}

static void wrong_options(void **state)
{
	static const char *const wrong[] = {"--nonsense", "--seed=x", "--forward-mode=fast",
		"--file=/nonexistent", "--entries=200000", "--cmdline-file=/nonexistent"};

	(void)state;
	for (unsigned int i = 0; i < 6; i++) {
		start("--no-telemetry", wrong[i]);
		expect_end(1);
	}
	start("--no-telemetry --nonsense", "");
	expect_end(1);
	start("--no-telemetry", "--help");
	expect_end(0);
	expect_text("--sg-file");
}

static void wrong_ports(void **state)
{
	(void)state;
	program_start(&prog, getenv("LAC_TESTPMD"),
		"-l 0 --no-huge -m 64 --no-telemetry --file-prefix t%d -a 0000:7f:00.0 -- -i",
		(int)getpid());
	expect_end(1);
	expect_text("0000:7f:00.0");
	start("--no-telemetry -a 0000:03:00.0,colour=red", "");
	expect_end(1);
	program_start(&prog, getenv("LAC_TESTPMD"),
		"-l 0 --no-huge -m 64 --no-telemetry --file-prefix t%d -a %s,colour=red -- -i",
		(int)getpid(), fix_bdf(0));
	expect_end(1);
	expect_text("colour");
}

#define BATCH                                                                             \
	"# a comment\n\nshow port info all\nset fwd write\nstart\nwait\nstop\nshow fwd\n" \
	"show port stats 0\nshow port xstats 1\nshow port caps 0\nclear port stats all\n"

static void batch(void **state)
{
	char own[256];

	(void)state;
	snprintf(own, sizeof(own), "--iterations=100 --strict --cmdline-file=%s",
		write_file("cmds", BATCH "port reset 0\nset fwd gap\n"));
	start("--no-telemetry", own);
	expect_end(0);
	expect_text("testpmd> show port info all");
	expect_text("Set write forwarding mode");
	expect_text("operations: 100");
	expect_text("maps_inline: ");
	expect_text("port 0 is reset");
}

/* What went by from the open to the first registration is told once there was one. */
static void first_registration(void **state)
{
	unsigned long long all = 0, open = 0;
	char own[256];
	const char *at;

	(void)state;
	snprintf(own, sizeof(own), "--iterations=1 --strict --cmdline-file=%s",
		write_file(
			"cmds", "show port info 0\nset fwd regs\nstart\nwait\nshow port info 0\n"));
	start("--no-telemetry", own);
	expect_end(0);
	expect_text("open to first registration       none yet");
	at = strstr(prog.text, "open to first registration       none yet");
	at = strstr(at + 1, "open to first registration");
	if (at == NULL ||
		sscanf(at, "open to first registration %llu commands, %*f ms; the open: %llu", &all,
			&open) != 2)
		fail_msg("not told:\n%s", prog.text);
	/* a queue pair, a completion queue and keys lie between */
	assert_true(open >= 25 && all > open + 64);
}

static void batch_goes_on_unless_strict(void **state)
{
	const char *const text = "show port stats 99\nnonsense\nshow fwd\n";
	char own[256];

	(void)state;
	snprintf(own, sizeof(own), "--cmdline-file=%s", write_file("cmds", text));
	start("--no-telemetry", own);
	expect_end(0);
	expect_text("Invalid port 99");
	expect_text("Command not found");
	expect_text("not started yet");
	snprintf(own, sizeof(own), "--strict --cmdline-file=%s", write_file("cmds", text));
	start("--no-telemetry", own);
	expect_end(1);
	expect_text("cmds:1: stopped here");
	assert_null(strstr(prog.text, "not started yet"));
}

/* a verification that fails in a batch shows in the exit code, strict or not */
static void batch_reports_failure(void **state)
{
	char own[256];

	(void)state;
	snprintf(own, sizeof(own), "--corrupt=gap --entries=3 --cmdline-file=%s",
		write_file("cmds", "start\nwait\n"));
	start("--no-telemetry", own);
	expect_end(1);
}

static void prompt(void **state)
{
	(void)state;
	start("--no-telemetry", "-i --forward-mode=regs");
	program_says(&prog, "testpmd> ");
	program_type(&prog, "help\n");
	program_says(&prog, "show port (info|stats|xstats|caps) (N|all)");
	program_type(&prog, "start\n");
	program_type(&prog, "start\n");
	program_says(&prog, "forwarding is on");
	program_type(&prog, "wait 1\nstop\n");
	program_says(&prog, "operations: ");
	program_type(&prog, "sho\t port inf\t 0\n");
	program_says(&prog, "Infos for port 0");
	program_type(&prog, "quit\n");
	expect_end(0);
	expect_text("Bye...");
	/* end of input ends it too */
	start("--no-telemetry", "-i");
	program_says(&prog, "testpmd> ");
	expect_end(0);
}

static void signals_end_it(void **state)
{
	static const int sig[] = {SIGINT, SIGTERM};

	(void)state;
	for (unsigned int i = 0; i < 2; i++) {
		start("--no-telemetry", "--forward-mode=write --stats-period=1");
		program_says(&prog, "NIC statistics for port 1");
		kill(prog.pid, sig[i]);
		expect_end(0);
		expect_text("Bye...");
		start("--no-telemetry", "-i --auto-start --forward-mode=send");
		program_says(&prog, "testpmd> ");
		kill(prog.pid, sig[i]);
		program_says(&prog, "Bye...");
		expect_end(0);
	}
	/* everything is gone from the device again */
	assert_int_equal(fix_stat(0, "objects"), 0);
	assert_int_equal(fix_stat(0, "pages_held"), 0);
	assert_int_equal(fix_stat(0, "dma_maps"), 0);
}

/* A device that vanishes under work: an end in bounded time, with a reason and a bad exit code. */
static void device_vanishes(void **state)
{
	static const char *const mode[] = {"write", "regs", "send"};

	(void)state;
	for (unsigned int i = 0; i < 3; i++) {
		char own[64];

		snprintf(own, sizeof(own), "--forward-mode=%s --stats-period=1", mode[i]);
		start("--no-telemetry", own);
		program_says(&prog, "NIC statistics for port 1");
		fix_ctl("unplug 0");
		expect_end(1);
		expect_text("Bye...");
		fix_ctl("plug 0");
	}
	/* and the next one finds a device that works */
	start("--no-telemetry", "--entries=1,60");
	expect_end(0);
}

/* One question to EAL's telemetry socket */
static const char *telemetry(const char *ask)
{
	static char reply[16384];
	struct sockaddr_un sun = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
	ssize_t n;

	assert_true(fd >= 0);
	snprintf(sun.sun_path, sizeof(sun.sun_path), "%s/dpdk/t%d/dpdk_telemetry.v2", fix_dir(),
		(int)getpid());
	assert_true(FIX_WAIT(10000, connect(fd, (struct sockaddr *)&sun, sizeof(sun)) == 0));
	assert_true(recv(fd, reply, sizeof(reply) - 1, 0) > 0); /* what it is */
	assert_int_equal(send(fd, ask, strlen(ask), 0), strlen(ask));
	n = recv(fd, reply, sizeof(reply) - 1, 0);
	assert_true(n > 0);
	reply[n] = '\0';
	close(fd);
	return reply;
}

static void telemetry_tells(void **state)
{
	uint64_t v = 0;

	(void)state;
	start("", "-i --forward-mode=write --iterations=77");
	program_says(&prog, "testpmd> ");
	assert_non_null(strstr(telemetry("/lacuna/list"), "[0,1]"));
	program_type(&prog, "start\nwait\nshow fwd\n");
	program_says(&prog, "operations: 77");
	assert_int_equal(emuctl_number(telemetry("/lacuna/stats,0"), "requests", &v), 0);
	assert_int_equal(v, 77);
	assert_int_equal(emuctl_number(telemetry("/lacuna/stats,1"), "maps_inline", &v), 0);
	assert_int_equal(v, 1);
	assert_non_null(strstr(telemetry("/lacuna/caps,0"), "{"));
	assert_non_null(strstr(telemetry("/lacuna/info,1"), fix_bdf(1)));
	/* telemetry's way of saying that a command failed is null */
	assert_non_null(strstr(telemetry("/lacuna/stats,2"), "null"));
	assert_non_null(strstr(telemetry("/lacuna/stats,x"), "null"));
	program_type(&prog, "clear port stats 0\nshow fwd\nquit\n");
	expect_end(0);
}

/* with an argument, only the tests of that name */
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(main_job),
		cmocka_unit_test(start_is_quiet),
		cmocka_unit_test(wrong_bytes_are_noticed),
		cmocka_unit_test(lists_from_a_file),
		cmocka_unit_test(long_lists),
		cmocka_unit_test(one_port_talks_to_itself),
		cmocka_unit_test(other_modes),
		cmocka_unit_test(rates),
		cmocka_unit_test(wrong_options),
		cmocka_unit_test(wrong_ports),
		cmocka_unit_test(batch),
		cmocka_unit_test(first_registration),
		cmocka_unit_test(batch_goes_on_unless_strict),
		cmocka_unit_test(batch_reports_failure),
		cmocka_unit_test(prompt),
		cmocka_unit_test(signals_end_it),
		cmocka_unit_test(device_vanishes),
		cmocka_unit_test(telemetry_tells),
	};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);
	return cmocka_run_group_tests_name("testpmd", tests, up, down);
}

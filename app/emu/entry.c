/* SPDX-License-Identifier: BSD-3-Clause */
/* The program. Everything else is a library, so that tests can put another device behind the
 * server. */
#include "server.h"

int main(int argc, char **argv)
{
	return emu_main(argc, argv);
}

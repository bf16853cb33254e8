# SPDX-License-Identifier: BSD-3-Clause
# What the guests' scripts have in common. The bench reads lines of the console:
#   TOOL software version             what is in this guest
#   STEP judge/name rc seconds        one thing that passed (0) or failed
#   DMESG <level>...                  what the kernel said that it should perhaps not have said
#   END                               the script came to its end

judge=linux

# judge NAME: the software whose verdict the next steps are (a name of [judges] in scenarios.toml)
judge() { judge=$1; }

now() { cut -d ' ' -f 1 /proc/uptime; }

# verdict NAME RC BEGAN
verdict() { echo "STEP $judge/$1 $2 $(echo "$(now) $3" | awk '{ printf "%.1f", $1 - $2 }')"; }

# limit SECONDS COMMAND...: with a deadline
limit() {
	local seconds=$(($1 * LAB_SLOW))
	shift
	timeout $seconds "$@"
}

# step NAME COMMAND...: passes if the command (also a function) ends with 0; its output is shown if not
step() {
	local name=$1 began=$(now) rc
	shift
	"$@" >"/tmp/log.$name" 2>&1
	rc=$?
	[ $rc = 0 ] || sed 's/^/    /' "/tmp/log.$name"
	verdict "$name" $rc "$began"
}

# try SECONDS COMMAND...: again and again until it ends with 0
try() {
	local left=$(($1 * 5 * LAB_SLOW))
	shift
	while ! "$@"; do
		[ $left -gt 0 ] || return 1
		left=$((left - 1))
		usleep 200000
	done
}

# listening: somebody waits at port 18515, where rdma-core's and perftest's programs meet
listening() { cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q ':4853 [0-9A-F:]* 0A '; }

# pair NAME SERVER CLIENT: two commands that meet at port 18515 of the loopback
pair() {
	local name=$1 began=$(now) rc pid
	limit 30 $2 >"/tmp/log.$name.server" 2>&1 &
	pid=$!
	try 10 listening
	limit 30 $3 >"/tmp/log.$name.client" 2>&1
	rc=$?
	wait $pid || rc=$rc/$?
	[ "$rc" = 0 ] || sed 's/^/    /' "/tmp/log.$name.server" "/tmp/log.$name.client"
	verdict "$name" $rc "$began"
}

# steps NAME COMMAND...: a program of tests/lab/verbs, whose own steps are steps here, and then its end
steps() {
	local name=$1 began=$(now) rc
	shift
	limit 60 "$@" >"/tmp/log.$name" 2>&1
	rc=$?
	sed "s|^STEP |STEP $judge/${name}_|" "/tmp/log.$name"
	verdict "$name" $rc "$began"
}

# ctl WORDS: an order to the emulator's control socket, which is this guest's second serial port; its answer
ctl() {
	local answer
	echo "$*" >&3
	read -r -t $((10 * LAB_SLOW)) answer <&3 || return 1
	echo "$answer"
	case $answer in error:*) return 1 ;; esac
}

# stat FUNCTION COUNTER: a counter of the emulator
stat() { ctl stats "$1" | sed -n "s/.*\"$2\": *\([0-9]*\).*/\1/p"; }

# functions: the addresses of the emulated functions on the PCI bus
functions() {
	local device
	for device in /sys/bus/pci/devices/*; do
		[ "$(cat "$device/vendor")" != 0x15b3 ] || echo "${device##*/}"
	done
}

# to_vfio: every function to vfio-pci; fails if one is not there
to_vfio() {
	local f
	modprobe -a vfio_iommu_type1 vfio-pci || return 1
	for f in $(functions); do
		echo vfio-pci >"/sys/bus/pci/devices/$f/driver_override"
		echo "$f" >/sys/bus/pci/drivers_probe
		[ -e "/sys/bus/pci/drivers/vfio-pci/$f" ] || return 1
	done
}

# hugepages N: of 2 MiB; how many are free
hugepages() { echo "$1" >/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages; }
hugepages_free() { cat /sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages; }

# port_is NUMBER STATE: of the device mlx5_NUMBER; active NUMBER
port_is() { ibv_devinfo -d "mlx5_$1" | grep -q "$2"; }
active() { port_is "$1" PORT_ACTIVE; }

finish() {
	dmesg -r | grep -E '^<[0-4]>|mlx5|infiniband|vfio|DMAR:.*fault|WARNING|BUG:|Oops' | sed 's/^/DMESG /'
	echo END
	poweroff -f
}

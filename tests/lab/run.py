# SPDX-License-Identifier: BSD-3-Clause
"""Runs one scenario: an emulator, its guests, a deadline, a verdict. Everything lies in a folder of the scenario's own,
and every process that was started is ended, by its id."""
import json
import math
import os
import socket
import subprocess
import time

from verdict import Verdict

SLOW = float(os.environ.get("LAC_TEST_SLOW", "1"))


def qemu(cache):
    """QEMU as the cache has it: by its own loader, with its own libraries."""
    q = os.path.join(cache, "qemu", "usr")
    return [f"{q}/lib64/ld-linux-x86-64.so.2", "--library-path", f"{q}/lib/x86_64-linux-gnu",
            f"{q}/bin/qemu-system-x86_64", "-L", f"{q}/share/qemu", "-L", f"{q}/share/seabios"]


def guest_command(scenario, cache, folder, initramfs, guest):
    """The command line of one guest."""
    mem = f"{scenario['memory_mib']}M"
    # on a busy host the timer's interrupts come late, and the kernel takes its IO-APIC for broken
    words = f"console=ttyS0 quiet panic=-1 oops=panic no_timer_check LAB_SCRIPT={scenario['script']} LAB_GUEST={guest} " \
            f"LAB_GUESTS={scenario['guests']} LAB_SLOW={math.ceil(SLOW)}"
    args = ["-nodefaults", "-no-reboot", "-display", "none", "-accel", "tcg", "-cpu", "max",
            "-smp", str(scenario["cpus"]), "-m", mem,
            "-object", f"memory-backend-memfd,id=ram,size={mem},share=on", "-machine", "q35,memory-backend=ram",
            "-serial", f"file:{folder}/console{guest}",
            "-chardev", f"socket,id=ctl,path={folder}/emu/ctl.sock", "-serial", "chardev:ctl",
            "-kernel", f"{cache}/linux-{scenario['kernel']}/vmlinux", "-initrd", initramfs]
    if scenario["iommu"]:
        args += ["-device", "intel-iommu,caching-mode=on,intremap=on"]
        words += " intel_iommu=on"
    for i in range(scenario["functions"]):
        device = {"driver": "vfio-user-pci", "bus": f"rp{i}", "x-msg-timeout": 60000,
                  "socket": {"type": "unix", "path": f"{folder}/emu/port{guest * scenario['functions'] + i}.sock"}}
        args += ["-device", f"pcie-root-port,id=rp{i},chassis={i + 1},slot={i + 1}", "-device", json.dumps(device)]
    if scenario["guests"] > 1:
        args += ["-netdev", f"dgram,id=net,local.type=unix,local.path={folder}/net{guest},"
                            f"remote.type=unix,remote.path={folder}/net{1 - guest}",
                 "-device", "virtio-net-pci,netdev=net,romfile="]
    return qemu(cache) + args + ["-append", words]


def counters(folder, function):
    """What `stats` says of a function, over the emulator's control socket."""
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(10 * SLOW)
        s.connect(f"{folder}/emu/ctl.sock")
        s.sendall(f"stats {function}\n".encode())
        with s.makefile() as f:
            return json.loads(f.readline())


def text(path):
    try:
        with open(path, errors="replace") as f:
            return f.read()
    except FileNotFoundError:
        return ""


def end(process):
    """Ends what was started here, kindly first."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5 * SLOW)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def start(command, folder, name):
    with open(f"{folder}/{name}.out", "wb") as out, open(f"{folder}/{name}.err", "wb") as err:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)


def broken(folder, guests):
    """Is a guest off without having reached its end? The others may wait for it."""
    return any(g.poll() is not None and "\nEND" not in text(f"{folder}/console{i}") for i, g in enumerate(guests))


def wait(scenario, folder, emulator, guests, verdict):
    """Until all guests are off, one is off too early, the emulator ended, or the time is up."""
    until = time.monotonic() + scenario["deadline_s"] * SLOW
    while any(g.poll() is None for g in guests):
        if emulator.poll() is not None:
            verdict.complain(f"mlx5emu ended with {emulator.returncode}")
            return
        if broken(folder, guests):
            break
        if time.monotonic() > until:
            verdict.complain(f"not done after {scenario['deadline_s'] * SLOW:.0f} seconds")
            return
        time.sleep(0.05)
    for i, g in enumerate(guests):
        if g.returncode:  # neither 0 nor still running
            said = text(f"{folder}/qemu{i}.err").strip().split("\n")
            verdict.complain(f"QEMU ended with {g.returncode}: {said[-1]}")


def run(scenario, cache, folder, initramfs, allowed, build):
    """The verdict on one scenario."""
    verdict = Verdict()
    os.mkdir(folder)
    functions = scenario["guests"] * scenario["functions"]
    command = [f"{build}/app/emu/mlx5emu", "--dir", f"{folder}/emu", "--ports", str(functions), "--adversarial",
               "--report-misses", f"--lint={folder}/lint"] + scenario["emulator"]
    if "LAC_TEST_SEED" in os.environ:
        command += ["--seed", os.environ["LAC_TEST_SEED"]]
    emulator, guests, stats = start(command, folder, "emulator"), [], []
    try:
        until = time.monotonic() + 10 * SLOW
        while "ready" not in text(f"{folder}/emulator.out"):
            if emulator.poll() is not None or time.monotonic() > until:
                verdict.complain(f"mlx5emu does not start: {text(f'{folder}/emulator.err').strip()}")
                return verdict
            time.sleep(0.01)
        for i in range(scenario["guests"]):
            guests.append(start(guest_command(scenario, cache, folder, initramfs, i), folder, f"qemu{i}"))
        wait(scenario, folder, emulator, guests, verdict)
        if emulator.poll() is None:
            try:
                stats = [counters(folder, i) for i in range(functions)]
            except (OSError, ValueError) as why:
                verdict.complain(f"the emulator's counters cannot be read: {why}")
    finally:
        for process in guests + [emulator]:
            end(process)
    if emulator.returncode:
        verdict.complain(f"mlx5emu ended with {emulator.returncode}")
    for i in range(scenario["guests"]):
        verdict.console(text(f"{folder}/console{i}"), [a["line"] for a in allowed] + scenario["says"])
    verdict.said(scenario["says"])
    verdict.emulator(text(f"{folder}/lint"), stats, scenario["faults"])
    return verdict

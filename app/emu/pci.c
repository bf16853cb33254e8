/* SPDX-License-Identifier: BSD-3-Clause */
/*
 * PCI configuration space (PCI Local Bus 3.0 chapter 6, PCI Express Base 4.0 chapter 7) as bytes
 * and a mask of the bits that a write may change; what a changed bit *does* is looked at
 * afterwards. Numbers of registers and bits are those of linux/pci_regs.h.
 *
 * The MSI-X table is storage and no more: who is told of an interrupt is said by SET_IRQS, as with
 * kernel VFIO, and QEMU never lets a guest's table accesses through.
 */
#include <errno.h>
#include <linux/pci_regs.h>
#include <stdlib.h>
#include <string.h>

#include "server.h"

#define CFG_BYTES 4096u
#define CAP_PM    0x40u
#define CAP_EXP   0x60u
#define CAP_MSIX  0x9cu

#define BAR_TABLE 0x2000u
#define BAR_PBA   0x3000u

struct emu_pci {
	uint8_t cfg[CFG_BYTES];
	uint8_t wmask[CFG_BYTES];
	uint8_t table[EMU_MSIX_VECTORS * PCI_MSIX_ENTRY_SIZE];
};

static void put16(uint8_t *p, uint16_t v)
{
	p[0] = (uint8_t)v;
	p[1] = (uint8_t)(v >> 8);
}

static void put32(uint8_t *p, uint32_t v)
{
	put16(p, (uint16_t)v);
	put16(p + 2, (uint16_t)(v >> 16));
}

static uint16_t get16(const uint8_t *p)
{
	return (uint16_t)(p[0] | p[1] << 8);
}

static void set_header(uint8_t *c, uint8_t *m)
{
	put16(c + PCI_VENDOR_ID, 0x15b3);
	put16(c + PCI_DEVICE_ID, 0x1018); /* ConnectX-5 virtual function */
	put16(c + PCI_STATUS, PCI_STATUS_CAP_LIST);
	put16(c + PCI_CLASS_DEVICE, 0x0207); /* InfiniBand controller */
	put32(c + PCI_BASE_ADDRESS_0, PCI_BASE_ADDRESS_MEM_TYPE_64 | PCI_BASE_ADDRESS_MEM_PREFETCH);
	put16(c + PCI_SUBSYSTEM_VENDOR_ID, 0x15b3);
	put16(c + PCI_SUBSYSTEM_ID, 0x0006);
	c[PCI_CAPABILITY_LIST] = CAP_EXP;

	put16(m + PCI_COMMAND, PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER | PCI_COMMAND_PARITY |
				       PCI_COMMAND_SERR | PCI_COMMAND_INTX_DISABLE);
	m[PCI_CACHE_LINE_SIZE] = 0xff;
	put32(m + PCI_BASE_ADDRESS_0, ~(EMU_BAR_BYTES - 1));
	put32(m + PCI_BASE_ADDRESS_1, 0xffffffff);
	m[PCI_INTERRUPT_LINE] = 0xff;
}

static void set_express(uint8_t *c, uint8_t *m)
{
	c[0] = PCI_CAP_ID_EXP;
	c[1] = CAP_MSIX;
	put16(c + PCI_EXP_FLAGS, 2 | PCI_EXP_TYPE_ENDPOINT << 4);
	put32(c + PCI_EXP_DEVCAP,
		PCI_EXP_DEVCAP_FLR | PCI_EXP_DEVCAP_RBER | PCI_EXP_DEVCAP_EXT_TAG | 2); /* 512 B */
	put16(c + PCI_EXP_DEVCTL, PCI_EXP_DEVCTL_READRQ_512B);
	put32(c + PCI_EXP_LNKCAP, PCI_EXP_LNKCAP_SLS_8_0GB | 16u << 4);
	put16(c + PCI_EXP_LNKSTA, PCI_EXP_LNKSTA_CLS_8_0GB | PCI_EXP_LNKSTA_NLW_X1 * 16u);
	put32(c + PCI_EXP_DEVCAP2, PCI_EXP_DEVCAP2_COMP_TMOUT_DIS | 0xfu);
	put32(c + PCI_EXP_LNKCAP2, 0xeu); /* 2.5, 5 and 8 GT/s */
	put16(c + PCI_EXP_LNKCTL2, 3);

	/* FLR itself reads as zero: it acts and is not kept */
	put16(m + PCI_EXP_DEVCTL, 0x7fffu);
	put16(m + PCI_EXP_LNKCTL,
		PCI_EXP_LNKCTL_ASPMC | PCI_EXP_LNKCTL_RCB | PCI_EXP_LNKCTL_CCC | PCI_EXP_LNKCTL_ES);
	put16(m + PCI_EXP_DEVCTL2, 0x1fu);
}

static void set_msix(uint8_t *c, uint8_t *m)
{
	c[0] = PCI_CAP_ID_MSIX;
	c[1] = CAP_PM;
	put16(c + PCI_MSIX_FLAGS, EMU_MSIX_VECTORS - 1);
	put32(c + PCI_MSIX_TABLE, BAR_TABLE);
	put32(c + PCI_MSIX_PBA, BAR_PBA);
	put16(m + PCI_MSIX_FLAGS, PCI_MSIX_FLAGS_ENABLE | PCI_MSIX_FLAGS_MASKALL);
}

static void set_pm(uint8_t *c, uint8_t *m)
{
	c[0] = PCI_CAP_ID_PM;
	c[1] = 0;
	put16(c + PCI_PM_PMC, 3);
	put16(c + PCI_PM_CTRL, PCI_PM_CTRL_NO_SOFT_RESET);
	put16(m + PCI_PM_CTRL, PCI_PM_CTRL_STATE_MASK);
}

int emu_pci_create(struct emu_fn *f)
{
	f->pci = calloc(1, sizeof(*f->pci));
	return f->pci ? 0 : -ENOMEM;
}

void emu_pci_reset(struct emu_fn *f, enum emu_reset how)
{
	struct emu_pci *p = f->pci;
	unsigned int i;

	for (i = 0; i < EMU_MSIX_VECTORS; i++) {
		memset(p->table + i * PCI_MSIX_ENTRY_SIZE, 0, PCI_MSIX_ENTRY_SIZE);
		put32(p->table + i * PCI_MSIX_ENTRY_SIZE + PCI_MSIX_ENTRY_VECTOR_CTRL,
			PCI_MSIX_ENTRY_CTRL_MASKBIT);
	}
	if (how == EMU_RESET_DEVICE)
		return;
	memset(p->cfg, 0, sizeof(p->cfg));
	memset(p->wmask, 0, sizeof(p->wmask));
	set_header(p->cfg, p->wmask);
	set_express(p->cfg + CAP_EXP, p->wmask + CAP_EXP);
	set_msix(p->cfg + CAP_MSIX, p->wmask + CAP_MSIX);
	set_pm(p->cfg + CAP_PM, p->wmask + CAP_PM);
	/* kernel VFIO hands a function over with its memory enabled and bus mastering off */
	if (how == EMU_RESET_CLIENT)
		put16(p->cfg + PCI_COMMAND, PCI_COMMAND_MEMORY);
}

static bool powered(const struct emu_fn *f)
{
	return !(f->pci->cfg[CAP_PM + PCI_PM_CTRL] & PCI_PM_CTRL_STATE_MASK);
}

bool emu_pci_memory_on(const struct emu_fn *f)
{
	return powered(f) && (f->pci->cfg[PCI_COMMAND] & PCI_COMMAND_MEMORY);
}

bool emu_pci_master_on(const struct emu_fn *f)
{
	return powered(f) && (f->pci->cfg[PCI_COMMAND] & PCI_COMMAND_MASTER);
}

bool emu_pci_msix_masked(const struct emu_fn *f)
{
	uint16_t flags = get16(f->pci->cfg + CAP_MSIX + PCI_MSIX_FLAGS);

	return (flags & PCI_MSIX_FLAGS_ENABLE) && (flags & PCI_MSIX_FLAGS_MASKALL);
}

void emu_pci_cfg_read(struct emu_fn *f, uint32_t off, void *buf, uint32_t len)
{
	memcpy(buf, f->pci->cfg + off, len);
}

void emu_pci_cfg_write(struct emu_fn *f, uint32_t off, const void *buf, uint32_t len)
{
	struct emu_pci *p = f->pci;
	uint8_t *pmcsr = p->cfg + CAP_PM + PCI_PM_CTRL;
	uint8_t state = *pmcsr & PCI_PM_CTRL_STATE_MASK;
	const uint32_t flr = CAP_EXP + PCI_EXP_DEVCTL + 1; /* the byte with bit 15 */
	const uint8_t *b = buf;
	uint32_t i;

	emu_trace(f, "config write of %u bytes at 0x%x", len, off);
	for (i = 0; i < len; i++) {
		uint8_t m = p->wmask[off + i];

		p->cfg[off + i] = (uint8_t)((p->cfg[off + i] & ~m) | (b[i] & m));
	}
	/* D1 and D2 are not offered: such a write changes nothing */
	if ((*pmcsr & PCI_PM_CTRL_STATE_MASK) == 1 || (*pmcsr & PCI_PM_CTRL_STATE_MASK) == 2)
		*pmcsr = (uint8_t)((*pmcsr & ~PCI_PM_CTRL_STATE_MASK) | state);
	if (off <= flr && flr - off < len && (b[flr - off] & (PCI_EXP_DEVCTL_BCR_FLR >> 8)))
		emu_fn_reset(f, EMU_RESET_FLR);
	emu_irqs_flush(f);
}

/* the largest naturally aligned unit at @off that @len still holds */
static uint32_t unit(uint64_t off, uint32_t len)
{
	uint32_t n = 8;

	while ((off & (n - 1)) || n > len)
		n /= 2;
	return n;
}

static void msix_read(struct emu_fn *f, uint64_t off, uint8_t *buf, uint32_t len)
{
	const struct emu_pci *p = f->pci;
	uint64_t pending = emu_irqs_pending(f);
	uint32_t i;

	for (i = 0; i < len; i++, off++) {
		if (off - BAR_TABLE < sizeof(p->table))
			buf[i] = p->table[off - BAR_TABLE];
		else if (off >= BAR_PBA && off - BAR_PBA < 8)
			buf[i] = (uint8_t)(pending >> 8 * (off - BAR_PBA));
		else
			buf[i] = 0;
	}
}

static void msix_write(struct emu_fn *f, uint64_t off, const uint8_t *buf, uint32_t len)
{
	struct emu_pci *p = f->pci;
	uint32_t i;

	for (i = 0; i < len; i++, off++) {
		uint32_t in = (uint32_t)(off % PCI_MSIX_ENTRY_SIZE);
		uint8_t m = in == 0 ? 0xfc : in < PCI_MSIX_ENTRY_VECTOR_CTRL ? 0xff : in == 12;

		if (off - BAR_TABLE < sizeof(p->table))
			p->table[off - BAR_TABLE] = buf[i] & m;
	}
}

void emu_bar_read(struct emu_fn *f, uint64_t off, void *buf, uint32_t len)
{
	uint8_t *b = buf;
	uint32_t n;

	if (!emu_pci_memory_on(f)) {
		memset(buf, 0xff, len); /* nobody answers */
		return;
	}
	for (; len; off += n, b += n, len -= n) {
		n = unit(off, len);
		if (off / EMU_PAGE == BAR_TABLE / EMU_PAGE || off / EMU_PAGE == BAR_PBA / EMU_PAGE)
			msix_read(f, off, b, n);
		else
			hca_bar_read(f, off, b, n);
	}
}

void emu_bar_write(struct emu_fn *f, uint64_t off, const void *buf, uint32_t len)
{
	const uint8_t *b = buf;
	uint32_t n;

	if (!emu_pci_memory_on(f)) {
		emu_lint(f, "write to BAR 0 at 0x%llx while memory decoding is off",
			(unsigned long long)off);
		return;
	}
	for (; len; off += n, b += n, len -= n) {
		n = unit(off, len);
		if (off / EMU_PAGE == BAR_TABLE / EMU_PAGE || off / EMU_PAGE == BAR_PBA / EMU_PAGE)
			msix_write(f, off, b, n);
		else
			hca_bar_write(f, off, b, n);
	}
}

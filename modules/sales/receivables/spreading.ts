/** An instalment that money can still go to; all amounts in minor units of the contract's currency. */
export type Open = { id: string; amountMinor: number; paidMinor: number }

/** What a receipt has left that no instalment has got; `first` is the one it was meant for. */
export type Rest = { id: string; restMinor: number; first?: string | null }

/** So much of a receipt pays so much of an instalment. */
export type Part = { receiptId: string; instalmentId: string; amountMinor: number }

/**
 * Gives what receipts have left to instalments: first to the one each was meant for, then in the order
 * given, which is that of their due days. Never more than an instalment asks, nor than a receipt has.
 */
export function spread(instalments: readonly Open[], receipts: readonly Rest[]): Part[] {
  const open = new Map(
    instalments.map(({ id, amountMinor, paidMinor }) => [id, amountMinor - paidMinor]),
  )
  const parts: Part[] = []
  for (const { id: receiptId, restMinor, first } of receipts) {
    let rest = restMinor
    const meant = first && open.has(first) ? [first] : []
    for (const instalmentId of new Set([...meant, ...open.keys()])) {
      const amountMinor = Math.min(rest, open.get(instalmentId) ?? 0)
      if (amountMinor <= 0) continue
      parts.push({ receiptId, instalmentId, amountMinor })
      open.set(instalmentId, (open.get(instalmentId) ?? 0) - amountMinor)
      rest -= amountMinor
    }
  }
  return parts
}

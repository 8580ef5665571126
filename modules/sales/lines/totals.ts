import { percentDigits } from './amount.ts'
import { rounded, scaled } from './decimal.ts'

/** Whether prices are before tax, or have it in them, as is usual in China (含税). */
export const taxings = ['included', 'added'] as const
export type Taxing = (typeof taxings)[number]

/** `amountMinor` as lineAmount says; `taxRate` in per cent. */
export type TaxedLine = { amountMinor: number; taxRate: string }

/** All lines of one tax rate. */
export type TaxShare = { taxRate: string; netMinor: number; taxMinor: number }

/** In minor units; what is to be paid is always what it is made of: net and every tax. */
export type Totals = { netMinor: number; taxMinor: number; totalMinor: number; taxes: TaxShare[] }

/** Sums up lines of one currency. Tax is rounded once for each rate, as invoices have it. */
export function totalsOf(lines: readonly TaxedLine[], taxing: Taxing): Totals {
  const sums = new Map<string, number>()
  for (const { amountMinor, taxRate } of lines) {
    const rate = Number(taxRate).toFixed(percentDigits)
    sums.set(rate, (sums.get(rate) ?? 0) + amountMinor)
  }
  const taxes = [...sums]
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([taxRate, sum]) => shareOf(taxRate, sum, taxing))
  const netMinor = taxes.reduce((sum, share) => sum + share.netMinor, 0)
  const taxMinor = taxes.reduce((sum, share) => sum + share.taxMinor, 0)
  return { netMinor, taxMinor, totalMinor: netMinor + taxMinor, taxes }
}

function shareOf(taxRate: string, sum: number, taxing: Taxing): TaxShare {
  const [rate, whole] = [scaled(taxRate, percentDigits), scaled('100', percentDigits)]
  const taxMinor = rounded(BigInt(sum) * rate, taxing === 'added' ? whole : whole + rate)
  return { taxRate, taxMinor, netMinor: taxing === 'added' ? sum : sum - taxMinor }
}

/** A decimal text in units of so many digits behind the point: 1.25 with 4 digits is 12500. */
export function scaled(decimal: string, digits: number): bigint {
  const [whole = '0', part = ''] = decimal.replace('-', '').split('.')
  const units = BigInt(whole + part.padEnd(digits, '0').slice(0, digits))
  return decimal.startsWith('-') ? -units : units
}

/** A fraction as the nearest whole number, halves away from nought, as people round amounts. */
export function rounded(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n !== denominator < 0n
  const [above, below] = [numerator, denominator].map((one) => (one < 0n ? -one : one)) as [
    bigint,
    bigint,
  ]
  const nearest = (2n * above + below) / (2n * below)
  return Number(negative ? -nearest : nearest) + 0
}

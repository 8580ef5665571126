/** What a contract comes to and what was received for it, in minor units of its currency. */
export type Received = {
  totalMinor: number
  receipts: readonly { amountMinor: number; isVoid: boolean }[]
}

export const receivedOf = ({ receipts }: Pick<Received, 'receipts'>): number =>
  receipts.reduce((sum, { amountMinor, isVoid }) => sum + (isVoid ? 0 : amountMinor), 0)

/** What is still to be paid: the pure twin of `balance` in balance-sql.ts. */
export const balanceOf = (contract: Received): number => contract.totalMinor - receivedOf(contract)

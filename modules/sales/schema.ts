import { pgSchema, text } from 'drizzle-orm/pg-core'

export const sales = pgSchema('sales')

/** A text that may be empty; never null, so that lists can sort and page by it. */
export const plain = (name: string) => text(name).notNull().default('')

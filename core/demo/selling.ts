import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import { hasAny } from './diary.ts'

/**
 * What those who sell begin with, all of it made up and saying so: leads, a pool that takes back what
 * nobody follows up, quotes, contracts with their money, and targets, which follow what came in.
 */
export const sellingSeeds = [
  ['leads', 90],
  ['pools', 1],
  ['quotes', 19],
  ['contracts', 21],
  ['targets', 40],
] as const

/** Whether anything has been agreed with a customer yet. */
export const hasSold = (scope: Scope): Promise<boolean> => hasAny(scope, sql`sales.contracts`)

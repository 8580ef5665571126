import type { Cause } from '../complaints/causes.ts'
import type { Claim, Outcome } from '../data-requests/choices.ts'
import type { CategoryKey } from '../states/usual.ts'
import type { Channel, Priority, TicketType } from '../tickets/choices.ts'

/** So many working days ago, at a time on the wall of the firm. */
export type When = readonly [workingDaysAgo: number, wall: string]

/** How a made-up ticket went; what was said stands under its key in the words of each language. */
export type Case = {
  key:
    | 'stopped'
    | 'invoice'
    | 'late'
    | 'rude'
    | 'damaged'
    | 'copy'
    | 'sensor'
    | 'manual'
    | 'roller'
    | 'forget'
  type: TicketType
  priority: Priority
  channel: Channel
  /** Of the usual ones. */
  category: CategoryKey
  opened: When
  answered: When
  solved?: When
  /** From 1 to 5; left out where its customer was asked and has not answered. */
  score?: number
  complaint?: { cause: Cause; prevented: boolean }
  request?: { claim: Claim; outcome: Outcome | null }
}

/** Most were answered in time and solved; some were not, and one customer was left waiting. */
export const cases: readonly Case[] = [
  {
    ...{ key: 'stopped', type: 'incident', priority: 'urgent', channel: 'phone', score: 5 },
    ...{ category: 'fault', opened: [9, '09:20'], answered: [9, '09:50'], solved: [9, '15:00'] },
  },
  {
    ...{ key: 'invoice', type: 'question', priority: 'normal', channel: 'mail', score: 4 },
    ...{ category: 'billing', opened: [9, '10:00'], answered: [9, '16:00'], solved: [8, '11:00'] },
  },
  {
    ...{ key: 'late', type: 'complaint', priority: 'high', channel: 'phone', score: 2 },
    ...{ category: 'order', opened: [8, '09:40'], answered: [7, '14:00'], solved: [2, '16:00'] },
    complaint: { cause: 'delivery', prevented: true },
  },
  {
    ...{ key: 'rude', type: 'complaint', priority: 'normal', channel: 'mail', score: 4 },
    ...{ category: 'other', opened: [7, '11:00'], answered: [7, '13:30'], solved: [5, '10:00'] },
    complaint: { cause: 'service', prevented: false },
  },
  {
    ...{ key: 'damaged', type: 'complaint', priority: 'normal', channel: 'phone' },
    ...{ category: 'order', opened: [2, '14:00'], answered: [2, '16:00'] },
  },
  {
    ...{ key: 'copy', type: 'data_request', priority: 'normal', channel: 'mail' },
    ...{ category: 'other', opened: [3, '09:30'], answered: [3, '11:00'] },
    request: { claim: 'copy', outcome: null },
  },
  {
    ...{ key: 'sensor', type: 'incident', priority: 'high', channel: 'form', score: 5 },
    ...{ category: 'fault', opened: [6, '10:10'], answered: [6, '11:30'], solved: [5, '17:00'] },
  },
  {
    ...{ key: 'manual', type: 'question', priority: 'low', channel: 'chat', score: 5 },
    ...{ category: 'use', opened: [5, '09:10'], answered: [5, '10:00'], solved: [5, '11:30'] },
  },
  {
    ...{ key: 'roller', type: 'incident', priority: 'urgent', channel: 'phone' },
    ...{ category: 'fault', opened: [4, '15:30'], answered: [4, '17:10'], solved: [2, '11:00'] },
  },
  {
    ...{ key: 'forget', type: 'data_request', priority: 'normal', channel: 'form', score: 4 },
    ...{ category: 'other', opened: [8, '14:00'], answered: [8, '15:10'], solved: [4, '10:00'] },
    request: { claim: 'delete', outcome: 'granted' },
  },
]

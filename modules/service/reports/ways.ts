import { type SQL, sql } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { categories } from '../states/schema.ts'
import {
  type Channel,
  channel,
  type Priority,
  priorities,
  priority as saidPriority,
} from '../tickets/choices.ts'
import { tickets } from '../tickets/schema.ts'
import { reportsText } from './messages.ts'

/** Names by id, of all that tickets are told apart by. */
export type Names = ReadonlyMap<string, string>

type WayKey = 'priorities' | 'channels' | 'categories' | 'people'

/** A way to tell tickets apart: by what, what each is called, and how the list is narrowed to one. */
export type Way<Key extends WayKey = WayKey> = {
  key: Key
  /** Of a ticket, as text; null where it has none. */
  group: SQL
  say: (names: Names, group: string | null, locale: Locale) => string
  narrow: (names: Names, group: string | null) => Record<string, string>
  /** The order that groups have by themselves. */
  order?: readonly string[]
}

const nameOf = (names: Names, id: string | null) => (id === null ? undefined : names.get(id))

const byPriority: Way = {
  key: 'priorities',
  group: sql`${tickets.priority}`,
  say: (_, group, locale) => saidPriority.print(group as Priority, locale),
  narrow: (_, group) => ({ priority: group ?? '' }),
  order: priorities.map(({ key }) => key).reverse(),
}

export const byChannel: Way<'channels'> = {
  key: 'channels',
  group: sql`${tickets.channel}`,
  say: (_, group, locale) => channel.print(group as Channel, locale),
  narrow: (_, group) => ({ channel: group ?? '' }),
}

export const byCategory: Way<'categories'> = {
  key: 'categories',
  group: sql`${tickets.categoryId}::text`,
  say: (names, group, locale) => nameOf(names, group) ?? reportsText(locale).without,
  narrow: (names, group) => ({ category: nameOf(names, group) ?? 'none' }),
}

export const byPerson: Way<'people'> = {
  key: 'people',
  group: sql`${tickets.ownerId}::text`,
  say: (names, group, locale) => nameOf(names, group) ?? reportsText(locale).nobody,
  narrow: (_, group) => ({ owner: group ?? 'none' }),
}

/** All of them, in the order in which a report shows them. */
export const ways: readonly Way[] = [byPriority, byChannel, byCategory, byPerson]

/** What categories and people are called, whether they are still there or not. */
export async function readNames({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<Names> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, name from ${categories} where company_id = ${company.id}
    union all select id, name from core.users where company_id = ${company.id}`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Groups in a way's own order, else as they come. */
export const inOrder = <Row extends { group: string | null }>(
  { order }: Way,
  rows: readonly Row[],
): readonly Row[] =>
  order ? order.flatMap((key) => rows.filter(({ group }) => group === key)) : rows

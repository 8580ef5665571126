import { sql } from 'drizzle-orm'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { relationKinds } from './schema.ts'

/** What can stand at an end of a relation. */
export const ends = ['person', 'account', 'any'] as const
export type End = (typeof ends)[number]

export type Side = 'forward' | 'backward'

/** A kind of relation. `forward` says what the record at `to` is to the one at `from`. */
export type RelationKind = {
  key: string
  from: End
  to: End
  forward: PerLocale
  backward: PerLocale
  isHidden: boolean
}

type Usual = keyof typeof en.usual

const usualEnds: Record<Usual, readonly [from: End, to: End]> = {
  reports_to: ['person', 'person'],
  family: ['person', 'person'],
  recommended_by: ['any', 'any'],
  adviser_to: ['person', 'account'],
  partner: ['account', 'account'],
  supplies: ['account', 'account'],
  competitor: ['account', 'account'],
}

/** Those every company begins with. Keys are stored and never change. */
export const usualKinds: readonly RelationKind[] = Object.entries(usualEnds).map(
  ([key, [from, to]]) => ({
    ...{ key, from, to, isHidden: false },
    forward: { en: en.usual[key as Usual].forward, 'zh-CN': zhCN.usual[key as Usual].forward },
    backward: { en: en.usual[key as Usual].backward, 'zh-CN': zhCN.usual[key as Usual].backward },
  }),
)

/** The kinds of a company: the usual ones in its own words, then its own. */
export async function readKinds(scope: Scope): Promise<RelationKind[]> {
  const rows = await scope.db.execute<RelationKind>(sql`
    select key, from_end as "from", to_end as "to", forward, backward,
      archived_at is not null as "isHidden"
    from ${relationKinds} where company_id = ${scope.company.id} order by id`)
  const own = new Map(rows.map((row) => [row.key, row]))
  const usual = usualKinds.map((kind) => own.get(kind.key) ?? kind)
  const known = new Set(usual.map(({ key }) => key))
  return [...usual, ...rows.filter(({ key }) => !known.has(key))]
}

/** One word for both directions: partners, competitors, family. */
export const isMutual = ({ from, to, forward, backward }: RelationKind): boolean =>
  from === to && forward.en === backward.en && forward['zh-CN'] === backward['zh-CN']

export const endOf = ({ list }: ContactsKind): 'person' | 'account' =>
  list === 'people' ? 'person' : 'account'

export const kindAt = (end: 'person' | 'account'): ContactsKind =>
  end === 'person' ? personKind : accountKind

/** A way in which a record can stand to another: a kind, read from one of its ends. */
export type Way = { value: string; kind: RelationKind; side: Side; other: 'person' | 'account' }

/** Every way in which a record of this kind can stand to another one. */
export const waysOf = (kinds: readonly RelationKind[], record: ContactsKind): Way[] =>
  kinds
    .filter(({ isHidden }) => !isHidden)
    .flatMap((kind): Way[] => {
      const fits = (end: End) => end === 'any' || end === endOf(record)
      const others = (end: End): readonly ('person' | 'account')[] =>
        end === 'any' ? ['person', 'account'] : [end]
      const ways = (side: Side, end: End) =>
        others(end).map((other) => ({ value: `${kind.key}.${side}.${other}`, kind, side, other }))
      return [
        ...(fits(kind.from) ? ways('forward', kind.to) : []),
        ...(fits(kind.to) && !isMutual(kind) ? ways('backward', kind.from) : []),
      ]
    })

import { loginOf } from '../../auth/login.ts'
import { text } from '../../fields/field.ts'
import type { Scope } from '../../scope.ts'
import { momentAt, parseMoment, printMoment } from '../../values/moment.ts'
import { searchText } from '../../values/names.ts'
import type { Reading } from '../columns.ts'
import type { Blame } from '../transfer.ts'
import { bookText } from './messages.ts'
import type { Colleague } from './place.ts'

/** What a row says about where its record comes from: by the clock on the company's wall. */
export type OriginCells = { createdAt?: string; createdBy?: string; updatedAt?: string }

/**
 * Where a record that an import makes comes from, when its file says so. An author who is no
 * colleague is kept by name in the record's history.
 */
export type Origin = {
  createdAt?: Date
  updatedAt?: Date
  author?: { name: string; id: string | null }
}

/** How a file tells a moment; a field takes it and adds its words. */
export const momentCells = {
  parse: (typed: string, { order, timeZone }: Reading) => parseMoment(typed, { order, timeZone }),
  print: printMoment,
  example: '2019-03-02 14:05',
}

/** The columns that keep the author and the dates of what comes from another program. */
export const originColumns = [
  {
    ...momentCells,
    field: 'createdAt',
    label: { en: 'Created at', 'zh-CN': '创建时间' },
    aliases: [
      ...['创建日期', '建档时间', '建档日期', '录入时间', '录入日期', '添加时间', '新建时间'],
      ...['created', 'created on', 'created date', 'create date', 'created time', 'create time'],
      ...['creation date', 'date created', 'date added', 'added on', 'date entered'],
      ...['person - person created', 'organization - organization created'],
    ],
  },
  {
    field: 'createdBy',
    label: { en: 'Created by', 'zh-CN': '创建人' },
    aliases: [
      ...['创建者', '录入人', '建档人', '添加人', '原创建人', 'author', 'creator', 'added by'],
      ...['created by name', 'created by user', 'entered by', 'record author'],
    ],
    parse: text(200).parse,
    print: text(200).print,
    example: '张三',
  },
  {
    ...momentCells,
    field: 'updatedAt',
    label: { en: 'Updated at', 'zh-CN': '更新时间' },
    aliases: [
      ...['更新日期', '修改时间', '修改日期', '最后修改时间', '最近修改时间', '最后更新时间'],
      ...['updated', 'updated on', 'last updated', 'modified', 'modified on', 'modified time'],
      ...['modified date', 'date modified', 'last modified', 'last modified date'],
      ...['last modified time', 'person - update time', 'organization - update time'],
    ],
  },
] as const

export type OriginOf = (row: OriginCells) => Origin

/** Reads the origins of a batch's rows: an author is a colleague by e-mail, phone or name, one who left too. */
export function originsAmong(
  { company }: Pick<Scope, 'company'>,
  colleagues: readonly Colleague[],
): OriginOf {
  const at = (wall: string) => momentAt(wall, company.timeZone)
  const known = new Map<string, Origin['author']>()
  const authorOf = (named: string): Origin['author'] => {
    const author = known.get(named) ?? authorAmong(colleagues, named)
    known.set(named, author)
    return author
  }
  return ({ createdAt, createdBy, updatedAt }) => ({
    ...(createdAt && { createdAt: at(createdAt) }),
    ...(updatedAt && { updatedAt: at(updatedAt) }),
    ...(createdBy && { author: authorOf(createdBy) }),
  })
}

function authorAmong(colleagues: readonly Colleague[], named: string): Origin['author'] {
  const [login, name] = [loginOf(named), searchText(named)]
  const byLogin = colleagues.filter(({ email, phone }) => login === email || login === phone)
  const found =
    byLogin.length > 0 ? byLogin : colleagues.filter((one) => searchText(one.name) === name)
  const [one, another] = found
  return one && !another ? { name: one.name, id: one.id } : { name: named, id: null }
}

/** The cells of a row that are the record's own. */
export const withoutOrigin = <Row extends OriginCells>({
  createdAt: _,
  createdBy: __,
  updatedAt: ___,
  ...row
}: Row) => row

/**
 * Nothing comes from the future, which would stand first in every list for as long.
 * @returns why a row of this origin is not taken, if so
 */
export function blameFuture(
  { now, locale }: Pick<Scope, 'now' | 'locale'>,
  { createdAt, updatedAt }: Origin,
): Blame | undefined {
  const isLater = (at?: Date) => at !== undefined && at > now()
  const field = isLater(createdAt) ? 'createdAt' : isLater(updatedAt) ? 'updatedAt' : undefined
  return field && { reason: bookText(locale).future, field }
}

/** The columns of a new record that its origin decides. */
export function originValues(scope: Scope, { createdAt, updatedAt, author }: Origin = {}) {
  const now = scope.now()
  return {
    createdAt: createdAt ?? now,
    updatedAt: updatedAt ?? createdAt ?? now,
    createdBy: author ? author.id : scope.actorId,
  }
}

/** What a record's history tells of its origin; nothing when its file told none. */
export const originStory = (
  { createdAt, author }: Origin = {},
  { company }: Pick<Scope, 'company'>,
) =>
  createdAt || author
    ? {
        originally: {
          ...(author && { by: author.name }),
          ...(createdAt && { at: createdAt.toISOString(), zone: company.timeZone }),
        },
      }
    : {}

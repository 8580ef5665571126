import { type FilterField, operatorsOf } from './field.ts'
import {
  type Condition,
  isGroup,
  type Match,
  matches,
  most,
  type Operator,
  type Where,
} from './tree.ts'

/** One line of the builder; `group` is the number of its group, if it stands in one. */
export type Row = Condition & { group: number | undefined }

/** A filter as its builder draws it: lines in their order, and the groups, some still empty. */
export type Draft = { match: Match; groups: Match[]; rows: Row[] }

/** A filter, ready to be built on. */
export function draftOf(where: Where | undefined): Draft {
  const draft: Draft = { match: where?.match ?? 'all', groups: [], rows: [] }
  for (const item of where?.items ?? [])
    if (isGroup(item)) {
      const group = draft.groups.push(item.match) - 1
      draft.rows.push(...item.items.map((one) => ({ ...one, group })))
    } else draft.rows.push({ ...item, group: undefined })
  return draft
}

/** The filter that a draft makes: first the single lines, then the groups. Undefined for none. */
export function whereOf({ match, groups, rows }: Draft): Where | undefined {
  const inGroup = (wanted: number | undefined): Condition[] =>
    rows
      .filter(({ group }) => group === wanted)
      .map(({ field, operator, values }) => ({ field, operator, values }))
  const items: Where['items'] = [
    ...inGroup(undefined),
    ...groups
      .map((one, at) => ({ match: one, items: inGroup(at) }))
      .filter((group) => group.items.length > 0),
  ]
  return items.length > 0 ? { match, items } : undefined
}

/** Reads the builder's form back. What it could not have sent is passed over. */
export function readDraft(params: URLSearchParams, fields: readonly FilterField[]): Draft {
  const groups: Match[] = []
  while (groups.length < most.groups && params.has(`match${groups.length}`))
    groups.push(matchIn(params.get(`match${groups.length}`)))
  const rows: Row[] = []
  for (let at = 0; at < most.conditions && params.has(`field${at}`); at++) {
    const row = readRow(params, fields, groups.length, at)
    if (row) rows.push(row)
  }
  return { match: matchIn(params.get('match')), groups, rows }
}

const matchIn = (text: string | null): Match => matches.find((one) => one === text) ?? 'all'

function readRow(
  params: URLSearchParams,
  fields: readonly FilterField[],
  groups: number,
  at: number,
): Row | undefined {
  const name = clean(params.get(`field${at}`))
  if (!/^[a-z]\w{0,79}$/i.test(name)) return undefined
  const kind = fields.find((one) => one.field === name)?.kind ?? 'text'
  const typed = params.get(`operator${at}`)
  const operator = operatorsOf[kind].find((one) => one === typed) ?? usual(kind)
  const group = Number(params.get(`group${at}`) || Number.NaN)
  const values = valuesIn(params, operator, at).map(clean)
  return {
    field: name,
    operator,
    values: values.slice(0, most.values),
    group: Number.isInteger(group) && group >= 0 && group < groups ? group : undefined,
  }
}

const usual = (kind: FilterField['kind']): Operator => operatorsOf[kind][0] ?? 'filled'

const clean = (text: string | null): string =>
  (text ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, most.length)

/** Each way of asking has inputs of its own, so that changing one's mind loses nothing. */
function valuesIn(params: URLSearchParams, operator: Operator, at: number): string[] {
  const one = (name: string) => [params.get(`${name}${at}`) ?? '']
  switch (operator) {
    case 'empty':
    case 'filled':
      return []
    case 'range':
      return [...one('from'), ...one('to')]
    case 'in':
      return one('period')
    case 'past':
    case 'coming':
      return one('days')
    case 'of':
      return params.getAll(`of${at}`)
    case 'any':
    case 'every':
    case 'none':
      return params.getAll(`key${at}`)
    default:
      return one('text')
  }
}

/** What a button of the builder asks for: `add`, `add.1`, `remove.3`, `group`, `drop.0`. */
export function changed(
  draft: Draft,
  asked: string,
  params: URLSearchParams,
  fields: readonly FilterField[],
): Draft {
  const [deed, place] = asked.split('.')
  const at = place === undefined ? undefined : Number(place)
  const { rows, groups } = draft
  switch (deed) {
    case 'add': {
      const wanted = params.get(at === undefined ? 'new' : `new${at}`)
      const field = fields.find((one) => one.field === wanted)
      if (!field || rows.length >= most.conditions) return draft
      const row = { field: field.field, operator: usual(field.kind), values: [], group: at }
      return { ...draft, rows: [...rows, row] }
    }
    case 'remove':
      return { ...draft, rows: rows.filter((_, index) => index !== at) }
    case 'group':
      return groups.length < most.groups ? { ...draft, groups: [...groups, 'any'] } : draft
    case 'drop':
      return dropGroup(draft, at ?? -1)
    default:
      return draft
  }
}

const dropGroup = ({ match, groups, rows }: Draft, at: number): Draft => ({
  match,
  groups: groups.filter((_, index) => index !== at),
  rows: rows
    .filter(({ group }) => group !== at)
    .map((row) => ({
      ...row,
      group: row.group !== undefined && row.group > at ? row.group - 1 : row.group,
    })),
})

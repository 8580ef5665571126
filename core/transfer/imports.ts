import { sql } from 'drizzle-orm'
import { may } from '../access/person.ts'
import { newId } from '../db/id.ts'
import { ReadOnly } from '../http/gate.tsx'
import { notFound } from '../http/refusal.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { writeContent } from './content.ts'
import type { Sheet } from './csv.ts'
import type { Encoding } from './decode.ts'
import { inTurns } from './in-turns.ts'
import { type Format, keepFile, openFile } from './opening.ts'
import type { FileProblem } from './refusal.ts'
import { findTemplate } from './templates.ts'
import type { Mode, Transfer } from './transfer.ts'
import { undoDays } from './undo/keep.ts'

export type ImportState = 'reading' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

export type Import = {
  id: string
  kind: string
  fileName: string
  /** Of a large file that a job is still to open it is not known. */
  format: Format | 'unread'
  encoding: Encoding | null
  mode: Mode
  keys: string[] | null
  ownerId: string | null
  mapping: (string | null)[]
  state: ImportState
  failure: string | null
  problem: FileProblem | null
  /** Whether a job reads it each time something about how it is read changes. */
  large: boolean
  totalRows: number
  doneRows: number
  created: number
  updated: number
  skipped: number
  rejected: number
  startedBy: string
  startedByName: string | null
  createdAt: Date
  finishedAt: Date | null
  /** Whether the file is there still, and with it the rows that were not taken. */
  fileKept: boolean
  /** Whether it can be undone still: what it changed is kept for so long. */
  undoable: boolean
  /** Who undoes it, has undone it, or tried to. */
  undoBy: string | null
  undoByName: string | null
  undoStartedAt: Date | null
  undoneAt: Date | null
  restored: number
  removed: number
  left: number
}

/** Whether somebody began to undo it, and that stopped before its end: the rest can be undone still. */
export const hasUndoStopped = ({ undoBy, undoStartedAt, undoneAt }: Import): boolean =>
  undoBy !== null && undoStartedAt === null && undoneAt === null

const columns = sql`i.id, i.kind, i.file_name as "fileName", i.format, i.encoding, i.mode, i.keys, i.owner_id as "ownerId", i.mapping, i.state,
  i.failure, i.problem, (i.examined is not null) as large, i.total_rows as "totalRows", i.done_rows as "doneRows", i.created, i.updated, i.skipped,
  i.rejected, i.started_by as "startedBy", u.name as "startedByName", i.created_at as "createdAt",
  i.finished_at as "finishedAt", i.content is not null as "fileKept", i.undo_by as "undoBy",
  (select b.name from core.users b where b.company_id = i.company_id and b.id = i.undo_by) as "undoByName", i.undo_started_at as "undoStartedAt",
  i.undone_at as "undoneAt", i.restored, i.removed, i.left_alone as "left",
  (i.finished_at > now() - ${undoDays} * interval '1 day' and i.undo_started_at is null
    and exists (select from core.import_changes c
      where c.company_id = i.company_id and c.import_id = i.id and c.outcome is null)) as undoable`

/**
 * The kinds a person may import now: the role allows it, and the module is on for them to write
 * in, or they are preparing its data before they open it (core/decisions/0009).
 */
export const importable = (registry: Registry, scope: Scope): Transfer[] =>
  registry.modules
    .filter(({ id }) => {
      const state = scope.modules.state(id)
      return state === 'write' || (state === 'off' && may(scope.user, 'core.modules.manage'))
    })
    .flatMap((module) => module.transfers ?? [])
    .filter((transfer) => may(scope.user, transfer.importPermission))

/** Kinds whose past imports a person may look at: those, and what they may only read now. */
export const shownKinds = (registry: Registry, scope: Scope): string[] =>
  registry.modules
    .filter(({ id }) => scope.modules.state(id) === 'read')
    .flatMap((module) => module.transfers ?? [])
    .filter((transfer) => may(scope.user, transfer.importPermission))
    .concat(importable(registry, scope))
    .map(({ kind }) => kind)

/**
 * @throws Refusal 404 for a kind that does not exist, is off, or is not theirs: all the same; 403
 * while its module is open to them for reading only
 */
export function importKind(registry: Registry, scope: Scope, kind: string): Transfer {
  const found = importable(registry, scope).find((transfer) => transfer.kind === kind)
  if (found) return found
  const module = registry.modules.find(({ transfers = [] }) =>
    transfers.some((one) => one.kind === kind && may(scope.user, one.importPermission)),
  )
  if (module && scope.modules.state(module.id) === 'read') throw new ReadOnly(module)
  throw notFound()
}

/**
 * Keeps a file that is to be imported, with the columns guessed. Nothing of it is written yet.
 * @throws FileRefused for a file that cannot be read at all
 */
export async function takeFile(
  scope: Scope,
  transfer: Transfer,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const { format, content } = await keepFile(fileName, bytes)
  const { sheet } = await openFile(scope, transfer, content)
  const known = await findTemplate(scope, transfer.kind, sheet.headers)
  const total = await countRows(sheet)
  const id = newId()
  await scope.db.execute(sql`
    insert into core.imports (company_id, id, kind, file_name, format, content, mapping, mode, keys,
      total_rows, started_by)
    values (${scope.company.id}, ${id}, ${transfer.kind}, ${fileName.slice(0, 200)}, ${format},
      '', ${JSON.stringify(known?.mapping ?? sheet.guess)},
      ${known?.mode ?? 'both'}, ${known?.keys ? JSON.stringify(known.keys) : null}, ${total}, ${scope.user.id})`)
  await writeContent(scope, id, content)
  return id
}

export async function countRows(sheet: Sheet): Promise<number> {
  let count = 0
  for await (const _ of inTurns(sheet.rows())) count += 1
  return count
}

/** One import of this person's; an administrator sees everybody's. */
export async function findImport(scope: Scope, id: string): Promise<Import> {
  const [found] = await scope.db.execute<Import>(sql`
    select ${columns} from core.imports i
    left join core.users u on u.company_id = i.company_id and u.id = i.started_by
    where i.company_id = ${scope.company.id} and i.id = ${id} and ${mine(scope)}`)
  if (!found) throw notFound()
  return found
}

/** The same for a page: an import disappears with its module. */
export async function findShownImport(
  registry: Registry,
  scope: Scope,
  id: string,
): Promise<Import> {
  const found = await findImport(scope, id)
  if (!shownKinds(registry, scope).includes(found.kind)) throw notFound()
  return found
}

/** The latest imports that may be looked at, newest first, at most fifty. */
export const listImports = (registry: Registry, scope: Scope): Promise<Import[]> =>
  scope.db.execute<Import>(sql`
    select ${columns} from core.imports i
    left join core.users u on u.company_id = i.company_id and u.id = i.started_by
    where i.company_id = ${scope.company.id} and ${mine(scope)}
      and i.kind = any(${sql.param(shownKinds(registry, scope))}::text[])
    order by i.id desc limit 50`)

const mine = (scope: Scope) =>
  may(scope.user, 'core.jobs.view') ? sql`true` : sql`i.started_by = ${scope.user.id}`

export type Choice = {
  mapping: (string | null)[]
  mode: Mode
  keys: string[] | null
  ownerId: string | null
  encoding: Encoding | null
  totalRows: number
}

/** Changes how a waiting file is read; once it runs, nothing changes any more. */
export async function rereadFile(scope: Scope, id: string, choice: Choice): Promise<void> {
  const { mapping, mode, keys, ownerId, encoding, totalRows } = choice
  await scope.db.execute(sql`
    update core.imports set mapping = ${JSON.stringify(mapping)}, mode = ${mode},
      keys = ${keys && JSON.stringify(keys)}, owner_id = ${ownerId}, encoding = ${encoding},
      total_rows = ${totalRows}
    where company_id = ${scope.company.id} and id = ${id} and state = 'waiting'`)
}

import { basename } from 'node:path'
import { readDirectory } from '../access/directory.ts'
import { loginOf } from '../auth/login.ts'
import { sayReadOnly } from '../http/read-only.ts'
import { recordAudit } from '../records/audit.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { StartFailure } from '../start/failure.ts'
import { chooseColumns, UnknownColumn } from '../transfer/choose-columns.ts'
import { missingColumns } from '../transfer/columns.ts'
import { readContent } from '../transfer/content.ts'
import { beginImport } from '../transfer/course.ts'
import { findImport, importable, rereadFile, takeFile } from '../transfer/imports.ts'
import { openFile } from '../transfer/opening.ts'
import type { Transfer, Values } from '../transfer/transfer.ts'
import type { ImportOrder } from './import-order.ts'
import { UsageError } from './io.ts'

/**
 * Keeps a file as the person would on the import page, read as the command says, and starts its
 * import. That it was the operator who did so is in the audit trail.
 * @throws StartFailure when they may not, UsageError for a column or field that does not exist
 */
export async function beginFor(
  registry: Registry,
  scope: Scope,
  order: ImportOrder,
  file: string,
  content: Uint8Array,
): Promise<string> {
  const transfer = transferFor(registry, scope, order)
  const id = await takeFile(scope, transfer, basename(file), content)
  const { mapping: guessed, totalRows } = await findImport(scope, id)
  const { sheet, columns } = await openFile(scope, transfer, await readContent(scope, id))
  const mapping = chosen(sheet.headers, guessed, order, columns)
  await rereadFile(scope, id, {
    mapping: [...mapping],
    mode: order.mode,
    keys: keysNamed(transfer, order.keys),
    ownerId: order.owner ? await colleagueNamed(scope, order.owner) : null,
    encoding: null,
    totalRows,
  })
  await beginImport(scope, id)
  await recordAudit(
    { ...scope, actorId: null },
    {
      action: 'started-for',
      object: 'core.import',
      recordId: id,
      after: {
        kind: transfer.kind,
        person: scope.user.name,
        fileName: basename(file),
        mode: order.mode,
      },
    },
  )
  return id
}

/** Says which of the things that may be wrong is: there is no page to look at. */
function transferFor(registry: Registry, scope: Scope, { kind, as }: ImportOrder): Transfer {
  const all = registry.modules.flatMap((module) =>
    (module.transfers ?? []).map((transfer) => ({ module, transfer })),
  )
  const found = all.find(({ transfer }) => transfer.kind === kind)
  if (!found) {
    const kinds = all.map(({ transfer }) => transfer.kind).join(', ')
    throw new StartFailure(
      `"${kind}" cannot be imported here: ${kinds ? `choose one of ${kinds}.` : 'no module takes files.'}`,
    )
  }
  const { module, transfer } = found
  if (importable(registry, scope).includes(transfer)) return transfer
  const state = scope.modules.state(module.id)
  if (state === 'off')
    throw new StartFailure(
      `The module ${module.id} is off for ${as}: open it with "module set ${module.id} …" or on the page of modules, or import as somebody who has it.`,
    )
  if (state === 'read')
    throw new StartFailure(
      `The module ${module.id} is read-only for ${as}: import as somebody who may write in it. ${sayReadOnly(scope, module)}`,
    )
  throw new StartFailure(
    `The roles of ${as} do not allow importing ${kind}: import as somebody whose roles do.`,
  )
}

function chosen(
  headers: readonly string[],
  guessed: readonly (string | null)[],
  { choices }: ImportOrder,
  columns: Transfer['columns'],
): readonly (string | null)[] {
  try {
    const mapping = chooseColumns<Values>(headers, guessed, choices, columns)
    const missing = missingColumns<Values>(mapping, columns).map(({ field }) => field)
    if (missing.length === 0) return mapping
    throw new StartFailure(
      `No column is read into ${missing.join(', ')}, without which no row can be taken: add --map COLUMN=${missing[0]}. The file has: ${headers.join(', ')}.`,
    )
  } catch (error) {
    throw error instanceof UnknownColumn ? new UsageError(error.message) : error
  }
}

/** @throws UsageError for a key that rows of this kind are not recognised by */
function keysNamed({ kind, keyChoices = [] }: Transfer, named: readonly string[]): string[] | null {
  const known = keyChoices.map(({ key }) => key)
  const unknown = named.find((key) => !known.includes(key))
  if (unknown === undefined) return named.length > 0 ? [...named] : null
  throw new UsageError(
    known.length > 0
      ? `--key is one of ${known.join(', ')} for ${kind}, not "${unknown}".`
      : `There is no choice by what ${kind} are recognised: leave --key out.`,
  )
}

/** @throws StartFailure when nobody in the company signs in so */
async function colleagueNamed(scope: Scope, typed: string): Promise<string> {
  const { colleagues } = await readDirectory(scope)
  const found = colleagues.find(({ login, left }) => !left && login === loginOf(typed))
  if (found) return found.id
  throw new StartFailure(
    `Nobody in that company signs in as "${typed}", so nobody can be the owner.`,
  )
}

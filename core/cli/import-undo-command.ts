import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { asPerson } from '../access/as-person.ts'
import { isId } from '../db/id.ts'
import { ReadOnly } from '../http/gate.tsx'
import { Refusal } from '../http/refusal.ts'
import { StartFailure } from '../start/failure.ts'
import { findShownImport, importKind, listImports } from '../transfer/imports.ts'
import { beginUndo, runUndo } from '../transfer/undo/undo.ts'
import { inProduct } from './acting.ts'
import { companyNamed, personNamed } from './find.ts'
import { tellUndo } from './import-words.ts'
import { type Command, given, misused } from './io.ts'

/**
 * Takes an import back in somebody's name, by the same code as the page. Without an id it is the
 * latest one that can be undone.
 */
export const undoCommand: Command = async (args, io) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { company: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
  })
  const company = given(values.company, '--company NAME')
  const as = given(values.as, '--as EMAIL')
  if (positionals.length > 1) throw misused('import undo')
  return inProduct(io, async (product) => {
    const id = await companyNamed(product, company)
    const person = await personNamed(product, id, as)
    const request = `import-${randomUUID()}`
    const wanted = await asPerson(product, id, person, request, async (scope) => {
      const found = positionals[0]
        ? isId(positionals[0]) && (await findShownImport(product.registry, scope, positionals[0]))
        : (await listImports(product.registry, scope)).find(({ undoable }) => undoable)
      if (!found) return undefined
      importKind(product.registry, scope, found.kind)
      return (await beginUndo(scope, found.id)) ? found.id : undefined
    }).catch((error) => {
      if (error instanceof ReadOnly)
        throw new StartFailure(
          `The module ${error.module.id} is read-only for ${as}: take it back as somebody who may write in it.`,
        )
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (!wanted)
      throw new StartFailure(
        'There is no such import that can be undone: check its id, and that it ended within the last 30 days.',
      )
    const ended = await runUndo(product, id, person, wanted, request)
    tellUndo(io, values.json ?? false, ended)
    return ended.undoneAt && ended.left === 0 ? 0 : 1
  })
}

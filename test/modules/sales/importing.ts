import { beginImport } from '../../../core/transfer/course.ts'
import { type Import, importKind, takeFile } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { beginUndo, runUndo } from '../../../core/transfer/undo/undo.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'

/** Imports a CSV text to its end, as the job does. */
export async function importText(
  office: Office,
  kind: string,
  text: string,
  who: PersonName = 'lin',
): Promise<Import> {
  const { product } = office.app
  const id = await office.inScope(who, async (scope) => {
    const transfer = importKind(product.registry, scope, kind)
    const taken = await takeFile(scope, transfer, 'list.csv', Buffer.from(text))
    await beginImport(scope, taken)
    return taken
  })
  return runImport(product, office.company, office.people[who], id, 'test')
}

/** Undoes an import to its end. @returns undefined when it cannot be undone */
export async function undoImport(
  office: Office,
  id: string,
  who: PersonName = 'lin',
): Promise<Import | undefined> {
  const began = await office.inScope(who, (scope) => beginUndo(scope, id))
  if (!began) return undefined
  return runUndo(office.app.product, office.company, office.people[who], id, 'undo')
}

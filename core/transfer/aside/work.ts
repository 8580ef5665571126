import type { Acting } from '../../access/as-person.ts'
import { readImport } from '../read-file.ts'
import { runImport } from '../run.ts'
import { runUndo } from '../undo/undo.ts'

/** Long work on one file, as it can be sent to where it is done. */
export type FileWork = {
  deed: 'read' | 'import' | 'undo'
  company: string
  /** in whose name */
  person: string
  import: string
  requestId: string
}

/** Does such work; a signal has it leave off at a place from which it can be gone on with. */
export type DoFileWork = (product: Acting, work: FileWork, signal?: AbortSignal) => Promise<void>

/** Does it in this thread, in turns with all else. */
export const doFileWork: DoFileWork = async (product, work, signal) => {
  const { company, person, import: id, requestId } = work
  if (work.deed === 'read') await readImport(product, company, person, id, requestId)
  else if (work.deed === 'import') await runImport(product, company, person, id, requestId, signal)
  else await runUndo(product, company, person, id, requestId)
}

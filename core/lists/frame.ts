import { type Directory, readDirectory } from '../access/directory.ts'
import type { Product } from '../product.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { readChosenColumns } from './columns.ts'

/** What a list page needs besides its rows. `columns` is undefined until the person chose some. */
export type ListFrame = Directory & { columns: readonly string[] | undefined }

export const emptyFrame: ListFrame = { colleagues: [], departments: [], columns: undefined }

/** What is kept in memory of a company for its lists. */
export type ListMemory = Pick<Product, 'directories' | 'chosenColumns'>

/**
 * Reads the person's own columns, and the directory with them.
 * @param kept those in memory, for pages that change nothing
 */
export async function readFrame(
  scope: Scope,
  { object }: RecordKind,
  { directories, chosenColumns }: ListMemory = {
    directories: { of: readDirectory },
    chosenColumns: { of: readChosenColumns },
  },
): Promise<ListFrame> {
  const [names, chosen] = await Promise.all([directories.of(scope), chosenColumns.of(scope)])
  return { ...names, columns: chosen.of(scope.user.id, object) }
}

import { type Attachment, attachmentsOf } from '../../core/attachments/attachments.ts'
import { readTogether } from '../../core/db/together.ts'
import { type Collaborator, collaboratorsOf } from '../../core/records/collaborators.ts'
import type { Reference } from '../../core/records/subjects.ts'
import type { Scope } from '../../core/scope.ts'
import { nextTasks, type TaskRow } from './tasks/reading.ts'

/** What stands beside the fields of a record on its page. */
export type Sides = { next: TaskRow[]; collaborators: Collaborator[]; files: Attachment[] }

/** Reads all of it at once. The caller makes sure that the record may be seen. */
export const readSides = (scope: Scope, about: Reference): Promise<Sides> =>
  readTogether(scope.db, {
    next: nextTasks(scope, about),
    collaborators: collaboratorsOf(scope, about),
    files: attachmentsOf(scope, about),
  })

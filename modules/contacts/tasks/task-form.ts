import type { Directory } from '../../../core/access/directory.ts'
import { whoMaySee } from '../../../core/access/seers.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { contactsTaskText } from './messages.ts'
import type { Task, TaskInput } from './tasks.ts'

/** Reads the form of a task. Who is to do it must be there, and be able to see what it is about. */
export async function readTaskForm(
  scope: Scope,
  registry: Registry,
  { colleagues }: Directory,
  about: Reference | null,
  raw: Raw,
  old?: Task,
): Promise<{ input: TaskInput; errors: Errors }> {
  const t = contactsTaskText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const parseTitle = (text: string) => parseText(text, { most: 300 })
  // What a follow-up planned has no title of its own, and needs none.
  const title =
    old?.title === ''
      ? (fields.may('title', parseTitle) ?? '')
      : fields.need('title', t.name, parseTitle, '')
  const dueOn = fields.need('dueOn', t.dueOn, parseDate, '')
  const ownerId = raw.owner || scope.user.id
  const kept = ownerId === scope.user.id || ownerId === old?.ownerId
  if (!kept && !colleagues.some(({ id, left }) => id === ownerId && !left))
    fields.refuse('owner', t.gone)
  else if (!kept && about && !(await whoMaySee(scope, registry, [ownerId], about)).has(ownerId))
    fields.refuse('owner', t.notTheirs)
  return { input: { title, dueOn, ownerId }, errors: fields.errors }
}

import { readDirectory } from '../access/directory.ts'
import { isId } from '../db/id.ts'
import type { Errors, Raw } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { sayProblem } from '../values/problem.ts'
import { parseText } from '../values/text.ts'
import type { ViewInput } from './keeping.ts'
import { listsText } from './messages.ts'
import { mayShareWith, type SavedView } from './saved-views.ts'

const longestName = 60

/**
 * Reads what a view is to be called and who is to see it.
 * @param view the one that is changed: its own department may stay
 */
export async function readViewForm(
  scope: Scope,
  raw: Raw,
  view?: SavedView,
): Promise<{ input: ViewInput; errors: Errors }> {
  const t = listsText(scope.locale).views
  const errors: Errors = {}
  const name = parseText((raw.name ?? '').replaceAll(/\s+/g, ' '), { most: longestName })
  if (!name.ok) errors.name = sayProblem(name.problem, scope.locale)
  const wanted = raw.department ?? ''
  const { departments } = await readDirectory(scope)
  const department = departments.find(({ id }) => id === wanted)
  const stays = view !== undefined && wanted === (view.departmentId ?? '')
  if (wanted && !stays && !(department && isId(wanted) && mayShareWith(scope.user, wanted)))
    errors.department = t.notYours
  const input = {
    name: name.ok ? name.value : '',
    departmentId: wanted || null,
    departmentName: department?.name ?? null,
  }
  return { input, errors }
}

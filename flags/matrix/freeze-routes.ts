import { type Context, Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { readForm } from '../../core/http/form.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readReason } from '../reason-field.ts'
import { drawCell, readAskedCell } from './asked-cell.tsx'
import { matrixText } from './messages.ts'
import { explainStop, freezeCell, thawCell } from './setting.ts'

/** Stopping a module at once in one place, saying why, and letting it go on. */
export const freezeRoutes = new Hono<Site>()

const manage = allow('core.modules.manage')

freezeRoutes.post('/:module/:place/freeze', manage, (c) => turn(c, freezeCell, 'frozen'))
freezeRoutes.post('/:module/:place/explain', manage, (c) => turn(c, explainStop, 'explained'))
freezeRoutes.post('/:module/:place/thaw', manage, (c) => turn(c, thawCell, 'thawed'))

/** Only freezing bears no delay: its reason may be owed. */
async function turn(
  c: Context<Site>,
  verb: typeof freezeCell,
  done: 'frozen' | 'explained' | 'thawed',
): Promise<Response> {
  const { scope } = c.var
  const asked = await readAskedCell(c)
  const { raw } = await readForm(c)
  const { reason, error } = readReason(c, raw)
  const isOwed = done === 'frozen' && !raw.reason?.trim()
  if (error && !isOwed) return drawCell(c, asked, { stopError: error })
  const { module, place } = asked.cell
  await verb(scope, module, place, reason)
  const text = matrixText(scope.locale).freeze[done](module.title[scope.locale], asked.name)
  return go(c, asked.href, { kind: 'success', text })
}

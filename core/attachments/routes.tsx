import type { Context } from 'hono'
import { Hono } from 'hono'
import { allowAll } from '../http/allow.ts'
import { readForm, readUpload } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { changeableSubject, type Subject } from '../records/subjects.ts'
import { downloadHeaders } from '../transfer/download.ts'
import { attach, type Kept, type Problem, readAttachment, removeAttachment } from './attachments.ts'
import { attachmentText } from './messages.ts'
import { isPicture, pictureHeaders } from './pictures.ts'
import { sayProblem } from './refusing.ts'
import { FileLost, openFile } from './store.ts'
import { AttachPage } from './views/attachments.tsx'

/** Files on records of any module; who may see a record may have its files, and nobody else. */
export const attachmentRoutes = new Hono<Site>()

attachmentRoutes.get('/files/:id', allowAll, async (c) => {
  const { scope, product } = c.var
  const file = await readAttachment(scope, product.registry, pathId(c))
  return handOut(c, file, downloadHeaders(file.fileName, file.type))
})

attachmentRoutes.get('/files/:id/picture', allowAll, async (c) => {
  const { scope, product } = c.var
  const file = await readAttachment(scope, product.registry, pathId(c))
  if (!isPicture(file)) throw notFound()
  const headers = pictureHeaders(file)
  if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers)
  return handOut(c, file, headers)
})

async function handOut(
  c: Context<Site>,
  { storedAs, bytes }: Kept,
  headers: Record<string, string>,
): Promise<Response> {
  const { scope, product } = c.var
  try {
    const content = await openFile(product.env, scope.company.id, storedAs)
    return c.body(content, 200, { ...headers, 'Content-Length': String(bytes) })
  } catch (error) {
    if (!(error instanceof FileLost)) throw error
    product.log.error({ error: error.message }, 'a file is lost')
    throw notFound()
  }
}

attachmentRoutes.post('/files', allowAll, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const subject = await changeableSubject(product.registry, scope, raw.object, raw.record)
  const file = await readUpload(c, 'file')
  if (!file) return drawAgain(c, subject, attachmentText(scope.locale).nothing)
  let problem: Problem = 'notTaken'
  const to = await once(scope, raw, async () => {
    const kept = await attach(product.env, scope, subject, file)
    if (typeof kept !== 'string') return subject.href
    problem = kept
    return undefined
  })
  if (!to) return drawAgain(c, subject, sayProblem(scope.locale, problem))
  return go(c, to, { kind: 'success', text: attachmentText(scope.locale).kept })
})

function drawAgain(c: Context<Site>, subject: Subject, error: string) {
  const { scope } = c.var
  const form = { scope, about: subject, subject, error, once: onceKey() }
  return c.render(<AttachPage {...form} />, {
    title: attachmentText(scope.locale).title,
    status: 422,
  })
}

attachmentRoutes.post('/files/:id/remove', allowAll, async (c) => {
  const { scope, product } = c.var
  const file = await readAttachment(scope, product.registry, pathId(c), 'edit')
  if (file.fieldId) throw notFound()
  const { object, recordId, href } = file.subject
  await changeableSubject(product.registry, scope, object, recordId)
  await removeAttachment(scope, file)
  return go(c, href, { kind: 'success', text: attachmentText(scope.locale).removed })
})

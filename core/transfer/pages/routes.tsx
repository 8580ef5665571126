import { Hono } from 'hono'
import { isId } from '../../db/id.ts'
import { allowAll } from '../../http/allow.ts'
import { readForm, readUpload } from '../../http/form.ts'
import { notFound } from '../../http/refusal.ts'
import { go } from '../../http/render.tsx'
import type { Site } from '../../http/site.ts'
import { cancelImport, startImport } from '../course.ts'
import { readBytes } from '../decode.ts'
import { downloadHeaders, workbookType } from '../download.ts'
import { gapsIn } from '../gaps.ts'
import {
  findShownImport,
  type Import,
  importable,
  importKind,
  listImports,
  takeFile,
} from '../imports.ts'
import { previewImport } from '../preview.ts'
import { bringFile, isLarge } from '../read-file.ts'
import { FileRefused, sayTransferProblem } from '../refusal.ts'
import { openRejects } from '../rejects-file.ts'
import { rereadFrom } from '../reread.ts'
import { tidySoon } from '../tidying.ts'
import { columnsOf, moduleOf } from '../transfer.ts'
import { listLeft } from '../undo/left.ts'
import { transferText } from './messages.ts'
import { ImportCheckPage } from './views/check.tsx'
import { ImportProgress, ImportResultPage } from './views/result.tsx'
import { ImportStartPage } from './views/start.tsx'
import { UndoProgress } from './views/undo.tsx'

/** Files on their way in: choose, check, import, hand back what was not taken. */
export const importRoutes = new Hono<Site>()

importRoutes.get('/admin/import', allowAll, async (c) => {
  const { scope, product } = c.var
  const page = (
    <ImportStartPage
      scope={scope}
      kinds={importable(product.registry, scope)}
      kind={c.req.query('kind')}
      imports={await listImports(product.registry, scope)}
    />
  )
  return c.render(page, { title: transferText(scope.locale).import })
})

importRoutes.post('/admin/import', allowAll, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const transfer = importKind(product.registry, scope, raw.kind ?? '')
  const t = transferText(scope.locale)
  const again = async (sentence: string) => {
    const kinds = importable(product.registry, scope)
    const imports = await listImports(product.registry, scope)
    const page = (
      <ImportStartPage
        scope={scope}
        kinds={kinds}
        kind={transfer.kind}
        imports={imports}
        errors={{ file: sentence }}
      />
    )
    return c.render(page, { title: t.import, status: 422 })
  }
  const file = await readUpload(c, 'file')
  if (!file) return again(t.fileMissing)
  try {
    const content = await readBytes(file.stream())
    if (!isLarge(content))
      return go(c, `/admin/import/${await takeFile(scope, transfer, file.name, content)}`)
    const id = await bringFile(scope, transfer, file.name, content)
    tidySoon()
    return go(c, `/admin/import/${id}`)
  } catch (error) {
    if (error instanceof FileRefused) return again(sayTransferProblem(error.problem, scope.locale))
    throw error
  }
})

importRoutes.get('/admin/import/:id', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, idOf(c.req.param('id')))
  const transfer = importable(product.registry, scope).find((one) => one.kind === found.kind)
  if (found.state !== 'waiting') {
    const open = transfer !== undefined && scope.modules.state(moduleOf(transfer)) !== 'off'
    const page = (
      <ImportResultPage
        scope={scope}
        found={found}
        transfer={transfer}
        open={open}
        mayUndo={found.undoable && transfer?.putBack !== undefined}
        left={await listLeft(product.registry, scope, found, transfer)}
      />
    )
    return c.render(page, { title: found.fileName })
  }
  if (!transfer) throw notFound()
  const after = Number(c.req.query('after')) || 0
  const file = await previewImport(scope, found, transfer, after)
  const page = (
    <ImportCheckPage
      locale={scope.locale}
      found={found}
      transfer={transfer}
      file={file}
      after={after}
      errors={found.problem ? { encoding: sayTransferProblem(found.problem, scope.locale) } : {}}
    />
  )
  return c.render(page, { title: found.fileName })
})

importRoutes.post('/admin/import/:id', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, idOf(c.req.param('id')))
  const transfer = importKind(product.registry, scope, found.kind)
  const refusal = await rereadFrom(scope, found, transfer, await readForm(c))
  if (!refusal) return go(c, `/admin/import/${found.id}`)
  const file = await previewImport(scope, found, transfer)
  const page = (
    <ImportCheckPage
      locale={scope.locale}
      found={{ ...found, ...refusal.chosen }}
      transfer={transfer}
      file={file}
      errors={refusal.errors}
    />
  )
  return c.render(page, { title: found.fileName, status: 422 })
})

importRoutes.post('/admin/import/:id/start', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, idOf(c.req.param('id')))
  const transfer = importKind(product.registry, scope, found.kind)
  const { missing, twice } = gapsIn(found.mapping, await columnsOf(scope, transfer), scope.locale)
  if (missing.length + twice.length === 0) await startImport(scope, found.id)
  return go(c, `/admin/import/${found.id}`)
})

importRoutes.post('/admin/import/:id/cancel', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, idOf(c.req.param('id')))
  await cancelImport(scope, found.id)
  return go(c, `/admin/import/${found.id}`)
})

importRoutes.get('/admin/import/:id/progress', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, idOf(c.req.param('id')))
  const undoing = found.undoStartedAt && !found.undoneAt
  if (!isBusy(found) && !undoing) return go(c, `/admin/import/${found.id}`)
  const { locale } = scope
  const Shown = undoing ? UndoProgress : ImportProgress
  const progress = <Shown locale={locale} found={found} />
  return c.render(progress, { title: found.fileName })
})

/** The old name of the address stays; the file is of the kind that came. */
importRoutes.get('/admin/import/:id/rejected.csv', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, idOf(c.req.param('id')))
  const transfer = importKind(product.registry, scope, found.kind)
  const { ending, bytes } = await openRejects(scope, transfer, found)
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  const name = `${found.fileName.replace(/\.\w+$/, '')}.rejected.${ending}`
  const type = ending === 'xlsx' ? workbookType : undefined
  return c.body(Buffer.concat(parts), 200, downloadHeaders(name, type))
})

const isBusy = ({ state }: Import): boolean => state === 'reading' || state === 'running'

const idOf = (text: string): string => {
  if (!isId(text)) throw notFound()
  return text
}

import { type Context, Hono } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { readCursor } from '../../../core/records/paging.ts'
import { readBookForm, readPriceForm } from './book-form.ts'
import { addBook, type Book, moveBook, readBook, readBooks, saveBook } from './books.ts'
import { priceBookObject, productKind } from './kind.ts'
import { productText } from './messages.ts'
import { readPrices, setPrice } from './prices.ts'
import { readProduct } from './reading.ts'
import { BookFormPage } from './views/book-form.tsx'
import { BookPage } from './views/book-page.tsx'
import { BooksPage } from './views/books-page.tsx'

/** Price books: for whom which prices hold, and when. */
export const bookRoutes = new Hono<Site>()

const view = allow(productKind.view)
const edit = allow(productKind.edit)
const place = `${productKind.href}/price-books`

bookRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const { departments } = await readDirectory(scope)
  const page = <BooksPage {...{ scope, departments }} books={await readBooks(scope)} />
  return c.render(page, { title: productText(scope.locale).books.title })
})

bookRoutes.get('/new', edit, (c) =>
  drawForm(c, { raw: { currency: c.var.scope.company.currency }, chosen: [] }),
)

bookRoutes.post('/', edit, async (c) => {
  const { scope } = c.var
  const { raw, all } = await readForm(c)
  const chosen = all('departments')
  const { values, errors } = readBookForm(scope, await readDirectory(scope), raw, chosen)
  const to = await once(scope, raw, async () =>
    Object.keys(errors).length > 0 ? undefined : `${place}/${await addBook(scope, values)}`,
  )
  return to ? go(c, to) : drawForm(c, { raw, chosen, errors })
})

bookRoutes.get('/:id', view, async (c) => drawBook(c, await readBook(c.var.scope, pathId(c)), {}))

bookRoutes.get('/:id/edit', edit, async (c) => {
  const book = await readBook(c.var.scope, pathId(c))
  const { name, currency, level, startsOn, endsOn } = book
  const raw = { name, currency, level, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }
  return drawForm(c, { book, raw, chosen: book.departments, version: book.version })
})

bookRoutes.post('/:id', edit, async (c) => {
  const { scope } = c.var
  const book = await readBook(scope, pathId(c))
  const { raw, all } = await readForm(c)
  const version = versionOf(raw)
  const chosen = all('departments')
  const { values, errors } = readBookForm(scope, await readDirectory(scope), raw, chosen)
  if (Object.keys(errors).length > 0) return drawForm(c, { book, raw, chosen, errors, version })
  const action = `${place}/${book.id}`
  if ((await saveBook(scope, book, version, values)) === 'saved') return go(c, action)
  const t = productText(scope.locale).books
  return drawConflict(c, {
    title: book.name,
    action,
    version: book.version,
    fields: (['name', 'currency', 'level', 'startsOn', 'endsOn'] as const).map((name) => ({
      name,
      label: t[name],
      theirs: book[name] ?? '',
      yours: values[name] ?? '',
    })),
    ...(await lastSaved(scope, priceBookObject, book.id)),
  })
})

for (const [path, deed] of [
  ['archive', 'archived'],
  ['restore', 'restored'],
] as const)
  bookRoutes.post(`/:id/${path}`, edit, async (c) => {
    const { scope } = c.var
    const book = await readBook(scope, pathId(c))
    await moveBook(scope, book, deed)
    return go(c, `${place}/${book.id}`)
  })

bookRoutes.post('/:id/prices', edit, async (c) => {
  const { scope } = c.var
  const book = await readBook(scope, pathId(c))
  const { raw } = await readForm(c)
  const { product, priceMinor, errors } = await readPriceForm(scope, book, raw)
  if (!product || Object.keys(errors).length > 0) return drawBook(c, book, raw, errors)
  await setPrice(scope, book, product.id, priceMinor)
  const text = productText(scope.locale).books.priceSet
  return go(c, `${place}/${book.id}`, { kind: 'success', text })
})

bookRoutes.post('/:id/prices/drop', edit, async (c) => {
  const { scope } = c.var
  const book = await readBook(scope, pathId(c))
  const { product: id = '' } = (await readForm(c)).raw
  if (!isId(id)) throw notFound()
  const product = await readProduct(scope, id)
  await setPrice(scope, book, product.id, null)
  const text = productText(scope.locale).books.dropped
  return go(c, `${place}/${book.id}`, { kind: 'success', text })
})

async function drawBook(c: Context<Site>, book: Book, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const prices = await readPrices(scope, book, readCursor(new URL(c.req.url).searchParams))
  const { departments } = await readDirectory(scope)
  const page = <BookPage {...{ scope, book, departments, prices, raw, errors }} />
  return c.render(page, { title: book.name, status: errors ? 422 : 200 })
}

type Drawn = {
  book?: Book
  raw: Raw
  chosen: readonly string[]
  errors?: Errors
  version?: number
}

async function drawForm(c: Context<Site>, drawn: Drawn) {
  const { scope } = c.var
  const { departments } = await readDirectory(scope)
  const key = drawn.book ? undefined : onceKey(drawn.raw)
  const page = <BookFormPage {...{ scope, departments, ...drawn }} once={key} />
  const t = productText(scope.locale).books
  return c.render(page, { title: drawn.book ? t.edit : t.add, status: drawn.errors ? 422 : 200 })
}

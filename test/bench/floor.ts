import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { connectionFrom, openPool } from '../../core/db/connection.ts'

type Contact = { id: string; name: string; city: string; phone: string; owner: string; at: Date }

/**
 * The least that a server on this stack can do: one indexed query, one finished page; no sign-in,
 * rights, flags or audit. What the product is measured against.
 */
const sql = openPool(connectionFrom(process.env.DATABASE_URL ?? ''))
const site = new Hono()

site.get('/contacts', async (c) => {
  const rows = await sql<Contact[]>`
    select id, name, city, phone, owner, at from floor.contacts order by name, id limit 50`
  return c.html(page('Contacts', table(rows)))
})

site.get('/contacts/search', async (c) => {
  const wanted = `%${c.req.query('q') ?? ''}%`
  const rows = await sql<Contact[]>`
    select id, name, city, phone, owner, at from floor.contacts
    where name ilike ${wanted} order by name, id limit 50`
  return c.html(page('Contacts', table(rows)))
})

site.get('/contacts/:id', async (c) => {
  const [contact] = await sql<Contact[]>`
    select id, name, city, phone, owner, at from floor.contacts where id = ${c.req.param('id')}`
  return contact ? c.html(page(contact.name, record(contact))) : c.notFound()
})

site.post('/contacts/:id', async (c) => {
  const { phone } = await c.req.parseBody()
  const id = c.req.param('id')
  await sql`update floor.contacts set phone = ${String(phone)}, at = now() where id = ${id}`
  return c.redirect(`/contacts/${id}`, 303)
})

type Piece = ReturnType<typeof html>

const page = (title: string, content: Piece) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="/app.css"></head>
<body><nav><a href="/contacts">Contacts</a><a href="/contacts/search">Search</a></nav>
<main><h1>${title}</h1>${content}</main></body></html>`

const table = (rows: readonly Contact[]) => html`<table class="table">
<thead><tr><th>Name</th><th>City</th><th>Phone</th><th>Owner</th><th>Changed</th></tr></thead>
<tbody>${rows.map(
  (
    row,
  ) => html`<tr data-testid="row"><td class="name"><input type="checkbox" name="id" value="${row.id}">
<a href="/contacts/${row.id}">${row.name}</a></td><td class="city">${row.city}</td>
<td class="phone">${row.phone}</td><td class="owner">${row.owner}</td>
<td class="at"><time datetime="${row.at.toISOString()}">${row.at.toDateString()}</time></td></tr>`,
)}</tbody></table>`

const record = (contact: Contact) => html`<form method="post" action="/contacts/${contact.id}"><dl>
<dt>Name</dt><dd>${contact.name}</dd><dt>City</dt><dd>${contact.city}</dd>
<dt>Owner</dt><dd>${contact.owner}</dd><dt>Changed</dt><dd>${contact.at.toISOString()}</dd></dl>
<label>Phone <input name="phone" value="${contact.phone}"></label><button>Save</button></form>`

const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`The floor is ready at http://127.0.0.1:${port}`),
)
process.on('SIGTERM', () => {
  server.close()
  process.exit(0)
})

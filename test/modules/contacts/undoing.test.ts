import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { beginImport } from '../../../core/transfer/course.ts'
import { forgetFiles } from '../../../core/transfer/forgetting.ts'
import { findImport, importKind, takeFile } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { undoImport } from '../../../core/transfer/undo/job.ts'
import { beginUndo, runUndo } from '../../../core/transfer/undo/undo.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

/** Imports a CSV text to its end, as the job does. */
async function bring(kind: string, text: string, who: PersonName = 'lin'): Promise<string> {
  const { product } = office.app
  const id = await office.inScope(who, async (scope) => {
    const transfer = importKind(product.registry, scope, kind)
    const taken = await takeFile(scope, transfer, 'list.csv', Buffer.from(text))
    await beginImport(scope, taken)
    return taken
  })
  await runImport(product, office.company, office.people[who], id, 'test')
  return id
}

async function undo(id: string, who: PersonName = 'lin') {
  const began = await office.inScope(who, (scope) => beginUndo(scope, id))
  if (!began) return undefined
  return runUndo(office.app.product, office.company, office.people[who], id, 'undo')
}

/** Everything stored of the accounts, people and links, but for what every change moves. */
const stored = () =>
  office.inScope('amy', async ({ db, company }) => {
    const [row] = await db.execute<{ all: string }>(sql`
      select jsonb_build_array(
        (select jsonb_agg(to_jsonb(a) - 'version' - 'updated_at' order by id) from contacts.accounts a
          where company_id = ${company.id} and archived_at is null),
        (select jsonb_agg(to_jsonb(p) - 'version' - 'updated_at' order by id) from contacts.people p
          where company_id = ${company.id} and archived_at is null),
        (select jsonb_agg(to_jsonb(w) order by w.person_id, w.account_id)
          from contacts.person_accounts w join contacts.people p using (company_id)
          where w.company_id = ${company.id} and p.id = w.person_id and p.archived_at is null)
      )::text as all`)
    return row?.all
  })

test('undone, an import leaves everything as it was: values overwritten, records made, links', async () => {
  await bring('accounts', 'Name,Industry,Region\nAcme,Steel,Leeds\nBolt,Tools,York\n')
  await bring('contacts', 'Name,E-mail,Account\nAda,ada@example.com,Acme\nBen,ben@example.com,\n')
  const before = await stored()
  const firms = await bring(
    'accounts',
    'Name,Industry,Parent\nAcme,Software,Bolt\nCrane,Ships,Acme\nBolt,Nuts,\n',
  )
  const people = await bring(
    'contacts',
    'Name,E-mail,Title,Account\nAda L,ada@example.com,Chief,Bolt\nBen,ben@example.com,,Acme\nCid,cid@example.com,,Crane\n',
  )
  expect(await stored()).not.toBe(before)
  expect(await undo(people)).toMatchObject({ restored: 2, removed: 1, left: 0 })
  expect(await undo(firms)).toMatchObject({ restored: 2, removed: 1, left: 0 })
  expect(await stored()).toBe(before)
})

test('what somebody has touched since is left alone and named: a changed value, a note, a link', async () => {
  await bring('accounts', 'Name,Industry\nDelta,Steel\nEcho,Steel\n')
  const id = await bring(
    'accounts',
    'Name,Industry\nDelta,Software\nEcho,Software\nFoxtrot,\nGolf,\n',
  )
  const ids = await office.inScope('amy', async ({ db, company }) => {
    const rows = await db.execute<{ name: string; id: string }>(sql`
      select name, id from contacts.accounts where company_id = ${company.id}`)
    return Object.fromEntries(rows.map((row) => [row.name, row.id]))
  })
  await office.inScope('lin', async ({ db, company }) => {
    await db.execute(sql`
      update contacts.accounts set region = 'Hull', version = version + 1
      where company_id = ${company.id} and id = ${ids.Delta}`)
  })
  const lin = office.as('lin')
  const page = await (await lin.get(`/contacts/accounts/${ids.Foxtrot}`)).text()
  const action = /action="([^"]*notes[^"]*)"/.exec(page)?.[1]
  expect(action).toBeDefined()
  await lin.post(String(action), { body: 'met them today' })

  expect(await undo(id)).toMatchObject({ restored: 1, removed: 1, left: 2 })
  const rows = await office.inScope('amy', async ({ db, company }) => [
    ...(await db.execute(sql`
      select name, industry, region, archived_at is not null as archived from contacts.accounts
      where company_id = ${company.id} and id = any(${sql.param(Object.values(ids))}::uuid[])
        and name in ('Delta', 'Echo', 'Foxtrot', 'Golf') order by name`)),
  ])
  expect(rows).toEqual([
    { name: 'Delta', industry: 'Software', region: 'Hull', archived: false },
    { name: 'Echo', industry: 'Steel', region: '', archived: false },
    { name: 'Foxtrot', industry: '', region: '', archived: false },
    { name: 'Golf', industry: '', region: '', archived: true },
  ])
  const shown = await (await lin.get(`/admin/import/${id}`)).text()
  expect(shown).toContain('data-testid="import-undone"')
  for (const name of ['Delta', 'Foxtrot']) expect(shown).toContain(`>${name}</a>`)
  for (const name of ['Echo', 'Golf']) expect(shown).not.toContain(`>${name}</a>`)
})

test('an undo is in the audit trail, in the events and in the timeline of each record', async () => {
  await bring('accounts', 'Name,Industry\nHotel,Steel\n')
  const id = await bring('accounts', 'Name,Industry\nHotel,Software\nIndia,\n')
  await undo(id)
  const [trail] = await office.inScope('amy', async ({ db, company }) =>
    db.execute(sql`
      select (select count(*)::int from core.audit where company_id = ${company.id}
          and request_id = 'undo' and record_id = ${id} and action = 'taken-back') as undone,
        (select jsonb_agg(after order by id) from core.audit where company_id = ${company.id}
          and action = 'changed' and record_id = (select c.record_id::text from core.import_changes c
            where c.import_id = ${id} and c.deed = 'updated') and request_id = 'undo') as audit,
        (select jsonb_agg(name order by name) from core.events e where company_id = ${company.id}
          and exists (select from core.import_changes c where c.import_id = ${id}
            and c.record_id::text = e.payload ->> 'id') and payload ->> 'imported' is null) as events`),
  )
  expect(trail).toEqual({
    undone: 1,
    audit: [{ industry: 'Steel' }],
    events: ['contacts.account.archived', 'contacts.account.changed'],
  })
  const [hotel] = await office.inScope('amy', async ({ db, company }) =>
    db.execute<{ id: string }>(sql`
      select id from contacts.accounts where company_id = ${company.id} and name = 'Hotel'`),
  )
  const page = await (await office.as('lin').get(`/contacts/accounts/${hotel?.id}`)).text()
  expect(page).toContain('took back what an import had changed')
})

test('an import is undone once, by whoever brought it or runs the place, and not after thirty days', async () => {
  const id = await bring('accounts', 'Name\nJuliett\n')
  const emil = office.as('emil')
  expect((await emil.get(`/admin/import/${id}/undo`)).status).toBe(404)
  expect((await emil.post(`/admin/import/${id}/undo`)).status).toBe(404)
  const amy = office.as('amy')
  expect(await (await amy.get(`/admin/import/${id}/undo`)).text()).toContain(
    'Undo the import of list.csv?',
  )
  const answers = await Promise.all([1, 2, 3].map(() => amy.post(`/admin/import/${id}/undo`)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  const done = await until('the undo ends', () =>
    office.inScope('amy', async (scope) => {
      const found = await findImport(scope, id)
      return found.undoneAt !== null && found
    }),
  )
  expect(done).toMatchObject({ removed: 1, restored: 0, left: 0 })
  expect((await amy.get(`/admin/import/${id}/undo`)).status).toBe(404)
  expect(await undo(id)).toBeUndefined()

  const old = await bring('accounts', 'Name\nKilo\n')
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      update core.imports set finished_at = now() - interval '31 days'
      where company_id = ${company.id} and id = ${old}`),
  )
  expect(await undo(old)).toBeUndefined()
})

test('an undo whose process dies in the middle goes on with the rest', async () => {
  const names = Array.from({ length: 1_500 }, (_, at) => `Lima ${at}`)
  const id = await bring('accounts', ['Name', ...names].join('\n'))
  await office.inScope('lin', (scope) => beginUndo(scope, id))
  const { product } = office.app
  let batches = 0
  const dying = {
    ...product,
    switchboards: (company: string) => {
      batches += 1
      if (batches > 1) throw new Error('the power went')
      return product.switchboards(company)
    },
  }
  const { company, people } = office
  await expect(runUndo(dying, company, people.lin, id, 'undo')).rejects.toThrow('the power went')
  expect(await office.inScope('lin', (scope) => findImport(scope, id))).toMatchObject({
    removed: 1_000,
    undoneAt: null,
  })
  expect(await runUndo(product, company, people.lin, id, 'undo')).toMatchObject({
    removed: 1_500,
    left: 0,
  })
})

test('an undo that fails for good says so on its page, how far it came and what to do, and tells who asked', async () => {
  const names = Array.from({ length: 1_200 }, (_, at) => `Mike ${at}`)
  const id = await bring('accounts', ['Name', ...names].join('\n'))
  const lin = office.as('lin')
  const page = async () => (await lin.get(`/admin/import/${id}`)).text()
  expect(await page()).not.toContain('data-testid="undo-stopped"')
  const { product } = office.app
  const fail = async (batches: number, attempt: number) => {
    await office.inScope('lin', (scope) => beginUndo(scope, id))
    let done = 0
    const switchboards = (company: string) => {
      done += 1
      if (done > batches) throw new Error('the disk is full')
      return product.switchboards(company)
    }
    const doFileWork: typeof product.doFileWork = async () => {
      await runUndo({ ...product, switchboards }, office.company, office.people.lin, id, 'undo')
    }
    const payload = { company: office.company, import: id }
    const helpers = { job: { id: '1', attempts: attempt } } as never
    await undoImport({ ...product, doFileWork })(payload, helpers)
  }
  await expect(fail(0, 1)).rejects.toThrow('the disk is full')
  expect(await page()).not.toContain('data-testid="undo-stopped"')
  await fail(0, 5)
  expect(await page()).toContain('Nothing was put back')
  await fail(1, 5)
  const stopped = await page()
  expect(stopped).toContain('data-testid="undo-stopped"')
  expect(stopped).toContain('The undo that 林岚 asked for stopped before its end.')
  expect(stopped).toContain('1,000 records were done with before that')
  expect(stopped).toContain('Undo the import again')
  expect(stopped).toContain(`/admin/import/${id}/undo`)
  const told = await (await lin.get('/notifications')).text()
  expect(told).toContain('The undo of the import of “list.csv” stopped before its end')
  expect(await undo(id)).toMatchObject({ removed: 1_200, left: 0 })
  expect(await page()).not.toContain('data-testid="undo-stopped"')
})

test('a parent that has been put below its child since is not given back to it', async () => {
  await bring('accounts', 'Name,Parent\nUpper,\nLower,Upper\nElse,\n')
  const id = await bring('accounts', 'Name,Parent\nLower,Else\n')
  await bring('accounts', 'Name,Parent\nUpper,Lower\n')
  expect(await undo(id)).toMatchObject({ restored: 0, removed: 0, left: 1 })
})

test('a file goes thirty days after its import, with the rows handed back; the page says so', async () => {
  const old = await bring('accounts', 'Name,Credit code\nKept,\nBroken,123\n')
  const young = await bring('accounts', 'Name,Credit code\nYoung,\nBroken,123\n')
  const waiting = await office.inScope('lin', (scope) =>
    takeFile(
      scope,
      importKind(office.app.product.registry, scope, 'accounts'),
      'forgotten.csv',
      Buffer.from('Name\nNever\n'),
    ),
  )
  await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      update core.imports set created_at = created_at - interval '31 days',
        finished_at = finished_at - interval '31 days'
      where company_id = ${company.id} and id in (${old}, ${waiting})`),
  )
  const lin = office.as('lin')
  const rejects = (id: string) => lin.get(`/admin/import/${id}/rejected.csv`)
  expect((await rejects(old)).status).toBe(200)
  await asOperator(office.app.product, office.company, 'test', forgetFiles)

  expect((await rejects(old)).status).toBe(404)
  expect(await (await rejects(young)).text()).toContain('Broken')
  const page = async (id: string) => (await lin.get(`/admin/import/${id}`)).text()
  expect(await page(old)).toContain('was deleted after 30 days')
  expect(await page(old)).not.toContain('rejected.csv')
  expect(await page(waiting)).toContain('was deleted after 30 days')
  expect(await page(young)).not.toContain('was deleted')
  const stays = await office.inScope('lin', (scope) => findImport(scope, old))
  expect(stays).toMatchObject({ state: 'done', created: 1, rejected: 1 })
  const left = await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`
      select from core.import_rejects where company_id = ${company.id} and import_id = ${old}`),
  )
  expect(left).toHaveLength(0)
})

import { readFile } from 'node:fs/promises'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { queueJob } from '../../../core/jobs.ts'
import type { Module } from '../../../core/module.ts'
import { findImport, type Import } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import type { Transfer } from '../../../core/transfer/transfer.ts'
import { openModule } from '../../../flags/audience.ts'
import { parcels } from '../../contract/fixture/parcels.tsx'
import type { PersonName } from '../../setup/cast.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import type { Visitor } from '../../setup/visitor.ts'

/** What happens when a batch is about to be written: nothing, or what a test thinks of. */
export type Interference = (rows: number, nameOfFirst: string) => Promise<void> | void

/**
 * An office with one module, parcels, each row of a file making one: a row that is lost or written
 * twice shows in their number. A test can interfere before each batch.
 */
export type Warehouse = Office & {
  eyes: Pool
  interfere: (how: Interference) => void
  /** Has the queue's work on files wait until what it returns is called. */
  hold: () => () => void
  open: (firm?: Firm) => Promise<void>
  close: () => Promise<void>
  shut: () => Promise<void>
  /** How many parcels there are whose name begins so, and how many names they have. */
  stored: (prefix: string) => Promise<{ parcels: number; names: number }>
  /** Does what the queue does, in a process that may end before the job does. */
  work: (id: string, person: PersonName) => Promise<Import>
}

const [transfer] = parcels.transfers ?? []

export async function openWarehouse(): Promise<Warehouse> {
  let interference: Interference = () => {}
  const write: Transfer['write'] = async (scope, registry, rows, order) => {
    await interference(rows.length, String(rows[0]?.name))
    return (transfer as Transfer).write(scope, registry, rows, order)
  }
  const module = { ...parcels, transfers: [{ ...transfer, write }] } as unknown as Module
  const office = await openOffice({ modules: [module] })
  const owner = openPool(office.database.connections.owner, 1)
  const tables = new URL('../../contract/fixture/tables.sql', import.meta.url)
  await owner.unsafe(await readFile(tables, 'utf8'))
  await owner.end()
  const eyes = openPool(office.database.admin, 2)
  const grant = (variant: 'write' | 'off', firm: Firm) =>
    firm.inScope('amy', async (scope) => {
      const grants = variant === 'off' ? [] : [{ kind: 'everyone', variant } as const]
      await openModule(scope, parcels, grants, 'for this test')
    })
  const { product } = office.app
  const doFileWork = product.doFileWork
  let free: Promise<void> = Promise.resolve()
  product.doFileWork = async (...work) => {
    await free
    await doFileWork(...work)
  }
  const warehouse: Warehouse = {
    ...office,
    eyes,
    interfere: (how) => {
      interference = how
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      free = promise
      return resolve
    },
    open: (firm = office) => grant('write', firm),
    shut: () => grant('off', office),
    stored: async (prefix) => {
      const [row] = await eyes<{ parcels: number; names: number }[]>`
        select count(*)::int as parcels, count(distinct name)::int as names
        from parcels.parcels where name like ${`${prefix}%`}`
      return row ?? { parcels: 0, names: 0 }
    },
    work: (id, person) =>
      runImport(office.app.product, office.company, office.people[person], id, 'test'),
    close: async () => {
      await eyes.end()
      await office.close()
    },
  }
  await warehouse.open()
  return warehouse
}

/** A file of so many parcels, all named with the prefix. */
export const listOf = (prefix: string, count: number): string =>
  ['Name', ...Array.from({ length: count }, (_, at) => `${prefix} ${at + 1}`)].join('\r\n')

/** Sends a file as the import page does. @returns the answer, and the import's id if it was taken */
export async function upload(
  visitor: Visitor,
  kind: string,
  content: string | Uint8Array,
  name = 'list.csv',
): Promise<{ answer: Response; id: string }> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], name, { type: 'text/csv' }))
  const answer = await visitor.post('/admin/import', form)
  return { answer, id: answer.headers.get('location')?.split('/').at(-1) ?? '' }
}

/** Waits until a file that a job reads has been read. */
export const read = (visitor: Visitor, id: string): Promise<unknown> =>
  until(
    'the file is read',
    async () => (await visitor.get(`/admin/import/${id}/progress`)).status !== 200,
    60,
  )

/** Uploads and starts. @returns the import's id */
export async function begin(
  visitor: Visitor,
  kind: string,
  content: string | Uint8Array,
  name?: string,
): Promise<string> {
  const { id } = await upload(visitor, kind, content, name)
  await read(visitor, id)
  await visitor.post(`/admin/import/${id}/start`)
  return id
}

/** Waits for the end of an import. */
export const ended = (firm: Firm, id: string, seconds = 20): Promise<Import> =>
  until(
    'the import ends',
    () =>
      firm.inScope('amy', async (scope) => {
        const found = await findImport(scope, id)
        return !['waiting', 'running'].includes(found.state) && found
      }),
    seconds,
  )

/** Queues an import once more, as a crashed process would leave it. */
export const queueAgain = (firm: Firm, id: string): Promise<void> =>
  firm.inScope('amy', ({ db }) => queueJob(db, 'core.import', { import: id }))

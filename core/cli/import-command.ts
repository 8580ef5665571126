import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { type Acting, asPerson } from '../access/as-person.ts'
import type { Scope } from '../scope.ts'
import { StartFailure } from '../start/failure.ts'
import { cancelImport, goOnWithout } from '../transfer/course.ts'
import { readBytes } from '../transfer/decode.ts'
import { findImport, type Import } from '../transfer/imports.ts'
import { FileRefused } from '../transfer/refusal.ts'
import { rehearseImport } from '../transfer/rehearse.ts'
import { runImport } from '../transfer/run.ts'
import { inProduct } from './acting.ts'
import { companyNamed, personNamed } from './find.ts'
import { beginFor } from './import-begin.ts'
import { type ImportOrder, readImportOrder } from './import-order.ts'
import { saveRejects } from './import-rejects.ts'
import { tellImport, tellRehearsal } from './import-words.ts'
import type { Command, Io } from './io.ts'

/** Imports a file in somebody's name: with their rights, by the same code as the pages. */
export const importCommand: Command = async (args, io) => {
  const order = readImportOrder(args)
  const file = resolve(io.folder, order.file)
  const content = await readGiven(file)
  return inProduct(io, async (product) => {
    const company = await companyNamed(product, order.company)
    const person = await personNamed(product, company, order.as)
    const request = `import-${randomUUID()}`
    const job: Job = { product, company, person, request, order, file, content, io }
    return order.dryRun ? rehearse(job) : run(job)
  }).catch((error) => {
    throw error instanceof FileRefused ? new StartFailure(`${file}: ${error.message}`) : error
  })
}

type Job = {
  product: Acting
  company: string
  person: string
  request: string
  order: ImportOrder
  file: string
  content: Uint8Array
  io: Io
}

async function readGiven(file: string): Promise<Uint8Array> {
  try {
    return await readBytes(createReadStream(file))
  } catch (error) {
    if (error instanceof FileRefused) throw new StartFailure(`${file}: ${error.message}`)
    throw new StartFailure(
      `${file} cannot be read (${(error as Error).message}): check the path and whether you may read it.`,
    )
  }
}

async function rehearse({ product, company, person, request, ...job }: Job): Promise<number> {
  const found = await rehearseImport(product, company, person, request, (scope) =>
    beginFor(product.registry, scope, job.order, job.file, job.content),
  )
  tellRehearsal(job.io, job.order.json, found)
  return isWhole(found.import) ? 0 : 1
}

async function run({ product, company, person, request, ...job }: Job): Promise<number> {
  const as = <T>(work: Parameters<typeof asPerson<T>>[4]) =>
    asPerson(product, company, person, request, work)
  const id = await as(async (scope) => {
    const begun = await beginFor(product.registry, scope, job.order, job.file, job.content)
    await goOnWithout(scope, begun)
    return begun
  })
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => interrupted.abort())
  const along = (scope: Scope) => goOnWithout(scope, id)
  const ran = await runImport(product, company, person, id, request, interrupted.signal, along)
  const { ended, rejects } = await as(async (scope) => {
    // Left alone for too long, it was taken on by the queue: then it is not ours to end.
    if (interrupted.signal.aborted && ran.state === 'running') await cancelImport(scope, id)
    const ended = await findImport(scope, id)
    return {
      ended,
      rejects: await saveRejects(product.registry, scope, ended, job.file, job.io.folder),
    }
  })
  tellImport(job.io, job.order.json, ended, rejects)
  return isWhole(ended) ? 0 : 1
}

const isWhole = ({ state, rejected }: Import): boolean => state === 'done' && rejected === 0

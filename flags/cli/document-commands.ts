import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { asOperator } from '../../core/access/operator.ts'
import { inProduct } from '../../core/cli/acting.ts'
import { companyNamed } from '../../core/cli/find.ts'
import { type Command, type Io, misused, report } from '../../core/cli/io.ts'
import { StartFailure } from '../../core/start/failure.ts'
import { DocumentError, parseDocument } from '../documents.ts'
import { exportDocument, importDocument } from '../imported.ts'
import { sayDocumentProblem } from '../messages.ts'
import type { FlagsDocument } from '../snapshot.ts'

/** Takes over an Unleash features document; modules are decided elsewhere and refused here. */
export const importFlags: Command = async (args, io) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      company: { type: 'string' },
      replace: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, ...rest] = positionals
  const { company: name, replace, json } = values
  if (!file || !name || rest.length > 0) throw misused('flags import')
  const document = await readDocument(resolve(io.folder, file))
  const done = await inProduct(io, async (product) => {
    const company = await companyNamed(product, name)
    return asOperator(product, company, randomUUID(), (scope) =>
      importDocument(scope, document, replace),
    )
  })
  const { created, updated, unchanged, dropped } = done
  report(
    io,
    json,
    `${created} flags and segments are new, ${updated} changed, ${unchanged} stayed as they were, ${dropped} were dropped.`,
    done,
  )
  return 0
}

async function readDocument(file: string): Promise<FlagsDocument> {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new StartFailure(
      `${file} cannot be read (${error.message}): check the path and whether you may read it.`,
    )
  })
  try {
    return parseDocument(text)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    throw new StartFailure(`${file}: ${sayDocumentProblem(error.problem, 'en')}`)
  }
}

/** Prints all imported flags as one Unleash document, for people and programs alike. */
export const exportFlags: Command = async (args, io: Io) => {
  const { values } = parseArgs({
    args,
    options: { company: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const { company: name, json } = values
  if (!name) throw misused('flags export')
  const document = await inProduct(io, async (product) =>
    asOperator(product, await companyNamed(product, name), randomUUID(), exportDocument),
  )
  report(io, json, JSON.stringify(document, null, 2), document)
  return 0
}

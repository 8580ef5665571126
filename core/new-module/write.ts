import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../root.ts'
import { addToList } from './list.ts'
import type { NewModule } from './request.ts'

const run = promisify(execFile)
const templates = join(import.meta.dirname, 'template')

/**
 * Writes a module's files and its migrations, adds it to modules/index.ts, and brings all of it
 * into the house's format.
 * @returns the files, below the project's root
 */
export async function writeModule(request: NewModule): Promise<string[]> {
  const { id } = request
  const names = globSync('**/*.tmpl', { cwd: templates })
    .map((name) => name.replace(/\.tmpl$/, ''))
    .filter((name) => name !== 'policies.sql')
    .sort()
  const files = names.map((name) => `modules/${id}/${name}`)
  for (const [at, file] of files.entries()) {
    const name = names[at] as string
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), await filled(name, request))
  }
  const migrations = await writeMigrations(request)
  const list = join(root, 'modules/index.ts')
  await writeFile(list, addToList(await readFile(list, 'utf8'), id))
  await node('@biomejs/biome/bin/biome', 'check', '--write', `modules/${id}`, 'modules/index.ts')
  return [...files, ...migrations, 'modules/index.ts']
}

/** A template with the names filled in; in sources, quotes within a title are escaped. */
async function filled(name: string, request: NewModule): Promise<string> {
  const template = await readFile(join(templates, `${name}.tmpl`), 'utf8')
  const inSource = /\.tsx?$/.test(name)
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, key) => {
    const value = request[key as keyof NewModule]
    return inSource ? value.replaceAll(/[\\']/g, '\\$&') : value
  })
}

/** drizzle-kit writes the tables as they are described; the policies are written by hand. */
async function writeMigrations(request: NewModule): Promise<string[]> {
  const folder = `migrations/${request.id}`
  const place = ['--dialect=postgresql', `--out=./${folder}`]
  const schema = `--schema=./modules/${request.id}/schema.ts`
  const kit = (...args: string[]) => node('drizzle-kit/bin.cjs', 'generate', ...place, ...args)
  await kit(schema, '--name=tables')
  await kit(schema, '--name=policies', '--custom')
  await writeFile(join(root, folder, '0001_policies.sql'), await filled('policies.sql', request))
  const tables = join(root, folder, '0000_tables.sql')
  // The schema itself is made before any migration, to hold the list of those applied.
  const text = await readFile(tables, 'utf8')
  await writeFile(tables, text.replace(/^CREATE SCHEMA .*\n(--> statement-breakpoint\n)?/, ''))
  return [`${folder}/0000_tables.sql`, `${folder}/0001_policies.sql`]
}

const node = (program: string, ...args: string[]) =>
  run(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root })

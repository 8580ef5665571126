import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { iconSheet, iconSheetFile } from '../../views/icon-sheet.ts'
import { root } from '../root.ts'
import { dist, writeWhole } from './files.ts'
import { bundle } from './program.ts'
import type { Made } from './refresh.ts'

const run = promisify(execFile)
const folder = join(dist, 'assets')

/**
 * Makes the one script and the one style sheet of all pages, the scripts of boards and of writing
 * tours, and both for the API's documentation and for tours; their names carry their content.
 */
export async function buildAssets(): Promise<Made> {
  await mkdir(folder, { recursive: true })
  const [script, style, board, docs, docsStyle, tour, tourStyle, editor] = await Promise.all([
    buildScript('views/client/main.ts'),
    buildStyle(),
    buildScript('views/client/board.ts'),
    buildScript('views/client/api-docs.ts'),
    buildDocsStyle(),
    buildScript('views/client/tour-player.ts'),
    readFile(join(root, 'node_modules/driver.js/dist/driver.css')),
    buildScript('views/client/tour-editor.ts'),
  ])
  const names = {
    'app.js': await keep('app', 'js', script.content),
    'app.css': await keep('app', 'css', style.content),
    'board.js': await keep('board', 'js', board.content),
    'api-docs.js': await keep('api-docs', 'js', docs.content),
    'api-docs.css': await keep('api-docs', 'css', docsStyle),
    'tour.js': await keep('tour', 'js', tour.content),
    'tour.css': await keep('tour', 'css', tourStyle),
    'tour-editor.js': await keep('tour-editor', 'js', editor.content),
  }
  await writeWhole(join(folder, iconSheetFile), iconSheet)
  await writeWhole(join(folder, 'manifest.json'), JSON.stringify(names))
  const made = [iconSheetFile, ...Object.values(names)]
  await removeOthers(made)
  const outputs = ['manifest.json', ...made].map((name) => `assets/${name}`)
  const inputs = [script, style, board, docs, tour].flatMap((one) => one.inputs)
  return { inputs: [...new Set(inputs)], outputs }
}

async function buildScript(entry: string) {
  const { files, inputs } = await bundle(entry, {
    outfile: join(folder, 'script.js'),
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
  })
  return { content: files[0]?.contents ?? new Uint8Array(), inputs }
}

/** The documentation of the API is drawn by swagger-ui, with its own style. */
const buildDocsStyle = (): Promise<Uint8Array> =>
  readFile(join(root, 'node_modules/swagger-ui-dist/swagger-ui.css'))

/** Tailwind looks for class names in every source, so every source is an input. */
async function buildStyle() {
  const output = join(folder, `app.${randomBytes(4).toString('hex')}.tmp`)
  const tailwind = join(root, 'node_modules/@tailwindcss/cli/dist/index.mjs')
  const args = [tailwind, '-i', join(root, 'views/css/app.css'), '-o', output, '--minify']
  await run(process.execPath, args, { cwd: root })
  const content = await readFile(output)
  await rm(output)
  return { content, inputs: await sources() }
}

async function sources(): Promise<string[]> {
  const places = ['core', 'flags', 'modules', 'views']
  const lists = await Promise.all(
    places.map(async (place) =>
      (await readdir(join(root, place), { recursive: true })).map((name) => join(place, name)),
    ),
  )
  return lists.flat().filter((path) => /\.(tsx?|css)$/.test(path))
}

async function keep(name: string, type: string, content: Uint8Array): Promise<string> {
  const mark = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const file = `${name}-${mark}.${type}`
  await writeWhole(join(folder, file), content)
  return file
}

/** A running server keeps its own files in memory, so it misses none of these. */
async function removeOthers(current: string[]): Promise<void> {
  for (const name of await readdir(folder))
    if (name !== 'manifest.json' && !current.includes(name)) await rm(join(folder, name))
}

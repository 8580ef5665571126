import { isAbsolute, join } from 'node:path'
import type { BuildOptions, Metafile, Plugin } from 'esbuild'
import { root } from '../root.ts'
import { dist, writeWhole } from './files.ts'
import type { Made } from './refresh.ts'

/**
 * Packages of many small files that would be read one by one at every start. drizzle alone took half a
 * second and 100 MB: Node reads its huge package.json again for each of its files. All others stay
 * where npm put them: some bring files of their own, or pieces made for one kind of machine.
 */
const inside = /^(drizzle-orm|hono|@hono\/node-server|zod)(\/|$)/

/** Bundles our own sources for Node. */
export async function buildProgram(entry: string, output: string): Promise<Made> {
  return bundle(entry, {
    outfile: join(dist, output),
    platform: 'node',
    format: 'esm',
    target: 'node24',
    plugins: [packagesOutside],
    sourcemap: 'linked',
    sourcesContent: false,
    jsx: 'automatic',
    jsxImportSource: '#jsx',
  }).then(async ({ files, inputs }) => {
    for (const { path, text } of files) await writeWhole(path, inAscii(text))
    return { inputs, outputs: [output] }
  })
}

const packagesOutside: Plugin = {
  name: 'packages outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || inside.test(path) || isAbsolute(path)
        ? undefined
        : { path, external: true },
    )
  },
}

/**
 * esbuild leaves Chinese as it is in patterns and queries. One such sign makes Node keep all of the
 * program at two bytes a character: 7 MB.
 */
const inAscii = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Runs esbuild in memory and says which files of ours it read. */
export async function bundle(entry: string, options: BuildOptions) {
  // Loaded only when there is something to build: most starts find nothing changed.
  const { build } = await import('esbuild')
  const result = await build({
    ...options,
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
  })
  return { files: result.outputFiles ?? [], inputs: ours(result.metafile) }
}

const ours = ({ inputs }: Metafile): string[] =>
  Object.keys(inputs).filter((path) => !path.startsWith('node_modules/'))

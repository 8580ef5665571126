import { isAbsolute, join } from 'node:path'
import type { BuildOptions, Metafile, Plugin } from 'esbuild'
import { root } from '../root.ts'
import { dist, writeWhole } from './files.ts'
import type { Made } from './refresh.ts'

/**
 * Bundles our own sources for Node. Packages stay where npm put them, but for drizzle: Node reads
 * its huge package.json again for each of its files, which took half a second and 100 MB at every
 * start.
 */
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
    for (const { path, contents } of files) await writeWhole(path, contents)
    return { inputs, outputs: [output] }
  })
}

const packagesOutside: Plugin = {
  name: 'packages outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || /^drizzle-orm(\/|$)/.test(path) || isAbsolute(path)
        ? undefined
        : { path, external: true },
    )
  },
}

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

import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../core/root.ts'

/** Checks a file the way the project is checked. @returns the numbers of the lines that are wrong */
async function wrongLines(text: string): Promise<number[]> {
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'types-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'given.ts'), text.replaceAll("'../../core/", `'${root}/core/`))
  const config = { extends: join(root, 'tsconfig.json'), include: [], files: ['given.ts'] }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const output = await new Promise<string>((resolve) => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    execFile(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], (_, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
  expect(output).not.toMatch(/error TS(5|6)\d{3}:/)
  return [...output.matchAll(/given\.ts\((\d+),/g)].map((match) => Number(match[1]))
}

test('a borrowed flag, a foreign permission, a missing language, an undeclared friend do not compile', async () => {
  const text = await readFile(join(root, 'test/core/manifest-types.ts'), 'utf8')
  expect(await wrongLines(text)).toEqual([])

  const refused = text
    .split('\n')
    .flatMap((line, at) => (/\/\/ @ts-expect-error/.test(line) ? [at] : []))
  expect(refused).toHaveLength(7)
  const bare = text.replaceAll('@ts-expect-error', 'refused:')
  const below = refused.map((at) => at + 2)
  expect(await wrongLines(bare)).toEqual(below)
})

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { build } from 'esbuild'
import { root } from '../../core/root.ts'
import { iconSheet, iconSheetFile } from '../../views/icon-sheet.ts'
import { galleryApp } from './gallery.tsx'

const run = promisify(execFile)

/** The style sheet and the script, built as the product builds them. */
export async function buildClient(): Promise<{ css: Buffer; js: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'stepwise-views-'))
  const css = join(folder, 'app.css')
  const js = join(folder, 'app.js')
  const tailwind = join(root, 'node_modules/@tailwindcss/cli/dist/index.mjs')
  const sheet = [tailwind, '-i', join(root, 'views/css/app.css'), '-o', css, '--minify']
  try {
    await Promise.all([
      run(process.execPath, sheet, { cwd: root }),
      build({
        entryPoints: [join(root, 'views/client/main.ts')],
        outfile: js,
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2022',
      }),
    ])
    return { css: await readFile(css), js: await readFile(js) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Serves the gallery. @returns its address, and a way to stop it */
export async function serveGallery(port = 0) {
  const { css, js } = await buildClient()
  const app = galleryApp({ css: '/assets/app.css', js: '/assets/app.js' })
  app.get('/assets/app.css', (c) =>
    c.body(new Uint8Array(css), 200, { 'Content-Type': 'text/css' }),
  )
  app.get('/assets/app.js', (c) =>
    c.body(new Uint8Array(js), 200, { 'Content-Type': 'text/javascript' }),
  )
  app.get(`/assets/${iconSheetFile}`, (c) =>
    c.body(iconSheet, 200, { 'Content-Type': 'image/svg+xml' }),
  )
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, stop: () => new Promise((done) => server.close(done)) }
}

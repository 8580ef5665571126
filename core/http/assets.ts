import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Handler } from 'hono'
import { lazily } from '../lazily.ts'
import { root } from '../root.ts'
import { notFound } from './refusal.ts'
import type { Site } from './site.ts'

type Asset = { type: string; plain: Buffer; packed: () => Buffer }

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
}

/** The built files by name, read once: they are few, and their names change with their content. */
export type Assets = { names: Record<string, string>; files: Map<string, Asset> }

/** Reads what the build wrote; without a build there is nothing to serve, and start says so. */
export function readAssets(folder = join(root, 'dist/assets')): Assets {
  const names = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const files = new Map<string, Asset>()
  for (const file of readdirSync(folder)) {
    const type = types[file.split('.').at(-1) ?? '']
    if (!type || file.endsWith('.map') || file === 'manifest.json') continue
    const plain = readFileSync(join(folder, file))
    // Most starts are followed by no look at the documentation, whose script takes long to compress.
    files.set(file, { type, plain, packed: lazily(() => pack(plain)) })
  }
  return { names, files }
}

const pack = (plain: Buffer): Buffer =>
  brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })

/** Serves a built file, compressed, to be kept for good: a new content has a new name. */
export const serveAsset =
  (assets: Assets): Handler<Site, '/assets/:file'> =>
  (c) => {
    const asset = assets.files.get(c.req.param('file'))
    if (!asset) throw notFound()
    const packed = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
    return c.body(new Uint8Array(packed ? asset.packed() : asset.plain), 200, {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(packed ? { 'Content-Encoding': 'br' } : {}),
    })
  }

import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { root } from '../../core/root.ts'

const cache = join(root, 'node_modules/.cache')

/** One per user: the unpacked program may be run by its owner alone. */
const unpacked = join(cache, `chromium-${process.getuid?.() ?? 'user'}`)

/**
 * Starts a Chromium: the machine's own if it has one, else the one out of npm. Its package's own
 * arguments are never passed on: they switch web security off, and tests would prove nothing.
 */
export async function launchChromium(): Promise<Browser> {
  const env = { ...process.env, FONTCONFIG_FILE: await fontList() } as Record<string, string>
  const options: LaunchOptions = { args: [], chromiumSandbox: false, env }
  const installed = findInstalled()
  if (installed) return chromium.launch({ ...options, executablePath: installed })
  if (process.platform !== 'linux') return chromium.launch({ ...options, channel: 'chrome' })
  try {
    return await chromium.launch({ ...options, executablePath: await unpack() })
  } catch {
    // What lies there may be half a file. And a bare machine may lack nss, which is in the package.
    await rm(unpacked, { recursive: true, force: true })
    const executablePath = await unpack()
    const libraries = join(unpacked, 'al2023/lib')
    return chromium.launch({
      ...options,
      executablePath,
      env: { ...env, LD_LIBRARY_PATH: libraries },
    })
  }
}

function findInstalled(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync)
}

/** Unpacks beside the final place and moves it there whole, because two test files may do it at once. */
async function unpack(): Promise<string> {
  const program = join(unpacked, 'chromium')
  if (existsSync(program)) return program
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'chromium-draft-'))
  const { TMPDIR } = process.env
  process.env.TMPDIR = draft
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    await packed.executablePath()
    await inflate(join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
    await rename(draft, unpacked)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(program)) throw error
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  return program
}

/** Fonts for Chinese out of npm, or a machine without any would draw boxes. */
async function fontList(): Promise<string> {
  const folder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc')
  const file = join(cache, 'fonts.conf')
  const prefer = ['system-ui', 'sans-serif']
    .map(
      (family) =>
        `<match><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>Noto Sans SC</string></edit></match>`,
    )
    .join('')
  await mkdir(cache, { recursive: true })
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig>
<dir>${folder}/400Regular</dir><dir>${folder}/500Medium</dir><dir>${folder}/600SemiBold</dir>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<cachedir>${cache}/fontconfig</cachedir>${prefer}
</fontconfig>`,
  )
  return file
}

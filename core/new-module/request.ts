import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { whatIsWrongWithId } from '../registry.ts'
import { root } from '../root.ts'

/** Something asked for that cannot be; the message says what, and what to ask for instead. */
export class RequestError extends Error {}

export type NewModule = { id: string; titleEn: string; titleZh: string }

const usage = 'npm run new-module ID -- --title-en "Marketing" --title-zh "市场"'

/**
 * Reads what was asked for: an id, and a title in each language.
 * @throws RequestError for an id that is none or is taken, and for a title in the wrong language
 */
export function readRequest(args: readonly string[]): NewModule {
  const { values, positionals } = parse(args)
  const [id, ...more] = positionals
  if (!id || more.length > 0) throw new RequestError(`Name one module: ${usage}.`)
  const wrong = whatIsWrongWithId(id)
  if (wrong) throw new RequestError(`"${id}" ${wrong}.`)
  for (const place of [`modules/${id}`, `migrations/${id}`])
    if (existsSync(join(root, place)))
      throw new RequestError(`${place} is there already: choose another id, or remove it first.`)
  const name = `${id[0]?.toUpperCase()}${id.slice(1)}`
  const titleEn = values['title-en'] ?? name
  const titleZh = values['title-zh'] ?? `${name}模块`
  if (!isTitle(titleEn) || /\p{Script=Han}/u.test(titleEn))
    throw new RequestError(`--title-en takes an English title of one line: ${usage}.`)
  if (!isTitle(titleZh) || !/\p{Script=Han}/u.test(titleZh))
    throw new RequestError(`--title-zh takes a Chinese title of one line: ${usage}.`)
  return { id, titleEn, titleZh }
}

function parse(args: readonly string[]) {
  try {
    const options = { 'title-en': { type: 'string' }, 'title-zh': { type: 'string' } } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new RequestError(`${(error as Error).message} Ask like this: ${usage}.`)
  }
}

const isTitle = (text: string): boolean => /\S/.test(text) && !/\p{Cc}/u.test(text)

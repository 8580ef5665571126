import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { apiText } from './messages.ts'

/** The largest body a program may send, in bytes. */
export const limitJson = bodyLimit({
  maxSize: 1024 * 1024,
  onError: () => {
    throw new Refusal(413)
  },
})

const json = /^application\/(merge-patch\+)?json\s*(;|$)/i

/** The JSON object of a body, and its text. @throws Refusal 415 for another type, 400 for no JSON */
export async function readJson(c: Context<Site>): Promise<{ given: object; text: string }> {
  if (!json.test(c.req.header('content-type') ?? '')) throw new Refusal(415)
  const t = apiText(c.var.locale)
  const text = await c.req.text()
  const given = parse(text, t.noJson)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refusal(400, t.noObject)
  return { given, text }
}

function parse(text: string, sentence: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, sentence)
  }
}

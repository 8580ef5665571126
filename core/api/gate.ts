import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '../auth/throttle.ts'
import { Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { inCompanyOf } from '../http/transaction.ts'
import { localeOf } from '../i18n/locale.ts'
import type { Bearer } from '../tokens/bearers.ts'
import type { TokenKind } from '../tokens/schema.ts'

/**
 * Requests of one token, and tries with none that works from one network, per minute and process.
 * They keep a program that runs wild from taking the product from people; no secret hangs on them.
 */
const perToken = 6_000
const perNetwork = 60

/** What programs get is about people, so no cache on the way may keep it. */
export const keepNowhere: MiddlewareHandler<Site> = async (c, next) => {
  c.header('Cache-Control', 'private, no-store')
  await next()
}

/** No cookie counts here: before a token is known, the language is what the program asks for. */
export const speakAsAsked: MiddlewareHandler<Site> = async (c, next) => {
  c.set('locale', localeOf(c.req.header('accept-language')))
  await next()
}

/**
 * Lets in who comes with a token of the REST API, as the person it belongs to, in a transaction of
 * their company. Everybody else gets 401.
 */
export function openGate(): MiddlewareHandler<Site> {
  const recognise = recogniseBearer('api')
  return (c, next) =>
    recognise(c, async () => {
      const { bearer } = c.var
      if (!bearer) throw new Refusal(401)
      // What programs do is told apart from what people do, wherever a trace of it is read later.
      c.set('requestId', `api-${c.var.requestId}`)
      c.set('locale', wishOf(c) ?? bearer.person.locale ?? bearer.company.locale)
      await inCompanyOf(c, bearer, next)
    })
}

/** Finds whose a token of one kind is, and how often it asks. @throws Refusal 401 without one, 429 */
export function recogniseBearer(kind: TokenKind): MiddlewareHandler<Site> {
  const tokens = new RateLimiterMemory({ points: perToken, duration: 60 })
  const strangers = new RateLimiterMemory({ points: perNetwork, duration: 60 })
  return async (c, next) => {
    const network = networkOf(c.var.address)
    const bearer = await bearerOf(c, kind)
    if (!bearer) {
      await count(strangers, network)
      throw new Refusal(401)
    }
    await count(tokens, bearer.tokenId)
    c.set('bearer', bearer)
    await next()
  }
}

/** Unleash's clients send their token alone. */
const tokenIn: Record<TokenKind, RegExp> = {
  api: /^bearer +(\S{1,200})$/i,
  unleash: /^(?:bearer +)?(\S{1,200})$/i,
}

async function bearerOf(c: Context<Site>, kind: TokenKind): Promise<Bearer | undefined> {
  const [, token] = tokenIn[kind].exec(c.req.header('authorization') ?? '') ?? []
  const bearer = token ? await c.var.product.bearers.resume(token) : undefined
  return bearer?.kind === kind ? bearer : undefined
}

/** The language a program asks for by name; most clients ask for any, and mean none. */
function wishOf(c: Context<Site>) {
  const wishes = c.req.header('accept-language')
  return /\b(zh|en)\b/i.test(wishes ?? '') ? localeOf(wishes) : undefined
}

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (limit) {
    if (!(limit instanceof RateLimiterRes)) throw limit
    throw new Refusal(429, '', Math.max(1, Math.ceil(limit.msBeforeNext / 1000)))
  }
}

import type { HttpBindings } from '@hono/node-server'
import type { SignedIn } from '../auth/session.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Unread } from '../notify/unread.ts'
import type { Product } from '../product.ts'
import type { Scope } from '../scope.ts'
import type { Bearer } from '../tokens/bearers.ts'

/** What a handler finds on its context. `scope` is there on every route behind sign-in. */
export type Site = {
  Bindings: Partial<HttpBindings>
  Variables: {
    product: Product
    requestId: string
    /** Headers this request's answer gets besides the usual ones. */
    added: [name: string, value: string][]
    address: string
    locale: Locale
    signedIn: SignedIn | undefined
    /** The program that came with a token, below /api. */
    bearer: Bearer | undefined
    scope: Scope
    unread: Unread
  }
}

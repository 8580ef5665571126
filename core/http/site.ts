import type { HttpBindings } from '@hono/node-server'
import type { SignedIn } from '../auth/session.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Unread } from '../notify/unread.ts'
import type { Product } from '../product.ts'
import type { Scope } from '../scope.ts'
import type { Bearer } from '../tokens/bearers.ts'

/** The company whose pages a stranger visits, and where they begin while these are open. */
export type Host = { brand: string; home?: { href: string; label: string } }

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
    /** On the pages that a module has for strangers, once the address has told whose they are. */
    host: Host | undefined
    /** The program that came with a token, below /api. */
    bearer: Bearer | undefined
    scope: Scope
    unread: Unread
  }
}

import { readDirectory } from '../access/directory.ts'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { parseText } from '../values/text.ts'
import { tokenText } from './messages.ts'
import type { NewToken } from './tokens.ts'

/** Days for which a token can be made. */
export const lifetimes = [30, 90, 365] as const

type ReadToken = { token?: NewToken; errors: Errors }

/**
 * Reads the form of a new token.
 * @param raw fields name, person (an id) and lasts (days, or empty)
 * @returns undefined with `errors` when something is wrong
 */
export async function readTokenForm(scope: Scope, raw: Raw): Promise<ReadToken> {
  const t = tokenText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const name = fields.need('name', t.name, (text) => parseText(text, { most: 100 }), '')
  const { colleagues } = await readDirectory(scope)
  const person = colleagues.find(({ id, left }) => id === raw.person && !left)
  if (!person) fields.refuse('person', t.nobody)
  const days = lifetimes.find((one) => String(one) === raw.lasts) ?? null
  return person && fields.ok
    ? { token: { person, name, kind: 'api', days }, errors: {} }
    : { errors: fields.errors }
}

/**
 * Reads the form by which people make tokens in their own name. Nobody looks after those, so they all
 * end by themselves.
 * @param raw fields name and lasts (days)
 */
export function readOwnTokenForm(scope: Scope, raw: Raw): ReadToken {
  const fields = new Fields(raw, scope.locale)
  const label = tokenText(scope.locale).name
  const name = fields.need('name', label, (text) => parseText(text, { most: 100 }), '')
  const days = lifetimes.find((one) => String(one) === raw.lasts) ?? lifetimes[0]
  return fields.ok
    ? { token: { person: scope.user, name, kind: 'api', days }, errors: {} }
    : { errors: fields.errors }
}

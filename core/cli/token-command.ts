import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readDirectory } from '../access/directory.ts'
import { asOperator } from '../access/operator.ts'
import { type TokenKind, tokenKinds } from '../tokens/schema.ts'
import { makeToken } from '../tokens/tokens.ts'
import { inProduct } from './acting.ts'
import { companyNamed, personNamed } from './find.ts'
import { type Command, given, report, UsageError } from './io.ts'

const text = { type: 'string' } as const

/** Makes a token by which a program acts in somebody's name, and prints it once. */
export const newTokenCommand: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      company: text,
      email: text,
      name: text,
      kind: { ...text, default: 'api' },
      json: { type: 'boolean', default: false },
    },
  })
  const named = given(values.company, '--company "Its name"')
  const email = given(values.email, '--email lin@example.com')
  const name = given(values.name, '--name "Web shop"')
  const kind = tokenKinds.find((one) => one === values.kind)
  if (!kind) throw new UsageError(`--kind wants one of: ${tokenKinds.join(', ')}.`)
  const token = await inProduct(io, async (product) => {
    const company = await companyNamed(product, named)
    const user = await personNamed(product, company, email)
    return asOperator(product, company, randomUUID(), async (scope) => {
      const { colleagues } = await readDirectory(scope)
      const person = { id: user, name: colleagues.find(({ id }) => id === user)?.name ?? email }
      return makeToken(scope, { person, name, kind, days: null })
    })
  })
  report(io, values.json, line(token, kind, email), { token })
  return 0
}

const line = (token: string, kind: TokenKind, email: string): string =>
  `Made a token for ${kind === 'api' ? 'the REST API' : 'the flags'}, in the name of ${email}.\nToken, shown this once: ${token}`

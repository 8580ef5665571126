import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link or a session: 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored instead of a token, so that reading the database signs nobody in. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

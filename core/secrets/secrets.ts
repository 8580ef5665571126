import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Env } from '../env.ts'
import { type Key, readKey } from './key.ts'

/** Secrets of companies that the product has to know again, such as the password of a mailbox. */
export type Secrets = {
  /**
   * Seals a text for the database (AES-256-GCM, with the key's id; security.md 2.2: 64).
   * @param of what it belongs to, company first; it can be opened for the same alone
   */
  seal: (of: readonly string[], text: string) => Promise<string>
  /** @returns undefined when it was changed, belongs elsewhere, or was sealed with another key */
  open: (of: readonly string[], sealed: string) => Promise<string | undefined>
  /** Signs a text for a purpose: the same each time, and nobody else can. 32 bytes. */
  sign: (of: readonly string[], text: string) => Promise<Buffer>
}

const cipher = 'aes-256-gcm'

/** The key is read, or made, when it is first needed. */
export function openSecrets(env: Pick<Env, 'DATA_DIR'>): Secrets {
  let reading: Promise<Key> | undefined
  const key = () => {
    reading ??= readKey(env)
    return reading
  }
  return {
    seal: async (of, text) => {
      const { id, bytes } = await key()
      const nonce = randomBytes(12)
      const sealing = createCipheriv(cipher, bytes, nonce).setAAD(bound(of))
      const content = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
      return [id, nonce, sealing.getAuthTag(), content].map(printPart).join('.')
    },
    open: async (of, sealed) => {
      const { id, bytes } = await key()
      const [by, ...parts] = sealed.split('.')
      const [nonce, tag, content] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (by !== id || nonce?.length !== 12 || tag?.length !== 16 || !content) return undefined
      try {
        const opening = createDecipheriv(cipher, bytes, nonce).setAAD(bound(of)).setAuthTag(tag)
        return opening.update(content, undefined, 'utf8') + opening.final('utf8')
      } catch {
        return undefined
      }
    },
    sign: async (of, text) => {
      const { bytes } = await key()
      return createHmac('sha256', bytes).update(bound(of)).update(`\0${text}`).digest()
    },
  }
}

const bound = (of: readonly string[]): Buffer => Buffer.from(JSON.stringify(of))

const printPart = (part: string | Buffer): string =>
  typeof part === 'string' ? part : part.toString('base64url')

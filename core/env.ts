import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const url = z.url()

/** Every variable the product reads. Nothing else reads process.env. */
const shape = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: url.optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  ALLOW_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DEMO_PASSWORD: z.string().min(12).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  UNLEASH_URL: url.optional(),
  UNLEASH_TOKEN: z.string().min(1).optional(),
  UNLEASH_ADMIN_TOKEN: z.string().min(1).optional(),
  HOSTED: z.stringbool().default(false),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
})

export type Env = z.infer<typeof shape>

/** A wrong environment; its message is one sentence for the person who starts the product. */
export class EnvError extends Error {}

/**
 * Reads and checks the environment.
 * @param source name → text, usually process.env; an empty text counts as unset
 * @throws EnvError naming the first wrong variable and the cure
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.entries(source).filter(([, value]) => value !== '')
  const result = shape.safeParse(Object.fromEntries(given))
  if (result.success && result.data.UNLEASH_URL && !result.data.UNLEASH_TOKEN)
    throw new EnvError(
      'UNLEASH_URL is set and UNLEASH_TOKEN is not: set UNLEASH_TOKEN to a client token of that server, or leave both out.',
    )
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const name = String(issue?.path[0])
  throw new EnvError(
    `${name}=${JSON.stringify(source[name])} cannot be used: ${issue?.message}. Set ${name} to a valid value (README, "Configuration") or leave it out.`,
  )
}

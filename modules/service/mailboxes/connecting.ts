import type { ImapFlow } from 'imapflow'
import type { Transporter } from 'nodemailer'
import type { Env } from '../../../core/env.ts'
import { reach } from '../../../core/outside/reach.ts'
import { type Fault, MailFault } from './faults.ts'
import type { Security } from './schema.ts'

/** What it takes to speak to the servers of a mailbox; the password is open. */
export type Access = {
  imapHost: string
  imapPort: number
  imapSecurity: Security
  folder: string
  smtpHost: string
  smtpPort: number
  smtpSecurity: Security
  username: string
  password: string
}

type Reaching = Pick<Env, 'ALLOW_PRIVATE_HOSTS'>

/** Ports that mail is spoken on; on a host the operator lists, any. */
export const mailPorts = { imap: [143, 993], smtp: [25, 465, 587, 2525] } as const

/** How long a server may keep us waiting, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 }

/** Where a server is, and who it has to be. @throws MailFault when it may not be reached */
async function place(env: Reaching, kind: 'imap' | 'smtp', host: string, port: number) {
  const isListed = env.ALLOW_PRIVATE_HOSTS.includes(host.toLowerCase())
  if (!isListed && !(mailPorts[kind] as readonly number[]).includes(port))
    throw new MailFault('port')
  const reached = await reach(env, host)
  if (typeof reached === 'string') throw new MailFault(reached)
  return { host: reached.address, port, servername: host }
}

/**
 * Opens a mailbox by IMAP and gives it to `work`; the line is closed whatever comes of it.
 * @throws MailFault, or whatever `work` throws
 */
export async function withInbox<T>(
  env: Reaching,
  access: Access,
  work: (inbox: ImapFlow) => Promise<T>,
): Promise<T> {
  const { imapHost, imapPort, imapSecurity, username, password, folder } = access
  // Loaded with the first mailbox: most firms start without one.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    ...(await place(env, 'imap', imapHost, imapPort)),
    ...patience,
    secure: imapSecurity === 'tls',
    doSTARTTLS: imapSecurity === 'tls' ? undefined : imapSecurity === 'starttls',
    auth: { user: username, pass: password },
    logger: false,
    disableAutoIdle: true,
  })
  // A line that breaks later is told by the command that was under way.
  client.on('error', () => {})
  try {
    await client.connect().catch(asFault)
    await client.mailboxOpen(folder).catch(() => {
      throw new MailFault('folder')
    })
    return await work(client)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** The same for sending by SMTP. */
export async function withPostman<T>(
  env: Reaching,
  access: Access,
  work: (postman: Transporter) => Promise<T>,
): Promise<T> {
  const { smtpHost, smtpPort, smtpSecurity, username, password } = access
  const { servername, ...at } = await place(env, 'smtp', smtpHost, smtpPort)
  const { createTransport } = await import('nodemailer')
  const postman = createTransport({
    ...at,
    ...patience,
    tls: { servername },
    secure: smtpSecurity === 'tls',
    requireTLS: smtpSecurity === 'starttls',
    ignoreTLS: smtpSecurity === 'none',
    auth: { user: username, pass: password },
    // Nothing that stands in a mail is ever read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    return await work(postman)
  } finally {
    postman.close()
  }
}

/** Tries both servers of a mailbox. @returns what is wrong with either; nothing where both are well */
export async function tryMailbox(
  env: Reaching,
  access: Access,
): Promise<{ imap?: Fault; smtp?: Fault }> {
  const [imap, smtp] = await Promise.all([
    faultIn(() => withInbox(env, access, async () => {})),
    faultIn(() => withPostman(env, access, (postman) => postman.verify().catch(asFault))),
  ])
  return { ...(imap && { imap }), ...(smtp && { smtp }) }
}

const faultIn = async (work: () => Promise<unknown>): Promise<Fault | undefined> => {
  try {
    await work()
    return undefined
  } catch (error) {
    return MailFault.of(error).fault
  }
}

const asFault = (error: unknown): never => {
  throw MailFault.of(error)
}

import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Firm } from '../../../setup/office.ts'
import { until } from '../../../setup/until.ts'

/** It comes without types. */
type ImapServer = {
  server: Server
  listen: (port: number, host: string, ready: () => void) => void
  close: (done: () => void) => void
  appendMessage: (folder: string, flags: string[], at: Date, raw: string) => void
}
const hoodiecrow: (options: object) => ImapServer = createRequire(import.meta.url)(
  'hoodiecrow-imap',
)

/** What was handed over to the outgoing server: for whom, and the mail as it was. */
export type Posted = { to: string[]; raw: string }

/** A mail server of the test's own: IMAP that customers' mail is put into, SMTP that takes what goes out. */
export type PostOffice = {
  imapPort: number
  smtpPort: number
  /** Puts a mail into the inbox, byte by byte as it is. */
  deliver: (raw: string | Buffer) => void
  /** How many mails were put there: the number of the last. */
  delivered: () => number
  posted: Posted[]
  /** From now on the outgoing server answers each mail with this; undefined to take them again. */
  refuse: (code: number | undefined) => void
  close: () => Promise<void>
}

export const login = { username: 'help@harbour.example', password: 'nine letters of a river' }

export async function openPostOffice(): Promise<PostOffice> {
  const imap = hoodiecrow({
    plugins: [
      'ID',
      'SASL-IR',
      'AUTH-PLAIN',
      'NAMESPACE',
      'IDLE',
      'ENABLE',
      'LITERALPLUS',
      'UNSELECT',
    ],
    users: { [login.username]: { password: login.password } },
    storage: { INBOX: {} },
  })
  const imapPort = await new Promise<number>((resolve) => {
    imap.listen(0, '127.0.0.1', () => resolve((imap.server.address() as AddressInfo).port))
  })
  const posted: Posted[] = []
  let delivered = 0
  let refusal: number | undefined
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) => {
      const fits = username === login.username && password === login.password
      done(fits ? null : new Error('no'), fits ? { user: username } : undefined)
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (refusal) return done(Object.assign(new Error('not now'), { responseCode: refusal }))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        posted.push({ to, raw: Buffer.concat(pieces).toString() })
        done()
      })
    },
  })
  const smtpPort = await new Promise<number>((resolve) => {
    const server = smtp.listen(0, '127.0.0.1', () =>
      resolve((server.address() as AddressInfo).port),
    )
  })
  return {
    imapPort,
    smtpPort,
    delivered: () => delivered,
    deliver: (raw) => {
      delivered++
      const text =
        typeof raw === 'string' ? Buffer.from(raw).toString('latin1') : raw.toString('latin1')
      imap.appendMessage('INBOX', [], new Date(), text)
    },
    posted,
    refuse: (code) => {
      refusal = code
    },
    close: async () => {
      await new Promise<void>((resolve) => smtp.close(resolve))
      await new Promise<void>((resolve) => imap.close(resolve))
    },
  }
}

/** The form of a mailbox on that server. */
export const mailboxForm = (
  { imapPort, smtpPort }: PostOffice,
  more: Record<string, string> = {},
) => ({
  ...{ name: '海港客服', address: 'help@harbour.example', ...login, folder: 'INBOX' },
  ...{ imapHost: '127.0.0.1', imapPort: String(imapPort), imapSecurity: 'none' },
  ...{ smtpHost: '127.0.0.1', smtpPort: String(smtpPort), smtpSecurity: 'none' },
  ...more,
})

/** Has a mailbox read, and waits until every mail in it is settled. @returns what its page says then */
export async function fetchNow(firm: Firm, post: PostOffice, mailbox: string): Promise<string> {
  const read = () =>
    firm.inScope('amy', async ({ db }) => {
      const [row] = await db.execute<{ at: string; uid: number }>(
        `select fetched_at::text as at, coalesce(last_uid, 0)::int as uid
          from service.mailboxes where id = '${mailbox}'`,
      )
      return { at: row?.at, uid: row?.uid ?? 0 }
    })
  const before = await read()
  await firm.as('amy').post(`/service/mailboxes/${mailbox}/fetch`)
  const isDone = async () => {
    const { at, uid } = await read()
    return at !== before.at && uid >= post.delivered()
  }
  await until('the mailbox is read', isDone, 60)
  return (await firm.as('amy').get(`/service/mailboxes/${mailbox}`)).text()
}

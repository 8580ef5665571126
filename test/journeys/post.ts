import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Mail, readMail } from '../../modules/service/mail/reading.ts'
import {
  mailboxForm,
  openPostOffice,
  type PostOffice,
} from '../modules/service/mail/post-office.ts'
import type { Office } from '../setup/office.ts'
import { until } from '../setup/until.ts'

/** A mail server for a whole test file, and a firm that writes to its customers over it. */
export type Post = {
  /** What a stage needs for it. */
  env: Record<string, string>
  /** Gives a firm a mailbox, and a form for strangers. @returns the form's path */
  connect: (office: Office, department: string) => Promise<string>
  /** So many mails as they reached the customer, once they are there. */
  arrived: (count: number) => Promise<Mail[]>
}

export function postForFile(): Post {
  let server: PostOffice
  const env: Record<string, string> = { ALLOW_PRIVATE_HOSTS: '127.0.0.1' }
  beforeAll(async () => {
    server = await openPostOffice()
    env.DATA_DIR = await mkdtemp(join(tmpdir(), 'post-'))
  })
  afterAll(async () => {
    await server.close()
    await rm(env.DATA_DIR ?? '', { recursive: true, force: true })
  })
  return {
    env,
    connect: async (office, department) => {
      const amy = office.as('amy')
      await amy.post('/service/mailboxes', mailboxForm(server))
      const form = { name: '联系我们', language: 'zh-CN', consent: '同意用于答复', department }
      const made = await amy.post('/service/web-forms', form)
      const page = await (await amy.get(made.headers.get('location') ?? '')).text()
      return /\/portal\/forms\/[\w-]{22}/.exec(page)?.[0] ?? ''
    },
    arrived: async (count) => {
      await until(`${count} mails are there`, async () => server.posted.length >= count)
      return Promise.all(server.posted.map(({ raw }) => readMail(Buffer.from(raw))))
    },
  }
}

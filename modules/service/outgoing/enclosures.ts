import { sql } from 'drizzle-orm'
import { openFile } from '../../../core/attachments/store.ts'
import { written } from '../../../core/db/plan.ts'
import type { Desk } from '../../../core/errand.ts'
import { messageFiles, mostFiles } from '../conversation/schema.ts'
import type { Letter } from './composing.ts'
import { outgoingMails } from './schema.ts'

type Stored = { fileName: string; type: string; storedAs: string }

/** The files that go with an answer, read whole: together they are no larger than a mail may be. */
export async function readEnclosures(desk: Desk, mail: string): Promise<Letter['files']> {
  const stored = await desk.within(({ db, company }) =>
    db.execute<Stored>(sql`
      select a.file_name as "fileName", a.type, a.stored_as as "storedAs"
      from ${outgoingMails} o
      join ${messageFiles} f on f.company_id = o.company_id and f.message_id = o.message_id
      join core.attachments a on a.company_id = f.company_id and a.id = f.file_id
      where o.company_id = ${company.id} and o.id = ${mail} and a.removed_at is null
      order by a.id limit ${written(mostFiles)}`),
  )
  return Promise.all(
    stored.map(async ({ fileName, type, storedAs }) => {
      const stream = await openFile(desk.env, desk.company, storedAs)
      const content = Buffer.from(await new Response(stream).arrayBuffer())
      return { fileName, type, content }
    }),
  )
}

import { sql } from 'drizzle-orm'
import { notFound } from '../http/refusal.ts'
import type { Scope } from '../scope.ts'

/**
 * A file goes to the database and comes from it so many bytes at a time: each travels as text of
 * twice its length, and with copies of the whole a file of 20 MB would take 200 MB of memory.
 */
const piece = 1024 * 1024

/** Keeps a file with its import, in the place of the one that was there. */
export async function writeContent(scope: Scope, id: string, bytes: Uint8Array): Promise<void> {
  const company = scope.company.id
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < whole.length; at += piece)
    await scope.db.execute(sql`
      insert into core.import_pieces (company_id, import_id, position, content)
      values (${company}, ${id}, ${at}, ${whole.subarray(at, at + piece)})`)
  const these = sql`company_id = ${company} and import_id = ${id}`
  await scope.db.execute(sql`
    update core.imports set content =
      (select string_agg(content, ''::bytea order by position) from core.import_pieces where ${these})
    where company_id = ${company} and id = ${id}`)
  await scope.db.execute(sql`delete from core.import_pieces where ${these}`)
}

/** The file of an import. @throws notFound also when it is no longer kept */
export async function readContent(scope: Scope, id: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for (;;) {
    const from = pieces.length * piece
    const [row] = await scope.db.execute<{ part: Buffer | null; more: boolean }>(sql`
      select substring(content from ${from + 1} for ${piece}) as part,
        octet_length(content) > ${from + piece} as more
      from core.imports where company_id = ${scope.company.id} and id = ${id}`)
    if (!row?.part) throw notFound()
    pieces.push(row.part)
    if (!row.more) return pieces.length === 1 ? row.part : Buffer.concat(pieces)
  }
}

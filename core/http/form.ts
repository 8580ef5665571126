import type { Context } from 'hono'
import type { Site } from './site.ts'

/** What came in a form: every field as typed, none parsed. A field given twice keeps both. */
export type Raw = Record<string, string | undefined>

/** What is wrong with a form: field → sentence. The empty key is about the form as a whole. */
export type Errors = Record<string, string>

/**
 * Reads a form as text, line ends as they are stored: browsers send CRLF for what they were given
 * as LF. Files are left out (see `readUpload`), and a name no field of ours could
 * have is dropped rather than trusted.
 */
export async function readForm(
  c: Context<Site>,
): Promise<{ raw: Raw; all: (name: string) => string[] }> {
  const body = await c.req.parseBody({ all: true })
  const all = (name: string): string[] => {
    if (!Object.hasOwn(body, name)) return []
    return [body[name]]
      .flat()
      .filter((value) => typeof value === 'string')
      .map((value) => value.replaceAll('\r\n', '\n'))
  }
  const raw: Raw = Object.create(null)
  for (const name of Object.keys(body)) raw[name] = all(name)[0]
  return { raw, all }
}

/** The files of a form's file field; none when none was chosen, which browsers send as one without a name. */
export async function readUploads(c: Context<Site>, name: string): Promise<File[]> {
  const body = await c.req.parseBody({ all: true })
  return [body[name]].flat().filter((file) => file instanceof File && file.name !== '') as File[]
}

/** The one file of such a field. */
export const readUpload = async (c: Context<Site>, name: string): Promise<File | undefined> =>
  (await readUploads(c, name))[0]

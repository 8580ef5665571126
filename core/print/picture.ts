import { openPaper } from './paper.ts'

/** Whether a picture can be printed: what only bears the beginning of a PNG or JPEG cannot. */
export async function isPrintable(bytes: Buffer): Promise<boolean> {
  const { doc, finish } = await openPaper({ company: '', title: '' })
  try {
    doc.image(bytes, { fit: [1, 1] })
    await finish()
    return true
  } catch {
    return false
  }
}

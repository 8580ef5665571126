import { hasRows, requireAnswer } from './answers.ts'
import type { Act } from './block.ts'

/** What people do, on the floor; ids and terms are the ones the product is asked for. */
export const floorActs = (ids: readonly string[]) => {
  const idAt = (at: number) => ids[at % ids.length] as string

  const list: Act = async (visitor) => {
    const answer = await visitor.get('/contacts')
    requireAnswer(answer, 200, hasRows(50))
    return answer.ms
  }

  /** It knows names alone, and finds nothing by their reading or by a phone. */
  const search =
    (terms: readonly string[]): Act =>
    async (visitor, at) => {
      const term = terms[at % terms.length] as string
      const answer = await visitor.get(`/contacts/search?q=${encodeURIComponent(term)}`)
      requireAnswer(answer, 200, (body) => body.includes('</table>'))
      return answer.ms
    }

  const open: Act = async (visitor, at) => {
    const answer = await visitor.get(`/contacts/${idAt(at)}`)
    requireAnswer(answer, 200, (body) => body.includes(idAt(at)))
    return answer.ms
  }

  const save: Act = async (visitor, at) => {
    const phone = `010-5550${1000 + (at % 9000)}`
    const saved = await visitor.post(`/contacts/${idAt(at)}`, { phone })
    requireAnswer(saved, 303)
    const shown = await visitor.get(saved.headers.location ?? '')
    requireAnswer(shown, 200, (body) => body.includes(phone))
    return saved.ms + shown.ms
  }

  return { list, search, open, save }
}

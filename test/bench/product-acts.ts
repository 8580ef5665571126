import { formOf, hasRows, requireAnswer } from './answers.ts'
import type { Act } from './block.ts'

const accounts = '/contacts/accounts'
const fragment = { 'hx-request': 'true', 'hx-request-type': 'partial' }

/** What people do, in the product, on the same records as on the floor. */
export const productActs = (ids: readonly string[]) => {
  const idAt = (at: number) => ids[at % ids.length] as string

  const list: Act = async (visitor) => {
    const answer = await visitor.get(accounts)
    requireAnswer(answer, 200, hasRows(50))
    return answer.ms
  }

  /** As htmx asks while somebody types. */
  const search =
    (terms: readonly string[]): Act =>
    async (visitor, at) => {
      const term = terms[at % terms.length] as string
      const answer = await visitor.get(`${accounts}?q=${encodeURIComponent(term)}`, fragment)
      requireAnswer(answer, 200, hasRows())
      return answer.ms
    }

  const open: Act = async (visitor, at) => {
    const answer = await visitor.get(`${accounts}/${idAt(at)}`)
    requireAnswer(answer, 200, (body) => body.includes(`${accounts}/${idAt(at)}/edit`))
    return answer.ms
  }

  /** Another one each time, and never one of another account's: that would be asked about. */
  const phoneAt = (at: number) => {
    const each = Math.floor(9_000 / ids.length)
    return `010-5551${1000 + (at % ids.length) * each + Math.floor(Math.random() * each)}`
  }

  /** The form is fetched first, as anybody does, but that is another click and does not count. */
  const save: Act = async (visitor, at) => {
    const path = `${accounts}/${idAt(at)}`
    const form = await visitor.get(`${path}/edit`)
    requireAnswer(form, 200)
    const phone = phoneAt(at)
    const saved = await visitor.post(path, { ...formOf(form.body, path), phone })
    requireAnswer(saved, 303)
    const shown = await visitor.get(saved.headers.location ?? '')
    requireAnswer(shown, 200, (body) => body.replaceAll(/[ -]/g, '').includes(phone.slice(-8)))
    return saved.ms + shown.ms
  }

  /** As a form asks while somebody types the name of an account that there is. */
  const alike =
    (names: readonly string[]): Act =>
    async (visitor, at) => {
      const name = names[at % names.length] as string
      const answer = await visitor.post(`${accounts}/similar`, { name })
      requireAnswer(answer, 200, (body) => body.includes(name))
      return answer.ms
    }

  return { list, search, open, save, alike }
}

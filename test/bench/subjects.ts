import type { Pool } from '../../core/db/connection.ts'
import { searchKeys } from '../../core/values/names.ts'
import { firm } from './firm.ts'

/**
 * What is asked for.
 * @property ids accounts to open and save
 * @property names of accounts, for somebody who is about to add one of them again
 * @property selective parts of names that few accounts have: signs, their reading, a phone's digits
 * @property broad what very many have
 */
export type Subjects = {
  company: string
  member: string
  ids: string[]
  names: string[]
  selective: string[]
  broad: string[]
}

export async function chooseSubjects(pool: Pool): Promise<Subjects> {
  const [member] = await pool<{ company: string; id: string }[]>`
    select company_id as company, id from core.users where email = ${firm.member}`
  const accounts = await pool<{ id: string; name: string; digits: string }[]>`
    select id, name, right(phone_e164, 8) as digits from contacts.accounts
    where archived_at is null and phone_e164 is not null and name ~ '^[一-龥]+$'
    order by md5(id::text) limit 200`
  const brands = accounts.slice(0, 40).map(({ name }) => name.slice(2, 6))
  return {
    company: member?.company ?? '',
    member: member?.id ?? '',
    ids: accounts.map(({ id }) => id),
    names: accounts.map(({ name }) => name),
    selective: [
      ...brands,
      ...brands.slice(0, 20).flatMap((brand) => searchKeys(brand).pinyin.slice(0, 1)),
      ...accounts.slice(0, 20).map(({ digits }) => digits),
    ],
    broad: ['有限', '机械', '深圳', '科技', 'ar', 'sz', 'z', 's', '恒'],
  }
}

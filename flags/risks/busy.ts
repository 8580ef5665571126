import { sql } from 'drizzle-orm'
import type { Errors } from '../../core/http/form.ts'
import type { Scope } from '../../core/scope.ts'
import { dayField, line } from '../register/fields.ts'
import type { Register } from '../register/register.ts'
import { riskText } from './messages.ts'
import { busyTimes } from './schema.ts'

export type BusyTime = { id: string; name: string; startsOn: string; endsOn: string }

/** When nobody has time for anything new, the next first; what is over is left out after a year. */
export const readBusyTimes = ({
  db,
  company,
}: Pick<Scope, 'db' | 'company'>): Promise<BusyTime[]> =>
  db.execute<BusyTime>(sql`
    select id, name, starts_on::text as "startsOn", ends_on::text as "endsOn" from ${busyTimes}
    where company_id = ${company.id} and archived_at is null and ends_on > current_date - 366
    order by starts_on, id limit 100`)

export const busyRegister: Register<typeof busyTimes> = {
  ...{ object: 'flags.busy-time', table: busyTimes, permission: 'core.rollout.manage' },
  ...{ place: '/rollout/risks/busy', list: '/rollout/risks' },
  words: (locale) => riskText(locale).busy,
  fields: async () => [
    line('name', 'What keeps everybody busy', '忙什么', { required: true }),
    dayField('startsOn', 'From', '开始日期', { required: true }),
    dayField('endsOn', 'Until', '结束日期', { required: true }),
  ],
  nameOf: ({ name }) => name,
  check: ({ scope }, { startsOn, endsOn }): Errors =>
    String(endsOn) < String(startsOn) ? { endsOn: riskText(scope.locale).busy.endsBefore } : {},
}

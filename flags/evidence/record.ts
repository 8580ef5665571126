import { sql } from 'drizzle-orm'
import { may } from '../../core/access/person.ts'
import type { ConsoleRecord } from '../../core/console.ts'
import { attestationObject } from './attestations.ts'
import { metricNamed } from './metrics.ts'

/**
 * What somebody vouched for, with the document they signed by. Who sees the gates may have the
 * document; nobody puts another in its place or takes it away.
 */
export const attestationRecord: ConsoleRecord = {
  object: attestationObject,
  icon: 'shield-check',
  href: '/rollout/evidence/signed',
  names: async ({ db, company, user, locale }, ids, deed) => {
    if (deed === 'edit' || !may(user, 'core.rollout.view')) return new Map()
    const rows = await db.execute<{ id: string; metric: string }>(sql`
      select id, metric from flags.attestations where company_id = ${company.id}
        and id = any(${sql.param(ids)}::uuid[])`)
    return new Map(rows.map(({ id, metric }) => [id, metricNamed(metric).title[locale]]))
  },
}

import { sql } from 'drizzle-orm'
import { installCurriculum } from '../../../modules/training/curriculum/installing.ts'
import { training } from '../../../modules/training/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
import { openForAll } from '../../setup/opened.ts'
import { hiddenOf } from '../../setup/page.ts'

/** An office in which everybody has training, with the default curriculum in it. */
export async function openTrainingOffice(
  options: Parameters<typeof openOffice>[0] = {},
): Promise<Office> {
  const office = await openOffice({ modules: [training], ...options })
  await switchOn(office)
  await office.inScope('tara', installCurriculum)
  return office
}

/** Opens the module for a whole firm. */
export const switchOn = (firm: Pick<Firm, 'inScope'>): Promise<void> => openForAll(firm, training)

/** That everybody of a firm completed all its courses, as if they had taken them. */
export const teachEverybody = ({ inScope }: Pick<Firm, 'inScope'>): Promise<void> =>
  inScope('amy', async ({ db, company }) => {
    await db.execute(sql`
      insert into training.assignments (company_id, id, user_id, course_id, version_id, status, cycle)
      select c.company_id, gen_random_uuid(), u.id, c.id, c.published_id, 'completed', 90
      from training.courses c join core.users u on u.company_id = c.company_id
      where c.company_id = ${company.id} and c.published_id is not null`)
    await db.execute(sql`
      insert into training.completions (company_id, id, user_id, course_id, version_id,
        assignment_id, evidence, serial, code)
      select company_id, gen_random_uuid(), user_id, course_id, version_id, id, 'attempt', id::text, id::text
      from training.assignments where company_id = ${company.id} and cycle = 90`)
  })

/** The address of a course by its code. */
export async function courseHref({ inScope }: Firm, code: string): Promise<string> {
  const [row] = await inScope('amy', ({ db, company }) =>
    db.execute<{ id: string }>(
      `select id from training.courses where company_id = '${company.id}' and code = '${code}'`,
    ),
  )
  return `/training/courses/${row?.id}`
}

export const readPage = async (firm: Firm, who: PersonName, path: string): Promise<string> =>
  (await firm.as(who).get(path)).text()

/** Presses “next” until no lesson to be read is left, tours read as text; stops where something has to be done. */
export async function readThrough(firm: Firm, who: PersonName, href: string): Promise<void> {
  const visitor = firm.as(who)
  for (let step = 0; step < 40; step++) {
    const page = await (await visitor.get(href)).text()
    if (page.includes(`action="${href}/tour"`)) {
      const form = page.slice(page.indexOf(`action="${href}/tour"`))
      await visitor.post(`${href}/tour`, { lesson: hiddenOf(form, 'lesson'), found: 'on' })
      continue
    }
    if (!page.includes(`action="${href}/steps"`)) return
    const form = page.slice(page.indexOf(`action="${href}/steps"`))
    const lesson = hiddenOf(form, 'lesson')
    await visitor.post(`${href}/steps`, { lesson, step: hiddenOf(form, 'step') })
  }
}

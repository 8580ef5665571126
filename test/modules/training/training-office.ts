import { setTimeout as wait } from 'node:timers/promises'
import { openModule } from '../../../flags/audience.ts'
import { installCurriculum } from '../../../modules/training/curriculum/installing.ts'
import { training } from '../../../modules/training/module.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'
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

/** Opens training for a whole firm, and waits until this process has heard of it. */
export async function switchOn({ inScope }: Pick<Firm, 'inScope'>): Promise<void> {
  await inScope('amy', (scope) =>
    openModule(scope, training, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
  )
  const deadline = Date.now() + 10_000
  const isOn = () => inScope('amy', async (scope) => scope.modules.state('training') === 'write')
  while (!(await isOn())) {
    if (Date.now() > deadline) throw new Error('Waited ten seconds in vain for training to be on.')
    await wait(10)
  }
}

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

/** Presses “next” until no lesson to be read is left; stops where something has to be done. */
export async function readThrough(firm: Firm, who: PersonName, href: string): Promise<void> {
  const visitor = firm.as(who)
  for (let step = 0; step < 40; step++) {
    const page = await (await visitor.get(href)).text()
    if (!page.includes(`action="${href}/steps"`)) return
    const form = page.slice(page.indexOf(`action="${href}/steps"`))
    const lesson = hiddenOf(form, 'lesson')
    await visitor.post(`${href}/steps`, { lesson, step: hiddenOf(form, 'step') })
  }
}

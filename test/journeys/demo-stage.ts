import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDepartments } from '../../core/access/department-tree.ts'
import { readMembers } from '../../core/access/members.ts'
import { asOperator } from '../../core/access/operator.ts'
import { openApp } from '../../core/app.tsx'
import { people as demoPeople } from '../../core/demo/firm.ts'
import { foundFirm } from '../../core/demo/load.ts'
import { openStepByStep } from '../../core/demo/rollout.ts'
import { addStaff } from '../../core/demo/staff.ts'
import { readEnv } from '../../core/env.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { modules } from '../../modules/index.ts'
import type { PersonName } from '../setup/cast.ts'
import { password } from '../setup/cast.ts'
import { freshDatabase } from '../setup/database.ts'
import { entrances, type Firm, type Office } from '../setup/office.ts'
import { type StageOver, stageOver } from './stage.ts'

/** Who of the demo's people plays whom of the cast, for what tests do without a browser. */
const players: Record<PersonName, string> = {
  ...{ amy: 'gu', lin: 'lin', emil: 'chen', sun: 'sun', tara: 'tang' },
}

export type DemoOffice = Firm &
  Pick<Office, 'app' | 'close'> & {
    /** Lets so many days pass. */
    moveOn: (days: number) => void
  }

/** A stage on the demo's firm; people sit down by what they sign in with: `gu`, `chen`. */
export type DemoStage = StageOver<string, DemoOffice>

/**
 * The demo's firm on the morning before its rollout has a plan: its departments and people, its modules
 * open as far as they are there. The product's clock stands at a Monday morning until it is moved.
 */
export const demoStageFor = (
  locale: Locale,
  furnish: (stage: DemoStage) => Promise<void>,
): DemoStage => stageOver(locale, openDemo, furnish)

const day = 86_400_000

/** Ten in the morning where the demo's firm is, on a day when people work. */
function nextMonday(): Date {
  const now = new Date()
  const ahead = (8 - now.getUTCDay()) % 7 || 7
  return new Date(new Date(now.getTime() + ahead * day).setUTCHours(2, 0, 0, 0))
}

async function openDemo(): Promise<DemoOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'stepwise-test-'))
  const database = await freshDatabase()
  const env = readEnv({ LOG_LEVEL: 'silent', DATA_DIR: folder })
  const app = await openApp(env, database.connections, modules, { timetable: false })
  let at = nextMonday()
  app.product.now = () => at
  const { company } = await foundFirm(app.product, password)
  const firm = await asOperator(app.product, company, 'test', async (scope) => {
    await addStaff(scope)
    await openStepByStep(scope)
    const ids = new Map((await readMembers(scope)).map(({ id, name }) => [name, id]))
    const departments = (await readDepartments(scope)).map(({ key, id }) => [key, id])
    const people = demoPeople.map(({ login, name }) => [login, ids.get(name)])
    return {
      departments: Object.fromEntries(departments) as Firm['departments'],
      people: Object.fromEntries(people) as Record<string, string>,
    }
  })
  const cast = Object.entries(players).map(([name, login]) => [name, firm.people[login]])
  const people = { ...firm.people, ...Object.fromEntries(cast) } as Firm['people']
  const close = async () => {
    await app.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  const moveOn = (days: number) => {
    at = new Date(at.getTime() + days * day)
  }
  return { ...firm, company, people, app, close, moveOn, ...entrances(app, company, people) }
}

import { describe, expect, test } from 'vitest'
import { compile } from '../../flags/compile.ts'
import { contextOf } from '../../flags/context.ts'
import { Engine } from '../../flags/engine.ts'
import { emptySnapshot, type Grant, type Snapshot } from '../../flags/snapshot.ts'
import { type Names, sayDecision } from '../../flags/words.ts'
import { modules } from './firm.ts'

const departments = [
  { id: 'd-sales', key: 'sales' },
  { id: 'd-east', key: 'east', parent: 'd-sales' },
  { id: 'd-service', key: 'service' },
]

const wording = {
  en: {
    person: 'Emil',
    flags: { 'module.contacts': 'Contacts', 'module.sales': 'Sales' },
    departments: { 'd-sales': 'Sales', 'd-east': 'Sales East', 'd-service': 'Service' },
    role: 'Department lead',
    moment: '5 Mar 2026, 14:05',
  },
  'zh-CN': {
    person: '艾米尔',
    flags: { 'module.contacts': '客户', 'module.sales': '销售' },
    departments: { 'd-sales': '销售部', 'd-east': '华东组', 'd-service': '客服部' },
    role: '部门负责人',
    moment: '2026年3月5日 14:05',
  },
} as const

const nameIn = (names: Record<string, string>) => (id: string) => names[id] ?? id

/** What is said of a flag for emil, who works in East and leads it. */
function said(
  locale: 'en' | 'zh-CN',
  grants: Grant[],
  { flag = 'module.contacts', more = {} }: { flag?: string; more?: Partial<Snapshot> } = {},
): string {
  const engine = new Engine((error) => {
    throw error
  })
  const row = { module: 'contacts', id: 'row', since: '', reason: 'a test' }
  const audiences = grants.map((grant) => ({ ...grant, ...row }))
  engine.replace(compile({ ...emptySnapshot, departments, audiences, ...more }, modules))
  const words = wording[locale]
  const names: Names = {
    person: words.person,
    ownDepartment: { id: 'd-east', name: words.departments['d-east'] },
    flag: nameIn(words.flags),
    department: nameIn(words.departments),
    role: () => words.role,
    moment: () => words.moment,
  }
  const emil = contextOf({
    id: 'emil',
    departmentKey: 'east',
    departmentKeys: ['sales', 'east'],
    roles: ['lead'],
  })
  return sayDecision(locale, flag, engine.explain(emil, flag), names)
}

const department = (id: string, variant: Grant['variant'] = 'write'): Grant => ({
  kind: 'department',
  department: id,
  variant,
})
const person = (id: string): Grant => ({ kind: 'person', person: id, variant: 'write' })
const killed = {
  more: { kills: [{ id: 'stop', module: 'contacts', since: '', reason: '数字不对' }] },
}
const imported = (feature: object) => ({
  flag: 'new.board',
  more: { features: [{ name: 'new.board', enabled: true, strategies: [], ...feature }] },
})
const onlyNorth = {
  strategies: [
    {
      name: 'flexibleRollout',
      parameters: { rollout: '100' },
      constraints: [{ contextName: 'department', operator: 'IN', values: ['north', 'west'] }],
    },
    { name: 'homemade' },
  ],
}

describe('every rule is said in plain words, in both languages', () => {
  test.each<[string, Grant[], Parameters<typeof said>[2], string, string]>([
    [
      'everyone',
      [{ kind: 'everyone', variant: 'write' }],
      {},
      'On: Contacts is open for everyone.',
      '可以使用：“客户”已对全体人员开放。',
    ],
    [
      'the own department, of several that fit',
      [department('d-sales'), department('d-east')],
      {},
      'On: Contacts is open for the department Sales East, and Emil works there.',
      '可以使用：“客户”已对华东组开放，艾米尔就在该部门。',
    ],
    [
      'a department above',
      [department('d-sales')],
      {},
      'On: Contacts is open for the department Sales, and Emil works in Sales East, which belongs to it.',
      '可以使用：“客户”已对销售部开放，艾米尔所在的华东组隶属于该部门。',
    ],
    [
      'reading only',
      [department('d-east', 'read')],
      {},
      'Read-only: Contacts is open for the department Sales East, and Emil works there.',
      '只能查看：“客户”已对华东组开放，艾米尔就在该部门。',
    ],
    [
      'a role',
      [{ kind: 'role', role: 'lead', variant: 'write' }],
      {},
      'On: Contacts is open for the role Department lead, which Emil has.',
      '可以使用：“客户”已对“部门负责人”角色开放，艾米尔正是这一角色。',
    ],
    [
      'the person',
      [person('emil')],
      {},
      'On: Contacts is open for Emil by name.',
      '可以使用：“客户”已指定对艾米尔开放。',
    ],
    [
      'a share that reaches',
      [{ kind: 'percentage', percentage: 100, variant: 'write' }],
      {},
      'On: Contacts is open for 100 % of all people: Emil drew the number 67, and numbers up to 100 have it.',
      '可以使用：“客户”对抽取的 100% 人员开放：艾米尔的号码是 67，不超过 100 即可使用。',
    ],
    [
      'a share that does not reach',
      [department('d-service'), { kind: 'percentage', percentage: 20, variant: 'write' }],
      {},
      'Off: Contacts is open for the department Service and 20 % of all people, and Emil is not among them: numbers up to 20 have it, and Emil drew 67.',
      '不能使用：“客户”目前只对客服部和抽取的 20% 人员开放，艾米尔不在其中：号码不超过 20 才能使用，而艾米尔的号码是 67。',
    ],
    [
      'others',
      [department('d-service'), person('sun'), person('tara')],
      {},
      'Off: Contacts is open for the department Service and 2 people by name, and Emil is not among them.',
      '不能使用：“客户”目前只对客服部和指定的 2 位同事开放，艾米尔不在其中。',
    ],
    [
      'nobody',
      [],
      {},
      'Off: Contacts has not been opened for anybody.',
      '不能使用：“客户”尚未对任何人开放。',
    ],
    [
      'stopped',
      [{ kind: 'everyone', variant: 'write' }],
      killed,
      'Off: Contacts was stopped for everybody on 5 Mar 2026, 14:05. Reason: 数字不对',
      '不能使用：“客户”已于 2026年3月5日 14:05 对所有人紧急停用。原因：数字不对',
    ],
    [
      'an unknown flag',
      [],
      { flag: 'new.board' },
      'Off: there is no flag named new.board.',
      '不能使用：没有名为“new.board”的开关。',
    ],
    [
      'an imported flag that is disabled',
      [],
      imported({ enabled: false }),
      'Off: the flag new.board is switched off for everybody.',
      '不能使用：开关“new.board”已对所有人关闭。',
    ],
    [
      'an imported flag without rules',
      [],
      imported({}),
      'On: the flag new.board is switched on for everybody and has no rules.',
      '可以使用：开关“new.board”已对所有人打开，且没有任何规则。',
    ],
    [
      'the rule of an imported flag',
      [],
      imported({ strategies: [{ name: 'homemade' }, { name: 'default' }] }),
      'On: rule 2 of the flag new.board (default) applies.',
      '可以使用：符合开关“new.board”的第 2 条规则（default）。',
    ],
    [
      'an imported flag whose rules all fail',
      [],
      imported(onlyNorth),
      'Off: no rule of the flag new.board applies: rule 1 (flexibleRollout) asks for department IN (north, west); rule 2 is of the kind “homemade”, which is not known here.',
      '不能使用：不符合开关“new.board”的任何一条规则：第 1 条（flexibleRollout）要求 department IN (north, west)；第 2 条的类型“homemade”无法识别。',
    ],
    [
      'an imported flag that depends on a module',
      [],
      imported({ dependencies: [{ feature: 'module.contacts' }] }),
      'Off: new.board needs Contacts, which is off for Emil. Contacts has not been opened for anybody.',
      '不能使用：使用“new.board”须先能使用“客户”，而艾米尔还不能。“客户”尚未对任何人开放。',
    ],
  ])('%s', (_, grants, options, english, chinese) => {
    expect(said('en', grants, options)).toBe(english)
    expect(said('zh-CN', grants, options)).toBe(chinese)
  })

  test('sales says that it needs contacts, and why contacts is off', () => {
    const rows = { kind: 'everyone', variant: 'write', id: 'row', since: '', reason: 'x' } as const
    const more = { audiences: [{ ...rows, module: 'sales' }] }
    expect(said('en', [], { flag: 'module.sales', more })).toBe(
      'Off: Sales needs Contacts, which is off for Emil. Contacts has not been opened for anybody.',
    )
    expect(said('zh-CN', [], { flag: 'module.sales', more })).toBe(
      '不能使用：使用“销售”须先能使用“客户”，而艾米尔还不能。“客户”尚未对任何人开放。',
    )
  })
})

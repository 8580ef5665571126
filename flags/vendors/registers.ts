import type { AnyField } from '../../core/fields/field.ts'
import type { Errors } from '../../core/http/form.ts'
import type { Scope } from '../../core/scope.ts'
import { momentAt, parseMoment, wallTime } from '../../core/values/moment.ts'
import { choice, colleague, count, dayField, line, paragraph, yesNo } from '../register/fields.ts'
import type { Asked, Register, Values } from '../register/register.ts'
import { alarmChange } from './alarms.ts'
import { incidentKinds, renewals, vendorRoles } from './choices.ts'
import { vendorText } from './messages.ts'
import { readContracts } from './reading.ts'
import { incidents, vendorContracts, vendorReviews } from './schema.ts'

const permission = 'core.vendors.manage'
export const place = '/rollout/contracts'

export const contractRegister: Register<typeof vendorContracts> = {
  ...{ object: 'flags.vendor-contract', table: vendorContracts, permission, place },
  words: (locale) => vendorText(locale).contract,
  fields: async ({ scope, product }) => {
    const { colleagues } = await product.directories.of(scope)
    return [
      line('vendor', 'Vendor', '供应商', { required: true }),
      choice('role', 'What they do for us', '服务内容', vendorRoles, { required: true }),
      yesNo('personalData', 'Handles personal data of customers', '处理客户个人信息', {
        required: true,
      }),
      dayField('startsOn', 'From', '开始日期'),
      dayField('endsOn', 'Until', '到期日期'),
      count('noticeDays', 'Notice period in days', '续约通知期（天）', [0, 730], {
        required: true,
      }),
      choice('renewal', 'Renewal', '续约方式', renewals, { required: true }),
      count(
        'incidentHours',
        'Tells us of an incident within hours',
        '事件通知时限（小时）',
        [1, 720],
        {
          required: true,
        },
      ),
      line('dataLocation', 'Where the data lie', '数据存储地点'),
      line('sla', 'Service level', '服务水平（SLA）'),
      dayField('attestedUntil', 'Security attestation valid until', '安全证明有效期至'),
      dayField('exitTestedOn', 'Exit last tested on', '最近一次退出演练'),
      line(
        'document',
        'Contract document: name, number, where it lies',
        '合同文件（名称、编号、存放处）',
      ),
      colleague('ownerId', 'Owner', '负责人', colleagues),
    ]
  },
  check: ({ scope }, { startsOn, endsOn }): Errors =>
    startsOn && endsOn && String(endsOn) < String(startsOn)
      ? { endsOn: vendorText(scope.locale).contract.endsBefore }
      : {},
  nameOf: ({ vendor }) => vendor,
  home: (_, id) => `${place}/${id}`,
}

/** The contracts that a review or an incident can name. */
async function contractField({ scope }: Asked, said: { required?: true } = {}): Promise<AnyField> {
  const named = (await readContracts(scope)).map(({ id, vendor }) => ({
    key: id,
    label: { en: vendor, 'zh-CN': vendor },
  }))
  return choice('contractId', 'Vendor', '供应商', named, said)
}

export const reviewRegister: Register<typeof vendorReviews> = {
  ...{ object: 'flags.vendor-review', table: vendorReviews, permission },
  ...{ place: `${place}/reviews`, list: place },
  words: (locale) => vendorText(locale).review,
  fields: async (asked) => [
    await contractField(asked, { required: true }),
    dayField('heldOn', 'Held on', '评审日期', { required: true }),
    yesNo('slaMet', 'Service level was met', '服务水平达标', { required: true }),
    yesNo('invoicesFit', 'Invoices fit the quote', '账单与报价一致', { required: true }),
    yesNo('subprocessorsChanged', 'Sub-processors changed', '分包商有变更', { required: true }),
    yesNo('priceChanged', 'The price changed', '价格有变动', { required: true }),
    yesNo('locationChanged', 'Where the data lie changed', '数据存储地点有变更', {
      required: true,
    }),
    line('evidence', 'Evidence of their audits', '审计证据'),
    paragraph('note', 'Note', '备注'),
  ],
  nameOf: ({ heldOn }) => heldOn,
  home: ({ contractId }) => `${place}/${contractId}`,
  after: alarmChange,
}

/** A moment by the company's clock; kept as the moment it is. */
function momentField(
  scope: Scope,
  field: string,
  en: string,
  zh: string,
  required?: true,
): AnyField {
  const { timeZone } = scope.company
  return {
    kind: 'datetime',
    field,
    label: { en, 'zh-CN': zh },
    hint: { en: 'Like 2026-03-05 14:30.', 'zh-CN': '例如 2026-03-05 14:30。' },
    aliases: [],
    example: '',
    required,
    parse: (typed: string) => {
      const parsed = parseMoment(typed, { timeZone })
      return parsed.ok ? { ...parsed, value: momentAt(parsed.value, timeZone) } : parsed
    },
    print: (at: Date | string) => wallTime(new Date(at), timeZone).slice(0, 16),
  }
}

export const incidentRegister: Register<typeof incidents> = {
  ...{ object: 'flags.incident', table: incidents, permission },
  place: `${place}/incidents`,
  words: (locale) => vendorText(locale).incident,
  fields: async (asked) => [
    line('title', 'What happened', '发生了什么', { required: true }),
    choice('kind', 'Kind', '类型', incidentKinds, { required: true }),
    momentField(asked.scope, 'detectedAt', 'We noticed it at', '我方发现时间', true),
    await contractField(asked),
    momentField(asked.scope, 'vendorAwareAt', 'The vendor knew at', '供应商知悉时间'),
    yesNo('personalData', 'Personal data are affected', '涉及个人信息', { required: true }),
    count('people', 'About how many people', '涉及人数（估计）', [0, 100_000_000]),
    yesNo('serious', 'Graded serious or above', '属于较大及以上网络安全事件', { required: true }),
    yesNo('european', 'People in the European Union are affected', '涉及欧盟境内个人', {
      required: true,
    }),
    paragraph('actions', 'What is done about it', '处置措施'),
    momentField(asked.scope, 'closedAt', 'Settled at', '了结时间'),
  ],
  check: ({ scope }, values) => misplaced(scope, values),
  nameOf: ({ title }) => title,
}

/** The clocks of the law run by these moments: none of them is still to come, and an end follows. */
function misplaced(scope: Scope, values: Values): Errors {
  const t = vendorText(scope.locale).incident
  const errors: Errors = {}
  for (const field of ['detectedAt', 'vendorAwareAt', 'closedAt']) {
    const at = values[field]
    if (at instanceof Date && at > scope.now()) errors[field] = t.toCome
  }
  const { detectedAt, closedAt } = values
  if (detectedAt instanceof Date && closedAt instanceof Date && closedAt < detectedAt)
    errors.closedAt = t.settledBefore
  return errors
}

import type { Firm } from '../../setup/office.ts'

/** What a form of a line asks for, as somebody would type it. */
export const typedLine = (name: string, likely: string, more: Record<string, string> = {}) => ({
  ...{ name, likely, category: 'acquisition', kind: 'one_off', fromMonth: '1', toMonth: '' },
  ...{ low: '', high: '', inQuote: 'no', nature: 'work', committed: '', stage: '' },
  ...more,
})

const maintenance = { category: 'maintenance', kind: 'recurring' }

/** Plans the example of the model: 963 user-months, 293,580 in all. */
export async function planExample({ as }: Pick<Firm, 'as'>): Promise<void> {
  const amy = as('amy')
  const lines = [
    typedLine('Licences', '60', { kind: 'usage', inQuote: 'yes', nature: 'licence' }),
    typedLine('Data', '2.5万'),
    typedLine('Set-up', '40,000'),
    typedLine('Training', '32000', { category: 'staff' }),
    typedLine('Coordination', '37200', { category: 'coordination' }),
    typedLine('Administration', '1800', maintenance),
    typedLine('Integrations', '500', maintenance),
    typedLine('Backup', '300', maintenance),
    typedLine('Leaving', '8000', { category: 'maintenance', nature: 'exit', fromMonth: '36' }),
  ]
  for (const line of lines) await amy.post('/rollout/cost/lines', line)
  for (const [fromMonth = '', users = ''] of [
    ['1', '6'],
    ['4', '15'],
    ['7', '30'],
  ])
    await amy.post('/rollout/cost/headcounts', { fromMonth, users, adoptersPercent: '70' })
}

import type { Item } from '../formula.ts'

const items: Record<Item, (module: string) => string> = {
  useful: (module) => `“${module}” does what I need for my work`,
  ease: (module) => `“${module}” is easy to use`,
}

export const en = {
  title: 'Monthly pulse',
  items,
  about:
    'Two statements on each module that somebody has, asked every month from the pilot on: does it do what I need, is it easy to use. Both together are the UX-Lite index from 0 to 100; from 70 up, people find it good.',
  none: 'Nobody has been asked yet',
  noneText:
    'From the pilot on a round opens by itself every four weeks. You can open one now: whoever has a module is asked.',
  noneReader: 'From the pilot on a round opens by itself every four weeks.',
  nobody: 'Nobody has a module yet; open one for a department first.',
  tooFew: 'Fewer than four answered this round; so few are not shown.',
  index: 'Ease of use (UX-Lite)',
  of100: 'of 100; good from 70',
  module: 'Module',
  modules: 'Module by module',
  trendLabel: 'Ease of use round by round, 0 to 100',
  good: '70: good',
  survey: {
    title: 'How is work going?',
    intro: 'Two statements on each module you have; say how far you agree. It takes one minute.',
    card: 'How is work with the CRM going? One minute',
    told: 'asks how work with the CRM is going: one minute',
  },
}

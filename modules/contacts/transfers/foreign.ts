import type { Composed, Foreign, KnownFile } from '../../../core/transfer/compose.ts'

/** 张 and 三 are 张三, Lin and Mei are Mei Lin. */
const joinName = ([given = '', family = '', middle = '']: readonly string[]): string =>
  /\p{Script=Han}/u.test(family + given)
    ? family + middle + given
    : [given, middle, family].filter(Boolean).join(' ')

const name: Composed = {
  field: 'name',
  parts: [
    { names: ['first name', 'given name', '名', '名字'] },
    { names: ['last name', 'family name', 'surname', '姓', '姓氏'] },
    { names: ['middle name', 'additional name', '中间名'], optional: true },
  ],
  join: joinName,
}

/** Google notes the kind of a number in a column beside it, and several numbers in one cell. */
const numbers = [1, 2, 3].flatMap((at) => [
  {
    names: [`Phone ${at} - Label`, `Phone ${at} - Type`],
    ...(at > 1 && { optional: true as const }),
  },
  { names: [`Phone ${at} - Value`], ...(at > 1 && { optional: true as const }) },
])

const ofMobile = /mobile|cell|手机|移动/i
const noPhone = /fax|pager|传真/i

function numberOf(cells: readonly string[], fits: (kind: string) => boolean): string {
  for (let at = 0; at < cells.length; at += 2) {
    const number = first(cells[at + 1])
    if (number && fits(cells[at] ?? '')) return number
  }
  return ''
}

const first = (cell = ''): string => cell.split(' ::: ')[0]?.trim() ?? ''

const person: readonly Composed[] = [
  name,
  {
    field: 'mobile',
    parts: numbers,
    join: (cells) => numberOf(cells, (kind) => ofMobile.test(kind)),
  },
  {
    field: 'phone',
    parts: numbers,
    join: (cells) => numberOf(cells, (kind) => !ofMobile.test(kind) && !noPhone.test(kind)),
  },
  {
    field: 'email',
    parts: [{ names: ['E-mail 1 - Value', 'Email 1 - Value'] }],
    join: ([cell]) => first(cell),
  },
]

const region: Composed = {
  field: 'region',
  parts: [
    { names: ['省', '省份', '省/直辖市'] },
    { names: ['市', '城市', '地级市'] },
    { names: ['区', '区县', '区/县'], optional: true },
  ],
  // 上海市 stands as province and as city.
  join: (cells) => [...new Set(cells.filter(Boolean))].join(''),
}

/**
 * In a list of people a department is nearly always theirs at their firm, and not one of ours; the
 * role at an account stands in no file but our own. In some programs' files a title is Mr or Ms.
 */
const known: readonly KnownFile[] = [
  { marks: [], not: ['部门', '所属部门', 'Department'], unless: ['担任角色', 'Role there'] },
  { marks: ['First Name', 'Given Yomi', 'Business Phone'], not: ['Title'] },
  { marks: ['First Name', 'Last Name', 'Business Street'], not: ['Title'] },
]

export const foreignPeople: Foreign = { composed: [...person, region], known }
export const foreignAccounts: Foreign = { composed: [region], known: [] }

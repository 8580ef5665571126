import { firm } from './firm.ts'
import { floorActs } from './floor-acts.ts'
import { type Line, plainLine, ratioLine } from './goals.ts'
import { productActs } from './product-acts.ts'
import type { Outcome, Pair } from './rounds.ts'
import type { Subjects } from './subjects.ts'
import { signIn } from './visitor.ts'

const names = {
  list: 'list 50 by name',
  lead: 'list 50 by name, as a department lead',
  member: 'list 50 by name, as a member',
  selective: 'search, selective',
  broad: 'search, broad',
  open: 'open an account',
  save: 'save an account and show it',
}

/** What people do, on the floor and in the product: as an administrator, a lead, a member. */
export async function pairsOf(
  { ids, selective, broad }: Subjects,
  floorUrl: string,
  productUrl: string,
): Promise<Pair[]> {
  const onFloor = floorActs(ids)
  const inProduct = productActs(ids)
  const cookies = {
    admin: await signIn(productUrl, firm.admin, firm.password),
    lead: await signIn(productUrl, firm.lead, firm.password),
    member: await signIn(productUrl, firm.member, firm.password),
  }
  const pair = (
    name: keyof typeof names,
    floor: Pair['floor']['act'],
    product: Pair['floor']['act'],
    who: keyof typeof cookies,
    crowd = false,
  ): Pair => ({
    name: names[name],
    floor: { url: floorUrl, cookie: '', act: floor },
    product: { url: productUrl, cookie: cookies[who], act: product },
    crowd,
  })
  return [
    pair('list', onFloor.list, inProduct.list, 'admin', true),
    pair('lead', onFloor.list, inProduct.list, 'lead', true),
    pair('member', onFloor.list, inProduct.list, 'member'),
    pair('selective', onFloor.search(selective), inProduct.search(selective), 'admin'),
    pair('broad', onFloor.search(broad), inProduct.search(broad), 'admin'),
    pair('open', onFloor.open, inProduct.open, 'admin', true),
    pair('save', onFloor.save, inProduct.save, 'admin'),
  ]
}

/** An outcome against its goals (performance.md). */
export function linesOf({ name, p50, p99, floorP99, crowd }: Outcome): Line[] {
  const most = goals[name]
  const lines = [ratioLine(`${name}, p50`, p50, 'ms', most ? { most } : undefined)]
  if (name === names.selective)
    lines.push(plainLine(`${name}, p99`, p99, 'ms', { most: 15 }, floorP99))
  if (name === names.broad) lines.push(plainLine(`${name}, p99`, p99, 'ms', { most: 30 }, floorP99))
  if (crowd) {
    const goal = name === names.open ? undefined : { least: 0.5 }
    lines.push(ratioLine(`${name}, 8 people at once`, crowd, '/s', goal))
  }
  return lines
}

const goals: Record<string, number> = {
  [names.list]: 2,
  [names.lead]: 2,
  [names.member]: 2,
  [names.open]: 4,
  [names.save]: 2.5,
}

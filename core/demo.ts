import { roleWords } from './access/roles.ts'
import { inProduct } from './cli/acting.ts'
import { newSecret } from './cli/secret.ts'
import { addressOf, firmName, people } from './demo/firm.ts'
import { fillFirm, foundFirm } from './demo/load.ts'
import type { Env } from './env.ts'

/**
 * Makes the demo firm out of the real data sets, the first time, and prints whom to sign in as.
 * The product runs already: this works beside it like a command of the command line.
 */
export async function presentDemo(env: Env): Promise<void> {
  const io = {
    env,
    folder: '.',
    input: process.stdin,
    print: (line: string) => console.log(line),
    complain: (line: string) => console.error(line),
  }
  const password = env.DEMO_PASSWORD ?? (await newSecret(io, false, [])).password
  await inProduct(io, async (product) => {
    const { company, isNew } = await foundFirm(product, password)
    io.print(
      isNew
        ? `Making ${firmName}. Everybody there signs in with the password ${password}`
        : `${firmName} is there; everybody signs in with the password printed when it was made.`,
    )
    await fillFirm(product, company)
  })
  for (const person of people)
    io.print(`  ${addressOf(person).padEnd(24)} ${person.name}  ${roleWords[person.role].title.en}`)
}

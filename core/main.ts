import cluster from 'node:cluster'
import { readEnv } from './env.ts'
import { explain } from './start/explain.ts'
import { beginLife } from './start/life.ts'
import { serveInTeam } from './start/member.ts'
import { start } from './start/start.ts'
import { surviveLostQuestions } from './start/stray.ts'

surviveLostQuestions()

if (cluster.isWorker) await serveInTeam(readEnv())
else await lead()

async function lead(): Promise<void> {
  const life = beginLife()
  try {
    const serving = await start(readEnv(), life)
    if (process.argv.includes('--demo')) await (await import('./demo.ts')).presentDemo(readEnv())
    console.log(`Stepwise is ready at ${serving.url}`)
    // What serves already must not end because the database went away this very moment.
    const link = await serving.setupLink().catch(() => undefined)
    if (link) console.log(`Open this once to set up your company: ${link}`)
  } catch (error) {
    console.error(explain(error))
    await life.end(1)
  }
}

import { RequestError, readRequest } from './new-module/request.ts'
import { writeModule } from './new-module/write.ts'

/** `npm run new-module ID`: writes a module that works, for its author to make their own. */
try {
  const request = readRequest(process.argv.slice(2))
  const files = await writeModule(request)
  console.log(`Wrote the module "${request.id}":`)
  for (const file of files) console.log(`  ${file}`)
  console.log(`Next: npm start, then open it for somebody under /admin/modules.`)
} catch (error) {
  if (!(error instanceof RequestError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let waiting = false

/**
 * Has the memory swept soon that a large file has gone through. By itself the engine leaves buffers
 * lying until it wants room for others: 150 MB after a file of 20, while the thread that reads the
 * file takes as much again.
 */
export function tidySoon(): void {
  if (waiting) return
  waiting = true
  const sweep = () => {
    waiting = false
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
  }
  setTimeout(sweep, 500).unref()
}

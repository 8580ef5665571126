import type { AuthText } from './messages.ts'

const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser's own description of itself as people would say it: Chrome on Windows. */
export function deviceOf(agent: string, t: AuthText): string {
  const name = (list: typeof browsers) => list.find(([sign]) => sign.test(agent))?.[1]
  const browser = name(browsers)
  const system = name(systems)
  if (browser && system) return t.account.on(browser, system)
  return browser ?? system ?? t.account.unknownDevice
}

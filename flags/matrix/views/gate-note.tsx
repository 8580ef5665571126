import type { Scope } from '../../../core/scope.ts'
import { metricNamed } from '../../evidence/metrics.ts'
import { matrixText } from '../messages.ts'
import type { Asks } from '../strictness.ts'

/** What stands before a step: its gate, and what law and security still ask for, each with its page. */
export const GateNote = ({ scope, asks: { gate, unlawful } }: { scope: Scope; asks: Asks }) => {
  const t = matrixText(scope.locale).asks
  return (
    <>
      {gate && (
        <p data-testid="gate">
          <a href={`/rollout/gates/${gate.gate}`}>
            {gate.passed ? t.gatePassed(gate.gate) : t.gateNotPassed(gate.gate)}
          </a>
        </p>
      )}
      {unlawful.length > 0 && (
        <div class="remark" data-testid="unlawful">
          <p>{t.lawFirst}</p>
          <ul>
            {unlawful.map(({ metric }) => (
              <li>
                <a href={`/rollout/evidence/${metric}`}>
                  {metricNamed(metric).title[scope.locale]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

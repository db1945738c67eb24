// What the rules say of this case: each condition with what it found, what it looked at, and the law behind it.
// What fails or cannot be settled stands first and open; the rest can be opened.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { CaseDecision } from '../rules/CaseDecision.tsx'
import { findingOf, sortChecks, type Finding } from './case-view.ts'
import type { CaseReply, Check } from './queries.ts'
import { useShownValue } from './shown-value.ts'

const tones: Record<Finding, Tone> = { holds: 'success', fails: 'danger', unknown: 'warning' }

export function CaseRules({ one }: { one: CaseReply }) {
  const t = useT()
  const shown = useShownValue()
  const checks = sortChecks(one.checks)
  return (
    <div id="case-rules" className="tb-stack">
      {one.automatic && <CaseDecision id={one.id} revision={one.revision} shown={shown} />}
      <Card title={t('cases.rules.title')}>
        <div className="tb-stack case-rules">
          {checks.length === 0 && <p>{t('cases.rules.none')}</p>}
          {checks.map((check) => <Rule key={check.requirement} check={check} />)}
        </div>
      </Card>
    </div>
  )
}

function Rule({ check }: { check: Check }) {
  const t = useT()
  const textIn = useTextIn()
  const shown = useShownValue()
  const finding = findingOf(check)
  const law = `${check.law.title}${check.law.article ?? ''}`
  return (
    <Notice compact tone={tones[finding]}>
      <div className="case-rule-line">
        <b>{textIn(check.name)}</b>
        <span>{t(`cases.rules.${finding}`)}</span>
        <span className="case-rule-law">{check.law.url ? <a href={check.law.url} target="_blank" rel="noreferrer">{law}</a> : law}</span>
      </div>
      <details open={finding !== 'holds'}>
        <summary>{t('cases.rules.details')}</summary>
        <dl className="case-rule">
          <div>
            <dt>{t('cases.rules.inputs')}</dt>
            <dd className="case-inputs">
              {check.inputs.map((input) => (
                <span key={input.concept}>{textIn(input.name)} = {shown(input) || t('cases.rules.missing')}</span>
              ))}
            </dd>
          </div>
          <div>
            <dt>{t('cases.rules.rule')}</dt>
            <dd><code>{check.rule}</code></dd>
          </div>
        </dl>
      </details>
    </Notice>
  )
}

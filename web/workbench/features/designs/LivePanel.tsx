// Beside whatever is being written: what the matter saves now, how the authorities work side by side, what is wrong. Computed at every change.
// The situation it is counted for is chosen here.
import type { ReactNode } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { LaneMap } from '../../../ui/LaneMap.tsx'
import { SavingNumbers } from '../../../ui/SavingNumbers.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FindingList } from './FindingList.tsx'
import { lanesFor } from './lanes.ts'
import { choicesFor, type Chosen } from './live-plan.ts'
import type { DesignInHand } from './useDesign.ts'

interface Props {
  design: DesignInHand
  plan: Plan | undefined
  matter: string | undefined
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  /** stands above what is wrong */
  children?: ReactNode
}

const figures = ['applications', 'fields', 'evidence', 'trips', 'workingDays'] as const

export function LivePanel({ design, plan, matter, chosen, onChoose, children }: Props) {
  const t = useT()
  const { examination } = design
  const { catalogue } = examination
  return (
    <aside className="designs-live tb-stack" aria-label={t('designs.live.label')}>
      {matter !== undefined && (
        <Card title={t('designs.live.title')}>
          {catalogue && plan && plan.services.length > 0 ? (
            <div className="tb-stack">
              <Situation catalogue={catalogue} matter={matter} chosen={chosen} onChoose={onChoose} />
              <SavingNumbers label={t('designs.live.figures')} items={figures.map((id) => ({ id, label: t(`designs.figures.${id}`), before: plan.before[id], after: plan.after[id], ...(id === 'workingDays' ? { unit: t('designs.figures.days') } : {}) }))} />
              {!plan.settled && <p className="tb-muted">{t('designs.live.open', { n: plan.questions.length })}</p>}
              <Lanes plan={plan} catalogue={catalogue} />
            </div>
          ) : (
            <p className="tb-muted">{t('designs.live.empty')}</p>
          )}
        </Card>
      )}
      {children}
      <Card title={examination.findings.length > 0 ? t('designs.findings.title', { n: examination.findings.length }) : t('designs.findings.none')} tone={examination.findings.length > 0 ? 'attention' : 'success'}>
        <FindingList design={design} />
      </Card>
    </aside>
  )
}

function Situation({ catalogue, matter, chosen, onChoose }: { catalogue: Catalogue; matter: string; chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const questions = (catalogue.matters[matter]?.scenario ?? []).filter(({ concept }) => choicesFor(catalogue, concept).length > 0)
  if (questions.length === 0) return <p className="tb-muted">{t('designs.live.noQuestions')}</p>
  const choose = (concept: string, text: string) => {
    const { [concept]: _, ...rest } = chosen.answers
    const choice = choicesFor(catalogue, concept).find(({ value }) => String(value) === text)
    onChoose({ ...chosen, answers: choice ? { ...rest, [concept]: choice.value } : rest })
  }
  return (
    <details className="designs-situation" open={questions.length <= 3}>
      <summary>{t('designs.live.situation', { n: Object.keys(chosen.answers).length, of: questions.length })}</summary>
      <div className="tb-stack">
        {questions.map(({ concept, ask }) => (
          <Select key={concept} label={textIn(ask)} value={String(chosen.answers[concept] ?? '')} onChange={(value) => choose(concept, value)} emptyIsAll placeholder={t('designs.live.undecided')}
            options={choicesFor(catalogue, concept).map(({ value, name }) => ({ value: String(value), label: name ? textIn(name) : value === true ? t('common.yes') : t('common.no') }))} />
        ))}
      </div>
    </details>
  )
}

function Lanes({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const { lanes, items } = lanesFor(plan, catalogue, { textIn, duration: (days) => (days === 0 ? t('designs.atOnce') : t('common.workingDays', { n: days })), open: t('designs.live.depends') })
  return (
    <div>
      <h3>{t('designs.live.lanes', { n: lanes.length })}</h3>
      <LaneMap label={t('designs.live.lanes', { n: lanes.length })} lanes={lanes} items={items} />
      <p className="tb-muted">{t('designs.live.total', { promised: plan.promisedDays, statutory: plan.statutoryDays })}</p>
    </div>
  )
}

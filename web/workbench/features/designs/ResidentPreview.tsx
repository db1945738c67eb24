// A matter as residents see it, drawn from the definitions in hand: summary, savings, questions, what is asked page by page, documents, services.
// The same components as the portal's; nothing typed here goes anywhere.
import { useState } from 'react'
import type { Catalogue, Matter } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answer, Plan } from '../../../../server/modules/planning/plan.ts'
import { ConceptField } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { SavingNumbers } from '../../../ui/SavingNumbers.tsx'
import { authorityName } from './lanes.ts'
import { choicesFor, type Chosen } from './live-plan.ts'

interface Props {
  catalogue: Catalogue
  matter: Matter
  plan: Plan
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

const figures = ['applications', 'fields', 'evidence', 'workingDays'] as const

export function ResidentPreview({ catalogue, matter, plan, chosen, onChoose }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const uploads = plan.evidence.filter(({ source }) => source.kind === 'upload')
  return (
    <>
      <header>
        <h1>{textIn(matter.name)}</h1>
        <p>{textIn(matter.summary)}</p>
      </header>
      <Questions catalogue={catalogue} matter={matter} plan={plan} chosen={chosen} onChoose={onChoose} />
      <SavingNumbers label={t('designs.live.figures')} items={figures.map((id) => ({ id, label: t(`designs.figures.${id}`), before: plan.before[id], after: plan.after[id], ...(id === 'workingDays' ? { unit: t('designs.figures.days') } : {}) }))} />
      <Services catalogue={catalogue} plan={plan} chosen={chosen} onChoose={onChoose} />
      {matter.topics.map((topic) => <Topic key={topic.id} name={textIn(topic.name)} hint={topic.hint && textIn(topic.hint)} catalogue={catalogue} concepts={plan.concepts.filter((each) => each.topic === topic.id && each.source.kind === 'ask')} />)}
      {uploads.length > 0 && (
        <Card title={t('designs.preview.documents')}>
          <ul>{uploads.map(({ evidence, needs }) => <li key={`${evidence} ${needs.join(' ')}`}>{textIn(catalogue.evidence[evidence]?.name ?? { 'zh-CN': evidence })}</li>)}</ul>
        </Card>
      )}
    </>
  )
}

function Questions({ catalogue, matter, plan, chosen, onChoose }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const put = matter.scenario.filter(({ concept }) => concept in chosen.answers || plan.questions[0]?.concept === concept)
  if (put.length === 0) return null
  const answer = (concept: string, value: Answer) => {
    const { [concept]: before, ...rest } = chosen.answers
    onChoose({ ...chosen, answers: before === value ? rest : { ...rest, [concept]: value } })
  }
  return (
    <Card title={t('designs.preview.questions')}>
      <div className="tb-stack">
        {put.map(({ concept, ask, help }) => (
          <div key={concept} role="group" aria-label={textIn(ask)} className="tb-stack">
            <b>{textIn(ask)}</b>
            {help && <p className="tb-muted">{textIn(help)}</p>}
            <div className="tb-row designs-choices">
              {choicesFor(catalogue, concept).map(({ value, name }) => (
                <Button key={String(value)} variant="ghost" aria-pressed={chosen.answers[concept] === value} onClick={() => answer(concept, value)}>{name ? textIn(name) : value === true ? t('common.yes') : t('common.no')}</Button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </Card>
  )
}

function Services({ catalogue, plan, chosen, onChoose }: Omit<Props, 'matter'>) {
  const t = useT()
  const textIn = useTextIn()
  const shown = plan.services.filter(({ state }) => state !== 'excluded')
  return (
    <Card title={t('designs.preview.services', { n: shown.filter(({ state }) => state === 'included').length })}>
      <ul className="designs-preview-services">
        {shown.map((each) => {
          const service = catalogue.services[each.service]
          const taken = each.state !== 'declined'
          return (
            <li key={each.service}>
              <b>{textIn(service?.name ?? { 'zh-CN': each.service })}</b>
              <span className="tb-muted">{authorityName(catalogue, each.line, each.authorityRegion, textIn)} · {t('designs.promised', { n: service?.limits.promised ?? 0 })}{each.state === 'undecided' ? ` · ${t('designs.live.depends')}` : ''}</span>
              {each.because && <p className="tb-muted">{textIn(each.because)}</p>}
              {each.optional && each.state !== 'undecided' && <Checkbox label={t('designs.preview.take')} checked={taken} onChange={(on) => onChoose({ ...chosen, declined: on ? chosen.declined.filter((id) => id !== each.service) : [...chosen.declined, each.service] })} />}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Topic({ name, hint, concepts, catalogue }: { name: string; hint: string | undefined; concepts: Plan['concepts']; catalogue: Catalogue }) {
  const context = useFieldContext(catalogue.regions)
  const [values, setValues] = useState<Readonly<Record<string, Answer>>>({})
  if (concepts.length === 0) return null
  return (
    <Card title={name}>
      <div className="tb-stack">
        {hint && <p className="tb-muted">{hint}</p>}
        {concepts.map(({ concept, constraint, required }) => {
          const definition = catalogue.concepts[concept]
          return definition && <ConceptField key={concept} concept={definition} constraint={constraint} required={required} value={values[concept] ?? null} onChange={(value) => setValues({ ...values, [concept]: value })} onBlur={() => undefined} context={context} />
        })}
      </div>
    </Card>
  )
}

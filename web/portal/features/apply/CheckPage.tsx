// Check your answers: everything the authorities will receive, by topic, with its source and a way to change it.
// What is still missing stands on top, each with a link to its place.
import { isBlank, listTopics, type AnswerProblem } from '../../../../server/modules/planning/index.ts'
import { ConceptValue, fieldId } from '../../../shared/form/ConceptField.tsx'
import { problemText } from '../../../shared/form/problem-text.ts'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { DeliveriesCard } from '../deliveries/DeliveriesCard.tsx'
import { ApplyFrame } from './ApplyFrame.tsx'
import { documentId } from './EvidenceUpload.tsx'
import { KnownValue } from './KnownValue.tsx'
import { useNames } from './names.ts'
import { listQuestions } from './questions.ts'
import { loadDraft, useDraft, type DraftPage } from './queries.ts'
import { listOpenChoices } from './registries.ts'
import { SourceChip } from './SourceChip.tsx'
import { PlannedFees } from '../payments/PlannedFees.tsx'
import { UnmetNotice } from './UnmetNotice.tsx'
import { filesOf } from './uploads.ts'

export const loader = loadDraft

export const title = ({ draft }: DraftPage) => t('apply.check.of', { matter: textNow(draft.matterName) })

export function Component() {
  const t = useT()
  const { application, draft, catalogue } = useDraft()
  const missing = useMissing()
  return (
    <ApplyFrame draft={draft} title={t('apply.check.title')}>
      <div className="tb-stack">
        <div className="apply-head">
          <h1>{t('apply.check.title')}</h1>
          <p>{t('apply.check.lead')}</p>
        </div>
        {missing.length > 0 && (
          <Notice tone="attention" title={t('apply.check.missing', { n: missing.length })}>
            <ul className="apply-missing">
              {missing.map(({ href, text }) => (
                <li key={href}>
                  <Link href={href}>{text}</Link>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <UnmetNotice />
        <Situation />
        <Topics />
        <Documents />
        <PlannedFees fees={draft.plan.fees} catalogue={catalogue} />
        <DeliveriesCard application={application} />
        <div>
          {missing.length > 0 ? (
            <LinkButton href={missing[0]?.href ?? ''}>{t('apply.check.complete')}</LinkButton>
          ) : (
            <LinkButton href={paths.applySubmit({ application })}>{t('apply.check.toSubmit')}</LinkButton>
          )}
        </div>
      </div>
    </ApplyFrame>
  )
}

/** What keeps the application from being handed in, each with the place where it can be put right. */
function useMissing(): { href: string; text: string }[] {
  const t = useT()
  const { application, draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const context = useFieldContext(catalogue.regions)
  const { questions, answers, evidence, commitments, services, registries } = draft.missing
  const asked = new Set(questions)
  const openChoices = listOpenChoices(draft)
  return [
    ...questions.map((question) => ({ href: paths.applyScenario({ application }, { question }), text: t('apply.check.question', { name: names.concept(question) }) })),
    // What waits for a choice comes by itself once the choice is made.
    ...(openChoices.length > 0 ? openChoices : registries).map((registry) => ({ href: `${paths.applyConsents({ application })}#registry-${registry}`, text: t(openChoices.includes(registry) ? 'apply.records.missing' : 'apply.registries.decide', { registry: names.registry(registry) }) })),
    ...answers.filter(({ concept }) => !asked.has(concept)).map(({ concept: id, code }) => {
      const planned = draft.plan.concepts.find(({ concept }) => concept === id)
      const concept = catalogue.concepts[id]
      return {
        href: `${paths.applyTopic({ application, topic: planned?.topic ?? 'other' })}#${fieldId(id)}`,
        // The code is one of checkAnswers', which the reply does not spell out.
        text: concept ? problemText(code as AnswerProblem['code'], concept, planned?.constraint ?? concept.constraint, draft.plan.on, context) : id,
      }
    }),
    ...services.map(() => ({ href: paths.applyTasks({ application }), text: t('apply.check.noService') })),
    ...commitments.map((id) => ({ href: `${paths.applyDocuments({ application })}#${documentId(id)}`, text: t('apply.documents.unsigned', { name: names.evidence(id) }) })),
    ...evidence.map((id) => ({ href: `${paths.applyDocuments({ application })}#${documentId(id)}`, text: t('apply.documents.lacking', { name: names.evidence(id) }) })),
  ]
}

/** A link to change something, with its name for screen readers. */
function Change({ href, name }: { href: string; name: string }) {
  const t = useT()
  return (
    <Link href={href}>
      {t('common.change')}
      <VisuallyHidden> {name}</VisuallyHidden>
    </Link>
  )
}

function Situation() {
  const t = useT()
  const textIn = useTextIn()
  const { application, draft, catalogue } = useDraft()
  const context = useFieldContext(catalogue.regions)
  const answered = listQuestions(draft, catalogue).filter(({ concept }) => draft.answers[concept] !== undefined)
  if (answered.length === 0) return null
  return (
    <Card title={t('apply.check.situation')}>
      <KeyValue
        lines
        items={answered.flatMap(({ concept: id, ask }) => {
          const concept = catalogue.concepts[id]
          if (!concept) return []
          return [{
            id, label: textIn(ask), value: <ConceptValue concept={concept} value={draft.answers[id] ?? null} context={context} />,
            aside: <Change href={paths.applyScenario({ application }, { question: id })} name={textIn(ask)} />,
          }]
        })}
      />
    </Card>
  )
}

function Topics() {
  const t = useT()
  const textIn = useTextIn()
  const { application, draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const planned = new Map(draft.plan.concepts.map((each) => [each.concept, each]))
  return listTopics(catalogue, draft.plan, draft.answers).map((topic) => {
    const asked = topic.asked.flatMap(({ concept }) => planned.get(concept) ?? [])
    const known = topic.prefilled.filter(({ value }) => value !== undefined)
    if (asked.length + known.length === 0) return null
    const href = paths.applyTopic({ application, topic: topic.id })
    return (
      <Card key={topic.id} title={textIn(topic.name)}>
        {asked.length > 0 && (
          <KeyValue
            lines
            items={asked.map((each) => ({
              id: each.concept, label: names.concept(each.concept), value: isBlank(draft.answers[each.concept]) ? <span className="tb-muted">{t(each.required ? 'apply.check.blank' : 'apply.check.none')}</span> : <KnownValue planned={{ ...each, value: draft.answers[each.concept] ?? null }} catalogue={catalogue} />,
              aside: <Change href={`${href}#${fieldId(each.concept)}`} name={names.concept(each.concept)} />,
            }))}
          />
        )}
        {known.length > 0 && (
          <details className="apply-details">
            <summary>{t('apply.check.known', { n: known.length })}</summary>
            <KeyValue
              lines
              items={known.map((each) => ({
                id: each.concept, label: names.concept(each.concept), value: <KnownValue planned={each} catalogue={catalogue} />, aside: <SourceChip source={each.source} catalogue={catalogue} />,
              }))}
            />
            <Change href={href} name={textIn(topic.name)} />
          </details>
        )}
      </Card>
    )
  })
}

function Documents() {
  const t = useT()
  const { application, draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const textIn = useTextIn()
  const uploads = draft.plan.evidence.filter(({ source }) => source.kind === 'upload' || source.kind === 'commitment' || source.kind === 'later')
  if (uploads.length === 0) return null
  return (
    <Card title={t('apply.documents.title')}>
      <KeyValue
        lines
        items={uploads.map(({ evidence, source, uploaded }) => {
          const statement = source.kind === 'commitment' ? catalogue.evidence[evidence]?.commitment?.statement : undefined
          const files = filesOf(application, evidence, draft.uploads, [])
          return {
            id: evidence,
            label: names.evidence(evidence),
            value: source.kind === 'later' ? t('apply.documents.laterDue', { n: source.dueDays }) : statement ? (uploaded ? textIn(statement) : <span className="tb-muted">{t('apply.check.unsigned')}</span>) : files.length === 0 ? <span className="tb-muted">{t('apply.documents.notYet')}</span> : files.map((file) => <div key={file.id}><a href={file.href} target="_blank" rel="noreferrer">{file.name}</a></div>),
            aside: <Change href={`${paths.applyDocuments({ application })}#${documentId(evidence)}`} name={names.evidence(evidence)} />,
          }
        })}
      />
    </Card>
  )
}

// One topic of the form: what has to be asked as fields, what is known already to be read, with its source.
// Everything is saved while it is typed; what is wrong is said when a field is left and when the person goes on.
import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { listTopics, type TopicProgress } from '../../../../server/modules/planning/index.ts'
import { FieldBlocks } from '../../../shared/form/FieldBlocks.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFields, type FormField } from '../../../shared/form/useFields.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ApplyFrame } from './ApplyFrame.tsx'
import { AskedBecause } from './AskedBecause.tsx'
import { groupsOf, hasFiles } from './groups.ts'
import { isSettled, KnownValues } from './KnownValues.tsx'
import { currentDraft, loadDraft, useDraft, type DraftPage } from './queries.ts'
import { nextHref } from './tasks.ts'
import { useSaver } from './useSaver.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  return { ...(await loadDraft({ params })), topic: params['topic'] ?? '' }
}

export const title = ({ draft, catalogue, topic }: DraftPage & { topic: string }) =>
  `${textNow(catalogue.matters[draft.matter]?.topics.find(({ id }) => id === topic)?.name ?? { 'zh-CN': topic })} · ${textNow(draft.matterName)}`

export function Component() {
  const t = useT()
  const { draft, catalogue } = useDraft()
  const { topic: id = '' } = useParams()
  const topic = listTopics(catalogue, draft.plan, draft.answers).find((each) => each.id === id)
  if (topic) return <Topic key={id} topic={topic} />
  return (
    <ApplyFrame draft={draft}>
      <EmptyState level={1} icon="check" title={t('apply.topic.nothing')} action={<Link href={paths.applyTasks({ application: draft.id })}>{t('apply.toTasks')}</Link>}>
        <p>{t('apply.topic.nothingHint')}</p>
      </EmptyState>
    </ApplyFrame>
  )
}

function Topic({ topic }: { topic: TopicProgress }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { application, draft, catalogue } = useDraft()
  const { saver } = useSaver(application)
  const context = useFieldContext(catalogue.regions)
  const [busy, setBusy] = useState(false)
  const fieldsOf = topic.asked.flatMap(({ concept: id, required }): FormField[] => {
    const planned = draft.plan.concepts.find(({ concept }) => concept === id)
    const concept = catalogue.concepts[id]
    return planned && concept ? [{ concept, constraint: planned.constraint, required, saved: draft.answers[id] ?? saver.unsaved()[id] ?? null }] : []
  })
  const fields = useFields(fieldsOf, { typed: saver.unsaved(), on: draft.plan.on, context, onChange: saver.change })
  useFieldOfAddress()

  const goOn = async (leave?: string) => {
    if (leave === undefined && !fields.check()) return
    setBusy(true)
    const asked = draft.plan.after.fields
    const saved = await saver.flush()
    setBusy(false)
    const after = currentDraft(application)
    if (!saved || !after) return
    if (after.plan.after.fields < asked) toast(t('apply.topic.foundMore', { n: asked - after.plan.after.fields }))
    await navigate(leave ?? nextHref(after, catalogue, topic.id))
  }
  const becauseOf = (id: string) => draft.plan.concepts.find(({ concept }) => concept === id)

  return (
    <ApplyFrame draft={draft} title={textIn(topic.name)}>
      <div className="tb-stack">
        <ErrorSummary errors={fields.errors} attempt={fields.attempt} />
        <div className="apply-head">
          <h1>{textIn(topic.name)}</h1>
          {topic.hint && <p>{textIn(topic.hint)}</p>}
        </div>
        <NotLookedUp topic={topic} />
        {fieldsOf.length > 0 ? (
          <form className="tb-stack-l apply-form" noValidate onSubmit={(event) => { event.preventDefault(); void goOn() }}>
            <FieldBlocks
              list={fieldsOf}
              fields={fields}
              answers={draft.answers}
              groups={groupsOf(catalogue, draft.matter)}
              nameOf={(id) => catalogue.concepts[id]?.name ?? { 'zh-CN': id }}
              keptBecause={(group, number) => (hasFiles(draft, catalogue, group, number) ? t('apply.topic.hasFiles') : undefined)}
              context={context}
              around={(field, drawn) => {
                const planned = becauseOf(field.concept.id)
                return (
                  <div key={field.concept.id} className="apply-field">
                    {planned?.askedBecause && <AskedBecause what="field" because={planned.askedBecause} concept={field.concept.id} draft={draft} catalogue={catalogue} />}
                    {drawn}
                  </div>
                )
              }}
            />
            <div className="tb-row">
              <Button type="submit" busy={busy}>{busy ? t('apply.topic.saving') : t('common.continue')}</Button>
              <Button variant="plain" onClick={() => void goOn(paths.applyTasks({ application }))}>{t('apply.topic.later')}</Button>
            </div>
          </form>
        ) : (
          <>
            <p>{t('apply.topic.allKnown')}</p>
            <div className="tb-row">
              <Button onClick={() => void goOn()}>{t('common.continue')}</Button>
            </div>
          </>
        )}
        {topic.prefilled.some(isSettled) && (
          <Card title={t('apply.known.title', { n: topic.prefilled.filter(isSettled).length })}>
            <KnownValues draft={draft} catalogue={catalogue} concepts={topic.prefilled} onDispute={(concept, value) => saver.change({ [concept]: value })} onChange={(concept, value) => fields.set({ [concept]: value })} />
          </Card>
        )}
      </div>
    </ApplyFrame>
  )
}

/** Values that could be looked up and have not been: leads to the data sources. */
function NotLookedUp({ topic }: { topic: TopicProgress }) {
  const t = useT()
  const { application } = useDraft()
  const waiting = topic.prefilled.filter(({ source, value }) => source.kind === 'registry' && value === undefined).length
  if (waiting === 0) return null
  return (
    <Notice tone="azure" title={t('apply.topic.couldBeFound', { n: waiting })} actions={<Link href={paths.applyConsents({ application })}>{t('apply.topic.toRegistries')}</Link>}>
      {t('apply.topic.couldBeFoundHint')}
    </Notice>
  )
}

/** A link from another page may lead to one field: /topics/child#field-child.name */
function useFieldOfAddress() {
  const { hash } = useLocation()
  useEffect(() => {
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)))
    if (!target) return
    const control = target.matches('input, select, textarea') ? target : target.querySelector<HTMLElement>('input, select, textarea');
    (control ?? target).focus()
    target.scrollIntoView({ block: 'center' })
  }, [hash])
}

// One design: what it is about in parts at the left, the part in hand in the middle, what it saves and what is wrong at the right, live.
// Everything is saved a moment after it is written; undo reaches back to the beginning of the visit.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { countConcept } from '../../../../server/modules/planning/index.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import { WritingContext } from '../feel/vocabulary.ts'
import { ChangesPart } from './ChangesPart.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { useDesignTools, DesignTools } from './DesignTools.tsx'
import { splitKey } from './fields.ts'
import { LivePanel } from './LivePanel.tsx'
import { answersFor, livePlan, type Chosen } from './live-plan.ts'
import { OutdatedNotice } from './OutdatedNotice.tsx'
import { PolicyEffectPart } from './PolicyEffectPart.tsx'
import { PolicyLive } from './PolicyLive.tsx'
import { PolicyPart } from './PolicyPart.tsx'
import { PolicyTestsPart } from './PolicyTestsPart.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import { QuestionsPart } from './QuestionsPart.tsx'
import { ReviewPart } from './ReviewPart.tsx'
import { SamplesPart } from './SamplesPart.tsx'
import { ServicePart } from './ServicePart.tsx'
import { ServicesPart } from './ServicesPart.tsx'
import { SourcePart } from './SourcePart.tsx'
import { TextsPart } from './TextsPart.tsx'
import { TopicsPart } from './TopicsPart.tsx'
import { designQuery, partsQuery, type Loaded, type Parts } from './queries.ts'
import { useDesign, type DesignInHand } from './useDesign.ts'
import { stateTone } from './words.ts'
import './designs.css'

export const loader = forStaff(async ({ params: { design = '' } }: LoaderFunctionArgs) => {
  const [loaded] = await Promise.all([queryClient.ensureQueryData(designQuery(design)), queryClient.ensureQueryData(partsQuery(design))])
  return loaded
})

export const title = (loaded: Loaded) => t('designs.pageTitle', { title: loaded.detail.design.title })

export function Component() {
  const { design = '' } = useParams()
  const { data } = useSuspenseQuery(designQuery(design))
  const { data: parts } = useQuery(partsQuery(design))
  return parts ? <Designer key={design} loaded={data} parts={parts} /> : <Loading />
}

/** What every part is given. */
export interface PartProps {
  design: DesignInHand
  parts: Parts
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

const matterParts = ['services', 'questions', 'topics', 'texts', 'preview', 'samples', 'source', 'changes', 'review'] as const
const serviceParts = ['service', 'source', 'changes', 'review'] as const
const policyParts = ['policy', 'tests', 'effect', 'source', 'changes', 'review'] as const
/** Of what has no form of its own, such as lines of the duty list. */
const plainParts = ['changes', 'source', 'review'] as const
type PartId = (typeof matterParts)[number] | (typeof serviceParts)[number] | (typeof policyParts)[number]

const partsOf: Readonly<Record<string, readonly PartId[]>> = { matters: matterParts, services: serviceParts, benefits: policyParts }

const components: Readonly<Record<PartId, (props: PartProps) => React.ReactNode>> = {
  services: ServicesPart, questions: QuestionsPart, topics: TopicsPart, texts: TextsPart, preview: PreviewPart, samples: SamplesPart,
  service: ServicePart, policy: PolicyPart, tests: PolicyTestsPart, effect: PolicyEffectPart, source: SourcePart, changes: ChangesPart, review: ReviewPart,
}

function Designer({ loaded, parts }: { loaded: Loaded; parts: Parts }) {
  const t = useT()
  const design = useDesign(loaded)
  const { kind, id } = splitKey(design.about)
  const isMatter = kind === 'matters'
  const [search] = useSearchParams()
  const [stated, setChosen] = useState<Chosen>({ answers: {}, declined: [] })
  const { catalogue } = design.examination
  const chosen = useMemo(() => ({ ...stated, answers: answersFor(catalogue, id, stated.answers) }), [stated, catalogue, id])
  const plan = useMemo(() => (isMatter ? livePlan(catalogue, id, chosen) : undefined), [isMatter, catalogue, id, chosen])
  const isPolicy = kind === 'benefits'
  const shown = partsOf[kind] ?? plainParts
  const writing = useMemo(() => ({ names: isPolicy ? parts.facts : [...parts.concepts, ...parts.subjects.flatMap(({ id: subject, name }) => [{ id: subject, name, type: 'text', choices: [] }, { id: countConcept(subject), name, type: 'integer', choices: [] }])], readOnly: design.readOnly }), [isPolicy, parts, design.readOnly])
  const available: readonly PartId[] = isMatter ? [...matterParts, 'service'] : shown
  const part = available.find((each) => each === search.get('part')) ?? available[0] ?? 'review'
  const tools = useDesignTools(design)
  useLeaveGuard(design)
  const Part = components[part]
  const { state } = design.detail.design
  return (
    <div className="designs-page" data-live={isMatter || isPolicy || undefined}>
      <header className="designs-head">
        <Breadcrumbs items={[{ label: t('designs.title'), href: paths.workbenchDesigns() }, { label: design.detail.design.title }]} />
        <div className="tb-row">
          <h1>{design.detail.design.title}</h1>
          <Chip tone={stateTone[state]}>{t(`designs.state.${state}`)}</Chip>
          <DesignTools design={design} tools={tools} />
        </div>
      </header>
      <nav className="designs-parts" aria-label={t('designs.parts.label')}>
        <ul>
          {shown.map((each) => (
            <li key={each}>
              <Link href={paths.workbenchDesign({ design: design.id }, { part: each })} aria-current={each === part || (part === 'service' && each === 'services') ? 'page' : undefined}>
                {t(partText(each))}
                <PartCount part={each} design={design} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="designs-main tb-stack">
        {design.readOnly && part !== 'review' && part !== 'changes' && part !== 'preview' && part !== 'effect' && <Notice compact>{t(`designs.readOnly.${state}`)}</Notice>}
        <OutdatedNotice design={design} />
        <fieldset className="designs-form tb-stack" disabled={design.readOnly && !['review', 'changes', 'preview', 'services', 'source', 'effect'].includes(part)}>
          <legend className="tb-hidden">{t(partText(part))}</legend>
          <WritingContext value={writing}><Part design={design} parts={parts} chosen={chosen} onChoose={setChosen} /></WritingContext>
        </fieldset>
      </div>
      <LivePanel design={design} plan={plan} matter={isMatter ? id : undefined} chosen={chosen} onChoose={setChosen}>{isPolicy && part !== 'tests' && <PolicyLive design={design} parts={parts} />}</LivePanel>
      <ConflictDialog design={design} />
    </div>
  )
}

function partText(part: PartId) {
  return part === 'policy' || part === 'tests' || part === 'effect' ? (`design-policies.parts.${part}` as const) : (`designs.parts.${part}` as const)
}

function PartCount({ part, design }: { part: PartId; design: DesignInHand }) {
  const t = useT()
  const { examination, detail } = design
  const failed = examination.tests.filter(({ differences }) => differences.length > 0).length
  if ((part === 'samples' || part === 'tests') && examination.tests.length > 0) return <Chip tone={failed > 0 ? 'danger' : 'success'}>{failed > 0 ? t('designs.samples.failedCount', { n: failed }) : t('designs.samples.passedCount', { n: examination.tests.length })}</Chip>
  if (part === 'changes' && detail.files.length > 0) return <Chip>{detail.files.length}</Chip>
  return null
}

/** Leaving with something unsaved asks first. */
function useLeaveGuard(design: DesignInHand): void {
  const open = design.saving.kind !== 'saved'
  useEffect(() => {
    if (!open) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [open])
}

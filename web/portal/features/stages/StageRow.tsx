// Stages as a row of marks with the number of matters in each, drawn along a line; four to a row on a phone.
// A stage with nothing in it yet is named quietly and leads nowhere.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import type { ListedStage } from '../matters/queries.ts'
import { stageMarks } from './stage-marks.ts'
import '../../sections.css'
import './stages.css'

interface Props {
  audience: ListedStage['audience']
  stages: readonly ListedStage[]
  /** Stages the person is in the middle of. */
  here?: ReadonlySet<string>
  /** The stage whose page this is. */
  current?: string
}

export function StageRow({ audience, stages, here, current }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const own = stages.filter((stage) => stage.audience === audience)
  if (own.length === 0) return null
  const marks = stageMarks(own.map(({ name }) => textIn(name)))
  return (
    <section aria-labelledby={`stages-${audience}`}>
      <div className="portal-section-head">
        <h2 id={`stages-${audience}`}>{t(`stages.${audience}`)}</h2>
        <span className="tb-muted">{t(`stages.${audience}Hint`)}</span>
      </div>
      <ol className="stage-row">
        {own.map((stage, index) => (
          <Stage key={stage.id} stage={stage} mark={marks[index] ?? ''} here={here?.has(stage.id) ?? false} isCurrent={stage.id === current} />
        ))}
      </ol>
    </section>
  )
}

function Stage({ stage, mark, here, isCurrent }: { stage: ListedStage; mark: string; here: boolean; isCurrent: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const state = here ? 'here' : stage.count > 0 ? 'ready' : stage.themes.length > 0 ? 'guides' : 'none'
  const words = { here: t('stages.state.here'), ready: t('stages.state.count', { n: stage.count }), guides: t('stages.state.guides'), none: t('stages.state.none') }[state]
  const content = (
    <>
      <span className="stage-mark" aria-hidden="true">{mark}</span>
      <b>{textIn(stage.name)}</b>
      <small>{words}</small>
    </>
  )
  return <li data-state={state}>{state === 'none' ? <span>{content}</span> : <Link href={paths.stage({ stage: stage.id })} aria-current={isCurrent ? 'page' : undefined}>{content}</Link>}</li>
}

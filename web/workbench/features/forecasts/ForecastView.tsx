// One forecast: how far it is, or what came out: people and money before and after, the budget, districts, what is not known, one of each explained.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { kinds, type ChangeKind, type Forecast, type ForecastResult } from './queries.ts'
import './forecasts.css'

const tones: Record<ChangeKind, Tone> = { new: 'success', more: 'success', less: 'warning', same: 'neutral', lapsing: 'danger', unknown: 'warning', none: 'neutral' }

export function ForecastView({ forecast: { state, progress, result, failure, isCurrent, on } }: { forecast: Forecast }) {
  const t = useT()
  const format = useFormat()
  if (failure) return <Notice tone="danger" live="polite" title={t(`forecast-desk.failures.${failure.code}`)}>{failure.message ? t('forecast-desk.populationText', { text: failure.message }) : t('forecast-desk.failureText')}</Notice>
  if (!result) return <div className="tb-stack" aria-live="polite"><p>{t(state === 'running' ? 'forecast-desk.underWay.running' : 'forecast-desk.underWay.waiting', { n: progress })}</p><Progress value={progress / 100} label={t('forecast-desk.progress')} /></div>
  return (
    <div className="tb-stack">
      <p className="tb-muted">{t('forecast-desk.basis', { n: result.rows, day: format.date(on) })}</p>
      {!isCurrent && <Notice tone="warning" compact>{t('forecast-desk.outdated')}</Notice>}
      <Figures result={result} />
      <p className="tb-muted">{t('forecast-desk.roughly')}</p>
      <Doubts result={result} />
      <Districts result={result} />
      <Samples result={result} />
    </div>
  )
}

const useShown = () => {
  const t = useT()
  const format = useFormat()
  return {
    people: (n: number | null): string => (n === null ? t('forecast-desk.few') : format.number(n)),
    money: (fen: number | null): string => (fen === null ? t('forecast-desk.few') : format.money(fen)),
  }
}

function Figures({ result: { before, after, budget, counts } }: { result: ForecastResult }) {
  const t = useT()
  const format = useFormat()
  const shown = useShown()
  const more = after.year === null || before.year === null ? null : after.year - before.year
  return (
    <>
      <dl className="forecast-figures">
        <div><dt>{t('forecast-desk.people')}</dt><dd>{shown.people(after.people)}<small>{t('forecast-desk.was', { value: shown.people(before.people) })}</small></dd></div>
        <div><dt>{t('forecast-desk.year')}</dt><dd>{shown.money(after.year)}<small>{more === null || more === 0 ? t('forecast-desk.was', { value: shown.money(before.year) }) : t(more > 0 ? 'forecast-desk.up' : 'forecast-desk.down', { value: format.money(Math.abs(more)) })}</small></dd></div>
        <div><dt>{t('forecast-desk.period')}</dt><dd>{shown.money(after.fen)}<small>{t('forecast-desk.was', { value: shown.money(before.fen) })}</small></dd></div>
      </dl>
      {budget && budget.share !== null && <Notice tone={budget.share > 1 ? 'danger' : 'success'} compact>{t(budget.share > 1 ? 'forecast-desk.over' : 'forecast-desk.within', { year: String(budget.year), fen: format.money(budget.fen), share: format.share(budget.share) })}</Notice>}
      <Table
        caption={t('forecast-desk.changes')} captionShown rows={kinds.filter((kind) => counts[kind].people !== 0)} rowKey={(kind) => kind}
        columns={[
          { key: 'kind', header: t('forecast-desk.change'), cell: (kind) => <Chip tone={tones[kind]}>{t(`forecast-desk.kinds.${kind}`)}</Chip> },
          { key: 'people', header: t('forecast-desk.people'), align: 'end', cell: (kind) => shown.people(counts[kind].people) },
          { key: 'fen', header: t('forecast-desk.year'), align: 'end', cell: (kind) => (kind === 'unknown' ? '' : shown.money(counts[kind].fen)) },
        ]}
        empty={<p>{t('forecast-desk.nobody')}</p>}
      />
    </>
  )
}

/** What makes the figures less sure. */
function Doubts({ result: { missing, duplicated, unknownFacts, looked, counts } }: { result: ForecastResult }) {
  const t = useT()
  const shown = useShown()
  const isPart = (counts.unknown.people ?? 0) > looked
  return (
    <>
      {missing.length > 0 && <Notice tone="warning" compact>{t('forecast-desk.missing', { facts: missing.map(({ name }) => name).join(t('forecast-desk.and')) })}</Notice>}
      {duplicated > 0 && <Notice tone="warning" compact>{t('forecast-desk.duplicated', { n: duplicated })}</Notice>}
      {unknownFacts.length > 0 && (
        <Table
          caption={isPart ? t('forecast-desk.unknownPart', { n: looked }) : t('forecast-desk.unknown')} captionShown rows={unknownFacts} rowKey={({ fact }) => fact}
          columns={[{ key: 'name', header: t('forecast-desk.fact'), cell: ({ name }) => name }, { key: 'people', header: t('forecast-desk.people'), align: 'end', cell: ({ people }) => shown.people(people) }]}
        />
      )}
    </>
  )
}

type District = ForecastResult['districts'][number]

function Districts({ result: { districts, counts } }: { result: ForecastResult }) {
  const t = useT()
  const shown = useShown()
  const named = ({ names }: District): string => names.map((name) => (name === '' ? t('forecast-desk.nowhere') : name)).join(t('forecast-desk.and'))
  if (districts.length < 2) return null
  const columns: Column<District>[] = [
    { key: 'name', header: t('forecast-desk.district'), cell: named },
    ...kinds.filter((kind) => kind !== 'same' && counts[kind].people !== 0).map((kind): Column<District> => ({ key: kind, header: t(`forecast-desk.kinds.${kind}`), align: 'end', cell: (row) => shown.people(row.counts[kind]) })),
  ]
  return <details className="forecast-more"><summary>{t('forecast-desk.byDistrict')}</summary><Table caption={t('forecast-desk.byDistrict')} rows={districts} rowKey={named} columns={columns} /><p className="tb-muted">{t('forecast-desk.hidden')}</p></details>
}

const verdictTones = { yes: 'success', no: 'danger', unknown: 'warning' } as const satisfies Record<string, Tone>

function Samples({ result: { samples } }: { result: ForecastResult }) {
  const t = useT()
  const format = useFormat()
  if (samples.length === 0) return null
  return (
    <details className="forecast-more">
      <summary>{t('forecast-desk.samples')}</summary>
      <div className="tb-stack">
        <p className="tb-muted">{t('forecast-desk.samplesLead')}</p>
        {samples.map(({ kind, after, fenBefore, fenAfter }) => (
          <section key={kind} className="tb-stack" aria-label={t(`forecast-desk.kinds.${kind}`)}>
            <p><Chip tone={tones[kind]}>{t(`forecast-desk.kinds.${kind}`)}</Chip> {kind !== 'unknown' && t('forecast-desk.fromTo', { before: format.money(fenBefore), after: format.money(fenAfter) })}</p>
            <ul>{after.map(({ rule, verdict, values }) => <li key={rule}>{rule} <Chip tone={verdictTones[verdict]}>{t(`forecast-desk.verdicts.${verdict}`)}</Chip> <span className="tb-muted">{values.map(({ name, value }) => `${name}: ${value}`).join('; ')}</span></li>)}</ul>
          </section>
        ))}
      </div>
    </details>
  )
}

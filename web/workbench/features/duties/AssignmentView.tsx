// The answer of the simulator: the unit first, then why, by when, who helps, who is next, and which duties were less specific.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { namesByPath } from './names.ts'
import type { RequestClass, Simulation } from './queries.ts'

interface Props {
  simulation: Simulation
  classes: readonly RequestClass[]
  onGuess: (category: string) => void
}

export function AssignmentView({ simulation, classes, onGuess }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { assignment, category, guesses } = simulation
  const place = [textIn(simulation.regionName), ...simulation.areas.filter(({ kind }) => kind !== 'division').map(({ name }) => textIn(name))]
  const named = (category === null ? [] : (namesByPath(classes).get(category) ?? [])).map(textIn).join(' / ')
  return (
    <div className="tb-stack">
      {assignment === null ? <Notice tone="warning">{t('duties.try.noClass')}</Notice> : assignment.unit === null ? <Notice tone="warning" title={t('duties.try.nobody')} /> : (
        <div>
          <p className="tb-muted">{t('duties.try.unit')}</p>
          <h2 className="duties-unit">{textIn(assignment.unit.name)}</h2>
          {assignment.duty === null && <p>{t('duties.try.fallback')}</p>}
        </div>
      )}
      <KeyValue items={[
        { id: 'class', label: t('duties.try.category'), value: named === '' ? t('duties.try.noClass') : named },
        { id: 'place', label: t('duties.try.region'), value: format.list([...new Set(place)]) },
        ...(assignment?.deadline ? [{ id: 'deadline', label: t('duties.try.deadline'), value: t(`duties.deadline.${assignment.deadline}`) }] : []),
        ...(assignment && assignment.coUnits.length > 0 ? [{ id: 'co', label: t('duties.try.co'), value: format.list(assignment.coUnits.map(({ name }) => textIn(name))) }] : []),
        ...(assignment && assignment.ladder.length > 0 ? [{ id: 'ladder', label: t('duties.try.ladder'), value: assignment.ladder.map(({ shortName }) => textIn(shortName)).join(' → ') }] : []),
        ...(assignment?.duty?.knowledge ? [{ id: 'knowledge', label: t('duties.try.knowledge'), value: textIn(assignment.duty.knowledge) }] : []),
      ]} />
      {assignment && <Reasons title={t('duties.try.why')} items={assignment.why.map(textIn)} />}
      {assignment && assignment.others.length > 0 && <Reasons title={t('duties.try.others')} items={assignment.others.map(({ duty, area }) => `${textIn(duty.unit.name)}（${textIn(area)}，《${duty.source.title}》）`)} />}
      {guesses.length > 1 && (
        <section>
          <h3>{t('duties.try.guessed')}</h3>
          <ul className="duties-guesses">
            {guesses.map(({ id, name, confidence }) => <li key={id}><Button variant={id === category ? 'ghost' : 'quiet'} onClick={() => onGuess(id)}>{textIn(name)} {format.share(confidence)}</Button></li>)}
          </ul>
        </section>
      )}
    </div>
  )
}

function Reasons({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>
    </section>
  )
}

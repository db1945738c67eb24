// Sample people: situations with the plan they must give, run at every change. A changed plan is accepted on purpose or is a mistake found.
// They become the pack's tests and are released with it.
import { useEffect, useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import type { PartProps } from './DesignPage.tsx'
import { fieldsOf, splitKey, stringIn, stringsIn, type Fields } from './fields.ts'
import { livePlan, sampleOf } from './live-plan.ts'
import { problemText } from './problem-text.ts'
import { addSample, removeSample, sampleFile, samplesIn } from './samples.ts'
import type { Answers } from '../../../../server/modules/planning/plan.ts'

export function SamplesPart({ design, onChoose }: PartProps) {
  const t = useT()
  const textIn = useTextIn()
  const matter = splitKey(design.about).id
  const file = sampleFile(design.detail.design.pack, matter)
  const { openText } = design
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    openText(file).then(() => setFailure(undefined), setFailure)
  }, [openText, file])
  const { tests } = design.examination
  const written = samplesIn(design.workspace.now.texts[file] ?? null)
  const try_ = paths.workbenchDesign({ design: design.id }, { part: 'preview' })
  const accept = (sample: Fields) => {
    // Answers of a sample are plain values, checked by the server with the file.
    const chosen = { answers: (fieldsOf(sample['answers']) ?? {}) as Answers, declined: stringsIn(sample, 'declined') }
    const plan = livePlan(design.examination.catalogue, matter, chosen)
    if (plan) void addSample(design, matter, { ...sample, expect: sampleOf(stringIn(sample, 'name'), plan, chosen.answers, chosen.declined)['expect'] }).catch(setFailure)
  }
  if (tests.length === 0 && written.length === 0 && failure === undefined) {
    return (
      <EmptyState icon="person" title={t('designs.samples.none')} action={<LinkButton href={try_}>{t('designs.samples.toPreview')}</LinkButton>}>
        <p>{t('designs.samples.noneText')}</p>
      </EmptyState>
    )
  }
  return (
    <Card title={t('designs.samples.title', { n: tests.length })} aside={<LinkButton variant="ghost" href={try_}>{t('designs.samples.toPreview')}</LinkButton>}>
      <p className="tb-muted">{t('designs.samples.lead')}</p>
      {failure !== undefined && <Notice tone="danger" live="assertive">{problemText(failure, t)}</Notice>}
      <ul className="designs-samples">
        {tests.map(({ name, differences, file: at, line }) => {
          const sample = at === file ? written.find((each) => stringIn(each, 'name') === name) : undefined
          return (
            <li key={`${at}:${line}`}>
              <div className="tb-row">
                <Chip tone={differences.length > 0 ? 'danger' : 'success'}>{differences.length > 0 ? t('designs.samples.failed') : t('designs.samples.passed')}</Chip>
                <b>{name}</b>
              </div>
              {differences.length > 0 && <ul className="tb-muted">{differences.map((difference) => <li key={difference['zh-CN']}>{textIn(difference)}</li>)}</ul>}
              {sample && !design.readOnly && (
                <div className="tb-row">
                  <Button variant="plain" onClick={() => onChoose({ answers: (fieldsOf(sample['answers']) ?? {}) as Answers, declined: stringsIn(sample, 'declined') })}>{t('designs.samples.use')}<span className="tb-hidden"> {name}</span></Button>
                  {differences.length > 0 && sample['known'] === undefined && <Button variant="plain" onClick={() => accept(sample)}>{t('designs.samples.accept')}<span className="tb-hidden"> {name}</span></Button>}
                  <Button variant="plain" onClick={() => removeSample(design, matter, name)}>{t('designs.samples.remove')}<span className="tb-hidden"> {name}</span></Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

// Samples of a policy as a table: each row somebody's situation, what must come of it, and what comes of it now, worked out at every stroke.
// They are the policy's tests and are released with it; the last row is for trying, and can be kept.
import { useState } from 'react'
import { plainDate } from '../../../../server/kernel/clock.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { PartProps } from './DesignPage.tsx'
import { listIn, stringIn, withItem, type Fields } from './fields.ts'
import { PolicyTestRow } from './PolicyTestRow.tsx'
import { usePolicyOutcomes } from './usePolicyOutcomes.ts'
import { expecting, factsInTests, newTest } from './policy.ts'

export function PolicyTestsPart({ design, parts }: PartProps) {
  const t = useT()
  const textIn = useTextIn()
  const policy = design.fields(design.about)
  const tests = policy ? listIn(policy, 'tests') : []
  const [extra, setExtra] = useState<readonly string[]>([])
  const [tried, setTried] = useState<Fields>(() => newTest('', plainDate(now())))
  const { outcome, reads } = usePolicyOutcomes(policy, parts.facts)
  if (!policy) return <p>{t('designs.unreadable')}</p>
  const set = (next: readonly Fields[], group?: string) => design.edit(design.about, { ...policy, tests: next }, group)
  const concepts = [...new Set([...reads, ...factsInTests([...tests, tried]), ...extra])]
  const columns = concepts.flatMap((id) => parts.facts.find((fact) => fact.id === id) ?? [])
  const strangers = concepts.filter((id) => !columns.some((fact) => fact.id === id))
  const keep = () => {
    const result = outcome(tried)
    const judged = result === 'broken' ? undefined : result?.judged
    set([...tests, expecting({ ...tried, name: stringIn(tried, 'name').trim() }, { verdict: judged?.verdict, fen: judged?.fen })])
    setTried(newTest('', stringIn(tried, 'on')))
  }
  return (
    <Card title={t('design-policies.tests.count', { n: tests.length })} aside={<Button variant="ghost" icon="add" onClick={() => set([...tests, newTest(t('design-policies.tests.newName', { n: tests.length + 1 }), plainDate(now()))])}>{t('design-policies.tests.add')}</Button>}>
      <div className="tb-stack">
        <p className="tb-muted">{tests.length === 0 ? t('design-policies.tests.none') : t('design-policies.tests.lead')}</p>
        {strangers.length > 0 && <p>{strangers.join('、')}</p>}
        <div className="designs-decision designs-tests" role="region" aria-label={t('design-policies.tests.title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('design-policies.tests.name')}</th>
                <th scope="col">{t('design-policies.tests.actual')}</th>
                <th scope="col">{t('design-policies.tests.expected')}</th>
                <th scope="col">{t('design-policies.tests.fen')}</th>
                <th scope="col">{t('design-policies.tests.on')}</th>
                {columns.map((fact) => <th key={fact.id} scope="col">{textIn(fact.name)}<br /><small className="tb-muted">{fact.id}</small></th>)}
              </tr>
            </thead>
            <tbody>
              {tests.map((test, index) => ({ test, index, key: `test ${index}` })).map(({ test, index, key }) => (
                <PolicyTestRow key={key} test={test} columns={columns} outcome={outcome(test)} onChange={(next, group) => set(withItem(tests, index, next), `${key} ${group}`)}
                  actions={(judged) => (
                    <>
                      {judged.differs && <Button variant="plain" onClick={() => set(withItem(tests, index, expecting(test, judged)))}>{t('design-policies.tests.accept')}<span className="tb-hidden"> {stringIn(test, 'name')}</span></Button>}
                      <Button variant="plain" onClick={() => set(tests.filter((_, at) => at !== index))}>{t('design-policies.tests.remove')}<span className="tb-hidden"> {stringIn(test, 'name')}</span></Button>
                    </>
                  )}
                />
              ))}
            </tbody>
            <tbody>
              <tr><th scope="rowgroup" colSpan={5 + columns.length}>{t('design-policies.tests.try')} <span className="tb-muted">{t('design-policies.tests.tryLead')}</span></th></tr>
              <PolicyTestRow isTrial test={tried} columns={columns} outcome={outcome(tried)} onChange={setTried}
                actions={() => <Button variant="ghost" disabledReason={stringIn(tried, 'name').trim().length < 4 ? t('design-policies.tests.needName') : undefined} onClick={keep}>{t('design-policies.tests.keep')}</Button>}
              />
            </tbody>
          </table>
        </div>
        <Select label={t('design-policies.tests.addFact')} value="" optional onChange={(id) => { if (id !== '') setExtra([...extra, id]) }} options={parts.facts.filter(({ id, many }) => many === null && !concepts.includes(id)).map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
      </div>
    </Card>
  )
}

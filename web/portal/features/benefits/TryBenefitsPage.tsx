// Trying a profile: for oneself before logging in, for a client of a consultant. What is filled in stays on this page.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { inOrder, MatchCard } from './MatchCard.tsx'
import { factsQuery, type Audience, type Match } from './queries.ts'
import type { Reply } from '../../../api/client.ts'

type Fact = Reply<'listBenefitFacts'>['facts'][number]
type Values = Readonly<Record<string, string>>

const audienceOf = (search: URLSearchParams): Audience => (search.get('for') === 'person' ? 'person' : 'company')

export const loader = ({ request }: { request: Request }) => queryClient.ensureQueryData(factsQuery(audienceOf(new URL(request.url).searchParams)))

export const title = () => t('benefits.match.title')

const numeric = ['integer', 'decimal', 'money']

/** What was typed, as the fact's type has it; money is typed in yuan. */
const stated = (facts: readonly Fact[], values: Values): Record<string, string | number | boolean> =>
  Object.fromEntries(facts.flatMap(({ concept, type }): [string, string | number | boolean][] => {
    const value = values[concept]?.trim() ?? ''
    if (value === '') return []
    if (type === 'boolean') return [[concept, value === 'true']]
    if (!numeric.includes(type)) return [[concept, value]]
    const number = Number(value)
    return Number.isFinite(number) ? [[concept, type === 'money' ? Math.round(number * 100) : number]] : []
  }))

export function Component() {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const audience = audienceOf(search)
  const { data: facts } = useSuspenseQuery(factsQuery(audience))
  const [values, setValues] = useState<Values>({})
  const [matches, setMatches] = useState<readonly Match[]>()
  const running = useChange(() => api('tryBenefits', { body: { for: audience, facts: stated(facts, values) } }), (reply) => setMatches(reply.matches))
  const turn = (to: string) => {
    setMatches(undefined)
    setSearch({ for: to })
  }
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <header className="tb-stack">
        <h1>{t('benefits.match.title')}</h1>
        <p>{t('benefits.match.lead')}</p>
      </header>
      <RadioGroup label={t('benefits.match.whom')} inline value={audience} onChange={turn} options={(['company', 'person'] as const).map((value) => ({ value, label: t(`benefits.audience.${value}`) }))} />
      <Card title={t('benefits.match.facts')}>
        <div className="tb-stack">
          {facts.map((fact) => <FactInput key={fact.concept} fact={fact} value={values[fact.concept] ?? ''} onChange={(value) => setValues({ ...values, [fact.concept]: value })} />)}
          {running.error !== null && <Notice tone="danger" live="assertive">{messageOf(running.error) ?? t('benefits.own.failed')}</Notice>}
          <div><Button busy={running.isPending} onClick={() => running.mutate()}>{t('benefits.match.run')}</Button></div>
        </div>
      </Card>
      <section className="tb-stack" aria-live="polite" aria-label={t('benefits.match.results')}>
        {matches === undefined ? <p className="tb-muted">{t('benefits.match.empty')}</p> : <Results matches={matches} />}
      </section>
    </div>
  )
}

function Results({ matches }: { matches: readonly Match[] }) {
  const t = useT()
  const count = (verdict: Match['verdict']) => matches.filter((each) => each.verdict === verdict).length
  return (
    <>
      <h2>{t('benefits.match.results')}</h2>
      <p>{t('benefits.match.sum', { yes: count('yes'), unknown: count('unknown'), no: count('no') })}</p>
      {inOrder(matches).map((match) => <MatchCard key={match.id} match={match} />)}
    </>
  )
}

function FactInput({ fact, value, onChange }: { fact: Fact; value: string; onChange: (value: string) => void }) {
  const t = useT()
  const { name, type, choices } = fact
  const unset = { value: '', label: t('benefits.match.unset') }
  if (type === 'boolean') return <Select label={name} value={value} onChange={onChange} options={[unset, { value: 'true', label: t('benefits.match.yes') }, { value: 'false', label: t('benefits.match.no') }]} />
  if (choices.length > 0) return <Select label={name} value={value} onChange={onChange} options={[unset, ...choices.map((choice) => ({ value: choice.value, label: choice.name }))]} />
  if (type === 'date') return <DateInput label={name} value={value} onChange={onChange} />
  return <TextInput label={name} value={value} onChange={onChange} width="medium" {...(numeric.includes(type) ? { inputMode: 'decimal' as const } : {})} />
}

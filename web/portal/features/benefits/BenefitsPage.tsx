// The library of policies: found by words of their names, listed by theme, for people and for companies.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { LinkCard } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { LetterCheck } from './LetterCheck.tsx'
import { benefitsQuery, type Audience, type Policy } from './queries.ts'

export const loader = () => queryClient.ensureQueryData(benefitsQuery)

export const title = () => t('benefits.title')

const audiences: readonly Audience[] = ['person', 'company']

export function Component() {
  const t = useT()
  const { data } = useSuspenseQuery(benefitsQuery)
  const [search] = useSearchParams()
  const scanned = search.get('letter') ?? ''
  const [words, setWords] = useState('')
  const [audience, setAudience] = useState<Audience>('person')
  const wanted = words.trim().toLowerCase()
  const found = data.filter(({ name, summary }) => wanted === '' || `${name} ${summary}`.toLowerCase().includes(wanted))
  return (
    <div className="tb-page tb-stack-l">
      <header className="tb-stack">
        <h1>{t('benefits.title')}</h1>
        <p>{t('benefits.lead')}</p>
        <div className="tb-row">
          <LinkButton href={paths.myBenefits()}>{t('benefits.mine')}</LinkButton>
          <LinkButton variant="ghost" href={paths.tryBenefits()}>{t('benefits.try')}</LinkButton>
          <LinkButton variant="quiet" href={paths.payLists()}>{t('benefits.published')}</LinkButton>
        </div>
      </header>
      {scanned !== '' && <LetterCheck scanned={scanned} />}
      <TextInput label={t('benefits.filter')} hint={t('benefits.filterHint')} type="search" value={words} onChange={setWords} width="medium" />
      <Tabs
        label={t('benefits.title')} selected={audience} onSelect={(id) => setAudience(id === 'company' ? 'company' : 'person')}
        tabs={audiences.map((id) => {
          const policies = found.filter((policy) => policy.for === id)
          return { id, label: t(`benefits.audience.${id}`), count: policies.length, content: <Themes policies={policies} /> }
        })}
      />
      {scanned === '' && <LetterCheck scanned="" />}
    </div>
  )
}

function Themes({ policies }: { policies: readonly Policy[] }) {
  const t = useT()
  if (policies.length === 0) return <EmptyState icon="search" title={t('benefits.none')}><p>{t('benefits.noneText')}</p></EmptyState>
  return (
    <div className="tb-stack-l">
      {[...Map.groupBy(policies, ({ theme }) => theme)].map(([theme, group]) => (
        <section key={theme} className="tb-stack" aria-label={t(`benefits.themes.${theme}`)}>
          <h2>{t(`benefits.themes.${theme}`)}</h2>
          <div className="tb-tiles">
            {group.map((policy) => (
              <LinkCard key={policy.id} level={3} href={paths.benefit({ benefit: policy.id })} title={policy.name} foot={<><Chip tone={policy.way === 'automatic' ? 'success' : 'azure'}>{t(`benefits.ways.${policy.way}`)}</Chip> <Chip>{t(`benefits.periods.${policy.period}`)}</Chip></>}>
                <p>{policy.summary}</p>
              </LinkCard>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

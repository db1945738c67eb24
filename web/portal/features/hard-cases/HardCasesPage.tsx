// Nothing fits? Say what is difficult: what happens then, what may fit already, the form, and what was told before.
// Public; logging in comes last, and nothing written is lost by it.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { IntakeForm } from './IntakeForm.tsx'
import { freshlyWritten, keepWritten, readWritten, type Written } from './kept.ts'
import { mineQuery, windowQuery, type HardCaseWindow, type MyHardCases } from './queries.ts'
import { stateTones } from './states.ts'
import './hard-cases.css'

export const loader = () => queryClient.ensureQueryData(windowQuery)

export const title = () => t('hard-cases.title')

export function Component() {
  const t = useT()
  const { data: place } = useSuspenseQuery(windowQuery)
  if (!place) {
    return (
      <EmptyState level={1} icon="info" title={t('hard-cases.notOffered.title')} action={<LinkButton href="tel:12345" icon="phone">{t('hard-cases.notOffered.call')}</LinkButton>}>
        <p>{t('hard-cases.notOffered.text')}</p>
      </EmptyState>
    )
  }
  return (
    <div className="tb-page tb-stack-l">
      <header>
        <h1>{t('hard-cases.title')}</h1>
        <p>{t('hard-cases.lead')}</p>
      </header>
      <Steps window={place} />
      <Writing window={place} />
      <SignedOutDialog />
    </div>
  )
}

function Steps({ window: place }: { window: HardCaseWindow }) {
  const t = useT()
  return (
    <ol className="hard-steps" aria-label={t('hard-cases.steps.label')}>
      <li><b>{t('hard-cases.steps.sort.title', { days: place.sortDays })}</b><p>{t('hard-cases.steps.sort.text')}</p></li>
      <li><b>{t('hard-cases.steps.consult.title')}</b><p>{t('hard-cases.steps.consult.text')}</p></li>
      <li><b>{t('hard-cases.steps.answer.title', { days: place.answerDays })}</b><p>{t('hard-cases.steps.answer.text')}</p></li>
    </ol>
  )
}

function Writing({ window: place }: { window: HardCaseWindow }) {
  const [search] = useSearchParams()
  const session = useSession()
  const { data: mine } = useQuery({ ...mineQuery, enabled: isResident(session) })
  const [written, setWritten] = useState<Written>(() => {
    const kept = readWritten(localStorage)
    const about = search.get('about') ?? ''
    return kept && (kept.account !== '' || about === '') ? kept : freshlyWritten(crypto.randomUUID(), '', about)
  })
  const home = place.regions.find(({ code }) => mine?.region.startsWith(code))?.code
  const region = written.region || home || place.region
  const write = (part: Partial<Written>) => {
    const next = { ...written, ...part }
    setWritten(next)
    keepWritten(localStorage, next)
  }
  return (
    <div className="tb-columns">
      <IntakeForm window={place} phone={mine?.phone ?? ''} written={{ ...written, region }} onWrite={write} />
      <aside>{mine && mine.hardCases.length > 0 && <Mine hardCases={mine.hardCases} />}</aside>
    </div>
  )
}

function Mine({ hardCases }: Pick<MyHardCases, 'hardCases'>) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card title={t('hard-cases.mine.title')}>
      <ul className="hard-fitting">
        {hardCases.map((one) => (
          <li key={one.id}>
            <Link href={paths.hardCase({ hardCase: one.id })}>{one.title}</Link>
            <p className="tb-row"><Chip tone={stateTones[one.state]}>{t(`hard-cases.state.${one.state}`)}</Chip> <span className="tb-muted">{textIn(one.regionName)}</span></p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

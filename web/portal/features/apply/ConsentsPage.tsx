// What the government already has, so that nobody fills it in again: who is asked about whom, for what, by which law.
// The person agrees or declines for each; what they know comes back within seconds, and what does not is said plainly.
import { useState } from 'react'
import { textNow } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { ApplyFrame } from './ApplyFrame.tsx'
import { AskRegistries } from './AskRegistries.tsx'
import { loadDraft, useDraft, type DraftPage } from './queries.ts'
import { isSettled, listRegistries } from './registries.ts'
import { RegistryResults } from './RegistryResults.tsx'

export const loader = loadDraft

export const title = ({ draft }: DraftPage) => t('apply.registries.of', { matter: textNow(draft.matterName) })

export function Component() {
  const t = useT()
  const { draft, catalogue } = useDraft()
  const views = listRegistries(draft, catalogue)
  const settled = isSettled(views)
  const [choosing, setChoosing] = useState(!settled)
  const [fresh, setFresh] = useState(false)
  const show = () => {
    setChoosing(false)
    setFresh(true)
  }
  return (
    <ApplyFrame draft={draft} title={t('apply.registries.title')}>
      {choosing || !settled ? (
        <AskRegistries draft={draft} catalogue={catalogue} views={views} onDone={show} />
      ) : (
        <RegistryResults draft={draft} catalogue={catalogue} views={views} fresh={fresh} onChoose={() => setChoosing(true)} />
      )}
    </ApplyFrame>
  )
}

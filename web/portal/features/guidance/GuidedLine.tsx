// On the search page: who wrote a whole sentence may go on with it in the guidance, instead of choosing among results.
// The sentence goes along in this tab, not in the address.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { keepTalk, readTalk, say } from './talk.ts'

/** From so many characters on, what is asked is a situation rather than a name. */
const shortestSentence = 8

export function GuidedLine({ said }: { said: string }) {
  const t = useT()
  if (said.trim().length < shortestSentence) return null
  return (
    <p className="search-meant">
      {t('search.guided.lead')} <Link href={paths.guidance()} onClick={() => keepTalk(say(readTalk(), said.trim()))}>{t('search.guided.link')}</Link>
    </p>
  )
}

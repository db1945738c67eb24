// What the screens ask about numbered documents. A document being made is asked about again until it is there.
// Its bytes come straight from the API, so that the browser can show and keep them.
import { api, type Reply } from '../../../api/client.ts'

export type Notice = Reply<'listMyNotices'>['notices'][number]
export type CheckedNotice = Reply<'checkNotice'>

const whileMaking = 3_000

export const noticesQuery = (application: string) => ({
  queryKey: ['notices', application],
  queryFn: async () => (await api('listMyNotices', { params: { id: application } })).notices,
  refetchInterval: ({ state }: { state: { data?: Notice[] | undefined } }) => (state.data?.some(({ number }) => number === null) ? whileMaking : false),
})

export const noticeAddress = (id: string): string => `/api/v1/notices/${encodeURIComponent(id)}/document`

/** The application as its applicant signed it. */
export const signedCopyAddress = (application: string): string => `/api/v1/applications/${encodeURIComponent(application)}/signed-copy`

/** As printed: four groups of four. Undefined when it cannot be one, whatever is typed between the letters. */
export const codeIn = (typed: string): string | undefined => {
  // O and I are not used; people type them for the digits they look like.
  const letters = typed.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll(/[^0-9A-Z]/g, '')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? letters.replaceAll(/(.{4})(?!$)/g, '$1-') : undefined
}

export const checkQuery = (code: string) => ({ queryKey: ['notice-checks', code], queryFn: () => api('checkNotice', { params: { code } }), retry: false, staleTime: 60_000 })

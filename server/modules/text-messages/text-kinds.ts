// Which text messages there are: the words registered at the operator, word for word, and what fills their places. Pure.
// Words tell no name, no service and nothing somebody wrote: a phone shows them to whoever is near. Notices must not speak of how to refuse
// them, no place may be a whole address, and none longer than 35 characters: the operator does not register those.

export type TextParameters = Readonly<Record<string, string>>

type Kind = { text: string; days: number; linked: boolean }

/** `linked`: its address leads somewhere by a code of its own. `days`: older, it is not sent any more. */
export const textKinds = {
  requestReceived: { text: '您反映的问题收到了，编号${number}，最晚${day}答复。办到哪一步，随时点开看：{site}/s/${code}', days: 1, linked: true },
  requestTaken: { text: '您反映的问题收到了，编号${number}。办到哪一步，随时点开看：{site}/s/${code}', days: 1, linked: true },
  requestAnswered: { text: '您反映的问题有答复了，编号${number}。点开看答复，满意不满意请说一声：{site}/s/${code}', days: 3, linked: true },
  caseSupplement: { text: '您申办的事项需要补充材料，编号${number}。补齐以后接着办，请登录{site}，在“我的办件”里补充。', days: 3, linked: false },
  caseEnded: { text: '您申办的事项有结果了，编号${number}。请登录{site}，在“我的办件”里查看。', days: 3, linked: false },
  rateCase: { text: '您申办的事项办完了，编号${number}。办得好不好，请点开说一声，不用登录：{site}/s/${code}', days: 3, linked: true },
} as const satisfies Record<string, Kind>

export type TextKind = keyof typeof textKinds

export const isTextKind = (text: string): text is TextKind => Object.hasOwn(textKinds, text)

export const listTextKinds = (): TextKind[] => Object.keys(textKinds).filter(isTextKind)

/** Longest value of a place, in characters. */
export const mostCharacters = 35

/** The words as they are registered. @param site where people reach the installation */
export const registeredText = (kind: TextKind, site: string): string => textKinds[kind].text.replaceAll('{site}', site)

/** The words with their places filled, as the phone shows them behind the name of the sender. */
export const textOf = (kind: TextKind, parameters: TextParameters, site: string): string =>
  registeredText(kind, site).replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole)

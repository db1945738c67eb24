// What stands on a card: claims in their places, in words, and shown in part where bystanders should not read along. Pure.
import { textIn, type Language } from '../../../../server/kernel/texts.ts'
import { claimText } from '../../../../server/modules/presentations/claim-face.ts'
import type { WalletCard } from './queries.ts'

export type Face = WalletCard['faces'][number]
export type Line = { id: string; label: string; text: string; masked: boolean }

const ends = 8

/** 440304199402119982 → 440*************82, 林小满 → 林**. */
export const masked = (text: string): string => {
  const letters = [...text]
  const [first, last] = letters.length < ends ? [1, 0] : [3, 2]
  return letters.map((letter, at) => (at < first || at >= letters.length - last ? letter : '*')).join('')
}

/** What the card says of itself, without the yes-or-no claims made from it. */
export const linesOf = ({ faces, values }: Pick<WalletCard, 'faces' | 'values'>, language: Language, reveal: boolean): Line[] =>
  faces.filter(({ id, derived }) => !derived && values[id] !== undefined && values[id] !== null).map((face) => {
    const text = claimText(face, values[face.id], language)
    return { id: face.id, label: textIn(face.name, language), text: face.masked && !reveal ? masked(text) : text, masked: face.masked }
  })

/** What can be proven now instead of told: the yes-or-no claims that are true. */
export const provable = ({ faces, values }: Pick<WalletCard, 'faces' | 'values'>): Face[] => faces.filter(({ id, derived }) => derived && values[id] === true)

export type Choice = { kind: 'proof'; claim: string } | { kind: 'whole' } | { kind: 'chosen'; claims: readonly string[] }

/** Ids of the claims that are shown, with those every copy has. */
export const claimsShown = ({ faces, values }: Pick<WalletCard, 'faces' | 'values'>, choice: Choice): string[] =>
  faces.filter(({ id, always, derived }) => values[id] !== undefined && values[id] !== null && (always || (choice.kind === 'whole' ? !derived : choice.kind === 'proof' ? id === choice.claim : choice.claims.includes(id)))).map(({ id }) => id)

/** How a choice is told as text: in a group of radio buttons, in an address. */
export const choiceName = (choice: Choice): string => (choice.kind === 'proof' ? `proof:${choice.claim}` : choice.kind)

/** Cards in force first, each kind in the order it was issued; then what no longer holds. */
export const inOrder = <C extends Pick<WalletCard, 'standing'>>(cards: readonly C[]): C[] => [...cards.filter(({ standing }) => standing === 'valid'), ...cards.filter(({ standing }) => standing !== 'valid')]

// The name a file is shown by: what its sender calls it, without anything that could make it look like another.
const longest = 120

/**
 * The end of the name, which has its ending, 120 characters at most. Controls go, and so do the marks that turn the direction of writing,
 * by which a program would read as a picture. @param otherwise what it is called when nothing is left
 */
export const fileNameOf = (given: string | undefined, otherwise: string): string =>
  [...(given ?? '').toWellFormed().replaceAll(/[\p{Control}\p{Bidi_Control}]/gu, '')].slice(-longest).join('').trim() || otherwise

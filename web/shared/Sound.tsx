// A recording of what somebody said themselves, played where it stands. Nobody has captions of it.
// It is fetched when it is played.
export function Sound({ src, label }: { src: string; label: string }) {
  // eslint-disable-next-line jsx-a11y/media-has-caption
  return <audio controls preload="none" src={src} aria-label={label} />
}

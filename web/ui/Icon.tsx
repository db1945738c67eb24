// The few signs the product uses, drawn as lines in the colour of the text beside them.
// Always decoration: the words beside an icon carry the meaning.
import './Icon.css'

const shapes = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 4.5 21 19.5H3zM12 10v4M12 16.8v.2',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  book: 'M4 5.5c3-1 5.5-.8 8 1 2.5-1.8 5-2 8-1v13c-3-1-5.5-.8-8 1-2.5-1.8-5-2-8-1zM12 6.5v13',
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M6 9l6 6 6-6',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.5l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4',
  help: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M9.8 9.8c.3-2.6 4.6-2.4 4.4.2-.1 1.5-2.2 1.7-2.2 3.5M12 16v.2',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 11v5M12 8v.2',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10',
  person: 'M12 4.5a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4M5 20c.5-7.5 13.5-7.5 14 0',
  phone: 'M7 3.5l3 .5 1 4-2.2 1.8c1 2 2.5 3.5 4.5 4.5l1.8-2.2 4 1 .5 3c0 2-1.5 4-3.6 4C9.5 19.5 4.5 14.5 4 8c0-2.5 1-4.5 3-4.5z',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15 15l5 5',
  sound: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1',
  text: 'M3 18l4.5-12L12 18M4.6 14h5.8M14 18l3-8 3 8M15.2 15h3.6',
  upload: 'M12 16V5M7 9.5 12 4.5l5 5M5 19.5h14',
  wait: 'M7 4h10M7 20h10M8 4c0 5 8 5.5 8 8s-8 3-8 8M16 4c0 5-8 5.5-8 8s8 3 8 8',
} as const

export type IconName = keyof typeof shapes

interface Props {
  name: IconName
  size?: 'text' | 'large'
}

export function Icon({ name, size = 'text' }: Props) {
  return (
    <svg className="tb-icon" data-size={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}

// Shows which keys to press: <Kbd keys="Ctrl+K" />.
// A sequence is written with spaces: "g q".
import './Kbd.css'

export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="tb-kbd">
      {keys.split(/[ +]/).map((key) => (
        <span key={key}>{key.length === 1 ? key.toUpperCase() : key}</span>
      ))}
    </kbd>
  )
}

// Shows the text of a guide: paragraphs and lists.
// See guide-text.ts for what is understood.
import { guideBlocks } from './guide-text.ts'

export function GuideText({ text }: { text: string }) {
  return (
    <div className="guide-text">
      {guideBlocks(text).map((block) =>
        block.kind === 'paragraph' ? (
          <p key={block.text}>{block.text}</p>
        ) : (
          <ul key={block.items.join('\n')}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  )
}

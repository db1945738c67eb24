// The meanings a colour may carry; a tone is always accompanied by words.
// attention is the vermilion of the one thing that needs the reader now.

export type Tone = 'neutral' | 'azure' | 'success' | 'warning' | 'danger' | 'attention'

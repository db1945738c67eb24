// Kinds and size of documents of a hard case, as the server takes them.
// The server looks at the content; these only spare a wasted upload.

export const accepted = ['.pdf', '.jpg', '.jpeg', '.png', 'application/pdf', 'image/jpeg', 'image/png']
export const largest = 10 * 1024 * 1024

type Props = { children: string; kind?: 'good' | 'bad' | 'plain' }

/** A state in a word. Its colour only repeats what the word says. */
export const Chip = ({ children, kind = 'plain' }: Props) => <span class={`chip ${kind}`}>{children}</span>

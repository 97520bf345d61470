import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from '../../api.ts'
import { fieldErrors } from '../../form/check.ts'
import { Errors, TextArea } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { momentHere } from '../parts/times.ts'
import { Note, NoteGone } from './answers.ts'

type Props = { id: string; notes: readonly Note[]; onNotes: (change: (notes: readonly Note[]) => Note[]) => void }

/** What organizers want to remember of somebody. It goes with them. */
export function NotesOf({ id, notes, onNotes }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const path = `/organizer/profiles/${encodeURIComponent(id)}/notes`
  const add = async (text: string) => {
    const answer = await ask(Note, { method: 'POST', path, body: { text } })
    if (answer.ok) onNotes((before) => [answer.value, ...before])
    return answer
  }
  const remove = async (note: Note) => {
    onNotes((before) => before.filter(({ noteId }) => noteId !== note.noteId))
    const answer = await ask(NoteGone, { method: 'DELETE', path: `${path}/${encodeURIComponent(note.noteId)}` })
    if (answer.ok) {
      say({ words: 'The note is removed.', undo: () => void putBack(note.text) })
      return
    }
    onNotes((before) => [note, ...before])
    say({ words: answer.problem.sentence, bad: true })
  }
  const putBack = async (text: string) => {
    const answer = await add(text)
    if (!answer.ok) say({ words: answer.problem.sentence, bad: true })
  }
  return (
    <>
      <NewNote onAdd={add} />
      {notes.length ? (
        <ul class="cards">
          {notes.map((note) => (
            <li class="card" key={note.noteId}>
              <p class="note">{note.text}</p>
              <p class="hint">
                {note.who} · {momentHere(note.at)}
              </p>
              <Button kind="quiet" onClick={() => remove(note)}>
                Remove<span class="hidden"> the note “{note.text.slice(0, 40)}”</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p>There is no note yet.</p>
      )}
    </>
  )
}

function NewNote({ onAdd }: { onAdd: (text: string) => Promise<Answer<Note>> }) {
  const { busy, problem, send } = useRequest()
  const [errors, setErrors] = useState({})
  const add = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form).get('text')
    const text = typeof typed === 'string' ? typed.trim() : ''
    setErrors(text ? {} : { text: 'Please write something first.' })
    if (!text) return
    const answer = await send(() => onAdd(text))
    if (answer?.ok) form.reset()
    else if (answer) setErrors(fieldErrors(answer.problem))
  }
  return (
    <form class="card" noValidate onSubmit={add}>
      <Errors.Provider value={errors}>
        <TextArea
          name="text"
          label="A new note"
          hint="For organizers. It is part of what this person can download, and is deleted with them."
          value=""
          rows={3}
        />
      </Errors.Provider>
      <Alert problem={problem} />
      <Button type="submit" busy={busy}>
        Add the note
      </Button>
    </form>
  )
}

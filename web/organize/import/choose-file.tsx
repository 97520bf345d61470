import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../parts/feedback.tsx'
import { saveAs } from '../parts/save-file.tsx'
import { emptyList } from './empty-list.ts'
import { chooseFile, useImporting } from './importing.ts'

/** A file is chosen, or dropped anywhere on the page. */
export function ChooseFile() {
  const { busy, problem } = useImporting()
  const over = useDrops((file) => void chooseFile(file))
  return (
    <>
      <div class={over ? 'card drop over' : 'card drop'}>
        <label for="list">Choose a CSV file, or drop it here</label>
        <input
          id="list"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-describedby="list-hint"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) void chooseFile(file)
          }}
        />
        <p class="hint" id="list-hint">
          Up to 6 MB and 50,000 rows. It is read on this computer first; nothing is sent yet.
        </p>
        <p role="status">{busy ? 'Reading the file…' : ''}</p>
        <div role="alert">{problem ? <p class="notice bad">{problem}</p> : null}</div>
      </div>
      <h2>What a list needs</h2>
      <p>
        One row for each person, and a row with headings. We guess what the columns are from many names for them, and
        you can correct that. Commas, semicolons or tabs, a title above the headings, two rows of headings, any of the
        usual encodings: all of that is fine.
      </p>
      <p>
        Each row needs what the sign-up form needs: name, e-mail address, mentor or mentee, state, workplace,
        departments, topics, years of experience, shift, free times and ways to meet; for mentors also how many mentees.
        What your list does not have, you can say for everybody in it.
      </p>
      <Button
        kind="quiet"
        onClick={() => saveAs('people-to-fill-in.csv', new Blob([emptyList()], { type: 'text/csv' }))}
      >
        Download an empty list with headings
      </Button>
    </>
  )
}

/** Whether a file is held over the window. One that misses must not take the place of the page. */
function useDrops(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) onFile(file)
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}

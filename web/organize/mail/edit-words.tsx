import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../api.ts'
import { Alert, Button, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { NotHere } from '../not-here.tsx'
import { useNotices } from '../notices.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { to } from '../place.ts'
import { useLoaded } from '../use-loaded.ts'
import { Words } from './answers.ts'
import { changesIn, type Drafts, mergedWith } from './drafts.ts'
import { PhraseField } from './phrase-field.tsx'
import { Preview } from './preview.tsx'
import { SendTest } from './send-test.tsx'

/** The words of one e-mail beside what it looks like with them. */
export function EditWords({ kind }: { kind: string }) {
  const path = `/organizer/words/${encodeURIComponent(kind)}`
  const { value, problem, show } = useLoaded(Words, path)
  if (problem?.status === 404) return <NotHere what="e-mail" />
  return (
    <>
      <Crumbs way={[{ href: to('mail', 'words'), name: 'The words of each e-mail' }]} />
      {value ? <Editor key={kind} words={value} path={path} onSave={show} /> : <Alert problem={problem} />}
      {value || problem ? null : <Loading />}
    </>
  )
}

type Props = { words: Words; path: string; onSave: (words: Words) => void }

function Editor({ words, path, onSave }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const [drafts, setDrafts] = useState<Drafts>({})
  const { busy, problem, send } = useRequest()
  const [active, setActive] = useState('')
  const [wrong, setWrong] = useState<Problem>()
  const changes = changesIn(words, drafts)
  const changed = Object.keys(changes).length
  useWarning(changed > 0)
  const errorOf = (id: string) =>
    [...(problem?.errors ?? []), ...(wrong?.errors ?? [])].find((error) => error.path === `phrases.${id}`)?.message

  const save = async () => {
    const body = { version: words.version, phrases: changes }
    const answer = await send(() => ask(Words, { method: 'PATCH', path, body }))
    if (answer?.ok) {
      onSave(answer.value)
      setDrafts({})
      return say({ words: 'Saved. The next e-mail of this kind goes out with these words.' })
    }
    // Somebody else has saved meanwhile: what is there now, with what was typed here on top.
    const now = answer && Words.safeParse(answer.problem.current).data
    if (now) {
      setDrafts(mergedWith(now, drafts))
      onSave(now)
    }
  }

  return (
    <Screen title={words.name} lead={words.when}>
      <div class="side-by-side words">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {words.phrases.map((phrase) => (
            <PhraseField
              key={phrase.id}
              phrase={phrase}
              draft={drafts[phrase.id]}
              error={errorOf(phrase.id)}
              active={active === phrase.id}
              onFocus={() => setActive(phrase.id)}
              onChange={(text) => setDrafts((before) => ({ ...before, [phrase.id]: text }))}
            />
          ))}
          <div class="actions save">
            <Button type="submit" busy={busy}>
              {changed === 0 ? 'Save' : changed === 1 ? 'Save 1 change' : `Save ${changed} changes`}
            </Button>
            {changed > 0 ? (
              <Button kind="quiet" onClick={() => setDrafts({})}>
                Undo what I typed
              </Button>
            ) : null}
            <Alert problem={problem} />
          </div>
        </form>
        <div class="beside">
          <Preview path={path} phrases={changes} onWrong={setWrong} />
          <SendTest path={path} phrases={changes} />
        </div>
      </div>
    </Screen>
  )
}

/** Before the page is left with something that is not saved, the browser asks. */
function useWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

import { useState } from 'preact/hooks'
import type { Role } from '../../shared/domain/profile-form.ts'
import { Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { forgetDraft, loadDraft } from '../sign-up/draft.ts'
import { SteppedForm } from '../sign-up/stepped-form.tsx'

const INTRO = {
  mentor: {
    title: 'Become a mentor',
    lead: 'Tell us what you know and when you have time. We look for people who need just that.',
  },
  mentee: {
    title: 'Find a mentor',
    lead: 'Tell us where you stand and what you want to talk about. We look for somebody who has been there.',
  },
} as const

function SignUp({ role }: { role: Role }) {
  const [draft, setDraft] = useState(() => loadDraft(role))
  const [sentTo, setSentTo] = useState('')
  const [forgotten, setForgotten] = useState(0)
  const forget = () => {
    forgetDraft(role)
    history.replaceState(null, '')
    setDraft(loadDraft(role))
    setForgotten(forgotten + 1)
  }
  if (sentTo) return <CheckYourMail address={sentTo} onBack={() => setSentTo('')} />
  const { title, lead } = INTRO[role]
  return (
    <Screen title={title} lead={lead}>
      <p>
        Five short steps and a look at all of it: about five minutes. Answer everything that is not marked optional.
      </p>
      <div role="status">
        {draft.kept ? <p class="notice good">Welcome back: here is what you typed last time.</p> : null}
        {forgotten ? <p class="notice good">Nothing you typed is kept on this device any more.</p> : null}
      </div>
      <SteppedForm
        key={forgotten}
        role={role}
        draft={draft}
        onSent={(values) => {
          setDraft({ ...draft, values, kept: false })
          setSentTo(values.email.trim())
        }}
      />
      <p class="hint gap">
        What you type is kept on this device, and nowhere else, until you send it; a month at most.{' '}
        <button type="button" class="link" onClick={forget}>
          Forget what I typed
        </button>
      </p>
    </Screen>
  )
}

const CheckYourMail = ({ address, onBack }: { address: string; onBack: () => void }) => (
  <Screen
    title="Please check your mail"
    lead={
      <>
        We have sent an e-mail to <strong>{address}</strong>. Open the link in it to confirm that it is yours. Until
        then nothing happens.
      </>
    }
  >
    <h2>Nothing there after five minutes?</h2>
    <ul>
      <li>Look in the folder for junk or spam.</li>
      <li>Is the address above right? If not, go back, correct it and send the form again.</li>
      <li>Addresses at work may hold back mail from outside. Try a private one.</li>
    </ul>
    <p>
      <Button kind="quiet" onClick={onBack}>
        Back to my answers
      </Button>
    </p>
  </Screen>
)

const role: Role = document.getElementById('page')?.dataset.role === 'mentor' ? 'mentor' : 'mentee'
showPage(<SignUp role={role} />)

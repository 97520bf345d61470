import { useState } from 'preact/hooks'
import { type Role, ProfileForm as Schema } from '../../shared/domain/profile.ts'
import { Done } from '../answers.ts'
import { type Answer, ask } from '../api.ts'
import { check } from '../form/check.ts'
import { ProfileForm } from '../form/profile-form.tsx'
import { noValues, signUpBody, type Values } from '../form/values.ts'
import { Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'

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

const signUp = (form: Schema): Promise<Answer<unknown>> => ask(Done, { method: 'POST', path: '/profiles', body: form })

function SignUp({ role }: { role: Role }) {
  const [start, setStart] = useState(noValues)
  const [sentTo, setSentTo] = useState('')
  if (sentTo) return <CheckYourMail address={sentTo} onBack={() => setSentTo('')} />
  const { title, lead } = INTRO[role]
  return (
    <Screen title={title} lead={lead}>
      <p>It takes five to ten minutes. Please answer everything that is not marked optional.</p>
      <ProfileForm
        role={role}
        start={start}
        signingUp
        action="Sign up"
        check={(values) => check(Schema, signUpBody(role, values))}
        send={signUp}
        onDone={(_, values: Values) => {
          setStart(values)
          setSentTo(values.email.trim())
        }}
      />
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

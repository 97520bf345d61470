import type { Me, MyMatch } from '../answers.ts'
import { valuesOf } from '../form/values.ts'
import { Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { AnswersList } from './answers-list.tsx'
import { Download } from './download.tsx'
import { Leave } from './leave.tsx'
import { MailChoicesForm } from './mail-choices.tsx'
import { MyMatchList } from './my-matches.tsx'
import { Standing } from './standing.tsx'

type Props = {
  me: Me
  token: string
  /** What was just done, e.g. "Saved." */
  news: string
  onEdit: () => void
  onOpen: (match: MyMatch) => void
  onChange: (me: Me, news: string) => void
  onLeave: (leavesAt: string | undefined) => void
}

/** Everything we know about somebody, and what can be done about it. */
export const Overview = ({ me, token, news, onEdit, onOpen, onChange, onLeave }: Props) => (
  <Screen title={`Hello ${me.firstName}`} lead={`This is your profile as a ${me.role}.`}>
    <div role="status">{news ? <p class="notice good">{news}</p> : null}</div>
    <Standing me={me} token={token} onChange={onChange} />
    <h2>Your introductions</h2>
    <MyMatchList token={token} onOpen={onOpen} />
    <h2>What you told us</h2>
    <Button onClick={onEdit}>Change my answers</Button>
    <AnswersList values={valuesOf(me)} />
    <h2>Your e-mails</h2>
    <MailChoicesForm token={token} off={me.mailOff} />
    <h2>Your data</h2>
    <p>
      A file with all that we store about you, as it is stored. <a href="/privacy">What each item is for.</a>
    </p>
    <Download token={token} />
    <h2>Leave</h2>
    <p>You can delete your profile at any time. We say goodbye by e-mail and keep nothing that names you.</p>
    <Leave token={token} onLeave={onLeave} />
  </Screen>
)

import { useEffect, useState } from 'preact/hooks'
import { ProfilePatch } from '../../shared/domain/profile-form.ts'
import { Me, type MyMatch } from '../answers.ts'
import { ask, isDeadLink } from '../api.ts'
import { check } from '../form/check.ts'
import { inFormOrder, labelOf } from '../form/labels.ts'
import { ProfileForm } from '../form/profile-form.tsx'
import { patchBody, valuesOf } from '../form/values.ts'
import { linkToken } from '../link-token.ts'
import { Introduction } from '../match/introduction.tsx'
import { Leaving } from '../member/leaving.tsx'
import { Overview } from '../member/overview.tsx'
import { DeadLink } from '../parts/dead-link.tsx'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

/** A member's own page: one person in one role. */
function MemberPage() {
  const token = linkToken()
  const [me, setMe] = useState<Me>()
  const [showing, setShowing] = useState<'overview' | 'form' | 'goodbye' | MyMatch>('overview')
  const [news, setNews] = useState('')
  const { problem, send } = useRequest()
  const load = async () => {
    setMe(undefined)
    const answer = await send(() => ask(Me, { method: 'GET', path: '/me', token }))
    if (answer?.ok) show(answer.value, '')
  }
  useEffect(() => {
    if (token) load()
  }, [token])

  const show = (changed: Me, what: string) => {
    setMe(changed)
    setNews(what)
    setShowing('overview')
  }

  if (showing === 'goodbye') return <Goodbye />
  if (!token || (problem && isDeadLink(problem))) return <DeadLink />
  if (problem)
    return (
      <Screen title="Your profile">
        <Alert problem={problem} />
      </Screen>
    )
  if (!me) return <Loading />
  if (me.status === 'leaving')
    return <Leaving me={me} token={token} onStay={(kept) => show(kept, 'Nothing is deleted. Good that you stay.')} />
  if (showing === 'form') return <Edit me={me} token={token} onSaved={show} onCancel={() => show(me, '')} />
  if (showing !== 'overview') return <Introduction match={showing} token={token} onBack={load} />
  return (
    <Overview
      me={me}
      token={token}
      news={news}
      onEdit={() => setShowing('form')}
      onOpen={setShowing}
      onChange={show}
      onLeave={(leavesAt) => (leavesAt ? setMe({ ...me, status: 'leaving', leavesAt }) : setShowing('goodbye'))}
    />
  )
}

type EditProps = { me: Me; token: string; onSaved: (me: Me, news: string) => void; onCancel: () => void }

function Edit({ me, token, onSaved, onCancel }: EditProps) {
  const before = valuesOf(me)
  const save = async (patch: ProfilePatch) =>
    Object.keys(patch).length === 0
      ? { ok: true as const, value: me }
      : ask(Me, { method: 'PATCH', path: '/me', token, body: patch })
  return (
    <Screen title="Change your answers" lead="The next round uses them. Open introductions stay as they are.">
      <ProfileForm
        role={me.role}
        start={before}
        action="Save"
        check={(values) => check(ProfilePatch, patchBody(me.role, before, values))}
        send={save}
        onDone={(saved, values) => onSaved(saved, newsOf(Object.keys(patchBody(me.role, before, values))))}
        onCancel={onCancel}
      />
    </Screen>
  )
}

/** What was changed, by name. */
const newsOf = (fields: string[]): string =>
  fields.length
    ? `Saved. You changed: ${inFormOrder(fields.map((field) => [field, labelOf(field)]))
        .map(([, label]) => label)
        .join(', ')}.`
    : 'Nothing was different, so nothing changed.'

const Goodbye = () => (
  <Screen title="Goodbye, and thank you" lead="Everything about you is deleted. One last e-mail says so.">
    <p>
      You are welcome back at any time: <a href="/">sign up again</a>.
    </p>
  </Screen>
)

showPage(<MemberPage />)

import { Screen } from './screen.tsx'

/** The link is wrong, too old, or of somebody who has left. */
export const DeadLink = () => (
  <Screen title="This link no longer works" lead="Links end after a while, and an organizer can end them early.">
    <p>
      <a class="button" href="/link">
        Get a new link
      </a>
    </p>
    <p>
      If you copied the address from an e-mail, make sure that you copied all of it. If you deleted your profile, there
      is nothing left to see, and you are welcome to <a href="/">sign up again</a>.
    </p>
  </Screen>
)

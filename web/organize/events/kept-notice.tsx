import { Button } from '../../parts/feedback.tsx'

/** A form was left half filled in, and opened again. */
export const KeptNotice = ({ onStartOver }: { onStartOver: () => void }) => (
  <div class="notice kept" role="status">
    <p>What you typed here before is back. It is not saved yet.</p>
    <Button kind="quiet" onClick={onStartOver}>
      Throw it away
    </Button>
  </div>
)

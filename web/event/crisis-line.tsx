/** On every page of a support circle: it is no place for an emergency. */
export const CrisisLine = () => (
  <p class="notice crisis">
    In a support circle colleagues listen to each other. It is no treatment, and nobody is there around the clock. In a
    crisis call, text or chat <a href="tel:988">988</a> (US), day and night. In immediate danger call{' '}
    <a href="tel:911">911</a>.
  </p>
)

/** A field for programs that fill in whatever they find. People neither see it, nor hear of it, nor get there. */
export const Trap = () => (
  <div class="hidden" aria-hidden="true">
    <label>
      Leave this empty
      <input type="text" name="website" tabIndex={-1} autocomplete="off" />
    </label>
  </div>
)

/** White space and what has no width of its own, such as a zero-width space: people do not see it, programs skip it. */
const UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]`

/** What a spreadsheet may take for the beginning of a formula or a command, full-width forms included. */
const BEGINS_FORMULA = new RegExp(String.raw`^${UNSEEN}*[=+\-@|%\t\r＝＋－＠｜％]`, 'u')

/** The text as a spreadsheet leaves it alone: with an apostrophe in front where it could be a formula. Nothing is lost. */
export const inert = (text: string): string => (BEGINS_FORMULA.test(text) ? `'${text}` : text)

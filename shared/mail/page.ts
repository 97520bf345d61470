import { escaped, FONT } from './html.ts'
import { oneLine } from './plain.ts'

/** The HTML around the blocks: one column of at most 600 px, light and dark, with a preheader that only inboxes show. */

export type Page = { subject: string; preheader: string; letterhead: string; body: string; foot: string }

/** Contrast of every pair of colours here and in `html.ts` is at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#11171b!important}
.card{background-color:#1b242a!important;border-color:#33414a!important}
.ink{color:#e8eef2!important}
.soft{color:#a9b7c0!important}
.quote{background-color:#24313a!important;border-color:#7cc9e0!important}
.link{color:#7cc9e0!important}
.button{background-color:#7cc9e0!important}
.button-text{color:#0b1f27!important}
}
@media (max-width:480px){.card{padding:24px 20px!important}}`

/** Empty characters after the preheader keep an inbox from going on with the first words of the mail. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60)

/** A table of fixed width that Outlook alone sees: it knows no max-width. */
const OUTLOOK_OPEN =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->'
const OUTLOOK_CLOSE = '<!--[if mso]></td></tr></table><![endif]-->'

export const pageOf = ({ subject, preheader, letterhead, body, foot }: Page): string => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${escaped(subject)}</title>
<style>
${DARK}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f1f4f6;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;opacity:0;mso-hide:all">${escaped(oneLine(preheader))}${FILLER}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f1f4f6" style="background-color:#f1f4f6"><tr><td align="center" style="padding:24px 12px">
${OUTLOOK_OPEN}
<div style="max-width:600px;margin:0 auto;text-align:left;font-family:${FONT}">
<p class="soft" style="margin:0 0 12px;padding:0 4px;font-size:15px;line-height:1.4;font-weight:600;color:#52606d">${escaped(oneLine(letterhead))}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="card" bgcolor="#ffffff" style="padding:32px;background-color:#ffffff;border:1px solid #d9e2e8;border-radius:12px;font-family:${FONT}">
${body}
</td></tr></table>
<div style="padding:20px 4px 0">
${foot}
</div>
</div>
${OUTLOOK_CLOSE}
</td></tr></table>
</body>
</html>
`

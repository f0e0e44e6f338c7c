/** The style sheet of the page to be read: book faces, columns, two-em indents, the theme's own colours. */

export const STYLE = `
:root {
  --song: "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, SimSun, serif;
  --kai: "Kaiti SC", STKaiti, KaiTi, "AR PL UKai CN", var(--song);
  --hei: "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Heiti SC", "Microsoft YaHei", sans-serif;
  --ink: var(--vscode-editor-foreground);
  --paper: var(--vscode-editor-background);
  --faint: color-mix(in srgb, var(--ink) 62%, var(--paper));
  --rule: color-mix(in srgb, var(--ink) 24%, var(--paper));
}
body {
  margin: 0 auto;
  padding: 1.2em clamp(1em, 4vw, 3em) 4em;
  max-width: 72em;
  font: 16px/1.8 var(--song);
  color: var(--ink);
  background: var(--paper);
  line-break: strict;
  text-autospace: normal;
}
a { color: inherit; text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
.folio { padding-bottom: .35em; border-bottom: 3px double var(--ink); font-size: .9em; letter-spacing: .06em; }
article { padding: 1.6em 0 1.8em; border-bottom: 1px solid var(--rule); }
article:last-child { border-bottom: 0; }
article > header { text-align: center; text-wrap: balance; }
h1 { margin: .1em 0 .15em; font-size: 1.75em; font-weight: 900; line-height: 1.35; letter-spacing: .02em; }
.short h1 { font-size: 1.35em; }
.long h1 { font-size: 2.2em; }
h1.nameless { font-family: var(--kai); font-weight: 400; font-size: 1.15em; color: var(--faint); }
.kicker, .deck { margin: .2em 0; line-height: 1.5; }
.kicker { font-size: 1.12em; }
.deck { font-family: var(--kai); font-size: 1.12em; }
.byline { margin: .5em 0 1em; font-family: var(--kai); line-height: 1.6; }
.facts { margin-inline-start: 1.2em; font: .8em var(--hei); color: var(--faint); white-space: nowrap; }
.facts:first-child { margin: 0; }
.text { columns: 19em 3; column-gap: 2.2em; column-rule: 1px solid var(--rule); text-align: justify; }
.text p { margin: 0; text-indent: 2em; orphans: 2; widows: 2; overflow-wrap: break-word; }
h2 { margin: .5em 0; font: 700 1em/1.6 var(--hei); text-align: center; text-indent: 0; break-inside: avoid; break-after: avoid; }
.text h2:first-child { margin-top: 0; }
.text [data-line]:hover { background: color-mix(in srgb, var(--vscode-editor-hoverHighlightBackground, transparent) 50%, transparent); }
.text .verse { margin: .8em 0; text-indent: 0; text-align: center; font-family: var(--kai); break-inside: avoid; }
table { margin: .8em auto; border-collapse: collapse; font: .9em/1.6 var(--hei); text-align: start; break-inside: avoid; }
th, td { padding: .1em .6em; border: 1px solid var(--rule); }
th { font-weight: 700; }
.text .note { font-family: var(--kai); }
.caption { margin: 1em auto 0; padding: .4em 1em; width: fit-content; max-width: 40em; box-sizing: border-box; border-left: 3px solid var(--rule); font-size: .9em; line-height: 1.6; font-family: var(--kai); }
.text .elsewhere { margin: .5em 0; text-indent: 0; text-align: center; font-size: .85em; color: var(--faint); }
.nothing { text-align: center; color: var(--faint); }
.vscode-high-contrast, .vscode-high-contrast-light { --faint: var(--ink); --rule: var(--vscode-contrastBorder); }
.vscode-high-contrast a, .vscode-high-contrast-light a { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
@media print { .facts { display: none; } }
`;

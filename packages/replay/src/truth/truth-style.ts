/** For light and dark screens, phones and paper. Colours are told apart by shape too. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --dim: #60666d; --line: #d5d9de; --paper: #fff; --found: #0b6e4f; --missed: #b3261e; --false: #a15c00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --dim: #a2a9b1; --line: #3a4048; --paper: #15181c; --found: #5fd0a5; --missed: #ff8a80; --false: #ffb95c; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 64rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { min-width: 3rem; text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; }
a { color: inherit; } blockquote { margin: .2rem 0 0; color: var(--dim); } .dim { color: var(--dim); }
svg { width: 100%; min-width: 40rem; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg .dim { fill: var(--dim); }
.axis { stroke: var(--line); } .found { fill: var(--found); stroke: var(--found); } .missed { fill: none; stroke: var(--missed); stroke-width: 2; } .false { stroke: var(--false); stroke-width: 2; fill: none; }
`;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements that only mark up text, media and forms; any other is dropped, its inside kept. */
export const ALLOWED_ELEMENTS = words(`
  a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code
  col colgroup command datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption
  figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd keygen label legend li m main map mark
  menu meter multicol nav nextid noscript ol optgroup option output p picture pre progress q rp rt ruby s samp section
  select small sound source spacer span strike strong sub summary sup table tbody td textarea tfoot th thead time tr
  tt u ul var video wbr
  svg circle defs desc ellipse g line lineargradient marker path polygon polyline radialgradient rect stop switch text
  title tspan
  math maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt
  mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none`);

/** Dropped with all that is inside. */
export const DROPPED_WHOLE = words('script style applet');

/** Attributes that hold an address. */
export const URL_ATTRIBUTES = words(`
  action background cite classid codebase data dynsrc formaction href icon longdesc lowsrc ping poster profile src urn
  usemap xlink:href`);

/** Attributes dropped everywhere, besides event handlers: they hold documents, or start things by themselves. */
export const DROPPED_ATTRIBUTES = words('srcdoc formaction autoplay fscommand seeksegmenttime');

const STYLE_PROPERTIES = words(`
  azimuth border-collapse clear color cursor direction display elevation float font font-family font-size font-style
  font-variant font-weight height letter-spacing line-height overflow pause pause-after pause-before pitch
  pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate stress text-align
  text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width`);
/** Shorthands and their parts: each word of their values is checked. */
const BOX_PROPERTY = /^(?:background|border|margin|padding)(?:-[a-z]+)*$/;
/** The keywords that html5lib's sanitizer takes there, numbers with a unit, and colours. */
const BOX_KEYWORDS = words(`
  !important aqua auto black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green italic
  left lime maroon medium navy none normal nowrap olive pointer purple red right silver solid teal top transparent
  underline white yellow`);
const BOX_MEASURE =
  /^(?:#[0-9a-f]{3,8}|-?\d{0,2}(?:\.\d{1,2})?(?:cm|em|ex|in|mm|pc|pt|px|%)?|rgba?\([\d%.,]+\))$/i;
/** Words, numbers, colours and quoted names: nothing that calls a function or escapes. */
const PLAIN_VALUE = /^(?:[\w\s#%.,!-]|'[\w\s-]*'|"[\w\s-]*"|\([\d,\s.%]*\))*$/;
const STYLE_CHARS_MAX = 2000;

/** The declarations of a style attribute that change looks only; addresses in it are dropped. */
export function safeStyle(style: string): string {
  if (style.length > STYLE_CHARS_MAX || /[\\@<{}]|\/\*|expression/i.test(style)) return '';
  return style
    .replace(/url\s*\([^)]*\)/gi, ' ')
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      return isSafeDeclaration(property, value) ? [`${property}: ${value};`] : [];
    })
    .join(' ');
}

function isSafeDeclaration(property: string, value: string): boolean {
  if (value === '' || !PLAIN_VALUE.test(value)) return false;
  if (STYLE_PROPERTIES.has(property)) return true;
  const unspaced = value.replace(/\(([^)]*)\)/g, (call) => call.replace(/\s/g, ''));
  return BOX_PROPERTY.test(property) && unspaced.split(/\s+/).every(isBoxWord);
}

function isBoxWord(word: string): boolean {
  return BOX_KEYWORDS.has(word.toLowerCase()) || BOX_MEASURE.test(word);
}

/** The start of an attribute that would run. */
export const UNSAFE_SCHEME = /^\s*(?:javascript|vbscript|livescript)\s*:/i;

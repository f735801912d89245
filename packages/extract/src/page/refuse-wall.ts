import { ExtractError, type ExtractErrorCode } from '../extract-error.ts';

/** Titles of pages that stand before or in place of an article. In en, es and pt, and as the products print them. */
const TITLES: readonly (readonly [ExtractErrorCode, RegExp])[] = [
  [
    'page-is-bot-wall',
    /^(?:just a moment|attention required|one moment,? please|un momento|um momento|access (?:to this page has been )?denied|access denied|acceso (?:a esta p[aá]gina (?:ha sido )?)?denegado|acesso (?:a esta p[aá]gina foi )?negado|are you (?:a )?(?:human|robot)|robot (?:check|or human)|human verification|pardon our interruption|security (?:check|verification|checkpoint)|vercel security checkpoint|client challenge|checking your browser|verif(?:y|ying) (?:you are|your)|ddos-guard|captcha|please (?:wait|verify)|(?:sorry, )?you have been blocked|request (?:unsuccessful|blocked|rejected)|the request could not be satisfied|403\b|forbidden|service unavailable|bot (?:verification|detection)|imperva|unusual traffic)/i,
  ],
  [
    'page-is-not-found',
    /^(?:(?:error )?404\b|(?:error:? )?(?:page|article|file|content) (?:was )?(?:not found|cannot be found|doesn.t exist|no longer available)|not found|oops[,!.]* |(?:sorry,? )?we (?:can.t|cannot|couldn.t|could not) find (?:that|this|the) (?:page|article|story)|p[aá]gina (?:no|n[aã]o) (?:encontrada|existe|disponible)|no (?:se )?encontr(?:ad|am)|esta p[aá]gina no existe|conte[uú]do n[aã]o encontrado|contenido no encontrado)|(?:page not found|p[aá]gina no encontrada|p[aá]gina n[aã]o encontrada|error 404)/i,
  ],
  [
    'page-is-consent-wall',
    /^(?:before you continue|antes de continuar|we value your privacy|your privacy( choices)?$|we care about your privacy|valoramos (?:tu|su) privacidad|(?:tu|su) privacidad|a sua privacidade|cookie (?:consent|settings|notice)|consent|privacy (?:settings|gate))/i,
  ],
  [
    'page-is-login-wall',
    /^(?:log ?in|sign ?in|log on|iniciar sesi[oó]n|inicia sesi[oó]n|acceder|entrar|fazer login|acesse sua conta|account required|subscriber login|subscribe to (?:read|continue))/i,
  ],
];

/** What the walls' own programs leave in the markup. Ordinary pages behind them may have it too. */
const BOT_WALL_MARKS =
  /_cf_chl_opt|cf-browser-verification|cf-chl-|cf-turnstile|\/cdn-cgi\/challenge-platform\/h\/|_Incapsula_Resource|incident[ _]id|px-captcha|perimeterx|captcha-delivery\.com|datadome|ddos-guard|sucuri_cloudproxy|errors\.edgesuite\.net|awswaf|aws-waf-token|g-recaptcha|h-captcha|Ray ID/i;
const BOT_WALL_WORDS =
  /(?:enable|turn on|activ[ae]r?|habilit[ae]r?|ative) (?:js|javascript|cookies)\b|disable any ad ?blocker|press (?:&|&amp;|and) hold|(?:mant[eé]n|mantenga) pulsado|pressione e segure|javascript (?:and cookies )?(?:is|are) (?:disabled|required)|unusual (?:traffic|activity)|not a robot|no (?:eres|soy) un robot|n[aã]o [eé] um rob[oô]|verify (?:that )?you are (?:a )?human|checking (?:your|if the site)/i;
/** What a paper says under the first lines of an article that it shows to subscribers only. */
const PAYWALL_WORDS =
  /(?:subscribe|sign up|register|log in|sign in) (?:now )?to (?:continue|keep|read|unlock)|to (?:continue|keep) reading|(?:this|the) (?:article|story|content) is (?:exclusively |only )?(?:for|available to) (?:our )?(?:subscribers|members)|(?:contenido|nota|art[ií]culo|noticia) exclusiv[oa] para suscriptor|suscr[ií]b(?:ase|ete|ite) para|para (?:seguir|continuar) leyendo|assine para|para continuar lendo|(?:conte[uú]do|mat[eé]ria|reportagem) exclusiv[oa] para assinantes/i;
const PASSWORD_FIELD = /<input\b[^>]{0,300}\btype\s*=\s*["']?password/i;
const CONSENT_WORDS =
  /\b(?:cookies?|consent|consentimiento|consentimento|privacy|privacidad|privacidade|partners|socios|parceiros|gdpr|lgpd)\b/gi;

/** A wall's text is short, an article's hardly ever with such a title. Characters. */
const WALL_CHARS_MAX = 2_000;
const SHORT_CHARS_MAX = 400;
/** What papers show for nothing: two paragraphs or three. A choice, no set of such pages was measured. */
const STUB_CHARS_MAX = 900;
/** Share of words about consent. A choice: no page of the extraction corpus is refused by it, no set of walls was measured. */
const CONSENT_SHARE_MIN = 1 / 15;

export interface SeenPage {
  readonly markup: string;
  readonly titles: readonly string[];
  /** All that a reader sees of it. */
  readonly visible: string;
  /** What was found as its article. */
  readonly text: string;
}

/**
 * Tells pages that stand before an article (or in place of it) from articles.
 *
 * @throws ExtractError `page-is-bot-wall`, `page-is-consent-wall`, `page-is-login-wall`, `page-is-not-found`,
 *   `page-is-paywalled`
 */
export function refuseWall(page: SeenPage): void {
  const code = wallByTitle(page) ?? wallByContent(page);
  if (code !== null)
    throw new ExtractError(code, `${MEANING[code]}: "${(page.titles[0] ?? '').slice(0, 80)}"`);
}

/**
 * A site that sends readers of a missing page to its front page.
 *
 * @throws ExtractError `page-is-not-found`
 */
export function refuseHome(url: string, askedUrl: string | undefined): void {
  if (askedUrl !== undefined && isHome(url) && !isHome(askedUrl))
    throw new ExtractError('page-is-not-found', 'the site sends its readers to the front page instead');
}

function isHome(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:index\.(?:html?|php)|home\/?|[a-z]{2}\/?)?$/i.test(pathname);
}

const MEANING: Readonly<Partial<Record<ExtractErrorCode, string>>> = {
  'page-is-bot-wall': "the site's guard against programs answered in place of the article",
  'page-is-consent-wall': 'the site asks for consent before it shows the article',
  'page-is-login-wall': 'the site asks to log in before it shows the article',
  'page-is-paywalled': 'the site shows the first lines only, and the rest to its subscribers',
  'page-is-not-found': 'the site says that there is no such page, without the status for it',
};

function wallByTitle({ titles, text }: SeenPage): ExtractErrorCode | null {
  if (text.length > WALL_CHARS_MAX) return null;
  for (const [code, pattern] of TITLES) {
    if (titles.some((title) => pattern.test(title.trim()))) return code;
  }
  return null;
}

function wallByContent({ markup, visible, text }: SeenPage): ExtractErrorCode | null {
  if (text.length > WALL_CHARS_MAX) return null;
  const words = text.split(/\s+/).length;
  const consent = text.match(CONSENT_WORDS)?.length ?? 0;
  if (consent >= 4 && consent / words >= CONSENT_SHARE_MIN) return 'page-is-consent-wall';
  if (text.length <= STUB_CHARS_MAX && PAYWALL_WORDS.test(visible)) return 'page-is-paywalled';
  if (text.length > SHORT_CHARS_MAX) return null;
  if (BOT_WALL_MARKS.test(markup) && (text === '' || BOT_WALL_WORDS.test(markup))) return 'page-is-bot-wall';
  return PASSWORD_FIELD.test(markup) ? 'page-is-login-wall' : null;
}

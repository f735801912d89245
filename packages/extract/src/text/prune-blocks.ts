import type { TextBlock } from './read-blocks.ts';

/** A block with this share of links and no longer than this points elsewhere. */
const LINK_SHARE = 0.8;
const LINK_CHARS_MAX = 200;

/** Whole short blocks (en, es, pt) that sites set between and after paragraphs. */
const FURNITURE = new RegExp(
  `^(?:\\W*(?:${[
    'advertisement|advert|publicidade?|anuncio|continue reading.*|article continues.*|story continues.*|sigue leyendo.*|continua (?:despu[eé]s|depois).*',
    '(?:read|see|learn|view|show|watch|find out) (?:more|also|next|full|all)\\b.*|more (?:from|on|about|stories|news)\\b.*|also read\\b.*|related\\b.{0,60}|recommended\\b.{0,40}|you (?:may|might) also like.*|don.t miss\\b.*|trending\\b.{0,30}|most (?:read|popular)\\b.{0,30}',
    '(?:lee|leer|lea|ver|vea|mira) (?:m[aá]s|tambi[eé]n)\\b.*|(?:le(?:r|ia)|veja|saiba) (?:mais|tamb[eé]m)\\b.*|(?:notas?|noticias?|not[ií]cias?|art[ií]culos?|artigos?|mat[eé]rias?) relacionad[oa]s.*|te puede interesar.*|tambi[eé]n te puede.*',
    '(?:share|tweet|print|email|save|follow|like|comments?|reply|compartir|comparte|comp[aá]rtelo|compartilhe|compartilhar|imprimir|comentarios|coment[aá]rios)\\b.{0,40}',
    '(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|etiquetas|temas|palabras clave|palavras-chave|assuntos)\\s*:?.{0,150}',
    '(?:subscribe|sign up|suscr[ií]b|assine|inscreva|newsletter|click here|get the latest|download (?:the|our)|follow us|s[ií]guenos|siga-nos)\\b.{0,160}',
    '(?:©|copyright|\\(c\\) \\d{4}|all rights reserved|todos los derechos|todos os direitos).{0,200}',
    '(?:photo|image|picture|credit|foto|imagen?|imagem|cr[eé]ditos?|fotograf[ií]a|getty images|file photo)\\s*(?:credit|by|de|por)?\\s*[:/].{0,120}',
    '(?:image|imagen|imagem|foto|photo|slide) \\d+ (?:of|de|/) \\d+',
    'about the author.{0,60}|sobre (?:el|la|o|a) autora?.{0,60}|(?:home|inicio|in[ií]cio) ?[>»/|].*',
  ].join('|')})\\W*)$`,
  'iu',
);

/** Agencies are kept wherever they are credited: they tell an independent origin from a copy. */
const AGENCY =
  /\b(?:AP|Associated Press|Reuters|AFP|EFE|dpa|ANSA|Xinhua|Bloomberg|UPI|PTI|Europa Press|Notimex|Ag[eê]ncia Brasil|Agencia EFE)\b/;

const SENTENCE_END = /[.!?…。！？"”»)]\s*$/;

export interface ArticleNames {
  readonly title: string | null;
  readonly authors: readonly string[];
}

/** Leaves the paragraphs of the article: without its own title, lines about it, and pointers elsewhere. */
export function pruneBlocks(blocks: readonly TextBlock[], names: ArticleNames): TextBlock[] {
  const body = blocks.filter((block) => !isPointer(block) && !isFurniture(block));
  return dropEmptyHeadings(body.slice(startOf(body, names)));
}

function isPointer({ text, linkChars }: TextBlock): boolean {
  return linkChars >= text.length * LINK_SHARE && text.length <= LINK_CHARS_MAX;
}

function isFurniture({ text }: TextBlock): boolean {
  return text.length <= LINK_CHARS_MAX && FURNITURE.test(text) && !AGENCY.test(text);
}

/** Where the lines about the article (title, byline, date, section) end and its text begins. */
function startOf(blocks: readonly TextBlock[], { title, authors }: ArticleNames): number {
  const sames = new Set([title, ...authors].map((name) => fold(name ?? '')));
  let start = 0;
  for (const [index, block] of blocks.slice(0, 8).entries()) {
    if (block.text.length > 250) break;
    if (sames.has(fold(block.text)) || isLineAbout(block)) start = index + 1;
    else if (SENTENCE_END.test(block.text) && block.text.length > 60) break;
  }
  return start;
}

const DATED =
  /\b(?:\d{1,2}:\d{2}|(?:19|20)\d{2}|updated|published|posted|publicado|actualizado|atualizado|modificado)\b/i;
const BYLINE = /^(?:by|por|de|from|written by|escrito por|texto)\s*:?\s+\p{Lu}/u;

function isLineAbout({ text }: TextBlock): boolean {
  if (text.length > 120) return false;
  return (DATED.test(text) && !/[.!?]\s*$/.test(text)) || (BYLINE.test(text) && !/[.!?]\s*$/.test(text));
}

/** A heading over nothing stood over something that was taken out. */
function dropEmptyHeadings(blocks: readonly TextBlock[]): TextBlock[] {
  const kept: TextBlock[] = [];
  for (const block of [...blocks].reverse()) {
    const next = kept.at(-1);
    const over = next !== undefined && (next.heading === 0 || next.heading > block.heading);
    if (block.heading === 0 || over) kept.push(block);
  }
  return kept.reverse();
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

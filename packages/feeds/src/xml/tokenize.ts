import { QuoteType, Tokenizer } from 'htmlparser2';
import { LIMITS } from '../limits.ts';

export interface TagAttribute {
  readonly name: string;
  /** As written: references undecoded. */
  readonly raw: string;
  readonly doubleQuoted: boolean;
}

export interface TagEvents {
  /** @param source the tag as written, from `<` to `>` */
  open(tag: string, attributes: readonly TagAttribute[], selfClosing: boolean, source: () => string): void;
  close(tag: string): void;
  /** References are undecoded, save in CDATA, which has none. */
  text(text: string, cdata: boolean): void;
  /** Attributes over the cap, dropped. */
  tooManyAttributes?(): void;
}

const NAME_CHARS_MAX = 200;
const nothing = (): undefined => undefined;

/**
 * Cuts markup into tags and texts. The tokenizer of htmlparser2 alone, since its parser moves the whole stack of
 * open elements at each tag: this way the cost is linear in the text, whatever the nesting.
 */
export function tokenize(text: string, xmlMode: boolean, events: TagEvents): void {
  let tag = '';
  let tagStart = 0;
  let attributes: TagAttribute[] = [];
  let name = '';
  let raw = '';

  const open = (end: number, selfClosing: boolean): void => {
    events.open(tag, attributes, selfClosing, () => text.slice(tagStart, end + 1));
  };
  const tokenizer = new Tokenizer(
    { xmlMode, decodeEntities: false, recognizeSelfClosing: true },
    {
      onopentagname(start, end) {
        tag = text.slice(start, Math.min(end, start + NAME_CHARS_MAX));
        tagStart = start - 1;
        attributes = [];
      },
      onattribname(start, end) {
        name = text.slice(start, Math.min(end, start + NAME_CHARS_MAX));
        raw = '';
      },
      onattribdata(start, end) {
        raw = text.slice(start, Math.min(end, start + LIMITS.attributeCharsMax));
      },
      onattribend(quote) {
        if (attributes.length >= LIMITS.attributesMax) events.tooManyAttributes?.();
        else attributes.push({ name, raw, doubleQuoted: quote === QuoteType.Double });
      },
      onopentagend: (end) => open(end, false),
      onselfclosingtag: (end) => open(end, true),
      onclosetag: (start, end) =>
        events.close(text.slice(start, Math.min(end, start + NAME_CHARS_MAX)).trim()),
      ontext: (start, end) => events.text(text.slice(start, end), false),
      oncdata: (start, end, endOffset) =>
        events.text(text.slice(start, Math.max(start, end - endOffset)), true),
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onattribentity: nothing,
      ontextentity: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

/** HTML's elements by what they mean to a reader of text. */

export const VOID: ReadonlySet<string> = names(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Nothing in them is text of the article. */
export const WITHOUT_TEXT: ReadonlySet<string> = names(
  'script style svg math iframe object embed applet canvas video audio map template noscript noframes select button textarea input dialog',
);

/** What says things about the page, wherever it stands. */
export const HEAD: ReadonlySet<string> = names('title meta link base');

export const BLOCKS: ReadonlySet<string> = names(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** An open element of the key is closed by a start tag of the value. */
export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['p', BLOCKS],
  ['li', names('li')],
  ['dt', names('dt dd')],
  ['dd', names('dt dd')],
  ['tr', names('tr tbody tfoot')],
  ['td', names('td th tr tbody tfoot')],
  ['th', names('td th tr tbody tfoot')],
  ['a', names('a')],
]);

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** One item of a list page as found: nothing resolved or read. */
export interface ListItem {
  readonly title: string | null;
  readonly link: string | null;
  readonly dates: readonly string[];
  readonly summary: string | null;
}

export interface ListPage {
  readonly title: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly items: readonly ListItem[];
  readonly itemCount: number;
  /** `<base href>`. */
  readonly base: string | null;
}

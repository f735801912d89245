import { buildEdition, type EditionInput } from '@aftermath/core';
import { type RenderedEdition, renderEdition } from './render-edition.tsx';
import { TEMPLATE_VERSION } from './template-version.ts';

/** An edition as it was frozen. */
export interface FrozenEdition extends RenderedEdition {
  /** JSON of its `EditionInput`. */
  readonly input: string;
  readonly templateVersion: string;
}

const PARTS = ['subject', 'html', 'text', 'json'] as const;

/** `same`: rebuilt to the byte; `other-template`: made by a template that this release doesn't have. */
export type RebuiltEdition =
  | { readonly state: 'same'; readonly rebuilt: RenderedEdition }
  | {
      readonly state: 'differs';
      readonly parts: readonly (typeof PARTS)[number][];
      readonly rebuilt: RenderedEdition;
    }
  | { readonly state: 'other-template'; readonly templateVersion: string };

/** Makes an edition again from the inputs that were frozen with it, and compares it with what went out. */
export async function rebuildEdition(frozen: FrozenEdition): Promise<RebuiltEdition> {
  const { templateVersion, input } = frozen;
  if (templateVersion !== TEMPLATE_VERSION) return { state: 'other-template', templateVersion };
  const rebuilt = await renderEdition(buildEdition(JSON.parse(input) as EditionInput));
  const parts = PARTS.filter((part) => rebuilt[part] !== frozen[part]);
  return parts.length === 0 ? { state: 'same', rebuilt } : { state: 'differs', parts, rebuilt };
}

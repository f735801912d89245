import { NeverFailure } from '@aftermath/core';

/** Why a page gives no article. Stable: operators and the dashboard group by them. */
export type ExtractErrorCode =
  | 'page-empty'
  | 'page-not-html'
  | 'page-too-large'
  | 'page-without-text'
  | 'page-is-bot-wall'
  | 'page-is-consent-wall'
  | 'page-is-login-wall'
  | 'page-is-paywalled'
  | 'page-is-not-found';

/** The page will give no article however often it is read; another copy of it may. */
export class ExtractError extends NeverFailure {
  constructor(code: ExtractErrorCode, message: string) {
    super(code, message);
  }
}

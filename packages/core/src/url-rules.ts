/** Query parameters that say where a reader came from and never what is read. Sources: the ClearURLs and Brave lists. */
export const TRACKING_PARAMETERS: readonly RegExp[] = [
  /^utm_/i,
  /^(at|wt|pk|piwik|matomo|mtm|hsa|vero|oly|trk|ns|mkt|sc|ga)_/i,
  /^_(hs|ga|gl|openstat)/i,
  /^(fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok)$/i,
  /^(cmpid|cid_source|ocid|icid|ncid|ito|spm|xtor|smid|smtyp|partner|taid|wickedid|rb_clickid|s_cid|ref_src|ref_url|guccounter)$/i,
  /^(guce_referrer|guce_referrer_sig|fb_action_ids|fb_action_types|fb_source|action_object_map|share_id|__twitter_impression)$/i,
  /^(amp|outputType|output_type)$/i,
];

/** Parts of a host name that show the same article on a small screen. */
export const MOBILE_LABELS: ReadonlySet<string> = new Set(['m', 'mobile', 'amp', 'movil', 'wap']);

/** Under the domain of a country, these are no site's name: `example.com.br`, `example.co.uk`, `example.gob.mx`. */
export const SUFFIX_LABELS: ReadonlySet<string> = new Set(
  'ac co com edu gob gouv gov go info mil ne net nom or org'.split(' '),
);

/** Hosts that only send readers on, and the parameter that says where to. */
export const REDIRECTORS: readonly {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly parameter: string;
}[] = [
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameter: 'url' },
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameter: 'q' },
  { host: /^news\.google\.com$/, path: /^\/news\/url$/, parameter: 'url' },
  { host: /^(www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/, parameter: 'url' },
  { host: /^(l|lm|www)\.facebook\.com$/, path: /^\/l\.php$/, parameter: 'u' },
  { host: /^l\.instagram\.com$/, path: /^\/$/, parameter: 'u' },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameter: 'z' },
  { host: /^(www\.)?youtube\.com$/, path: /^\/redirect$/, parameter: 'q' },
  { host: /^out\.reddit\.com$/, path: /^\//, parameter: 'url' },
  { host: /^(www\.)?linkedin\.com$/, path: /^\/redir\/redirect$/, parameter: 'url' },
  { host: /^(www\.)?vk\.com$/, path: /^\/away\.php$/, parameter: 'to' },
  { host: /^t\.me$/, path: /^\/iv$/, parameter: 'url' },
  { host: /^getpocket\.com$/, path: /^\/redirect$/, parameter: 'url' },
  { host: /^(www\.)?feedly\.com$/, path: /^\/i\/entry$/, parameter: 'url' },
];

/** Copies of other sites' pages: the address is in the path. */
export const COPIES: readonly RegExp[] = [
  /^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?(.+)$/,
  /^https?:\/\/[^/]+\.cdn\.ampproject\.org\/[a-z]\/(s\/)?(.+)$/,
  /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/http(s)?:\/\/(.+)$/,
];

/** Yahoo's search and news: the address is a piece of the path. */
export const YAHOO = /^https?:\/\/r\.search\.yahoo\.com\/.*\/RU=([^/]+)\//;

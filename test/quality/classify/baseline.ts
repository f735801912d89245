/** A plain keyword match, as simple tools do it: the base line to beat. */
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  arrests:
    /arrest|detain|captured|charged|convicted|sentenced|jailed|extradit|detenid|captur|preso|prisão|condenad/i,
  sanctions: /sanction|embargo|blacklist|asset freeze|sancion|sanç/i,
  'joint-operations': /joint|cooperation|coalition|conjunt|cooperación|cooperação/i,
  'regional-reaction': /condemn|reject|warn|urge|denounce|condena|rechaza|exige|repudi/i,
  'official-claims': /said|claims|announced|confirmed|afirma|asegura|confirma|dijo|disse/i,
  'legal-authority': /legal|law|court|congress|senate|ley|corte|congreso|senado|lei/i,
  'use-of-force': /strike|attack|raid|bomb|military|ataque|bombarde|militar/i,
};

export function keywordMatch(category: string, text: string): boolean {
  return KEYWORDS[category]?.test(text) ?? false;
}

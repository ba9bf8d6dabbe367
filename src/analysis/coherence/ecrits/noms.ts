/** The scenarios of the study, as a sentence names them, and whether what it says of them is said whole. */
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { enMotif, phraseNue, sansArticle } from '../../../texte/identifiant.js';
import { parObjet } from '../../une-fois.js';

/** Names by which a sentence may call a scenario: its title, the words of it before a preposition, its short title when they begin it. */
function nomsDe({ titre, titre_court: court }: Scenario): string[] {
  const whole = sansArticle(titre);
  const head = /^.*?(?= (?:au|aux|a|de|du|des|d'|en|pour|par|sur|dans)\b|$)/.exec(whole)?.[0] ?? whole;
  const short = court === undefined ? '' : sansArticle(court);
  return [whole, head, ...(whole.startsWith(short) || short.includes(' ') ? [short] : [])].filter(
    (nom) => nom.length > 3,
  );
}

/** An article before a name, in a pattern. */
export const ARTICLE = "(?:l'|le |la |les )?";

interface NomsDeScenarios {
  /** One of the names, for a pattern of which it is one group. */
  motif: string;
  /** The scenario that such a name is of. */
  de(nom: string): Scenario | undefined;
  /** Those that are of one alone, without « le scénario » before them. */
  seuls(scenario: Scenario): string[];
}

/** A name that two have is nobody’s. The short title is one after « le scénario » alone. */
export const nomsDesScenarios = parObjet(({ scenarios }: Pick<Study, 'scenarios'>): NomsDeScenarios => {
  const collect = (namesOf: (scenario: Scenario) => readonly string[]): Map<string, Scenario | null> => {
    const names = new Map<string, Scenario | null>();
    for (const scenario of scenarios)
      for (const nom of new Set(namesOf(scenario))) names.set(nom, names.has(nom) ? null : scenario);
    return names;
  };
  const titles = scenarios.map((one) => ({ one, title: ` ${phraseNue(one.titre).replace(/[^a-z0-9' ]/g, ' ')} ` }));
  // « la ressourcerie », when another is « une ressourcerie associative », is neither.
  const seuls = collect((scenario) =>
    nomsDe(scenario).filter((nom) => !titles.some(({ one, title }) => one !== scenario && title.includes(` ${nom} `))),
  );
  const dits = collect((one) => [
    ...nomsDe(one),
    ...(one.titre_court === undefined ? [] : [sansArticle(one.titre_court)]),
  ]);
  const parmi = (names: ReadonlyMap<string, Scenario | null>): string =>
    [...names]
      .flatMap(([nom, one]) => (one === null ? [] : [nom]))
      .sort((a, b) => b.length - a.length)
      .map(enMotif)
      .join('|');
  const [alone, told] = [parmi(seuls), parmi(dits)];
  return {
    motif: `((?:${alone || '(?!)'})|(?<=\\bscenarios? (?:« )?)(?:${told || '(?!)'}))(?: »)?`,
    seuls: (scenario) => [...seuls].flatMap(([nom, one]) => (one === scenario ? [nom] : [])),
    de: (nom) => dits.get(nom) ?? seuls.get(nom) ?? undefined,
  };
});

/** What is denied, supposed or of a part is compared with nothing. */
const RIEN_QUE =
  /^ ?(?:(?:et|mais|car|or|donc|ainsi|parce que|parce qu'|puisque|enfin|aussi|pourtant|alors) )*(?:l'|le |la |les |une? )?(?:scenario )?$/;
/** « Par projet, », « La première année, », « Reste à charge : »: what the comparison is then of. */
const CADRE =
  /^ ?(?:par|pour|en|a|au|aux|selon|d'apres|hors|sans|avec|sur|dans|lors|quant|cote|chez|parmi|des|compare\w*|contre|vu|chaque|reste|si|une fois|rapporte\w*)\b|\b(?:premiere?s?|annees?|ans|investissement|fonctionnement|habitants?|dossiers?)\b/;

/** Whether the words before a comparison leave it whole and said by the study: no opinion, no quotation, no frame. */
export function entiere(avant: string): boolean {
  const before = avant.replace(/(?<=scenario )« $/, '');
  if (before.lastIndexOf('«') > before.lastIndexOf('»')) return false;
  const parts = before.split(/[,;:.!?(]/);
  return RIEN_QUE.test(parts.at(-1) ?? '') && !CADRE.test(parts.at(-2) ?? '');
}

/** « le comité technique vote le budget », « l’emploi a été créé à l’unanimité »: what a sentence says of a body, its meetings and its votes, against the mode opératoire and the journal. */
import type { Study } from '../../../study/study.js';
import { enMotif, phraseNue, sansArticle } from '../../../texte/identifiant.js';
import { nombreFr } from '../../../texte/nombres.js';
import { EN_LETTRES, memeMot, motsDe, quantitesEcrites } from '../../../texte/quantites-ecrites.js';
import { once } from '../../une-fois.js';
import { DEBUT, type Dementi, FIN, type Lecteur } from './lecteur.js';
import { NOMBRE, valeurDe } from './propositions.js';

/** Meetings of a year, where each comes at the same distance. */
const PAR_AN: Readonly<Record<string, number>> = { semaine: 52, mois: 12, trimestre: 4, semestre: 2, annee: 1, an: 1 };
/** What a body does with what it decides on: a verb, and what follows its article. */
const DECIDE =
  /^(vote|choisit|cree|approuve|adopte|nomme|arrete|repartit|recoit)(?: aussi| seul)? (?:l'|le |la |les )(?:(?:deux|trois|quatre|cinq|six|sept|huit) )?([a-z' -]+)$/;

/** The same, anywhere: the patterns that have the names of bodies are long to make. */
const AGIT = / (?:vote|choisit|cree|approuve|adopte|nomme|arrete|repartit|recoit)(?: aussi| seul)? (?:l'|le |la |les )/;

/** What nearly every sentence lacks: to meet, or one of the verbs above. */
const PEUT_ETRE = /réuni|vote|choisi|crée|approuv|adopt|nomme|arrête|réparti|reçoi/i;

type Mode = NonNullable<Study['mode_operatoire']>;

/** The acts that a role lists: « Vote le budget, crée l’emploi ; approuve… ». */
const actes = (role: string): string[][] =>
  phraseNue(role)
    .split(/[,;.:]| et (?=[a-z]+e?t? (?:le|la|les|l'))/)
    .map((one) => motsDe(one));

/** How often a body meets, and what it does, by its name without article. */
function motifsDe(court: string): Readonly<Record<'reunit' | 'agit', () => RegExp>> {
  const body = `${DEBUT}(?:c'est )?(?:l'|le |la )${enMotif(court)}(?: qui)?`;
  const often = `(\\d+|${EN_LETTRES}) fois par an|(?:chaque|une fois par|tous les|toutes les) (${Object.keys(PAR_AN).join('|')})s?`;
  return {
    reunit: once(() => new RegExp(`${body} se reunit (?:${often})(?:${FIN}|(?= et (?:l'|le |la )))`)),
    agit: once(() => new RegExp(`${body} ([a-z' -]+)${FIN}`)),
  };
}

function instancesDites({ instances = [] }: Mode): Lecteur {
  const bodies = instances.map((one, i) => ({
    ...one,
    court: sansArticle(one.nom),
    contre: `mode_operatoire/instances/${i + 1}`,
    motifs: motifsDe(sansArticle(one.nom)),
  }));
  return (phrase) => {
    if (!PEUT_ETRE.test(phrase)) return [];
    const plain = phraseNue(phrase);
    return bodies.flatMap(({ nom, court, role, reunions_an: times, contre, motifs }): Dementi[] => {
      if (!plain.includes(court)) return [];
      const [met, count, every] = plain.includes('se reunit') ? (motifs.reunit().exec(plain) ?? []) : [];
      if (met !== undefined && times !== undefined) {
        const told = count === undefined ? PAR_AN[every ?? ''] : quantitesEcrites(count)[0]?.valeur;
        // « Chaque mois » leaves a holiday or two aside.
        const slack = count === undefined ? Math.ceil((told ?? Number.NaN) / 5) : 0;
        if (told !== undefined && Math.abs(told - times) > slack)
          return [{ dit: `« ${nom} » se réunit ${nombreFr(times)} fois par an`, contre: [`${contre}/reunions_an`] }];
      }
      const [, act = ''] = AGIT.test(plain) ? (motifs.agit().exec(plain) ?? []) : [];
      const [, verb = '', object = ''] = DECIDE.exec(act) ?? [];
      if (verb === '' || role === undefined) return [];
      const words = [verb, ...motsDe(object)];
      const does = (other: string): boolean =>
        actes(other).some((one) =>
          words.slice(0, 2).every((word) => one.some((said) => memeMot(word, said) || said === word)),
        );
      const others = bodies.filter((other) => other.nom !== nom && other.role !== undefined && does(other.role));
      return others.length === 0 || does(role)
        ? []
        : [{ dit: `c’est « ${others[0]?.nom} » dont le rôle le dit`, contre: [`${others[0]?.contre}/role`] }];
    });
  };
}

const VOIX = new RegExp(`\\bpar (${NOMBRE}) voix(?: pour)?(?:,? contre (${NOMBRE})(?![a-z])|(?!,? (?:contre|sur)))`);

/** Words that any decision has. */
const VAGUES = new Set(
  motsDe(
    'les des une aux pour sur par avec dans est sont ete comite syndical bureau conseil unanimite voix contre abstention tranche projet',
  ),
);

function votesDits({ reunions }: Study): Lecteur {
  const votes = reunions.flatMap(({ id, etat, decisions = [] }) =>
    etat === 'tenue'
      ? decisions.flatMap(({ objet, texte, vote }, i) =>
          vote
            ? [{ vote, mots: motsDe(`${objet} ${texte}`), objet, contre: `reunions/${id}/decisions/${i + 1}/vote` }]
            : [],
        )
      : [],
  );
  return (phrase) => {
    if (votes.length === 0 || !/unanimit|voix/.test(phrase)) return [];
    const plain = phraseNue(phrase);
    const unanimous = /\ba l'unanimite\b|\bunanimement\b/.test(plain);
    const [counted, pour, contre] = VOIX.exec(plain) ?? [];
    const without = / sans abstention\b/.test(plain);
    if (
      (!unanimous && counted === undefined) ||
      /\b(?:ne|pas|presque|quasi|si|propos\w*|avis|notes?|etait|aurait)\b|\bn'|«/.test(plain)
    )
      return [];
    // The decision that the sentence is of: the one that has the most of its words, alone.
    const words = motsDe(plain).filter((word) => !VAGUES.has(word) && !/\d/.test(word));
    const near = votes
      .map((one) => ({ one, n: words.filter((word) => one.mots.some((said) => memeMot(word, said))).length }))
      .sort((a, b) => b.n - a.n);
    const [best, next] = near;
    if (!best || best.n === 0 || (next && next.n === best.n)) return [];
    const { vote, objet } = best.one;
    const { pour: yes, contre: no = 0, abstentions = 0 } = vote;
    const holds = unanimous
      ? no === 0 && abstentions === 0
      : yes === valeurDe(pour) && (contre === undefined || no === valeurDe(contre)) && !(without && abstentions > 0);
    return holds
      ? []
      : [
          {
            dit: `« ${objet} » a été voté par ${nombreFr(yes)} voix pour, ${nombreFr(no)} contre et ${nombreFr(abstentions)} abstention${abstentions > 1 ? 's' : ''}`,
            contre: [best.one.contre],
          },
        ];
  };
}

export function instancesEcrites(study: Study): Lecteur {
  const { mode_operatoire: mode } = study;
  const readers = once(() => [...(mode ? [instancesDites(mode)] : []), votesDits(study)]);
  return (phrase, ou) =>
    /^(?:projets|fiches-projets|diagnostic)\b/.test(ou) ? [] : readers().flatMap((lire) => lire(phrase, ou));
}

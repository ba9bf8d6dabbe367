/** What the journal of the participation writes of its own counts. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr, pourcent } from '../../../../texte/nombres.js';
import { CLOS, debutDePhrase, sousReserve } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { nomDeRencontre } from '../../../vocabulaire.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Temps = Study['participation'][number];

const FRACTIONS: Readonly<Record<string, number>> = {
  'un cinquieme': 1 / 5,
  'un quart': 1 / 4,
  'un tiers': 1 / 3,
  'la moitie': 1 / 2,
  'deux tiers': 2 / 3,
  'trois quarts': 3 / 4,
};
/** « plus d’un tiers … ont répondu », « la moitié des communes a répondu ». */
const PART = new RegExp(
  `(?:\\b(plus|moins) (?:d'|de |des )?)?\\b(${Object.keys(FRACTIONS).join('|')})\\b((?: [a-z'-]+){0,6}?) (?:ont|a) repondu(?=${CLOS})`,
);
/** A share of those who answered, or of some: not of all that were sent. */
const DES_REPONSES = /\b(?:repondants?|reponses?|qui|ceux|celles|entre)\b/;
/** How many shares a text gives: of several, none is that of the whole. */
const TOUTE_PART = new RegExp(`\\b(?:${Object.keys(FRACTIONS).join('|')})\\b`, 'g');
const partsDe = (plain: string): number => [...plain.matchAll(TOUTE_PART)].length;
/** « la moitié » alone is told of a share that is near it. */
const PRES = 0.1;

/** What a sentence says of the answers, against those counted; null when it says nothing, or the same. */
function reponsesEcrites(texte: string, { reponses, envoyes }: Temps): { champ: string; dit: string } | null {
  if (reponses === undefined || !envoyes) return null;
  const plain = phraseNue(texte);
  const found = PART.exec(plain);
  if (!found) return null;
  const [, sense, word = '', group = ''] = found;
  if (DES_REPONSES.test(group) || partsDe(plain) !== 1) return null;
  if (sousReserve(debutDePhrase(plain.slice(0, found.index)))) return null;
  const share = FRACTIONS[word];
  if (share === undefined || /\b(?:pas|non) repondu/.test(plain)) return null;
  const rate = reponses / envoyes;
  const holds = sense === undefined ? Math.abs(rate - share) <= PRES : sense === 'plus' ? rate > share : rate < share;
  return holds
    ? null
    : {
        champ: 'reponses',
        dit: `${compte(reponses, 'réponse')} pour ${compte(envoyes, 'envoi')} en font ${pourcent(rate)}`,
      };
}

/** « neuf entretiens », with what an interview is, and no more. */
const TENUS =
  /^entretiens(?= (?:d'une?|de|semi-directifs|individuels|menes|conduits|realises|tenus|aupres)\b|\s*[.;:!?)]|$)/;

function entretiensEcrits(texte: string, { type, nombre }: Temps): { champ: string; dit: string } | null {
  if (type !== 'entretien' || nombre === undefined) return null;
  const told = quantitesEcrites(texte).flatMap(({ valeur, suite, avant }) =>
    valeur > 1 && /^entretiens\b/.test(suite)
      ? [{ valeur, whole: TENUS.test(suite) && debutDePhrase(avant) === '' }]
      : [],
  );
  const [first] = told;
  // « Trois entretiens par téléphone, six sur place », « sept entretiens citent l’eau »: some of them.
  return told.length !== 1 || !first?.whole || first.valeur === nombre
    ? null
    : { champ: 'nombre', dit: `la fiche en compte ${nombreFr(nombre)}` };
}

export const recueilEcrit: RegleCoherence = {
  code: 'recueil-ecrit',
  gravite: 'attention',
  titre: 'Une phrase du journal de la participation contredit ses comptes.',
  explication:
    'Le titre, les enseignements et le commentaire d’un temps de participation comptent comme lui : « neuf entretiens » est son « nombre » ; « plus d’un tiers ont répondu », « la moitié a répondu » est la part de ses réponses (« reponses ») dans ses envois (« envoyes »), à dix points près quand rien ne dit « plus » ou « moins ». La part de quelques-uns (« la moitié a répondu oui », « sept entretiens citent l’eau ») n’est pas comparée.',
  livrables: ['diagnostic'],
  verifier: ({ study: { participation } }) =>
    participation.flatMap((temps) =>
      (['titre', 'enseignements', 'commentaire'] as const).flatMap((champ): Contradiction[] => {
        const texte = temps[champ];
        const found = texte === undefined ? null : (entretiensEcrits(texte, temps) ?? reponsesEcrites(texte, temps));
        if (!found || texte === undefined) return [];
        return [
          {
            chemin: `participation/${temps.id}/${champ}`,
            contre: [`participation/${temps.id}/${found.champ}`],
            message: `« ${nomDeRencontre(temps)} » écrit « ${citee(texte)} » ; ${found.dit}.`,
            issue: 'Corrigez la phrase, ou le compte.',
          },
        ];
      }),
    ),
};

export const RECUEIL_ECRIT = [recueilEcrit] as const;

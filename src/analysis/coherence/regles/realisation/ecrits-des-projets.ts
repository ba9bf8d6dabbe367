/** What the sentences of a project say of its own figures: a target, a measure. */

import type { Projet } from '../../../../study/types.gen.js';
import { memeUnite, quantiteFr } from '../../../../texte/accords.js';
import { parJour } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { debutDePhrase, finDePhrase, sousReserve } from '../../../../texte/propos.js';
import { memeMot, motsDe, type QuantiteEcrite, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { ecartEcrit } from './ecarts-des-projets.js';
import { constats, exacte, jugements } from './phrases-des-projets.js';

type Indicateur = NonNullable<Projet['indicateurs']>[number];

/** What a unit is worth in another. */
const FACTEURS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  metre: { kilometre: 1000 },
  tonne: { kilo: 0.001 },
  kilo: { tonne: 1000 },
  kilometre: { metre: 0.001 },
};

/** Units that are no words: `motsDe` leaves them. */
const ABREGES: Readonly<Record<string, string>> = {
  t: 'tonne',
  m: 'metre',
  km: 'kilometre',
  kg: 'kilo',
  ha: 'hectare',
};
const enToutesLettres = (unite: string): string => ABREGES[unite.trim()] ?? unite;

/** What a quantity counts: its first word, in the singular. */
const compteDe = ({ suite }: QuantiteEcrite): string | undefined =>
  motsDe(enToutesLettres(/^[^\s.,;:]+/.exec(suite)?.[0] ?? ''))[0];

/** By how much a quantity is multiplied to be in the unit of an indicator; null when it counts another thing. */
function facteurVers({ unite, libelle }: Indicateur, noun: string | undefined): number | null {
  if (noun === undefined) return null;
  const [unit = ''] = motsDe(enToutesLettres(unite));
  const other = FACTEURS[unit]?.[noun];
  if (other !== undefined) return other;
  return noun === unit || motsDe(libelle).includes(noun) ? 1 : null;
}

/** « Planter deux kilomètres »: the number is what the verb that begins the goal asks for, or begins it. */
const DEMANDE = /^(?:[a-z'-]+(?:er|ir|re)(?: (?:et|ou) [a-z'-]+(?:er|ir|re))?)?$/;
/** « deux par commune », « cinq de plus », « 500 la première année »: the target counts otherwise. */
const AUTREMENT = /\b(?:par|de plus|de moins|supplementaires?|nouve\w+|fois|tous les|toutes les|d'altitude|d'abord)\b/;

/** Whether a goal asks for a quantity, whole and at once. */
const demandee = ({ avant, suite }: QuantiteEcrite): boolean =>
  DEMANDE.test(avant) && !AUTREMENT.test(suite) && !sousReserve(suite);

export const objectifEtCible: RegleCoherence = {
  code: 'objectif-et-cible',
  gravite: 'attention',
  titre: 'L’objectif d’un projet ne dit pas le nombre que vise son indicateur.',
  explication:
    'L’indicateur qui mesure un objectif (« indicateurs.objectif ») a pour cible le nombre que l’objectif écrit, en lettres ou en chiffres, kilomètres et mètres convertis : « Planter deux kilomètres de haies » vise 2 000 mètres. Seul un nombre suivi de l’unité de l’indicateur, ou d’un mot de son libellé, et que demande le verbe qui ouvre l’objectif, est comparé ; « plus de dix », « de dix à vingt », « deux par commune » ne le sont pas.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, objectifs, indicateurs = [] }) =>
      indicateurs.flatMap((indicateur, i): Contradiction[] => {
        const { objectif: rank, cible, libelle, unite } = indicateur;
        const text = rank === undefined ? undefined : objectifs[rank - 1];
        if (text === undefined) return [];
        const written = quantitesEcrites(text).filter((one) => exacte(one) && one.valeur > 1);
        const told = written.filter(demandee).flatMap((one) => {
          const factor = facteurVers(indicateur, compteDe(one));
          return factor === null ? [] : [one.valeur * factor];
        });
        const targets = indicateurs.flatMap((one) => (one.objectif === rank ? [one.cible] : []));
        const [first] = told;
        if (first === undefined || told.some((n) => targets.includes(n))) return [];
        return [
          {
            chemin: `projets/${id}/objectifs/${rank}`,
            contre: [`projets/${id}/indicateurs/${i + 1}/cible`],
            message: `« ${titre} » a pour objectif « ${text} » ; « ${libelle} », qui le mesure, vise ${quantiteFr(cible, unite)}.`,
            issue: 'Accordez l’objectif et la cible.',
          },
        ];
      }),
    ),
};

/** Units that say nothing of what is counted. */
const VAGUES: ReadonlySet<string> = new Set(['personne', 'jour', 'heure', 'nombre', 'total', 'moi', 'annee', 'fois']);

/** What a number belongs to when it is a part of a larger whole: « dix-sept foyers sur 300 foyers ». */
const D_UN_TOUT = /\b(?:sur|parmi|dans|les|des|aux|leurs?|ces)$/;

/** What may come before a number that a sentence gives of its own subject. */
const PREALABLES = ['', 'deja', 'au total', 'en tout', "aujourd'hui", 'ce sont', 'ils sont'];

export const mesureEcrite: RegleCoherence = {
  code: 'mesure-ecrite',
  gravite: 'attention',
  titre: 'Une phrase compte plus que ce que l’indicateur a mesuré.',
  explication:
    'Un constat de suivi, un commentaire de note ou l’avis d’un projet qui compte ce qu’un indicateur du projet compte (« vingt-sept foyers participent », « Foyers participants ») n’en compte pas plus que la plus grande des valeurs de l’indicateur, cible comprise. De même le texte des résultats d’une action, pour l’indicateur dont il reprend le nom (« Trois communes signataires »). Un nombre plus petit peut être une partie, et n’est pas relevé ; ni celui que la phrase nie, suppose, date d’une autre année ou donne à un autre, ni celui dont elle ne dit pas ce que le libellé en dit (« Foyers participants », « cinquante foyers ont reçu un courrier »).',
  livrables: ['diagnostic', 'fiches-projets', 'bilan'],
  verifier: ({ study: { projets, actions } }) => [
    ...projets.flatMap((projet) =>
      [...constats(projet), ...jugements(projet)].flatMap(({ chemin, texte }) =>
        (projet.indicateurs ?? []).flatMap((indicateur, i): Contradiction[] => {
          const { libelle, unite, initial = 0, cible, mesures = [] } = indicateur;
          const last = parJour(mesures).at(-1);
          if (!last) return [];
          const most = Math.max(initial, cible, ...mesures.map(({ valeur }) => valeur));
          const names = motsDe(libelle).filter((word) => !VAGUES.has(word));
          const found = quantitesEcrites(texte).find((one) => {
            if (one.valeur <= most || D_UN_TOUT.test(one.avant) || !exacte(one)) return false;
            const told = finDePhrase(one.suite, true);
            if (PREALABLES.every((words) => words !== debutDePhrase(one.avant, true))) return false;
            if (sousReserve(debutDePhrase(one.avant)) || sousReserve(told)) return false;
            const noun = compteDe(one) ?? '';
            const after = motsDe(told);
            const said = after
              .slice(1)
              .some((word) => word.length > 3 && names.some((name) => name !== noun && memeMot(name, word)));
            if (names.includes(noun)) return said;
            const whole = motsDe(unite);
            if (whole.length > 1 && whole.every((word, rank) => after[rank] === word)) return true;
            // A unit that many things share: the sentence must name what is counted.
            return noun === whole[0] && said;
          });
          if (!found) return [];
          return [
            {
              chemin,
              contre: [`projets/${projet.id}/indicateurs/${i + 1}`],
              message: `« ${projet.titre} » écrit « ${citee(texte)} » ; « ${libelle} » est mesuré à ${quantiteFr(last.valeur, unite)}, pour une cible de ${memeUnite(cible, unite)}.`,
              issue: 'Corrigez la phrase ou la mesure.',
            },
          ];
        }),
      ),
    ),
    ...actions.flatMap(({ id, titre, resultats = [], resultats_texte: texte = '' }) =>
      resultats.flatMap(({ indicateur, valeur }, i): Contradiction[] => {
        const names = motsDe(indicateur);
        if (typeof valeur !== 'number' || names.length < 2) return [];
        const found = quantitesEcrites(texte).find(
          (one) =>
            one.valeur > 1 &&
            !D_UN_TOUT.test(one.avant) &&
            !sousReserve(debutDePhrase(one.avant)) &&
            !sousReserve(finDePhrase(one.suite, true)) &&
            exacte(one) &&
            names.every((word, rank) => motsDe(one.suite)[rank] === word),
        );
        if (!found || found.valeur === valeur) return [];
        return [
          {
            chemin: `actions/${id}/resultats_texte`,
            contre: [`actions/${id}/resultats/${i + 1}/valeur`],
            message: `« ${titre} » écrit « ${citee(texte)} », et le résultat « ${indicateur} » vaut ${nombreFr(valeur)}.`,
            issue: 'Corrigez la phrase ou la valeur.',
          },
        ];
      }),
    ),
  ],
};

export const ECRITS_DES_PROJETS = [objectifEtCible, mesureEcrite, ecartEcrit] as const;

/** What the sentences of a project say of its own figures: a target, a measure, days, money, months. */
import type { Projet } from '../../../../study/types.gen.js';
import { compte, quantiteFr } from '../../../../texte/accords.js';
import { couper } from '../../../../texte/couper.js';
import { nu } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { debutDePhrase, finDePhrase, sousReserve } from '../../../../texte/propos.js';
import { motsDe, type QuantiteEcrite, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { quantiteProbable } from '../../../montants.js';
import { CRITERES_EVALUATION } from '../../../projets/projets.js';
import { ecartEntre } from '../../../projets/retards.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Indicateur = NonNullable<Projet['indicateurs']>[number];

/** Characters of a sentence that is quoted. */
const LONGUEUR = 120;

/** What a unit is worth in another. */
const FACTEURS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  metre: { kilometre: 1000, km: 1000, metre: 1 },
  tonne: { kilo: 0.001, kg: 0.001 },
  kg: { tonne: 1000, kilo: 1 },
  kilometre: { metre: 0.001 },
  km: { metre: 0.001, kilometre: 1 },
};

/** What a quantity counts: its first word, in the singular. */
const compteDe = ({ suite }: QuantiteEcrite): string | undefined => motsDe(/^[^\s.,;:]+/.exec(suite)?.[0] ?? '')[0];

/** « plus de dix », « environ dix », « de dix à vingt » give no number to compare. */
const APPROCHE =
  /\b(?:plus|moins|pres|au moins|au plus|environ|quelque|entre|jusqu'a|minimum|maximum)(?: de| d')?$|\bde$|(?:\d|dix|ze|nte|te|vingts?|cents?|mille|deux|trois|quatre|cinq|six|sept|huit|neuf) (?:a|et|ou)$/;
const FOURCHETTE = /^(?:a|et|ou) (?:\d|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|cent)/;
const exacte = ({ avant, suite }: QuantiteEcrite): boolean => !APPROCHE.test(avant) && !FOURCHETTE.test(suite);

/** By how much a quantity is multiplied to be in the unit of an indicator; null when it counts another thing. */
function facteurVers({ unite, libelle }: Indicateur, noun: string | undefined): number | null {
  if (noun === undefined) return null;
  const [unit = ''] = motsDe(unite);
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

interface Phrase {
  chemin: string;
  texte: string;
}

/** The sentences that judge a project at its end. */
const jugements = ({ id, evaluation = {}, avis }: Projet): Phrase[] => [
  ...CRITERES_EVALUATION.flatMap(({ id: critere }) => {
    const texte = evaluation[critere]?.commentaire;
    return texte === undefined ? [] : [{ chemin: `projets/${id}/evaluation/${critere}/commentaire`, texte }];
  }),
  ...(avis === undefined ? [] : [{ chemin: `projets/${id}/avis`, texte: avis }]),
];

/** Those that tell what was done. */
const constats = ({ id, suivi = [], constats_objectifs: met = [] }: Projet): Phrase[] => [
  ...suivi.map(({ constats: texte }, i) => ({ chemin: `projets/${id}/suivi/${i + 1}/constats`, texte })),
  ...met.map(({ constat: texte }, i) => ({ chemin: `projets/${id}/constats_objectifs/${i + 1}/constat`, texte })),
];

/** Units that say nothing of what is counted. */
const VAGUES: ReadonlySet<string> = new Set(['personne', 'jour', 'heure', 'nombre', 'total', 'moi', 'annee', 'fois']);

/** What a number belongs to when it is a part of a larger whole: « dix-sept foyers sur 300 foyers ». */
const D_UN_TOUT = /\b(?:sur|parmi|dans|les|des|aux|leurs?|ces)$/;

/** What may come before a number that a sentence gives of its own subject. */
const PREALABLES = ['', 'deja', 'au total', 'en tout', "aujourd'hui", 'ce sont', 'ils sont'];

/** « participants » and « participent », « prêtés » and « prêts »: the same first letters. */
const memeMot = (a: string, b: string): boolean => a.length > 3 && b.length > 3 && a.slice(0, 5) === b.slice(0, 5);

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
          const last = mesures.at(-1);
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
            const said = after.slice(1).some((word) => names.some((name) => name !== noun && memeMot(name, word)));
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
              message: `« ${projet.titre} » écrit « ${couper(texte, LONGUEUR)} » ; « ${libelle} » est mesuré à ${quantiteFr(last.valeur, unite)}, pour une cible de ${nombreFr(cible)}.`,
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
            message: `« ${titre} » écrit « ${couper(texte, LONGUEUR)} », et le résultat « ${indicateur} » vaut ${nombreFr(valeur)}.`,
            issue: 'Corrigez la phrase ou la valeur.',
          },
        ];
      }),
    ),
  ],
};

/** A gap that a sentence writes, against what the project counts; null when nothing can be compared. */
interface Releve {
  contre: string;
  /** What the figures say. */
  fait: string;
}

const somme = (values: readonly (number | undefined)[]): number | null =>
  values.length > 0 && values.every((one) => one !== undefined)
    ? values.reduce<number>((sum, one) => sum + Number(one), 0)
    : null;

/** What « trois jours d’agent de plus » must be: the number and the sense. */
function jours(projet: Projet, texte: string): Releve | null {
  const { jours_prevus: prevus, jours_realises: faits } = projet.accompagnement ?? {};
  const parts = projet.partenaires ?? [];
  const kinds = [
    {
      noun: "jours? d'agents?",
      de: 'd’agent',
      contre: `projets/${projet.id}/accompagnement/jours_realises`,
      prevu: prevus ?? null,
      fait: faits ?? null,
    },
    {
      noun: 'jours? de partenaires?',
      de: 'de partenaire',
      contre: `projets/${projet.id}/partenaires`,
      prevu: somme(parts.map(({ jours_prevus: n }) => n)),
      fait: somme(parts.map(({ jours_realises: n }) => n)),
    },
  ];
  for (const { noun, de, contre, prevu, fait } of kinds) {
    if (prevu === null || fait === null) continue;
    const said = `${compte(prevu, 'jour')} ${de} prévus, ${nombreFr(fait)} faits`;
    for (const one of quantitesEcrites(texte)) {
      const sense = new RegExp(`^${noun} de (plus|moins)(?: que prevus?)?(?= et |\\s*[.,;:!?)]|$)`).exec(
        one.suite,
      )?.[1];
      if (!exacte(one) || sousReserve(debutDePhrase(one.avant))) continue;
      if (sense !== undefined && fait - prevu !== (sense === 'plus' ? one.valeur : -one.valeur))
        return { contre, fait: said };
    }
  }
  const wide = /\b(plus|moins) de jours(?: d'agents?)? que prevu/.exec(plat(texte));
  const loose = wide?.[1];
  if (wide && sousReserve(debutDePhrase(wide.input.slice(0, wide.index)))) return null;
  if (loose === undefined || prevus === undefined || faits === undefined) return null;
  return (loose === 'plus') === faits > prevus && faits !== prevus
    ? null
    : {
        contre: `projets/${projet.id}/accompagnement/jours_realises`,
        fait: `${compte(prevus, 'jour')} d’agent prévus, ${nombreFr(faits)} faits`,
      };
}

const plat = (texte: string): string => nu(texte).replaceAll('’', "'");

/** « budget tenu sauf le transport », « budget dépassé de la commune »: said of a part, or of another. */
const BUDGET =
  /\bbudgets? (?:est |a ete )?(depasses?|tenus?|respectes?)\b(?!\s*,?\s*(?:sauf|hors|hormis|a(?! ete| du)|au|de|d'|des|du|pour|par|en|dans|sur)\b)/g;

/** « budget dépassé » goes beyond what was planned; « budget tenu » stays within its highest. */
function budget({ id, budget: lines = [] }: Projet, texte: string): Releve | null {
  const spent = somme(lines.map(({ realise }) => realise));
  if (spent === null) return null;
  const planned = lines.reduce((sum, { prevu }) => sum + quantiteProbable(prevu), 0);
  const most = lines.reduce((sum, { prevu }) => sum + (typeof prevu === 'number' ? prevu : prevu.max), 0);
  const [whole] = [...plat(texte).matchAll(BUDGET)].filter(
    ({ input, index }) => !sousReserve(debutDePhrase(input.slice(0, index))),
  );
  if (!whole) return null;
  const over = whole[1]?.startsWith('depasse') ?? false;
  const held = !over;
  if (over === held || (over ? spent > planned : spent <= most)) return null;
  return {
    contre: `projets/${id}/budget`,
    fait: `${quantiteFr(spent, '€')} dépensés pour ${quantiteFr(planned, '€')} prévus`,
  };
}

/** Of the project, and not of who supplies it: the delay begins its sentence, or the project has it. */
const DU_PROJET =
  /^(?:(?:le projet|il) (?:a|accuse|a pris|finit avec|se termine avec)|fini avec|acheve avec|termine avec)?$/;

/** « quatre mois de retard » is the gap of a step at least. */
function retard({ id, calendrier = [] }: Projet, texte: string): Releve | null {
  const gaps = calendrier.flatMap(({ fin, fin_reelle: reelle }) =>
    reelle === undefined ? [] : [Math.round(ecartEntre(fin, reelle).mois)],
  );
  if (gaps.length === 0 || gaps.length < calendrier.length) return null;
  for (const { valeur, suite, avant } of quantitesEcrites(texte)) {
    const [, late, early] =
      /^mois (?:(de retard|apres la (?:date|fin) prevue)|(d'avance|avant la (?:date|fin) prevue))(?= et |\s*[.,;:!?)]|$)/.exec(
        suite,
      ) ?? [];
    if ((late === undefined && early === undefined) || !DU_PROJET.test(debutDePhrase(avant, true))) continue;
    if (sousReserve(debutDePhrase(avant))) continue;
    if (!gaps.includes(late === undefined ? -valeur : valeur))
      return {
        contre: `projets/${id}/calendrier`,
        fait: 'aucune étape n’a cet écart entre sa fin prévue et sa fin réelle',
      };
  }
  return null;
}

export const ecartEcrit: RegleCoherence = {
  code: 'ecart-ecrit',
  gravite: 'attention',
  titre: 'Un commentaire donne au projet un écart que ses comptes n’ont pas.',
  explication:
    'Le commentaire d’une note et l’avis d’un projet disent un écart comme la fiche le compte : les jours d’agent ou de partenaire « de plus » ou « de moins » (jours réalisés moins jours prévus), le budget « dépassé » (au-delà du montant prévu) ou « tenu » (pas au-delà de sa borne haute), les mois de retard ou d’avance (ceux d’une étape, quand toutes sont finies). Un écart nié, supposé, approché, ou dit d’une partie ou d’un autre, n’est pas comparé.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet) =>
      jugements(projet).flatMap(({ chemin, texte }) =>
        [jours, budget, retard].flatMap((lire): Contradiction[] => {
          const found = lire(projet, texte);
          if (!found) return [];
          return [
            {
              chemin,
              contre: [found.contre],
              message: `« ${projet.titre} » est commenté « ${couper(texte, LONGUEUR)} » ; sa fiche dit : ${found.fait}.`,
              issue: 'Corrigez le commentaire, ou le compte.',
            },
          ];
        }),
      ),
    ),
};

export const ECRITS_DES_PROJETS = [objectifEtCible, mesureEcrite, ecartEcrit] as const;
